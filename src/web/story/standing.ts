import type { Claim, Origin, Range } from '../../record/index.ts'

/** What is left of a claim when origins are taken away. */
export interface Standing {
  /** Origins of the claim that are left. */
  readonly left: readonly string[]
  /** Origins of the claim that were taken away. */
  readonly gone: readonly string[]
  /** The least and the most separate origins that are left. The least counts none that may be the same as one that was taken away. */
  readonly range: Range
}

/** How many separate origins a claim rests on without those that were taken away; the same rules as the story's own range has. */
export function standingOf(claim: Pick<Claim, 'origins'>, origins: readonly Origin[], away: ReadonlySet<string>): Standing {
  const left = claim.origins.filter(id => !away.has(id))
  const gone = claim.origins.filter(id => away.has(id))
  return { left, gone, range: [leastOf(left, [...claim.origins], { origins, away }), left.length] }
}

interface Joining {
  readonly origins: readonly Origin[]
  readonly away: ReadonlySet<string>
}

/** Groups of origins that may be one, those counted in which none was taken away. */
function leastOf(left: readonly string[], all: readonly string[], { origins, away }: Joining): number {
  const parent = new Map(all.map(id => [id, id]))
  const top = (id: string): string => {
    const up = parent.get(id)!
    return up === id ? id : top(up)
  }
  for (const { id, mayBeSameAs } of origins) {
    for (const { origin } of mayBeSameAs) if (parent.has(id) && parent.has(origin)) parent.set(top(id), top(origin))
  }
  const broken = new Set(all.filter(id => away.has(id)).map(top))
  return new Set(left.map(top).filter(group => !broken.has(group))).size
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
