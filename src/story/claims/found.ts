import type { Claim, Disagreement } from '../../record/index.ts'

/** A claim before its origins are counted. */
export type FoundClaim = Omit<Claim, 'origins' | 'independentOrigins' | 'lostAttribution'>

/** A disagreement before its origins are counted. Each value says which claim it is of, where it is of one that is listed. */
export interface FoundDisagreement {
  readonly about: Disagreement['about']
  readonly values: readonly (Omit<Disagreement['values'][number], 'origins'> & { readonly claim: string | null })[]
}
