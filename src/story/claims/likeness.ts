import { isWithin } from '../merging/events.ts'
import { isSameUnit } from './amounts.ts'
import type { Content, Term } from './content.ts'
import { cosine } from './vectors.ts'

/** What is known of an entity beside its id: words that it goes by in the story. */
export type WordsOf = (key: string) => ReadonlySet<string>

/** How much two contents say the same, and what keeps them apart. */
export interface Likeness {
  /** Probability that they are one content, negation aside; 0 where something keeps them apart. */
  readonly score: number
  /** What score they would have without what keeps them apart. */
  readonly alike: number
  readonly opposed: boolean
  /** What keeps them apart. */
  readonly apart: 'amount' | 'date' | 'actor' | 'modality' | null
  /** Words that both have, as stems. */
  readonly shared: readonly string[]
}

/** Compares two contents. `anyMood`: one of them is a refusal to say whether it is so, which fits every mood. */
export function likenessOf(a: Content, b: Content, wordsOf: WordsOf, anyMood = false): Likeness {
  const features = featuresOf(a, b, wordsOf)
  const alike = probabilityOf(features)
  const found = apartOf(a, b, features)
  const apart = anyMood && found === 'modality' ? null : found
  return { score: apart ? 0 : alike, alike, opposed: a.negated !== b.negated, apart, shared: features.shared }
}

export interface Features {
  /** Shares of the weight of each that the other has, the smaller and the larger. */
  readonly least: number
  readonly most: number
  readonly cosine: number
  /** Weight of what both have. */
  readonly weight: number
  /** The heaviest term that the other lacks: the smaller and the larger of both sides. */
  readonly missingLeast: number
  readonly missingMost: number
  readonly sameAmounts: number
  readonly otherAmounts: number
  readonly sameDates: number
  readonly shared: readonly string[]
  readonly pairs: readonly (readonly [Term, Term])[]
}

export function featuresOf(a: Content, b: Content, wordsOf: WordsOf): Features {
  const there = cover(a, b, wordsOf)
  const back = cover(b, a, wordsOf)
  const same = a.amounts.filter(one => b.amounts.some(other => other.value === one.value && isSameUnit(one, other))).length
  return {
    least: Math.min(there.share, back.share),
    most: Math.max(there.share, back.share),
    cosine: a.vector && b.vector ? cosine(a.vector, b.vector) : 0,
    weight: Math.min(there.weight, back.weight),
    missingLeast: Math.min(there.missing, back.missing),
    missingMost: Math.max(there.missing, back.missing),
    sameAmounts: same,
    otherAmounts: Math.max(a.amounts.length, b.amounts.length) - same,
    sameDates: a.dates.some(date => b.dates.some(other => isWithin(date.value, other.value))) ? 1 : 0,
    shared: there.pairs.map(([term]) => term.key),
    pairs: there.pairs,
  }
}

interface Cover {
  readonly share: number
  readonly weight: number
  readonly missing: number
  readonly pairs: readonly (readonly [Term, Term])[]
}

/** How much of `a` is in `b`. */
function cover(a: Content, b: Content, wordsOf: WordsOf): Cover {
  let all = 0
  let found = 0
  let missing = 0
  const pairs: (readonly [Term, Term])[] = []
  for (const term of a.terms) {
    let best = b.carried.has(term.key) ? 1 : 0
    let partner: Term | null = null
    for (const other of b.terms) {
      const credit = creditOf(term, other, wordsOf)
      if (credit > best || (credit === best && credit > 0 && !partner)) {
        best = credit
        partner = other
      }
    }
    all += term.weight
    found += term.weight * best
    missing = Math.max(missing, term.weight * (1 - best))
    if (partner && best >= PAIR_CREDIT) pairs.push([term, partner])
  }
  return { share: all === 0 ? 0 : found / all, weight: found, missing, pairs }
}

const PAIR_CREDIT = 0.6

