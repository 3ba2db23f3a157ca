import type { Span } from './span.ts'

/** An expression of time with what it means: TIMEX3 (TimeML 1.2.1), anchored at the article's publication date. */
export interface Time {
  readonly id: string
  readonly span: Span
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** As precise as the text and no more: "in April" is `2025-04`. `PRESENT_REF`, `PAST_REF`, `FUTURE_REF` where no date can be told. */
  readonly value: string
  /** TIMEX3's `mod` (`APPROX`, `START`, `MID`, `END`, `MORE_THAN`, …), or null. */
  readonly mod: string | null
}
