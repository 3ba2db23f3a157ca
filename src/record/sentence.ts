import type { Span } from './span.ts'

/** One sentence, and whose voice it is told in. */
export interface Sentence {
  readonly span: Span
  readonly voice: 'outlet' | 'attributed' | 'mixed'
}
