import type { Span } from './span.ts'

/** One news article, under the names of schema.org's NewsArticle. All offsets of a Reading refer to `articleBody`. */
export interface Article {
  /** Stable: a corpus line's own id, else derived from the URL or, without one, from the content. */
  readonly id: string
  readonly url: string | null
  readonly headline: string | null
  readonly alternativeHeadline: string | null
  /** The text, normalised once (CRLF to LF; paragraphs apart by a blank line); a corpus line's text is never touched. */
  readonly articleBody: string
  /** ISO 8601 with the precision that was given, never padded; with an offset where one is known. */
  readonly datePublished: string | null
  readonly dateModified: string | null
  readonly author: readonly string[]
  readonly publisher: string | null
  /** BCP 47 primary tag, or null where too little text is there to tell. */
  readonly inLanguage: string | null
  readonly dateline: Dateline | null
  readonly credits: readonly Credit[]
}

/** The place that a report is sent from, as it stands at the head of the body. */
export interface Dateline {
  readonly text: string
  readonly span: Span
}

/** Whose work the text says it is: an agency, another outlet, or a press release. */
export interface Credit {
  readonly name: string
  readonly kind: 'wire' | 'outlet' | 'release'
  readonly span: Span
}
