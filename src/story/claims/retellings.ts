import type { Lineage } from '../../record/index.ts'
import type { Likeness } from './likeness.ts'
import type { Telling } from './tellings.ts'

type Compare = (a: number, b: number) => Likeness

/** Compares tellings of an article and of the one that it retells more kindly: what comes near in these is mostly meant to be one. */
export function withinRetellings(
  compare: Compare,
  { tellings, retold }: { readonly tellings: readonly Telling[]; readonly retold: readonly Lineage[] },
): Compare {
  const pairs = new Set(retold.flatMap(({ from, to }) => [`${from}\n${to}`, `${to}\n${from}`]))
  return (a, b) => {
    const likeness = compare(a, b)
    if (!pairs.has(`${tellings[a]!.article}\n${tellings[b]!.article}`)) return likeness
    return { ...likeness, score: raised(likeness.score), alike: raised(likeness.alike) }
  }
}

/** With better odds; what is out of the question stays so. */
const raised = (probability: number): number =>
  probability === 0 ? 0 : (probability * ODDS) / (probability * ODDS + 1 - probability)

/**
 * Of 1,198 places of the sets of `bench/origins` in view two finds 2 more than no better odds, four 7 and six 8, with as many ranges and nothing joined wrongly. The same for copies and rewrites that share words finds one place more, and joins
 * 127 pairs in 24 events of real news, of which half are right.
 */
const ODDS = 4
