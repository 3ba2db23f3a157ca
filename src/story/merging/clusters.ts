import type { Joined } from '../../record/index.ts'

/** Things that are being joined, by index; what is held apart never meets, by whatever way. */
export interface Clusters {
  readonly rootOf: (item: number) => number
  /** Joins the clusters of two items and says why; false where they are held apart. */
  readonly join: (a: number, b: number, why: Joined) => boolean
  /** The clusters in order of their first item, each with its items in order. */
  readonly all: () => readonly { readonly items: readonly number[]; readonly why: readonly Joined[] }[]
}

/** `size` items, each alone. `apart`: pairs that must not come together. */
export function startClusters(size: number, apart: readonly (readonly [number, number])[]): Clusters {
  const parents = Array.from({ length: size }, (_, index) => index)
  const why = new Map<number, Joined[]>()
  const enemies = new Map<number, Set<number>>()
  for (const [a, b] of apart) {
    if (a === b) continue
    setOf(enemies, a).add(b)
    setOf(enemies, b).add(a)
  }
  const rootOf = (item: number): number => {
    while (parents[item] !== item) {
      parents[item] = parents[parents[item]!]!
      item = parents[item]!
    }
    return item
  }
  const isApart = (a: number, b: number) => [...(enemies.get(a) ?? [])].some(enemy => rootOf(enemy) === b)
  return {
    rootOf,
    join(a, b, reason) {
      const [first, second] = [rootOf(a), rootOf(b)].sort((x, y) => x - y) as [number, number]
      if (first === second) return true
      if (isApart(first, second)) return false
      parents[second] = first
      for (const enemy of enemies.get(second) ?? []) setOf(enemies, first).add(enemy)
      const reasons = [...(why.get(first) ?? []), reason, ...(why.get(second) ?? [])]
      why.set(first, distinct(reasons))
      why.delete(second)
      return true
    },
    all() {
      const groups = new Map<number, number[]>()
      for (let item = 0; item < size; item++) {
        const root = rootOf(item)
        const group = groups.get(root)
        if (group) group.push(item)
        else groups.set(root, [item])
      }
      return [...groups].map(([root, items]) => ({ items, why: why.get(root) ?? [] }))
    },
  }
}

function setOf(sets: Map<number, Set<number>>, key: number): Set<number> {
  const known = sets.get(key)
  if (known) return known
  const made = new Set<number>()
  sets.set(key, made)
  return made
}

/** One reason is said once, whatever number of records it joined. */
function distinct(reasons: readonly Joined[]): Joined[] {
  return [...new Map(reasons.map(reason => [`${reason.kind}\n${reason.what.join('\n')}`, reason])).values()]
}
