import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { GivenMetadata } from '../record/index.ts'
import { collect, failureOf } from './bytes.ts'
import { parseRecord, recordsOf } from './corpus.ts'
import { unzipped } from './lines.ts'
import type { PageOutcome } from './outcome.ts'
import { pageFromBytes } from './received.ts'
import { pagesOfWarc } from './warc.ts'

export interface StreamSource {
  /** The path, or `-`. */
  readonly input: string
  readonly given?: GivenMetadata
}

/**
 * The pages of a stream that has no telling name, such as standard input: a corpus where the first line is a record, a web
 * archive by its first bytes, else one page, HTML where it looks like it; what gzip has packed is unpacked, once. A corpus and an
 * archive are never held whole.
 */
export async function* pagesOfStream(
  stream: AsyncIterable<Uint8Array>,
  source: StreamSource,
  { packed = false }: { readonly packed?: boolean } = {},
): AsyncGenerator<PageOutcome> {
  const chunks = stream[Symbol.asyncIterator]()
  try {
    const head = await headOf(chunks)
    const whole = joined(head.bytes, chunks)
    if (!packed && startsWith(head.bytes, GZIP)) yield* pagesOfStream(unzipped(whole), source, { packed: true })
    else if (startsWith(head.bytes, 'WARC/')) yield* pagesOfWarc(whole, source)
    else if (mayBeRecord(head.bytes) && isRecord(head.firstLine)) yield* recordsOf(whole, { ...source, gzip: false })
    else yield await onePage(whole, source)
  } catch (error) {
    yield { input: source.input, error: failureOf(error, source.input) }
  } finally {
    await chunks.return?.()
  }
}

const GZIP = '\x1f\x8b'
/** Three bytes that some editors put before a text in UTF-8. */
const BYTE_ORDER_MARK = '\xef\xbb\xbf'

const mayBeRecord = (bytes: Uint8Array): boolean => startsWith(bytes, '{') || startsWith(bytes, `${BYTE_ORDER_MARK}{`)

interface Head {
  readonly bytes: Uint8Array
  readonly firstLine: Uint8Array
}

/** Everything up to the end of the first line where that may be a record, else the first chunk. */
async function headOf(chunks: AsyncIterator<Uint8Array>): Promise<Head> {
  const parts: Uint8Array[] = []
  let size = 0
  let isLooked = false
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    const chunk = next.value
    const before = size
    parts.push(chunk)
    size += chunk.length
    const end = chunk.indexOf(0x0a)
    if (!isLooked && size >= 'WARC/'.length) {
      isLooked = true
      if (!mayBeRecord(Buffer.concat(parts))) break
    }
    if (end !== -1) return { bytes: Buffer.concat(parts), firstLine: Buffer.concat(parts).subarray(0, before + end) }
    if (size > LIMITS.recordBytesMax) throw new HearsayError('input-too-large', 'The first line does not end.')
  }
  const bytes = Buffer.concat(parts)
  return { bytes, firstLine: bytes }
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return Buffer.from(bytes.subarray(0, signature.length)).toString('latin1') === signature
}

function isRecord(line: Uint8Array): boolean {
  try {
    parseRecord(line)
    return true
  } catch {
    return false
  }
}

async function onePage(stream: AsyncIterable<Uint8Array>, { input, given }: StreamSource): Promise<PageOutcome> {
  return { input, page: pageFromBytes(await collect(stream, { input }), { input, kind: null, given }) }
}
