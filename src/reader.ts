import { HearsayError } from './errors.ts'
import { LIMITS } from './limits.ts'
import { fetchPage } from './page/fetch.ts'
import type { SiteCache } from './page/fetch-site.ts'
import { modelDigest } from './reading/model.ts'
import { openPool } from './reading/thread/pool.ts'
import type { ReadOptions } from './reading/thread/whole.ts'
import type { WorkerData } from './reading/thread/worker.ts'
import type { GivenMetadata, Page, ReaderVersion, Reading } from './record/index.ts'
import { VERSION } from './version.ts'

/** Where to find the model, and how much of the machine to use. */
export interface ReaderOptions {
  /** Worker threads; each holds its own copy of the model (about 100 MB). By default one. */
  readonly threads?: number
  /** The model's folder; by default the one that comes with the package. */
  readonly modelPath?: string
  /** Milliseconds that one article may take on its thread. */
  readonly timeoutMs?: number
  /** The file that the threads run, for tests and for other readers that answer in the same way. */
  readonly worker?: URL
}

/** Something to read: a text, a page, an address or a Page that was received already. */
export type ReaderInput =
  | ({ readonly text: string; readonly input?: string } & GivenMetadata)
  | ({ readonly html: string; readonly url?: string; readonly input?: string } & GivenMetadata)
  | ({ readonly url: string; readonly allowPrivate?: boolean } & GivenMetadata)
  | { readonly page: Page }

/** Reads articles one at a time, or several at once on its threads. */
export interface Reader {
  /**
   * One Reading. Trouble with the document is in its `problems`; rejects with a HearsayError where the input could not be read
   * at all, and with the reason of `signal` when that fires before a thread has taken the article up.
   */
  read(input: ReaderInput, options?: ReadOptions): Promise<Reading>
  /** Ends the threads. What is being read is rejected. */
  close(): Promise<void>
}

/** A reader with its model loaded. Rejects with `model-missing`, `model-mismatch` or `runtime-missing` where that fails. */
export async function openReader(options: ReaderOptions = {}): Promise<Reader> {
  const { threads = 1, modelPath, timeoutMs = LIMITS.readTimeoutMs, worker = workerFile() } = options
  if (!Number.isInteger(threads) || threads < 1) throw new HearsayError('usage', `${threads} is no number of threads.`)
  const workerData: WorkerData = modelPath === undefined ? {} : { modelPath }
  const pool = await openPool({ worker, workerData, threads, timeoutMs })
  const sites: SiteCache = new Map()
  return {
    read: async (input, options = {}) => pool.run(withinLimits(await pageOf(input, { sites, signal: options.signal })), options),
    close: () => pool.close(),
  }
}

/** What Readings by the packaged model say of their reader; no model is loaded for it. Throws `model-missing`. */
export async function readerVersion(): Promise<ReaderVersion> {
  return { version: VERSION, model: await modelDigest() }
}

/** The compiler rewrites the endings of imports, but not of addresses: this file's own ending says which one runs. */
function workerFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./reading/thread/worker.${ending}`, import.meta.url)
}

interface Fetching {
  readonly sites: SiteCache
  readonly signal: AbortSignal | undefined
}

async function pageOf(input: ReaderInput, { sites, signal }: Fetching): Promise<Page> {
  if ('page' in input) return input.page
  const given = givenOf(input)
  if ('text' in input) return { kind: 'text', input: input.input ?? 'text', text: input.text, given }
  if ('html' in input) {
    return {
      kind: 'html',
      input: input.input ?? input.url ?? 'html',
      html: input.html,
      url: input.url ?? null,
      fetchedAt: null,
      given,
    }
  }
  return fetchPage(input.url, { allowPrivate: input.allowPrivate ?? false, given, sites, signal })
}

function givenOf({ datePublished, publisher }: GivenMetadata): GivenMetadata {
  return { ...(datePublished !== undefined && { datePublished }), ...(publisher !== undefined && { publisher }) }
}

function withinLimits(page: Page): Page {
  const text = page.kind === 'html' ? page.html : page.kind === 'text' ? page.text : page.record.text
  if (Buffer.byteLength(text) <= LIMITS.pageBytesMax) return page
  throw new HearsayError('input-too-large', `${page.input} is larger than ${LIMITS.pageBytesMax} bytes.`)
}
