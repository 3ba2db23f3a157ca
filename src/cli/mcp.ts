import type { Config } from '../config.ts'
import { LIMITS } from '../limits.ts'
import { answerTo } from '../mcp/protocol.ts'
import { linesOf } from '../page/lines.ts'
import { openReader } from '../reader.ts'
import { openStore } from '../store/store.ts'
import { writerTo } from './output.ts'
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
  const write = writerTo(streams.stdout)
  const given = {
    store: async () => store,
    read: reader.read,
    allowPrivate: config.allowPrivate,
    log: (line: string) => void streams.stderr.write(`${line}\n`),
  }
  const answering = new Set<Promise<void>>()
  try {
    for await (const { bytes } of linesOf(streams.stdin, LIMITS.requestBytesMax)) {
      const text = bytes === null ? '' : Buffer.from(bytes).toString('utf8').trim()
      if (bytes !== null && text === '') continue
      const one = answerTo(text, given).then(answer => (answer === null ? undefined : write(`${JSON.stringify(answer)}\n`)))
      answering.add(one)
      one.finally(() => answering.delete(one)).catch(() => {})
    }
    await Promise.all(answering)
    return 0
  } finally {
    await reader.close()
    await store.close()
  }
}
