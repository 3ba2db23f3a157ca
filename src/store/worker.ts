import { HearsayError } from '../errors.ts'
import type { Reader } from '../reader.ts'
import type { Reading } from '../record/index.ts'
import type { Database } from './database.ts'
import { fileReading } from './filing.ts'
import { type HeldCache, heldCache } from './held-cache.ts'
import type { Intake, Outcome, Taken } from './intake.ts'

/** Reads what waits in a store, until it is stopped. */
export interface Worker {
  /** Looks for work at once instead of at the next interval. */
  wake(): void
  /** Lets what is being read come to its end; rejects with what ended the worker, if something did. */
  stop(): Promise<void>
}

export interface WorkerOptions {
  readonly database: Database
  readonly intake: Intake
  readonly read: Reader['read']
  /** How many inputs are in hand at once; more are taken when half of them are done. */
  readonly limit: number
  /** Told of each input that this worker has done. */
  readonly onDone?: (input: number, outcome: Outcome) => void
  /** Told when the worker has ended because of a failure of the store or of the reader as a whole. */
  readonly onFailure?: (error: unknown) => void
}

/** Inputs in hand for each thread that reads: few enough that several workers share what waits, and that a dead one held up little. */
export const IN_HAND_EACH_THREAD = 6

/** Milliseconds between two looks for work that others laid up; work of one's own wakes the worker. */
const INTERVAL_MS = 500

/** Begins to read. Articles are filed in the order in which they were taken, so that one worker files as the inputs stand. */
export function startWorker(options: WorkerOptions): Worker {
  const { intake, limit } = options
  let stopping = false
  let inHand = 0
  let filed = 0
  let filing: Promise<void> = Promise.resolve()
  const cache = heldCache()
  let wake: () => void = () => {}
  let failure: { readonly error: unknown } | undefined
  const fail = (error: unknown) => {
    if (failure === undefined) options.onFailure?.(error)
    failure ??= { error }
    stopping = true
    wake()
  }
  const running = run().catch(fail)
  return {
    wake: () => wake(),
    stop: async () => {
      stopping = true
      wake()
      await running
      await filing
      if (failure === undefined) return
      // Where the store itself is away it will find out by itself that this process is.
      if (inHand > 0) await intake.release().catch(() => {})
      throw failure.error
    },
  }

  async function run(): Promise<void> {
    while (!stopping) {
      let woken = false
      const waking = new Promise<void>(resolve => {
        wake = () => {
          woken = true
          resolve()
        }
      })
      // Several at once: to take one costs as much as to take some.
      const taken = 2 * inHand <= limit ? await intake.take(limit - inHand) : []
      for (const each of taken) begin(each)
      if (taken.length === 0 && !woken && !stopping) await patience(waking)
    }
  }

  function begin(taken: Taken): void {
    inHand += 1
    const reading = settled(options.read({ page: taken.page }, { meanings: true }))
    filing = filing
      .then(async () => {
        const outcome = await keep(await reading, { taken, options, cache })
        inHand -= 1
        if (outcome !== null) options.onDone?.(taken.id, outcome)
        if (++filed % SWEPT_EVERY === 0) await sweep(options.database)
        wake()
      })
      .catch(fail)
  }
}

/** Rows that are changed or deleted stay in their tables until they are swept out; between two sweeps they cost a few pages. */
const SWEPT_EVERY = 1000

/**
 * Sweeps the tables whose rows come and go, and looks at all tables anew when the store has doubled, so that questions are planned for
 * what it holds. A server does both by itself; PGlite has no process beside ours that could. Tables that only grow are not swept, so
 * that it costs the same however large the store is.
 */
export async function sweep(database: Database): Promise<void> {
  if (database.kind === 'server') return
  for (const table of ['hearsay_queue.job', 'counters', 'sessions']) await database.query(`vacuum analyze ${table}`)
  const [counted] = await database.query<{ filed: number; analyzed: number | null }>(COUNTED)
  if (counted === undefined || counted.filed < 2 * (counted.analyzed ?? 0)) return
  await database.query('analyze')
  await database.query(
    `insert into counters (name, value) values ('analyzed', $1) on conflict (name) do update set value = excluded.value`,
    [counted.filed],
  )
}

const COUNTED = `
  select value as filed, (select value from counters where name = 'analyzed') as analyzed from counters where name = 'filed'`

async function patience(waking: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const interval = new Promise<void>(resolve => {
    timer = setTimeout(resolve, INTERVAL_MS)
  })
  await Promise.race([waking, interval])
  clearTimeout(timer)
}

type Settled =
  | { readonly reading: Reading; readonly error?: undefined }
  | { readonly reading?: undefined; readonly error: unknown }

function settled(reading: Promise<Reading>): Promise<Settled> {
  return reading.then(
    done => ({ reading: done }),
    error => ({ error }),
  )
}

interface Keeping {
  readonly taken: Taken
  readonly options: WorkerOptions
  readonly cache: HeldCache
}

/** One transaction for the article, its story and its input: all of it is kept, or none. Null where another worker was first. */
async function keep({ reading, error }: Settled, { taken, options, cache }: Keeping): Promise<Outcome | null> {
  if (reading === undefined) return fail(error, { taken, options })
  try {
    return await options.database.transaction(async tx => {
      const { digest, ...outcome } = await fileReading(tx, reading, cache)
      if (await options.intake.finish(tx, taken, { ...outcome, digest })) return outcome
      throw new Overtaken()
    })
  } catch (failure) {
    if (failure instanceof Overtaken) return null
    if (failure instanceof HearsayError && FAULTS_OF_INPUT.has(failure.code)) return fail(failure, { taken, options })
    throw failure
  }
}

/** Somebody else took this input over, because this process was taken for dead, and has done it. */
class Overtaken extends Error {}

/** What ends one input; every other failure of filing is the store's, and ends the worker. */
const FAULTS_OF_INPUT: ReadonlySet<string> = new Set(['input-empty', 'record-invalid'])

async function fail(error: unknown, { taken, options }: Omit<Keeping, 'cache'>): Promise<Outcome | null> {
  // A reader that cannot be opened at all has no say about this input.
  if (!(error instanceof HearsayError) || FAULTS_OF_READER.has(error.code)) throw error
  const outcome: Outcome = { outcome: 'failed', article: null, code: error.code, message: error.message }
  const finished = options.database.transaction(tx => options.intake.finish(tx, taken, { ...outcome, digest: null }))
  return (await finished) ? outcome : null
}

const FAULTS_OF_READER: ReadonlySet<string> = new Set(['model-missing', 'model-mismatch', 'runtime-missing'])
