import type { Lineage, Range, Reading, Span, StoryEntity } from '../../record/index.ts'
import type { FoundClaim } from '../claims/claims.ts'
import type { FoundEvent } from '../merging/index.ts'
import type { Merged } from '../merging/merged.ts'

/** What origins are counted from. */
export interface OriginsGiven {
  /** In the order of publication. */
  readonly readings: readonly Reading[]
  readonly entities: Merged<StoryEntity>
  readonly lineage: readonly Lineage[]
  readonly sourcing: readonly Sourced[]
  readonly claims: readonly FoundClaim[]
  /** For each claim, the part that each appearance is of; those of two parts may tell two things. Left out, all tell one. */
  readonly parts?: ReadonlyMap<string, readonly string[]>
  readonly events: readonly FoundEvent[]
}

/** Whose work an article says that it is, and which outlets it says that it has something from. */
export interface Sourced {
  readonly article: string
  /** The key of the outlet that prints it; null where none is named. One outlet has one key, whatever name it goes by. */
  readonly outlet: string | null
  readonly sources: readonly Source[]
}

/** One place where an article says so. */
export interface Source {
  readonly kind: 'agency' | 'outlet' | 'release' | 'speech' | 'own'
  readonly span: Span
  /** The key of the outlet or agency; null for the other kinds. */
  readonly key: string | null
  /** A credit speaks for the whole article, a citation for its sentence. */
  readonly scope: 'article' | 'sentence'
}

/** Of one claim or event. */
export interface Counted {
  readonly origins: readonly string[]
  readonly independentOrigins: Range
}
