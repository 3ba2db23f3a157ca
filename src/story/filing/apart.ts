import type { Features } from '../features.ts'
import type { Days } from './periods.ts'
import { type Prepared, preparedOf } from './prepared.ts'

/** Articles taken together, with what they are compared by as one. */
export interface Group {
  /** Places in the pool, ascending. */
  readonly members: readonly number[]
  readonly days: Days
  /** The mean weight of each term over the members. */
  readonly weights: ReadonlyMap<string, number>
  /** The share of the members that have the term. */
  readonly shares: ReadonlyMap<string, number>
}

/** The likeness of two articles by their places in the pool. */
export type Links = readonly Float64Array[]

export interface Compared {
  readonly pool: readonly Features[]
  readonly links: Links
}

/**
 * How far two groups of articles keep to themselves: large where each article is nearer to its own than to the others, and where each
 * side has words of its own in nearly all of its articles that the other hardly has. Two fires in one town are alike article by
 * article, and yet the reports of each name what no report of the other does.
 */
export function apartness(one: Group, other: Group, { links }: Compared): number {
  const margin = Math.min(marginOf(one, other, links), marginOf(other, one, links))
  return margin + CONTRAST_WEIGHT * (contrastOf(one, other) + contrastOf(other, one))
}

/** Above it two groups are two stories, however alike. Chosen on ECB+ train and dev and giveme5w1h dev (`bench/stories`). */
export const APART = 1.8
/** With fewer articles on a side what they have in common is chance; with less than the second number it may be, and more is asked. */
export const APART_SIZE = 3
export const APART_CERTAIN = 5
export const APART_FEW = 2.8
const CONTRAST_WEIGHT = 2

export function groupOf(members: readonly number[], { pool }: Compared): Group {
  const weights = new Map<string, number>()
  const shares = new Map<string, number>()
  const add = (map: Map<string, number>, key: string, value: number) => map.set(key, (map.get(key) ?? 0) + value / members.length)
  for (const member of members) {
    const { words, numbers } = preparedOf(pool[member]!) as Prepared
    for (const [stem, weight] of words) {
      add(weights, stem, weight)
      add(shares, stem, 1)
    }
    for (const [number, weight] of numbers) {
      add(weights, number, weight * NUMBER_WEIGHT)
      add(shares, number, 1)
    }
  }
  const days = members.flatMap(member => pool[member]!.day ?? []).sort((a, b) => a - b)
  return { members, days, weights, shares }
}

/** Numbers make a vector of their own, of few parts. */
const NUMBER_WEIGHT = 0.35

/** By how much the members are nearer to their nearest fellows than to the nearest of the others, on the mean. */
function marginOf({ members }: Group, others: Group, links: Links): number {
  let sum = 0
  for (const member of members) {
    const own = members.filter(each => each !== member).map(each => links[member]![each]!)
    const theirs = others.members.map(each => links[member]![each]!)
    const count = Math.min(NEAREST, own.length, theirs.length)
    sum += nearest(own, count) - nearest(theirs, count)
  }
  return sum / members.length
}

const NEAREST = 3
/** Reprints of one text are no nearer than this, else three of them would keep to themselves in any story. */
const NEAR_MOST = 4

function nearest(links: number[], count: number): number {
  const sorted = links.sort((a, b) => b - a).slice(0, count)
  return sorted.reduce((sum, link) => sum + Math.min(NEAR_MOST, link), 0) / count
}

/** The weight of the few terms that nearly all of the group have and hardly any of the others. */
export function contrastOf({ weights, shares }: Group, others: Group): number {
  const keys = [...weights]
    .map(([term, weight]) => ({ weight, share: shares.get(term)!, theirs: others.shares.get(term) ?? 0 }))
    .sort((a, b) => b.weight * b.share - a.weight * a.share)
    .slice(0, KEYS)
  const contrasts = keys.map(({ weight, share, theirs }) => weight * Math.max(0, share - theirs) ** 2)
  return contrasts
    .sort((a, b) => b - a)
    .slice(0, CONTRASTS)
    .reduce((sum, contrast) => sum + contrast, 0)
}

const KEYS = 15
const CONTRASTS = 4
