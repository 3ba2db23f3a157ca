import { brotliDecompressSync } from 'node:zlib'
import { WARCParser, type WARCRecord } from 'warcio'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { GivenMetadata } from '../record/index.ts'
import { collect, failureOf } from './bytes.ts'
import type { PageOutcome } from './outcome.ts'
import { pageFromBytes } from './received.ts'

export interface ArchiveSource {
  /** The path, or `-`. */
  readonly input: string
  readonly given?: GivenMetadata
}

/**
 * The pages of a web archive (WARC 1.0 and 1.1, plain or gzipped a record), in its order: what was answered with success and is
 * HTML or plain text. Each is named `archive.warc.gz#ADDRESS`; everything else in the archive is passed over.
 */
export async function* pagesOfWarc(stream: AsyncIterable<Uint8Array>, source: ArchiveSource): AsyncGenerator<PageOutcome> {
  let found = false
  const allowance: Allowance = { bytes: HEAD_BYTES_MAX }
  try {
    for await (const record of new WARCParser(within(allowance, stream))) {
      allowance.bytes = record.warcContentLength + HEAD_BYTES_MAX
      const content = contentOf(record)
      if (content === null) continue
      found = true
      yield await outcomeOf(record, { ...source, ...content })
    }
    if (!found) yield { input: source.input, error: new HearsayError('input-empty', 'The archive holds no page.') }
  } catch (error) {
    yield { input: source.input, error: failureOf(error, source.input) }
  }
}

/** What the headers of a record and of its answer may take. The parser holds them whole, and servers send at most some 100 kB. */
const HEAD_BYTES_MAX = 1_000_000

/** Bytes that may still be read before the next record has to have begun. */
interface Allowance {
  bytes: number
}

/** The stream, until more of it is read than the record in hand announced and the next one's headers may take. */
async function* within(allowance: Allowance, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    if (allowance.bytes < 0) throw new HearsayError('input-too-large', 'The headers of a record in the archive do not end.')
    allowance.bytes -= chunk.length
    yield chunk
  }
}

interface Content {
  readonly kind: 'html' | 'text'
  readonly charset: string | null
  readonly brotli: boolean
}

/** What kind of page a record holds; null where it holds none. */
function contentOf(record: WARCRecord): Content | null {
  if (!['response', 'resource'].includes(record.warcType ?? '') || !/^https?:/i.test(record.warcTargetURI ?? '')) return null
  const http = record.httpHeaders
  if (http && !/^2\d\d$/.test(String(http.statusCode ?? ''))) return null
  const type = (http ? http.headers.get('Content-Type') : record.warcContentType) ?? ''
  const kind = /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type) ? 'html' : /^\s*text\/plain/i.test(type) ? 'text' : null
  if (kind === null) return null
  const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1] ?? null
  return { kind, charset, brotli: http?.headers.get('Content-Encoding')?.trim().toLowerCase() === 'br' }
}

async function outcomeOf(record: WARCRecord, about: ArchiveSource & Content): Promise<PageOutcome> {
  const url = record.warcTargetURI ?? ''
  const input = `${about.input}#${url}`
  try {
    const body = await collect(record, { input })
    const bytes = about.brotli ? brotliDecompressSync(body, { maxOutputLength: LIMITS.pageBytesMax }) : body
    const { kind, charset, given } = about
    return { input, page: pageFromBytes(bytes, { input, kind, given, charset, url, fetchedAt: record.warcDate ?? null }) }
  } catch (error) {
    return { input, error: failureOf(error, input) }
  }
}
