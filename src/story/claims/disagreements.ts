import type { Span } from '../../record/index.ts'
import { textOf } from '../../record/index.ts'
import { startClusters } from '../merging/clusters.ts'
import { isWithin } from '../merging/events.ts'
import { stemOf } from '../terms.ts'
import type { Amount } from './amounts.ts'
import type { Content } from './content.ts'
import { figuresOf } from './figures.ts'
import type { FoundDisagreement } from './found.ts'
import type { Pairing } from './grouping.ts'
import type { Telling } from './tellings.ts'

export interface DisagreementsGiven {
  readonly tellings: readonly Telling[]
  readonly groups: readonly (readonly number[])[]
  readonly pairings: readonly Pairing[]
  readonly bodies: ReadonlyMap<string, string>
  /** The claim that lists a telling. */
  readonly claimOf: (item: number) => string | null
}

/** A value that one telling gives: a number, a date, or who. */
interface Value {
  readonly item: number
  readonly span: Span
  /** Two values with one key are the same. */
  readonly key: string
  /** What kind of figure it is; null for what only its clause says. */
  readonly kind: string | null
}

/**
 * Where tellings of one thing have another figure, date or actor: each value as it stands, with its article, in order of publication.
 * A figure that a later article raises is listed too, and who agrees with one of the values. None is preferred.
 */
export function disagreementsIn({ tellings, groups, pairings, bodies, claimOf }: DisagreementsGiven): FoundDisagreement[] {
  const values: Value[] = []
  const indexOf = new Map<string, number>()
  const add = (value: Value): number => {
    const place = `${value.item} ${value.span[0]}`
    const known = indexOf.get(place)
    if (known !== undefined) return known
    values.push(value)
    indexOf.set(place, values.length - 1)
    return values.length - 1
  }
  const links: (readonly [number, number])[] = []
  const link = (one: Value, other: Value) => links.push([add(one), add(other)])

  const kinds = new Map<string, Value[]>()
  tellings.forEach(({ content }, item) => {
    for (const { kind, amount } of figuresOf(content)) kinds.set(kind, [...(kinds.get(kind) ?? []), figureAt(item, amount, kind)])
  })
  for (const list of kinds.values()) for (const value of list) if (isNear(list[0]!, value)) link(list[0]!, value)
  for (const [one, other] of spokenOfBefore(tellings)) link(one, other)
  for (const pairing of pairings) {
    const differing = differingValues(tellings, pairing)
    if (differing) link(...differing)
  }
  const groupOf = new Map(groups.flatMap(group => group.map(item => [item, group] as const)))
  for (const value of [...values]) {
    for (const item of groupOf.get(value.item) ?? []) {
      const amount = tellings[item]!.content.amounts.find(each => `#${each.value}` === value.key)
      if (amount && item !== value.item) link(value, figureAt(item, amount, value.kind))
    }
  }
  // "Later in the year" in two articles is no difference that a reader could see, whatever years they are of.
  const wordsOf = ({ item, span }: Value): string => textOf(bodies.get(tellings[item]!.article)!, span).toLowerCase()
  const clusters = startClusters(values.length, [])
  for (const [a, b] of links) clusters.join(a, b, { kind: 'value', what: [] })
  return clusters
    .all()
    .map(({ items }) => items.map(item => values[item]!))
    .filter(set => new Set(set.map(({ key }) => key)).size > 1 && new Set(set.map(wordsOf)).size > 1)
    .map(set => told(set, tellings, bodies, claimOf))
}

const figureAt = (item: number, { value, span }: Amount, kind: string | null): Value => ({ item, span, key: `#${value}`, kind })

/** Figures of one kind that are so many times another count something else: the dead of a fire and those of a war. */
const TIMES_MAX = 6

function isNear(a: Value, b: Value): boolean {
  const [one, other] = [Number(a.key.slice(1)), Number(b.key.slice(1))]
  return Math.max(one, other) <= TIMES_MAX * Math.max(1, Math.min(one, other))
}

/** "The company put the number at 700", "there were 1,240": a number of what the number before it in the article counts. */
function spokenOfBefore(tellings: readonly Telling[]): (readonly [Value, Value])[] {
  return tellings.flatMap(({ article, sentence, content }, item) => {
    if (!SPOKEN_OF.test(content.words.join(' '))) return []
    const own = content.amounts.find(({ unit }) => unit.length === 0)
    if (!own) return []
    for (let at = item - 1; at >= 0 && tellings[at]!.article === article && sentence - tellings[at]!.sentence <= 2; at--) {
      const before = tellings[at]!.content.amounts.find(({ unit, value }) => unit.length > 0 && unit[0] !== '%' && value > 1)
      if (before) return [[figureAt(at, before, null), figureAt(item, own, null)] as const]
    }
    return []
  })
}

