import type { Span } from './span.ts'

/** One sentence, and whose voice it is told in. */
export interface Sentence {
  readonly span: Span
  readonly voice: 'outlet' | 'attributed' | 'mixed'
  /** Loaded words: words that judge where another would only name. */
  readonly loaded?: readonly Span[]
  /** Why each of `loaded` is one, in the same order. */
  readonly loadedBy?: readonly LoadedBy[]
}

/** The entry of `ontology/loaded-words.json`, the model's score, or both. */
export interface LoadedBy {
  readonly entry: string | null
  /** A probability; null where the list alone says so. */
  readonly score: number | null
}
