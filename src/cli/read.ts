import type { Config } from '../config.ts'
import { HearsayError } from '../errors.ts'
import { FORMATS, type Format, type FormatName, type Style } from '../format/index.ts'
import { type PageOutcome, pagesOf } from '../page/inputs.ts'
import { openReader, type Reader } from '../reader.ts'
import type { GivenMetadata, Page, Reading } from '../record/index.ts'
import { inOrder } from './ordered.ts'
import { styleFor, writerTo } from './output.ts'
import { type Progress, progressOn } from './progress.ts'
import { explain } from './trouble.ts'

export interface ReadFlags {
  readonly format?: FormatName
  readonly published?: string
  readonly publisher?: string
}

export interface ReadOptions {
  readonly flags: ReadFlags
  readonly config: Config
  /** The process's own by default. */
  readonly streams?: Streams
  readonly open?: typeof openReader
}

export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
}

/** Reads all inputs, writes their Readings in the inputs' order, and gives the exit status. */
export async function read(inputs: readonly string[], { flags, config, streams = process, open = openReader }: ReadOptions) {
  const given = givenBy(flags)
  const name: FormatName = flags.format ?? (streams.stdout.isTTY ? 'text' : 'jsonl')
  const style = styleFor(streams.stdout, config)
  const reader = lazily(() => open({ threads: config.threads }))
  const outcomes = inOrder(pagesOf(inputs, { given, allowPrivate: config.allowPrivate, stdin: streams.stdin }), {
    // Twice the threads: while one result waits for its turn or for the output, the next article is at hand.
    limit: 2 * config.threads,
    work: outcome => readingOf(outcome, reader.read),
  })
  const run: Run = { format: FORMATS[name], style, streams, progress: progressOn(streams.stderr) }
  try {
    return await (FORMATS[name].single ? deliverOne(outcomes, run) : deliverAll(outcomes, run))
  } finally {
    run.progress.clear()
    await reader.close()
  }
}

/** ISO 8601 with any precision from the year to the millisecond. */
const ISO_DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/

export function givenBy({ published, publisher }: ReadFlags): GivenMetadata | undefined {
  if (published !== undefined && !(ISO_DATE.test(published) && !Number.isNaN(Date.parse(published)))) {
    throw new HearsayError('usage', `--published has to be an ISO 8601 date such as 2025-09-03T10:16, not "${published}".`)
  }
  if (published === undefined && publisher === undefined) return undefined
  return { ...(published !== undefined && { datePublished: published }), ...(publisher !== undefined && { publisher }) }
}

interface Lazy {
  readonly read: (page: Page) => Promise<Reading>
  readonly close: () => Promise<void>
}

/**
 * A reader whose model is loaded when the first page is there, and not at all where no input can be read. `close` lets what is
 * being read come to its end first: a thread that is stopped inside the model's native code takes the whole process with it.
 */
function lazily(open: () => Promise<Reader>): Lazy {
  let opened: Promise<Reader> | undefined
  const running = new Set<Promise<unknown>>()
  const read = async (page: Page) => {
    opened ??= open().catch(error => Promise.reject(new Unopened(error)))
    const reader = await opened
    const reading = reader.read({ page })
    running.add(reading)
    return reading.finally(() => running.delete(reading))
  }
  const close = async () => {
    await Promise.allSettled(running)
    const reader = await opened?.catch(() => undefined)
    await reader?.close()
  }
  return { read, close }
}

/** Why the reader could not be opened: no input can be read then. */
class Unopened {
  readonly reason: unknown

  constructor(reason: unknown) {
    this.reason = reason
  }
}

type Outcome =
  | { readonly input: string; readonly reading: Reading; readonly error?: undefined }
  | { readonly input: string; readonly reading?: undefined; readonly error: unknown }

async function readingOf({ input, page, error }: PageOutcome, read: Lazy['read']): Promise<Outcome> {
  if (page === undefined) return { input, error }
  return read(page).then(
    reading => ({ input, reading }),
    failure => ({ input, error: failure }),
  )
}

interface Run {
  readonly format: Format
  readonly style: Style
  readonly streams: Streams
  readonly progress: Progress
}

async function deliverAll(outcomes: AsyncIterable<Outcome>, { format, style, streams, progress }: Run): Promise<number> {
  const write = writerTo(streams.stdout)
  let failed = false
  await write(format.head())
  for await (const outcome of outcomes) {
    if (outcome.reading) {
      // On one terminal both streams share the line that counts.
      if (streams.stdout.isTTY) progress.hide()
      await write(format.one(outcome.reading, style))
    } else {
      failed = true
      report(outcome, { progress, streams })
    }
    progress.count({ failed: outcome.reading === undefined })
  }
  await write(format.tail(style))
  return failed ? 1 : 0
}

async function deliverOne(outcomes: AsyncIterable<Outcome>, { format, style, streams, progress }: Run): Promise<number> {
  let only: Outcome | undefined
  for await (const outcome of outcomes) {
    if (only !== undefined) {
      throw new HearsayError('usage', 'The format json takes exactly one article, and there are more; jsonl takes any number.')
    }
    only = outcome
    if (!outcome.reading) report(outcome, { progress, streams })
  }
  if (only?.reading === undefined) return 1
  await writerTo(streams.stdout)(format.head() + format.one(only.reading, style) + format.tail(style))
  return 0
}

function report(outcome: Outcome, { progress, streams }: Pick<Run, 'progress' | 'streams'>): void {
  if (outcome.reading !== undefined) return
  if (outcome.error instanceof Unopened) throw outcome.error.reason
  progress.hide()
  streams.stderr.write(explain(outcome.error, outcome.input))
}
