import type { Config } from '../config.ts'
import { HearsayError } from '../errors.ts'
import { mcpServer } from '../mcp/server.ts'
import { openReader } from '../reader.ts'
import { openStore, type Store } from '../store/store.ts'
import { answerLines } from './answer-lines.ts'
import type { Streams } from './read.ts'
import { storePlace } from './store-options.ts'
import { explain } from './trouble.ts'
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
 * Several messages may be answered at once, as they come to their end. Where there is no store, texts and pages are read all the same; what asks
 * the store is answered with `store-missing` until one is there.
 */
export async function mcp({ config, streams = process, open = openReader, openAt = openStore }: McpOptions): Promise<number> {
  const store = openedOnce(() => openAt(storePlace(config), { make: false }))
  await store.open().catch(error => {
    if (!(error instanceof HearsayError && error.code === 'store-missing')) throw error
    streams.stderr.write(explain(error))
  })
  const reader = lazyReader(() => open({ threads: config.threads }))
  const server = mcpServer({
    store: store.open,
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

/** A store that is opened when it is first asked for, and again at each asking until it opens. */
function openedOnce(openStore: () => Promise<Store>) {
  let opening: Promise<Store> | undefined
  const open = () => {
    opening ??= openStore().catch(error => {
      opening = undefined
      throw error
    })
    return opening
  }
  return { open, close: async () => (await opening?.catch(() => undefined))?.close() }
}
