import { type Claim, type Origin, type Range, rangeOf } from '../../record/index.ts'

/** What is left of a claim when origins are taken away. */
export interface Standing {
  /** Origins of the claim that are left. */
  readonly left: readonly string[]
  /** Origins of the claim that were taken away. */
  readonly gone: readonly string[]
  /** The least and the most separate origins that are left; where one may be the same as one that was taken away, the least is without it. */
  readonly range: Range
}

/** How many separate origins a claim rests on without those that were taken away, counted as the Story counts its own (`rangeOf`). */
export function standingOf(claim: Pick<Claim, 'origins'>, origins: readonly Origin[], away: ReadonlySet<string>): Standing {
  const left = claim.origins.filter(id => !away.has(id))
  const gone = claim.origins.filter(id => away.has(id))
  const near = new Map(origins.map(({ id, mayBeSameAs }) => [id, new Set(mayBeSameAs.map(({ origin }) => origin))]))
  const mayBeSame = (a: string, b: string) => near.get(a)?.has(b) === true || near.get(b)?.has(a) === true
  const apart = left.filter(id => !gone.some(other => mayBeSame(id, other)))
  const unsure = gone.filter(id => left.some(other => mayBeSame(id, other)))
  const [least, most] = rangeOf(left, mayBeSame)
  // What was taken may be any one of those that it may be the same as, and no two of them that are two.
  return { left, gone, range: [Math.max(rangeOf(apart, mayBeSame)[0], least - unsure.length), most] }
}

/** How many of the claims stand, and how many are left without an origin. */
export function whatStands(
  claims: readonly Claim[],
  origins: readonly Origin[],
  away: ReadonlySet<string>,
): { readonly standing: number; readonly doubtful: number; readonly fallen: number } {
  const counts = { standing: 0, doubtful: 0, fallen: 0 }
  for (const claim of claims) {
    // Denials alone found no origin, so that none can be taken from it.
    if (claim.origins.length === 0) continue
    const { range } = standingOf(claim, origins, away)
    counts[range[1] === 0 ? 'fallen' : range[0] === 0 ? 'doubtful' : 'standing'] += 1
  }
  return counts
}
