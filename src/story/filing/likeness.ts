import type { Features } from '../features.ts'
import { type Prepared, preparedOf } from './prepared.ts'
import { sharesOnlyNames } from './short.ts'

/**
 * How likely two articles tell of the same event: the logarithm of the odds, between -`LIKENESS_MOST` and `LIKENESS_MOST`. Symmetric;
 * it depends on the two articles alone and not on what else a store holds, so that the order of their coming does not matter.
 */
export function likenessOf(one: Features, other: Features): number {
  const [first, second] = one.article < other.article ? [one, other] : [other, one]
  const known = likenesses.get(first) ?? new WeakMap<Features, number>()
  const likeness = known.get(second) ?? newLikeness(first, second)
  likenesses.set(first, known.set(second, likeness))
  return likeness
}

/** The same for the same features as long as these are held: the articles of a story are compared again with each that comes. */
const likenesses = new WeakMap<Features, WeakMap<Features, number>>()

function newLikeness(one: Features, other: Features): number {
  if (sameText(one, other)) return LIKENESS_MOST
  const measures = measuresOf(preparedOf(one), preparedOf(other))
  let sum = WEIGHTS.bias
  for (const name of MEASURES) sum += WEIGHTS[name] * measures[name]
  const most = sharesOnlyNames(one, other) ? UNTOLD_MOST : LIKENESS_MOST
  return Math.max(-LIKENESS_MOST, Math.min(most, sum))
}

export const LIKENESS_MOST = 6
/** Where it is not told what happened: no neighbours, in the sense of `pool.ts`. */
const UNTOLD_MOST = -2.5

/** Whether one is a reprint of the other, by so large a part of their shingles' sample. */
export function sameText({ shingles }: Features, other: Features): boolean {
  if (shingles.length < SAMPLE_LEAST || other.shingles.length < SAMPLE_LEAST) return false
  return sharedShingles(shingles, other.shingles) >= REPRINT_SHARE
}

const SAMPLE_LEAST = 8
/** Of the lowest hashes of both together, the share that both have: an estimate of Jaccard's measure (Broder 1997). */
const REPRINT_SHARE = 0.5

/** Both ascending, as `Features.shingles` are. */
function sharedShingles(one: readonly number[], other: readonly number[]): number {
  const size = Math.min(one.length, other.length)
  let shared = 0
  for (let looked = 0, at = 0, beside = 0; looked < size; looked++) {
    const [own, theirs] = [one[at] ?? Number.POSITIVE_INFINITY, other[beside] ?? Number.POSITIVE_INFINITY]
    if (own === theirs) shared++
    if (own <= theirs) at++
    if (theirs <= own) beside++
  }
  return shared / size
}

/** What two articles are compared by. Shares and cosines lie between 0 and 1; of two directions `Less` and `More` are the extremes. */
export interface Measures {
  /** Cosines of what headline and lead say, and of numbers; the root of that of two terms in a row, whose values are small. */
  readonly head: number
  readonly lead: number
  readonly numbers: number
  readonly pairs: number
  /** Of one article's heaviest names, and of its headline: the share of weight that the other has anywhere. */
  readonly namesLess: number
  readonly namesMore: number
  readonly headlineMore: number
  /** Whether the days that they name agree, or, both naming some, do not; the same of years. */
  readonly daysAgree: number
  readonly daysDiffer: number
  readonly yearsDiffer: number
  /** 1 where the publication of one is not known. */
  readonly undated: number
  /** ln(1 + days between the publications). */
  readonly apart: number
  /** The more, the fewer terms the shorter one has: short texts share little. */
  readonly short: number
}

/**
 * By logistic regression (`bench/stories/fit.ts`). Measures whose weight came out against their sense, for they say what others say
 * too, were left out one by one.
 */
export const WEIGHTS: Readonly<Record<keyof Measures | 'bias', number>> = {
  bias: -5.67,
  head: 2.82,
  lead: 0.14,
  numbers: 2.87,
  pairs: 5.23,
  namesLess: 0.32,
  namesMore: 1.14,
  headlineMore: 1.7,
  daysAgree: 1.74,
  daysDiffer: -0.88,
  yearsDiffer: -0.33,
  undated: -1.26,
  apart: -0.45,
  short: 3.64,
}

export const MEASURES = Object.keys(WEIGHTS).filter(name => name !== 'bias') as (keyof Measures)[]

export function measuresOf(one: Prepared, other: Prepared): Measures {
  const names = [share(one.nameKeys, other), share(other.nameKeys, one)] as const
  const both = one.days.length > 0 && other.days.length > 0
  const days = both ? Math.max(near(one.days, other.days), near(other.days, one.days)) : null
  const bothYears = one.years.size > 0 && other.years.size > 0
  const years = bothYears ? Math.max(agree(one.years, other.years), agree(other.years, one.years)) : null
  const [day, otherDay] = [one.features.day, other.features.day]
  const shorter = Math.min(one.features.profile.length, other.features.profile.length)
  return {
    head: cosine(one.head, other.head),
    lead: cosine(one.lead, other.lead),
    numbers: cosine(one.numbers, other.numbers),
    pairs: Math.sqrt(cosine(one.pairs, other.pairs)),
    namesLess: Math.min(...names),
    namesMore: Math.max(...names),
    headlineMore: Math.max(share(one.head, other), share(other.head, one)),
    daysAgree: days ?? 0,
    daysDiffer: days === null ? 0 : 1 - days,
    yearsDiffer: years === null ? 0 : 1 - years,
    undated: day === null || otherDay === null ? 1 : 0,
    apart: day === null || otherDay === null ? 0 : Math.log1p(Math.abs(day - otherDay)),
    short: Math.min(SHORT_MOST, SHORT_TERMS / Math.log(5 + shorter)),
  }
}

/** ln 30: with so many terms `short` is 1. */
const SHORT_TERMS = Math.log(30)
const SHORT_MOST = 1.5

export function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [key, weight] of few) sum += weight * (many.get(key) ?? 0)
  return sum
}

function share(keys: Iterable<readonly [string, number]>, { words, numbers }: Prepared): number {
  let found = 0
  let all = 0
  for (const [key, weight] of keys) {
    all += weight
    if (words.has(key) || numbers.has(key)) found += weight
  }
  return all > 0 ? found / all : 0
}

/** The share of the days named that the other names too, or nearly. */
function near(days: Prepared['days'], others: Prepared['days']): number {
  let found = 0
  let all = 0
  for (const [day, weight] of days) {
    let best = 0
    for (const [other] of others) best = Math.max(best, NEARNESS[Math.abs(day - other)] ?? 0)
    found += weight * best
    all += weight
  }
  return found / all
}

/** By days between: reports of one day's event name the day before and after it too. */
const NEARNESS = [1, 0.8, 0.5, 0.5]

function agree(years: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
  let found = 0
  let all = 0
  for (const [year, weight] of years) {
    all += weight
    if (others.has(year)) found += weight
  }
  return found / all
}
