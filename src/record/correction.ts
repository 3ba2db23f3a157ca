import type { Span } from './span.ts'

/** A place in an article by its words, so that it is found again after the article was read anew (W3C position and quotation). */
export interface Passage {
  readonly article: string
  readonly span: Span
  readonly exact: string
}

/** What a person can correct. */
export type Correction =
  /** These articles of a story are a story of their own. */
  | { readonly kind: 'split'; readonly story: string; readonly articles: readonly string[] }
  /** Two stories are one, which keeps the first one's id. */
  | { readonly kind: 'merge'; readonly stories: readonly [string, string] }
  | { readonly kind: 'rename'; readonly story: string; readonly name: string }
  /** Two articles are not of one story: the first leaves that of the second. */
  | { readonly kind: 'not-the-same'; readonly what: 'articles'; readonly articles: readonly [string, string] }
  /** Two tellings are not one claim, two mentions not one entity. */
  | { readonly kind: 'not-the-same'; readonly what: 'claim' | 'entity'; readonly passages: readonly [Passage, Passage] }
  /** Two articles have not taken from one another. */
  | { readonly kind: 'not-a-copy'; readonly articles: readonly [string, string] }
  /** The words at `content` are those of `speaker`, a name in that article; null where it is unclear whose they are. */
  | { readonly kind: 'wrong-speaker'; readonly content: Passage; readonly speaker: string | null }

export interface Corrected {
  readonly id: number
  readonly correction: Correction
  readonly by: string
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly undone: { readonly by: string; readonly at: string } | null
  /** The articles that it moved from one story to another. */
  readonly moved: readonly Move[]
}

export interface Move {
  readonly article: string
  readonly from: string
  readonly to: string
}
