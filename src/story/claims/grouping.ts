import type { Likeness } from './likeness.ts'

export interface Pairing {
  readonly a: number
  readonly b: number
  readonly likeness: Likeness
}

export interface GroupsGiven {
  readonly size: number
  /** The pairs that were compared, each once. */
  readonly pairings: readonly Pairing[]
  readonly compare: (a: number, b: number) => Likeness
  /** What must not come together. */
  readonly apart: (a: number, b: number) => boolean
  /** Whether an item says that something is not so. */
  readonly negated: (item: number) => boolean
  /** The place of an item's article in the order of publication. */
  readonly order: (item: number) => number
}

export interface Grouped {
  readonly groups: readonly (readonly number[])[]
  /** The items that say with a "not" what the rest of their group says without, or the other way round. */
  readonly turned: ReadonlySet<number>
}

/**
 * Groups of items that say one thing, the likest joined first. Two groups become one only where their members are alike on average
 * and none keeps another out, so that no chain of small steps joins what differs.
 */
export function groupsOf({ size, pairings, compare, apart, negated, order: orderOf }: GroupsGiven): Grouped {
  const groups = Array.from({ length: size }, (_, item) => [item])
  const groupOf = Array.from({ length: size }, (_, item) => item)
  const order = pairings
    .filter(({ a, b, likeness }) => likeness.score >= thresholdOf(likeness, orderOf(a) === orderOf(b)))
    .sort((x, y) => y.likeness.score - x.likeness.score)
  const turned = new Set<number>()
  const isNegated = (item: number) => negated(item) !== turned.has(item)
  for (const { a, b, likeness } of order) {
    const [into, from] = [Math.min(groupOf[a]!, groupOf[b]!), Math.max(groupOf[a]!, groupOf[b]!)]
    if (into === from) continue
    const isTurned = (isNegated(a) !== isNegated(b)) !== likeness.opposed
    if (isTurned) turn(groups[from]!)
    if (!mayJoin(groups[into]!, groups[from]!)) {
      if (isTurned) turn(groups[from]!)
      continue
    }
    for (const item of groups[from]!) groupOf[item] = into
    groups[into] = [...groups[into]!, ...groups[from]!].sort((x, y) => x - y)
    groups[from] = []
  }
  return { groups: groups.filter(group => group.length > 0), turned }

  function turn(items: readonly number[]): void {
    for (const item of items) if (!turned.delete(item)) turned.add(item)
  }

  /** A denial speaks of what was claimed before: where "no" was said first, who says "yes" later makes another claim. */
  function isDenialFirst(items: readonly number[]): boolean {
    const first = (wanted: boolean) => Math.min(...items.filter(item => isNegated(item) === wanted).map(orderOf))
    return first(true) < first(false) && Number.isFinite(first(false))
  }

  function mayJoin(one: readonly number[], other: readonly number[]): boolean {
    if (isDenialFirst([...one, ...other])) return false
    const same = { sum: 0, count: 0 }
    let denied = 0
    for (const a of spread(one)) {
      for (const b of spread(other)) {
        if (apart(a, b)) return false
        const likeness = compare(a, b)
        if (likeness.apart && likeness.apart !== 'actor' && likeness.alike >= ALIKE_MIN) return false
        const alike = likeness.apart ? 0 : likeness.alike
        // That one says what the other denies, and both with "not" alike, fits no stance.
        if (alike >= OPPOSED_MIN && (isNegated(a) !== isNegated(b)) !== likeness.opposed) return false
        if (likeness.opposed) denied = Math.max(denied, alike)
        else {
          same.sum += alike
          same.count++
        }
      }
    }
    // A denial has few of the words of what it denies: it speaks for its group only where nobody else does, and denies one wording of it.
    return same.count > 0 ? same.sum / same.count >= MEAN_MIN : denied >= OPPOSED_MIN
  }
}

/** Two contents are one from this score on; calibrated on `bench/claims/pairs.jsonl`, and on joins of giveme5w1h: of 55 between .55 and .65 that were read most were wrong. */
export const JOINED_MIN = 0.6
/** That one denies the other asks for more, since much that is merely different has a "not". */
export const OPPOSED_MIN = 0.7
/** Within an article things are told on, not again: only what is nearly the same is said twice. */
const AGAIN_MIN = 0.85
const thresholdOf = ({ opposed }: Likeness, again: boolean): number => (again ? AGAIN_MIN : opposed ? OPPOSED_MIN : JOINED_MIN)
/** What is kept apart although it is as alike as this is another claim about the same; what is less alike only has other words. */
const ALIKE_MIN = 0.25
/** Where clauses are read together .5 finds nine places less of 1,602 of the sets of `bench/origins` that have been read, and has three ranges more of 584 right; .4 joins two claims of a set that was read last. */
const MEAN_MIN = 0.45

/** So many members speak for a group: the earliest, and others evenly among the rest. */
const SPEAKING = 6

function spread(group: readonly number[]): readonly number[] {
  if (group.length <= SPEAKING) return group
  return Array.from({ length: SPEAKING }, (_, index) => group[Math.floor((index * group.length) / SPEAKING)]!)
}
