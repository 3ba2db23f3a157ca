import type { Span } from './span.ts'

/** Trouble with a document: reported in its Reading, never thrown. Codes are listed in `docs/problem.md`. */
export interface Problem {
  readonly code: ProblemCode
  readonly stage: Stage
  readonly span: Span | null
  /** Whether what follows that stage could not be read. */
  readonly fatal: boolean
  readonly note: string
}

export type Stage = 'page' | 'article' | 'reading'

export const PROBLEM_CODES = [
  'article-empty',
  'article-extracted-plainly',
  'article-too-long',
  'date-unclear',
  'encoding-guessed',
  'language-not-read',
  'language-unclear',
  'quotation-unbalanced',
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]
