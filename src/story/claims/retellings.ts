import type { Lineage } from '../../record/index.ts'
import { Groups } from '../groups.ts'
import type { Likeness } from './likeness.ts'
import type { Telling } from './tellings.ts'

type Compare = (a: number, b: number) => Likeness

export interface RetellingsGiven {
  readonly tellings: readonly Telling[]
  readonly retold: readonly Lineage[]
  /** Who copied whom: who retells an article retells its copies. */
  readonly lineage: readonly Lineage[]
}

/** Compares tellings of an article and of the one that it retells, or a copy of it, more kindly: what comes near in these is mostly meant to be one. */
export function withinRetellings(compare: Compare, { tellings, retold, lineage }: RetellingsGiven): Compare {
  const copies = new Groups()
  for (const { kind, from, to, share } of lineage) if (kind === 'copy' && share >= COPIED_SHARE) copies.join(from, to)
  const families = new Set(retold.flatMap(({ from, to }) => [keyOf(copies, from, to), keyOf(copies, to, from)]))
  return (a, b) => {
    const likeness = compare(a, b)
    if (!families.has(keyOf(copies, tellings[a]!.article, tellings[b]!.article))) return likeness
    return { ...likeness, score: raised(likeness.score), alike: raised(likeness.alike) }
  }
}

const keyOf = (copies: Groups, a: string, b: string): string => `${copies.of(a)}\n${copies.of(b)}`

/** Who prints so much of another tells what that tells. */
const COPIED_SHARE = 0.5

/** With better odds; what is out of the question stays so. */
const raised = (probability: number): number =>
  probability === 0 ? 0 : (probability * ODDS) / (probability * ODDS + 1 - probability)

/**
 * Of 1,198 places of the sets of `bench/origins` in view two finds 2 more than no better odds, four 7 and six 8, with as many ranges and nothing joined wrongly. The same for copies and rewrites that share words finds one place more, and joins
 * 127 pairs in 24 events of real news, of which half are right.
 */
const ODDS = 4
