import { textOf } from '../../record/index.ts'
import type { Asking, ClausePair, Relation } from '../cross/asked.ts'
import type { Pairing } from './grouping.ts'
import type { Telling } from './tellings.ts'

export interface RelatedGiven {
  readonly tellings: readonly Telling[]
  readonly bodies: ReadonlyMap<string, string>
  /** What was compared by what each says alone. */
  readonly pairings: readonly Pairing[]
}

/** What two tellings say of one another, of who has read them together; null where nobody has. */
export type RelationOf = (a: number, b: number) => Relation | null

/** Asks to read together what comes near, the nearest first, and nothing keeps apart. */
export function* relationsOf({ tellings, bodies, pairings }: RelatedGiven): Asking<RelationOf> {
  const pairs = pairings
    .filter(({ a, b, likeness }) => isAcross(tellings[a]!, tellings[b]!) && isWorthReading(likeness))
    .sort((x, y) => y.likeness.near - x.likeness.near)
    .slice(0, READ_MAX)
  const wordsOf = ({ article, span }: Telling) => textOf(bodies.get(article)!, span)
  const found = yield pairs.map(({ a, b }): ClausePair => [wordsOf(tellings[a]!), wordsOf(tellings[b]!)])
  if (found === null) return () => null
  const known = new Map(pairs.map(({ a, b }, index) => [a * tellings.length + b, found[index]!]))
  return (a, b) => known.get(Math.min(a, b) * tellings.length + Math.max(a, b)) ?? null
}

/** What is kept apart, or decided by words or figures, needs no second look. */
export const isWorthReading = ({ apart, decided, near }: Pairing['likeness']): boolean =>
  apart === null && !decided && near >= NEAR_MIN

/** Of the clauses of the sets of `bench/origins` that are one, 97 of 100 come at least so near; of all that are compared one in nine. */
const NEAR_MIN = 0.05

/** Two milliseconds each: bounds what a story costs. */
const READ_MAX = 1500

/** Two clauses of two articles, of which it is known what they mean; what one article tells again is the same by its words. */
const isAcross = (one: Telling, other: Telling): boolean =>
  one.article !== other.article && one.content.sense !== null && other.content.sense !== null
