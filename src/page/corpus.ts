import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { CorpusRecord, GivenMetadata } from '../record/index.ts'
import { failureOf } from './bytes.ts'
import { isBlank, linesOf, unzipped } from './lines.ts'
import type { PageOutcome } from './outcome.ts'

/** Where a corpus comes from. */
export interface CorpusSource {
  /** The path, or `-`. */
  readonly input: string
  readonly gzip: boolean
  readonly given?: GivenMetadata
}

/**
 * One outcome a line; blank lines are passed over. A line that is no record fails as `corpus.jsonl:LINE`, and so does a stream
 * that breaks; the lines before it stand.
 */
export async function* recordsOf(stream: AsyncIterable<Uint8Array>, source: CorpusSource): AsyncGenerator<PageOutcome> {
  let line = 0
  let found = false
  try {
    for await (const { number, bytes } of linesOf(source.gzip ? unzipped(stream) : stream, LIMITS.recordBytesMax)) {
      line = number
      if (bytes !== null && isBlank(bytes)) continue
      found = true
      yield outcomeOf(bytes, { ...source, line: number })
    }
    if (!found) yield { input: source.input, error: new HearsayError('input-empty', 'The corpus has no lines.') }
  } catch (error) {
    yield { input: `${source.input}:${line + 1}`, error: failureOf(error, source.input) }
  }
}

function outcomeOf(bytes: Uint8Array | null, at: CorpusSource & { readonly line: number }): PageOutcome {
  const place = `${at.input}:${at.line}`
  try {
    if (bytes === null) throw new HearsayError('input-too-large', `The line has more than ${LIMITS.recordBytesMax} bytes.`)
    const record = parseRecord(bytes)
    const input = `${at.input}#${record.id}`
    return { input, page: { kind: 'record', input, record, ...(at.given && { given: at.given }) } }
  } catch (error) {
    return { input: place, error: failureOf(error, place) }
  }
}

/** The record in a line of JSON. Throws `record-invalid`. */
export function parseRecord(bytes: Uint8Array): CorpusRecord {
  const value = parsed(bytes)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('The line is not a JSON object.')
  const fields = value as Readonly<Record<string, unknown>>
  for (const name of ['id', 'text'] as const) {
    if (typeof fields[name] !== 'string') throw invalid(`"${name}" is ${fields[name] === undefined ? 'missing' : 'no string'}.`)
  }
  for (const name of ['headline', 'datePublished', 'publisher', 'url'] as const) {
    const field = fields[name] ?? null
    if (field !== null && typeof field !== 'string') throw invalid(`"${name}" is neither a string nor null.`)
  }
  if (!isAuthor(fields.author ?? null)) throw invalid('"author" is neither a string, nor a list of strings, nor null.')
  const { id, text, headline, datePublished, publisher, author, url } = value as CorpusRecord
  return { id, text, headline, datePublished, publisher, author, url }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new HearsayError('record-invalid', 'The line is not JSON in UTF-8.', { cause: error })
  }
}

function isAuthor(author: unknown): boolean {
  return author === null || typeof author === 'string' || (Array.isArray(author) && author.every(a => typeof a === 'string'))
}

function invalid(message: string): HearsayError {
  return new HearsayError('record-invalid', message)
}
