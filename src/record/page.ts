import type { Problem } from './problem.ts'

/**
 * What was received, before anything is made of it. Never changed afterwards.
 *
 * `kind` says how the bytes came: `text` (with or without header lines), `html`, or `record` (a line of a corpus, whose `text`
 * must reach `articleBody` unit for unit).
 */
export type Page = HtmlPage | TextPage | RecordPage

interface Received {
  /** The path or URL that it came from, as the user will find it in `reading.input`. */
  readonly input: string
  /** Metadata given by the user for this run; they stand over header lines, and those over what the page says. */
  readonly given?: GivenMetadata
  /** Trouble met while receiving it; the Reading carries it on. */
  readonly problems?: readonly Problem[]
}

export interface GivenMetadata {
  readonly datePublished?: string
  readonly publisher?: string
}

export interface HtmlPage extends Received {
  readonly kind: 'html'
  readonly html: string
  /** The address after redirects, where one is known. */
  readonly url: string | null
  /** When it was fetched, ISO 8601 in UTC; null for a file. */
  readonly fetchedAt: string | null
}

export interface TextPage extends Received {
  readonly kind: 'text'
  readonly text: string
}

export interface RecordPage extends Received {
  readonly kind: 'record'
  readonly record: CorpusRecord
}

/** One line of a corpus, as `CONTRACT` has it: optional fields may be null or absent, unknown ones are ignored. */
export interface CorpusRecord {
  readonly id: string
  readonly text: string
  readonly headline?: string | null
  readonly datePublished?: string | null
  readonly publisher?: string | null
  readonly author?: string | readonly string[] | null
  readonly url?: string | null
}
