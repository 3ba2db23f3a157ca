import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type PageOutcome, pagesOf } from '../page/inputs.ts'
import { readerVersion } from '../reader.ts'
import type { Intake } from '../store/intake.ts'
import { openStore } from '../store/store.ts'
import { type AddOptions, addPages } from './add.ts'
import { storePlace } from './store-options.ts'

export interface WatchOptions extends Omit<AddOptions, 'flags'> {
  /** Fires when watching is to end; by default SIGINT and SIGTERM. */
  readonly stopped?: Promise<unknown>
  /** Milliseconds between two looks; by default as the settings have it. */
  readonly everyMs?: number
}

/** An article that could not be had is tried again after so long, while its feed lists it: most often the page is no article. */
const FORGIVEN_MS = 3_600_000

/**
 * Looks at the feeds again and again until it is stopped, adds what they list anew, and gives the exit status. It writes the lines that
 * `hearsay add` writes, and finishes what it has in hand.
 */
export async function watch(input: string, options: WatchOptions): Promise<number> {
  const { config, streams = process, version = readerVersion, openAt = openStore } = options
  const { stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]) } = options
  const { everyMs = config.every * 60_000 } = options
  const known = await version()
  const store = await openAt(storePlace(config))
  const stop = new AbortController()
  stopped.then(() => stop.abort()).catch(() => {})
  try {
    const pages = rounds(input, { ...options, everyMs, signal: stop.signal, intake: await store.intake() })
    streams.stderr.write(`hearsay: watching ${input}; ${store.database.place} has what is new\n`)
    await addPages(pages, { ...options, store, streams, version: known })
    return 0
  } finally {
    await store.close()
  }
}

interface Rounds extends Pick<WatchOptions, 'config' | 'pauseMs'> {
  readonly everyMs: number
  readonly signal: AbortSignal
  readonly intake: Intake
}

/** What the feeds list and the store has not, round after round; the file that names them is read anew each time. */
async function* rounds(input: string, { config, pauseMs, everyMs, signal, intake }: Rounds): AsyncGenerator<PageOutcome> {
  const options = {
    allowPrivate: config.allowPrivate,
    feeds: true,
    sites: new Map(),
    validators: new Map(),
    known: (addresses: readonly string[]) => intake.known(addresses, { forgivenMs: FORGIVEN_MS }),
    ...(pauseMs !== undefined && { pauseMs }),
  }
  while (!signal.aborted) {
    for await (const page of pagesOf([input], options)) {
      yield page
      if (signal.aborted) return
    }
    await sleep(everyMs, undefined, { signal }).catch(() => {})
  }
}