const SPOKEN_OF =
  /\b(?:number|figure|total|count|turnout)\b.{0,20}\bat\b|\bthere (?:are|were|had been|have been) (?:about |some |only |around |almost |nearly )?[\d., ]+$/

/** So alike must two tellings be, what differs aside, to disagree about one thing. */
const DISAGREE_MIN = 0.75
/** A name in another's place may be another deed: their words must be nearly the same. */
const OTHER_ACTOR_MIN = 0.9

function differingValues(tellings: readonly Telling[], { a, b, likeness }: Pairing): readonly [Value, Value] | null {
  const { apart, alike, opposed, sameFigure, counts } = likeness
  if (opposed || sameFigure) return null
  const [one, other] = [tellings[a]!.content, tellings[b]!.content]
  if (apart === 'amount' && counts && tellings[a]!.article !== tellings[b]!.article) {
    const counted = countedIn(one, other)
    if (counted) return [figureAt(a, counted[0], null), figureAt(b, counted[1], null)]
  }
  if (alike < DISAGREE_MIN) return null
  if (apart === 'amount') {
    for (const amount of one.amounts) {
      if (amount.unit.length === 0 || other.amounts.some(({ value }) => value === amount.value)) continue
      const differs = other.amounts.find(
        each => each.unit.some(word => amount.unit[0] === word) && !one.amounts.some(({ value }) => value === each.value),
      )
      if (differs) return [figureAt(a, amount, null), figureAt(b, differs, null)]
    }
  }
  if (apart === 'date' && one.dates.length === 1 && other.dates.length === 1) {
    const [first, second] = [one.dates[0]!, other.dates[0]!]
    return [
      { item: a, span: first.span, key: first.value, kind: null },
      { item: b, span: second.span, key: second.value, kind: null },
    ]
  }
  if (apart === 'actor' && alike >= OTHER_ACTOR_MIN) {
    const [first, second] = [one, other].map(({ terms, verbAt }) =>
      terms.find(({ at, kind, words }) => at < verbAt && kind === 'entity' && words.length > 0),
    )
    if (first && second && first.key !== second.key) {
      return [
        { item: a, span: first.span, key: first.key, kind: null },
        { item: b, span: second.span, key: second.key, kind: null },
      ]
    }
  }
  return null
}

/** What each counts of one thing, "60 schools", where each counts it once and the numbers are near each other; null where that is not so. */
function countedIn(one: Content, other: Content): readonly [Amount, Amount] | null {
  if (one.dates.length > 0 && other.dates.length > 0 && !one.dates.some(a => other.dates.some(b => isWithin(a.value, b.value))))
    return null
  const figures = new Set([one, other].flatMap(content => figuresOf(content).map(figure => figure.amount)))
  for (const amount of one.amounts) {
    const of = (each: Amount) => !each.isPart && !figures.has(each) && each.unit[0] === amount.unit[0]
    const [first, second] = [one, other].map(({ amounts }) => amounts.filter(of))
    if (amount.unit.length === 0 || isMeasure(amount.unit[0]!) || first!.length !== 1 || second!.length !== 1) continue
    const [less, more] = [amount.value, second![0]!.value].sort((x, y) => x - y) as [number, number]
    if (less !== more && more <= TIMES_MAX * Math.max(1, less)) return [amount, second![0]!]
  }
  return null
}

/** Units that a story measures many things in, and people, of whom a story counts many. */
const isMeasure = (unit: string): boolean => MEASURES.test(unit) || ANYBODY.has(unit)
const ANYBODY = new Set('people person man men woman women child children other dead death life live'.split(' ').map(stemOf))
const MEASURES =
  /^(?:[%$≥]|second|minut|hour|hor|day|week|month|year|decad|season|time|tim|mile|mil|km|kilomet|metr|meter|feet|foot|inch|yard|degre|litr|ton|kilo|gram|pound|lb|mph|kph|percent|point|gam)/

function told(
  set: readonly Value[],
  tellings: readonly Telling[],
  bodies: ReadonlyMap<string, string>,
  claimOf: (item: number) => string | null,
): FoundDisagreement {
  const ordered = [...set].sort((x, y) => tellings[x.item]!.order - tellings[y.item]!.order || x.span[0] - y.span[0])
  const first = tellings[ordered[0]!.item]!
  // One place that stands in two voices is one value.
  const places = new Map(ordered.map(value => [`${value.span[0]}\n${tellings[value.item]!.article}`, value]))
  return {
    about: textOf(bodies.get(first.article)!, first.span),
    values: [...places.values()].map(({ item, span }) => {
      const { article } = tellings[item]!
      return { value: textOf(bodies.get(article)!, span), article, span, claim: claimOf(item) }
    }),
  }
}