/** How far one term stands for another: 1 for the same, less for what shares a root, a name or a meaning. */
function creditOf(a: Term, b: Term, wordsOf: WordsOf): number {
  if (a.key === b.key) return 1
  if (a.kind === 'entity' && b.kind === 'entity') return 0
  if (a.kind === 'entity') return wordsOf(a.key).has(b.key) ? NAMED : 0
  if (b.kind === 'entity') return wordsOf(b.key).has(a.key) ? NAMED : 0
  if (isRelated(a.key, b.key)) return RELATED
  if (!a.vector || !b.vector) return 0
  const near = cosine(a.vector, b.vector)
  return near < NEAR_MIN ? 0 : Math.min(1, (near - NEAR_MIN) * NEAR_SLOPE + NEAR_LEAST)
}

/** "The port chief" for her who goes by that in the story. */
const NAMED = 0.8
/** "Inspected" and "inspection". */
const RELATED = 0.9
const NEAR_MIN = 0.45
const NEAR_LEAST = 0.5
const NEAR_SLOPE = 1.5

/** Whether two stems begin alike and differ in an ending only. */
function isRelated(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  if (length < 4) return false
  let common = 0
  while (common < length && a[common] === b[common]) common++
  return common >= Math.max(4, Math.max(a.length, b.length) * ROOT_SHARE) || (common >= 5 && common === length)
}

/** Measured on no corpus: "collapse/collaps", "evacuat/evacuation" are in, "port/portion" is out. */
const ROOT_SHARE = 0.7

function apartOf(a: Content, b: Content, features: Features): Likeness['apart'] {
  if (isOtherAmount(a, b)) return 'amount'
  if (a.dates.length > 0 && b.dates.length > 0 && features.sameDates === 0) return 'date'
  if (isOtherActor(a, b, features)) return 'actor'
  if (!AGREEING[a.modality].includes(b.modality)) return 'modality'
  return null
}

const AGREEING: Readonly<Record<Content['modality'], readonly Content['modality'][]>> = {
  told: ['told'],
  ahead: ['ahead'],
  possible: ['possible', 'asked'],
  asked: ['asked', 'possible'],
}

/** A number of the same thing that the other does not have, on both sides. */
function isOtherAmount(a: Content, b: Content): boolean {
  return a.amounts.some(
    one =>
      !b.amounts.some(other => other.value === one.value) &&
      b.amounts.some(other => isSameUnit(one, other) && !a.amounts.some(each => each.value === other.value)),
  )
}

/** Who does it differs: other entities before the verb; or two that change places around the same verb. */
function isOtherActor(a: Content, b: Content, { pairs }: Features): boolean {
  if (a.passive === b.passive) {
    const subject = (content: Content) => content.terms.filter(term => term.at < content.verbAt)
    const [first, second] = [subject(a), subject(b)]
    const partnered = (terms: readonly Term[], side: 0 | 1) =>
      terms.some(term => pairs.some(pair => pair[side] === term)) || terms.length === 0
    const carried = first.some(term => b.carried.has(term.key)) || second.some(term => a.carried.has(term.key))
    if (first.length > 0 && second.length > 0 && !carried && !partnered(first, 0) && !partnered(second, 1)) return true
  }
  return changedPlaces(a, b, pairs)
}

function changedPlaces(a: Content, b: Content, pairs: Features['pairs']): boolean {
  if (a.passive !== b.passive || a.verbAt === -1 || b.verbAt === -1) return false
  const side = (content: Content, term: Term) => Math.sign(term.at - content.verbAt)
  const moved = pairs.filter(([one, other]) => side(a, one) * side(b, other) === -1)
  return moved.length >= 2 && moved.some(([one]) => side(a, one) < 0) && moved.some(([one]) => side(a, one) > 0)
}

/** Fitted by hand until `bench/claims` says better. */
function probabilityOf(f: Features): number {
  const z =
    -7 +
    5 * f.least +
    4 * f.most +
    3 * f.cosine +
    0.15 * Math.min(f.weight, 12) -
    0.45 * f.missingLeast -
    0.15 * f.missingMost +
    0.8 * Math.min(f.sameAmounts, 2) -
    1.0 * Math.min(f.otherAmounts, 2) +
    0.4 * f.sameDates
  return 1 / (1 + Math.exp(-z))
}
