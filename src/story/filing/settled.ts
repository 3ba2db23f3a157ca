import type { Links } from './apart.ts'

export interface Settling {
  readonly links: Links
  /** Places that are not moved. */
  readonly bound: ReadonlySet<number>
  /** Whether a person has ruled that a place does not belong to a group. */
  readonly ruledApart: (place: number, group: readonly number[]) => boolean
}

/**
 * The groups with each place in that one whose members it is likest to: a second look, now that all is grouped. Linkage never takes
 * back what it joined first, when it knew the least.
 */
export function settled(
  groups: readonly (readonly number[])[],
  { links, bound, ruledApart }: Settling,
): readonly (readonly number[])[] {
  let sets = groups.map(group => [...group])
  for (let pass = 0; pass < PASSES_MOST; pass++) {
    let isMoved = false
    for (let place = 0; place < links.length; place++) {
      const own = sets.find(set => set.includes(place))!
      if (bound.has(place) || own.length === 1) continue
      const others = sets
        .filter(set => set !== own && set.length > 1 && !ruledApart(place, set))
        .map(set => ({ set, near: nearness(place, set, links) }))
        .sort((a, b) => b.near - a.near)
      const [best] = others
      if (!best || best.near <= nearness(place, own, links) || best.near < MOVE_LEAST) continue
      own.splice(own.indexOf(place), 1)
      best.set.push(place)
      best.set.sort((a, b) => a - b)
      isMoved = true
    }
    sets = sets.filter(set => set.length > 0)
    if (!isMoved) break
  }
  return sets
}

/** A few moves settle it, or none do. */
const PASSES_MOST = 3
/** Less like ones are joined by nothing else either: `JOIN_FEW` of `groups.ts`. */
const MOVE_LEAST = 0.5

/** The mean likeness to the likest of a group, itself left out. */
function nearness(place: number, group: readonly number[], links: Links): number {
  const nearest = group
    .filter(each => each !== place)
    .map(each => links[place]![each]!)
    .sort((a, b) => b - a)
    .slice(0, NEAREST)
  return nearest.reduce((sum, link) => sum + link, 0) / nearest.length
}

const NEAREST = 3
