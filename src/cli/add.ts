import type { Config } from '../config.ts'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import { type PageOutcome, pagesOf } from '../page/inputs.ts'
import { openReader, readerVersion } from '../reader.ts'
import type { ReaderVersion } from '../record/index.ts'
import type { Intake, Outcome } from '../store/intake.ts'
import { openStore, type Store } from '../store/store.ts'
import { IN_HAND_EACH_THREAD } from '../store/worker.ts'
import { waitingOn } from './add-waiting.ts'
import { inOrder } from './ordered.ts'
import { writerTo } from './output.ts'
import { progressOn } from './progress.ts'
import { givenBy, type ReadFlags, type Streams } from './read.ts'
import { storePlace } from './store-options.ts'
import { explain } from './trouble.ts'
import { lazyReader } from './work-reader.ts'

export interface AddOptions {
  readonly flags: ReadFlags
  readonly config: Config
  /** The process's own by default. */
  readonly streams?: Streams
  readonly open?: typeof openReader
  /** What Readings by the reader that `open` gives say of it. */
  readonly version?: typeof readerVersion
  readonly openAt?: typeof openStore
  /** Milliseconds between two articles of one site that a feed lists. */
  readonly pauseMs?: number
}

/**
 * Reads all inputs into the store, writes what became of each in their order, and gives the exit status. A line that was written is
 * kept, whatever happens afterwards.
 */
export async function add(inputs: readonly string[], options: AddOptions): Promise<number> {
  const { flags, config, streams = process, open = openReader, version = readerVersion, openAt = openStore, pauseMs } = options
  const given = givenBy(flags)
  const known = await version()
  const store = await openAt(storePlace(config))
  try {
    const { allowPrivate } = config
    const pages = pagesOf(inputs, {
      given,
      allowPrivate,
      stdin: streams.stdin,
      feeds: true,
      ...(pauseMs !== undefined && { pauseMs }),
    })
    return await addPages(pages, { store, config, streams, open, version: known })
  } finally {
    await store.close()
  }
}

export interface Adding {
  readonly store: Store
  readonly config: Config
  readonly streams: Streams
  readonly open?: typeof openReader
  readonly version: ReaderVersion
}

/** The same for pages wherever they come from. */
export async function addPages(
  pages: AsyncIterable<PageOutcome>,
  { store, config, streams, open = openReader, version }: Adding,
): Promise<number> {
  const intake = await store.intake()
  const reader = lazyReader(() => open({ threads: config.threads }))
  const waiting = waitingOn({ store, intake, read: reader.read, limit: IN_HAND_EACH_THREAD * config.threads })
  const progress = progressOn(streams.stderr)
  const write = writerTo(streams.stdout)
  // Received one after the other, so that they wait in the order of the inputs.
  let last: Promise<unknown> = Promise.resolve()
  const results = inOrder(pages, {
    limit: LIMITS.inputsWaitingMax,
    work: page => {
      const received = last.then(() => receive(page, { intake, version }))
      last = received.catch(() => {})
      return received
        .then(async outcome => ('waiting' in outcome ? waiting.outcomeOf(outcome.waiting) : outcome))
        .then(
          outcome => ({ input: page.input, outcome }),
          error => ({ input: page.input, error }),
        )
    },
  })
  let failed = false
  try {
    for await (const result of results) {
      if ('error' in result) throw result.error
      const { outcome, article, code, message } = result.outcome
      progress.hide()
      if (outcome === 'failed') {
        failed = true
        streams.stderr.write(explain(new HearsayError(code ?? 'read-failed', message ?? ''), result.input))
      }
      await write(`${JSON.stringify({ input: result.input, outcome, article, code })}\n`)
      progress.count({ failed: outcome === 'failed' })
    }
    await waiting.stop()
    await store.refresh()
  } finally {
    progress.clear()
    await waiting.stop().catch(() => {})
    await reader.close()
  }
  return failed ? 1 : 0
}

interface Receiving {
  readonly intake: Intake
  readonly version: ReaderVersion
}

async function receive(outcome: PageOutcome, { intake, version }: Receiving): Promise<Outcome | { readonly waiting: number }> {
  if (outcome.page === undefined) return intake.refuse(outcome.input, outcome.error)
  const received = await intake.receive(outcome.page, version)
  return 'known' in received ? received.known : received
}
