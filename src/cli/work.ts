import { once } from 'node:events'
import { HearsayError } from '../errors.ts'
import { openReader } from '../reader.ts'
import { openStore } from '../store/store.ts'
import { IN_HAND_EACH_THREAD, startWorker } from '../store/worker.ts'
import { type StoreOptions, storePlace } from './store-options.ts'
import { lazyReader } from './work-reader.ts'

export interface WorkOptions extends StoreOptions {
  readonly open?: typeof openReader
  /** Fires when the worker is to end; by default SIGINT and SIGTERM. */
  readonly stopped?: Promise<unknown>
}

/** Reads what waits in the store until it is stopped, finishes what it has in hand, and gives the exit status. */
export async function work(options: WorkOptions): Promise<number> {
  const { config, streams = process, open = openReader, openAt = openStore } = options
  const { stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]) } = options
  if (config.database === null) {
    throw new HearsayError('usage', 'work needs a store on PostgreSQL (--database); a folder has room for one process.')
  }
  const store = await openAt(storePlace(config))
  const reader = lazyReader(() => open({ threads: config.threads }))
  try {
    const intake = await store.intake()
    let failed: (error: unknown) => void = () => {}
    const failure = new Promise<never>((_, reject) => {
      failed = reject
    })
    const worker = startWorker({
      database: store.database,
      intake,
      read: reader.read,
      limit: IN_HAND_EACH_THREAD * config.threads,
      onFailure: error => failed(error),
    })
    streams.stderr.write(`hearsay: reading what waits at ${store.database.place}\n`)
    await Promise.race([stopped, failure])
    await worker.stop()
  } finally {
    await reader.close()
    await store.close()
  }
  return 0
}
