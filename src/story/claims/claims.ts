import type { Claim, Disagreement, Lineage, Reading } from '../../record/index.ts'
import type { StoryRulings } from '../given.ts'
import type { Lookup } from '../merging/merged.ts'

/** A claim before its origins are counted. */
export type FoundClaim = Omit<Claim, 'origins' | 'independentOrigins' | 'lostAttribution'>

/** A disagreement before its origins are counted. Each value says which claim it is of, where it is of one that is listed. */
export interface FoundDisagreement {
  readonly about: Disagreement['about']
  readonly values: readonly (Omit<Disagreement['values'][number], 'origins'> & { readonly claim: string | null })[]
}

export interface ClaimsGiven {
  readonly readings: readonly Reading[]
  readonly rulings: Pick<StoryRulings, 'notOneClaim'>
  readonly entityOf: Lookup
  /** Who copied whom: shared text is one wording. */
  readonly lineage?: readonly Lineage[]
}

export interface FoundClaims {
  /** Those told in two articles or more, or put in somebody's mouth; the most told first. */
  readonly claims: readonly FoundClaim[]
  readonly disagreements: readonly FoundDisagreement[]
}

/** What is claimed in a story, by whom and where, whoever says it in whatever words; and where figures, dates or actors differ. */
export function findClaims(_given: ClaimsGiven): FoundClaims {
  return { claims: [], disagreements: [] }
}
