import type { Span } from './span.ts'

/**
 * Who says what: an attribution as PARC and PolNeAR have it. A role is a list of spans, since contents have gaps; source and cue
 * may be empty.
 */
export interface Statement {
  readonly id: string
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** The entity that speaks; null only where it is unclear. */
  readonly speaker: string | null
  /** Probability that `speaker` is right; null where `speaker` is. */
  readonly speakerConfidence: number | null
  /** Dictionary form of the cue's head; null where the cue is no word. */
  readonly cueLemma: string | null
  /** What the outlet's verb does to the words. */
  readonly attitude: Attitude
  readonly quotation: 'direct' | 'indirect' | 'mixed'
  readonly polarity: 'asserted' | 'denied' | 'asked' | 'declined'
  /** The entity that is spoken to; null where the text names none. */
  readonly addressee?: string | null
  /** When it was said: a Time's id; null where the text does not tell. The publication date never stands in. */
  readonly time?: string | null
  /** The statement that this one is told in (hearsay in hearsay). */
  readonly within: string | null
  /** Calibrated probability that source, cue and content are right, as PolNeAR's scorer means it. */
  readonly confidence: number
}

export type Attitude = 'neutral' | 'doubting' | 'affirming'

/** An attribution as the tagger finds it, before anything is said about who is meant. */
export interface Attribution {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** Calibrated probability, as `Statement.confidence`. */
  readonly confidence: number
}
