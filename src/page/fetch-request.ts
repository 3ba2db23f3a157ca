import { promisify } from 'node:util'
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import { VERSION } from '../version.ts'

/** How the program names itself; site owners address it in robots.txt as `Hearsay`. */
export const USER_AGENT = `Hearsay/${VERSION} (reads single pages for one person; obeys robots.txt and TDMRep)`

/** Loaded when something is fetched: a tenth of a second that reading a file should not cost. */
export const loadUndici = () => import('undici')

/** A received answer: `body` is decompressed, and no longer than was asked for. */
export interface Answer {
  readonly status: number
  /** The lines of each header, by its name in lower case. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: Uint8Array
}

export interface RequestOptions {
  readonly dispatcher: Dispatcher
  readonly signal: AbortSignal
  readonly accept: string
  readonly bytesMax: number
  /** Headers beside those of every request. */
  readonly headers?: Readonly<Record<string, string>>
  /** What happens beyond `bytesMax`: fail with `input-too-large`, or keep the beginning. */
  readonly beyond: 'fail' | 'cut'
}

/** One GET request without redirects. The body is read of answers with a status of 200 to 299 only; else it is empty. */
export async function get(url: URL, options: RequestOptions): Promise<Answer> {
  const { request } = await loadUndici()
  try {
    const answer = await request(url, {
      dispatcher: options.dispatcher,
      signal: options.signal,
      headers: { ...options.headers, 'user-agent': USER_AGENT, accept: options.accept, 'accept-encoding': 'gzip, deflate, br' },
    })
    // What is left unread is destroyed, and a destroyed body reports that it was.
    answer.body.on('error', () => {})
    const headers = headersOf(answer.headers)
    const wanted = answer.statusCode >= 200 && answer.statusCode < 300
    const body = wanted ? await bodyOf(url, { chunks: answer.body, headers, options }) : new Uint8Array()
    if (!wanted) answer.body.destroy()
    return { status: answer.statusCode, headers, body }
  } catch (error) {
    throw asHearsayError(url, { error, signal: options.signal })
  }
}

interface BodyInput {
  readonly chunks: AsyncIterable<Uint8Array>
  readonly headers: Answer['headers']
  readonly options: RequestOptions
}

async function bodyOf(url: URL, { chunks, headers, options }: BodyInput): Promise<Uint8Array> {
  let body: Uint8Array = await collected(url, { chunks, options })
  const codings = codingsOf(headers)
  if (codings.length > LIMITS.fetchCodingsMax)
    throw new HearsayError('url-not-text', `${url.href} came packed ${codings.length} times.`)
  for (const coding of codings) body = await decoded(url, { body, coding, options })
  return body
}

async function collected(url: URL, { chunks, options }: Pick<BodyInput, 'chunks' | 'options'>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    length += chunk.length
    if (length <= options.bytesMax) continue
    if (options.beyond === 'fail') throw tooLarge(url, options.bytesMax)
    break
  }
  return Buffer.concat(parts, Math.min(length, options.bytesMax))
}

/** The codings in the order in which they have to be undone. */
function codingsOf(headers: Answer['headers']): readonly string[] {
  const codings = (headers.get('content-encoding') ?? []).join(',').toLowerCase().split(',')
  return codings
    .map(coding => coding.trim())
    .filter(coding => coding !== '' && coding !== 'identity')
    .reverse()
}

const unzip = {
  gzip: promisify(gunzip),
  deflate: promisify(inflate),
  raw: promisify(inflateRaw),
  br: promisify(brotliDecompress),
}

async function decoded(
  url: URL,
  { body, coding, options }: { readonly body: Uint8Array; readonly coding: string; readonly options: RequestOptions },
): Promise<Uint8Array> {
  // A stream that ends early still gives the page that browsers would show.
  const zlib: ZlibOptions = { maxOutputLength: options.bytesMax, finishFlush: constants.Z_SYNC_FLUSH }
  try {
    if (coding === 'gzip' || coding === 'x-gzip') return await unzip.gzip(body, zlib)
    if (coding === 'br') return await unzip.br(body, { maxOutputLength: options.bytesMax })
    // Some servers mean the bare stream of RFC 1951 by “deflate”; the first byte of RFC 1950 ends in 8.
    if (coding === 'deflate') return await ((body[0] ?? 0) % 16 === 8 ? unzip.deflate : unzip.raw)(body, zlib)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(url, options.bytesMax)
    throw new HearsayError('url-not-text', `${url.href} came compressed (${coding}) and could not be unpacked.`, { cause: error })
  }
  throw new HearsayError('url-not-text', `${url.href} came in the unknown coding “${coding}”.`)
}

function headersOf(received: Record<string, string | string[] | undefined>): Answer['headers'] {
  return new Map(Object.entries(received).map(([name, value]) => [name.toLowerCase(), [value ?? []].flat()]))
}

function tooLarge(url: URL, bytesMax: number): HearsayError {
  return new HearsayError('input-too-large', `${url.href} is larger than ${bytesMax} bytes.`)
}

/** The names of undici's errors for a server that takes longer than undici itself waits. */
const TIMEOUTS = new Set(['HeadersTimeoutError', 'BodyTimeoutError', 'ConnectTimeoutError'])

function asHearsayError(url: URL, { error, signal }: { readonly error: unknown; readonly signal: AbortSignal }): unknown {
  if (error instanceof HearsayError) return error
  const { name } = error as Error
  const timedOut = TIMEOUTS.has(name) || (signal.aborted && (signal.reason as Error)?.name === 'TimeoutError')
  if (timedOut) return new HearsayError('url-timeout', `${url.href} was not there in time.`, { cause: error })
  if (signal.aborted) return signal.reason
  const { message, code } = error as NodeJS.ErrnoException
  return new HearsayError('url-unreachable', `${url.href} could not be fetched (${code ?? message}).`, { cause: error })
}
