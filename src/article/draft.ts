import type { Problem } from '../record/index.ts'

/** What one kind of page gives before the text is looked at: its metadata as stated, and its body. */
export interface Draft extends Metadata {
  /** A corpus line's own id; null where the id is to be made. */
  readonly id: string | null
  readonly body: string
  /** What an extractor had to leave undone. */
  readonly problems: readonly Problem[]
}

/** Metadata as a page states them; dates are still in the page's own writing. */
export interface Metadata {
  readonly url: string | null
  readonly headline: string | null
  readonly alternativeHeadline: string | null
  readonly datePublished: string | null
  readonly dateModified: string | null
  readonly author: readonly string[]
  readonly publisher: string | null
}

/** A problem of this stage; not fatal and without a place unless said otherwise. */
export function problem(code: Problem['code'], note: string, options: { readonly fatal?: boolean } = {}): Problem {
  return { code, stage: 'article', span: null, fatal: options.fatal ?? false, note }
}
