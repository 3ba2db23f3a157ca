import type { Config } from '../config.ts'
import { mcpServer } from '../mcp/server.ts'
import { openReader } from '../reader.ts'
import { openStore } from '../store/store.ts'
import { answerLines } from './answer-lines.ts'
import type { Streams } from './read.ts'
import { storePlace } from './store-options.ts'
import { lazyReader } from './work-reader.ts'

export interface McpOptions {
  readonly config: Config
  /** The process's own by default. */
  readonly streams?: Streams
  readonly open?: typeof openReader
  readonly openAt?: typeof openStore
}

/**
 * Answers the Model Context Protocol on standard input and output, a message a line, until standard input ends; gives the exit status.
 * Several messages may be answered at once, as they come to their end.
 */
export async function mcp({ config, streams = process, open = openReader, openAt = openStore }: McpOptions): Promise<number> {
  const store = await openAt(storePlace(config))
  const reader = lazyReader(() => open({ threads: config.threads }))
  const server = mcpServer({
    store: async () => store,
    read: reader.read,
    allowPrivate: config.allowPrivate,
    log: line => void streams.stderr.write(`${line}\n`),
  })
  try {
    await answerLines(server, streams)
    return 0
  } finally {
    await server.close()
    await reader.close()
    await store.close()
  }
}
