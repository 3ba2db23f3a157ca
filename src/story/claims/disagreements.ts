import type { Span } from '../../record/index.ts'
import { textOf } from '../../record/index.ts'
import { startClusters } from '../merging/clusters.ts'
import type { WordsOf } from './features.ts'
import type { FoundDisagreement } from './found.ts'
import type { Pairing } from './grouping.ts'
import { isDoneByOne } from './slots/actors.ts'
import { mayAgree } from './slots/agree.ts'
import { type AlignedGiven, alignedValues } from './slots/aligned.ts'
import { pointedAmong } from './slots/cleft.ts'
import { clocksApart, clocksIn } from './slots/clock.ts'
import { learnedOnOthers } from './slots/learned.ts'
import { type Pointed, pointedInTurn } from './slots/pointed.ts'
import { type Slot, slotsIn } from './slots/slots.ts'
import { subjectOf } from './subject.ts'
import type { Telling } from './tellings.ts'

export interface DisagreementsGiven {
  readonly tellings: readonly Telling[]
  readonly groups: readonly (readonly number[])[]
  readonly pairings: readonly Pairing[]
  readonly bodies: ReadonlyMap<string, string>
  readonly wordsOf: WordsOf
  readonly publishedAt: AlignedGiven['publishedAt']
  /** The claim that lists a telling. */
  readonly claimOf: (item: number) => string | null
  /** Whether an entity, by the key of its term, is a person. */
  readonly isPerson: (key: string) => boolean
}

/** A value that one telling gives: a number, a date, or who. */
interface Value {
  readonly item: number
  readonly span: Span
  /** Two values with one key are the same. */
  readonly key: string
  readonly slot: Slot | null
}

/**
 * Where tellings of one thing have another figure, date or actor: each value as it stands, with its article, in order of publication.
 * Who agrees with one of the values is listed too. None is preferred.
 */
export function disagreementsIn({
  tellings,
  groups,
  pairings,
  bodies,
  wordsOf,
  publishedAt,
  claimOf,
  isPerson,
}: DisagreementsGiven): FoundDisagreement[] {
  const values: Value[] = []
  const indexOf = new Map<string, number>()
  const add = (value: Value): number => {
    const place = `${value.item} ${value.span[0]} ${value.slot?.dimension}`
    const known = indexOf.get(place)
    if (known !== undefined) return known
    values.push(value)
    indexOf.set(place, values.length - 1)
    return values.length - 1
  }
  const clocks = clocksIn(tellings, bodies)
  const placeOf = ({ item, span }: Slot) => `${tellings[item]!.article} ${span[0]}`
  const clockPlaces = new Set(clocks.map(placeOf))
  // The "five" of "before five" counts nothing; "three in the morning" is of a day, too.
  const slots = slotsIn(tellings, bodies).filter(slot => slot.dimension === 'day' || !clockPlaces.has(placeOf(slot)))
  const links: (readonly [number, number])[] = []
  const link = (one: Value, other: Value) => links.push([add(one), add(other)])

  for (const [one, other] of spokenOfBefore(tellings, slots, bodies)) link(valueIn(one), valueIn(other))
  for (const [one, other] of alignedValues({
    tellings,
    slots,
    bodies,
    wordsOf,
    publishedAt,
    alike: alikeIn(pairings, tellings.length),
  }))
    link(valueIn(one), valueIn(other))
  for (const [one, other] of [
    ...learnedOnOthers({ tellings, slots, pairings, wordsOf }),
    ...clocksApart({ slots: clocks, tellings, pairings, bodies, wordsOf, publishedAt }),
  ])
    link(valueIn(one), valueIn(other))
  for (const pairing of pairings) {
    const differing = differingActors(tellings, pairing, bodies, isPerson)
    if (differing) link(...differing)
  }
  for (const [one, other] of [
    ...pointedInTurn(tellings, bodies, isPerson),
    ...pointedAmong({ tellings, pairings, bodies, wordsOf }),
  ])
    link(actorIn(one), actorIn(other))
  const slotsAt = new Map<number, Slot[]>()
  for (const slot of slots) slotsAt.set(slot.item, [...(slotsAt.get(slot.item) ?? []), slot])
  const groupOf = new Map(groups.flatMap(group => group.map(item => [item, group] as const)))
  for (const value of [...values]) {
    for (const item of groupOf.get(value.item) ?? []) {
      const same = slotsAt.get(item)?.find(each => each.value === value.slot?.value && each.dimension === value.slot.dimension)
      if (same && item !== value.item) link(value, valueIn(same))
    }
  }
  // "Later in the year" in two articles is no difference that a reader could see, whatever years they are of.
  const writtenAs = ({ item, span }: Value): string => textOf(bodies.get(tellings[item]!.article)!, span).toLowerCase()
  const clusters = startClusters(values.length, rivals(values, links, tellings))
  for (const [a, b] of links) clusters.join(a, b, { kind: 'value', what: [] })
  return clusters
    .all()
    .map(({ items }) => items.map(item => values[item]!))
    .filter(set => set.some(one => set.some(other => differ(one, other) && writtenAs(one) !== writtenAs(other))))
    .map(set => told(set, tellings, bodies, claimOf))
}

function alikeIn(pairings: readonly Pairing[], size: number): AlignedGiven['alike'] {
  const known = new Map(pairings.map(({ a, b, likeness }) => [a * size + b, likeness.alike]))
  return (item, other) => known.get(Math.min(item, other) * size + Math.max(item, other)) ?? 0
}

/** Whether two values cannot both be right. */
function differ(a: Value, b: Value): boolean {
  if (a.slot && b.slot && a.slot.dimension === b.slot.dimension) return !mayAgree(a.slot, b.slot)
  return a.key !== b.key
}

/** Values of one article that differ fill two slots, unless they were found to be of one. */
function rivals(
  values: readonly Value[],
  links: readonly (readonly [number, number])[],
  tellings: readonly Telling[],
): (readonly [number, number])[] {
  const linked = new Set(links.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const articles = new Map<string, number[]>()
  values.forEach(({ item }, index) => {
    const { article } = tellings[item]!
    articles.set(article, [...(articles.get(article) ?? []), index])
  })
  return [...articles.values()].flatMap(list =>
    list.flatMap((a, at) =>
      list.slice(at + 1).flatMap(b => (differ(values[a]!, values[b]!) && !linked.has(`${a} ${b}`) ? [[a, b] as const] : [])),
    ),
  )
}

const valueIn = (slot: Slot): Value => ({
  item: slot.item,
  span: slot.span,
  key: typeof slot.value === 'number' ? `#${slot.value}` : slot.value,
  slot,
})

const actorIn = ({ item, term: { span, key } }: Pointed): Value => ({ item, span, key, slot: null })

/** "The company put the number at 700", "there were 1,240": a number of what the number before it in the article counts. */
function spokenOfBefore(
  tellings: readonly Telling[],
  slots: readonly Slot[],
  bodies: ReadonlyMap<string, string>,
): (readonly [Slot, Slot])[] {
  return slots.flatMap((own, index) => {
    const { article, span } = tellings[own.item]!
    if (
      own.dimension !== 'count' ||
      own.unit.length > 0 ||
      own.isPart ||
      !SPOKEN_OF.test(bodies.get(article)!.slice(span[0], own.span[0]))
    )
      return []
    for (let at = index - 1; at >= 0; at--) {
      const before = slots[at]!
      const telling = tellings[before.item]!
      if (telling.article !== article || /\n/.test(bodies.get(article)!.slice(before.span[0], own.span[0]))) return []
      const isCount = before.dimension === 'count' && before.unit.length > 0 && Number(before.value) > 1
      if (isCount && before.span[1] <= span[0]) return [[before, own] as const]
    }
    return []
  })
}

const SPOKEN_OF =
  /\b(?:(?:number|figure|total|count|turnout|crowd|attendance) at|there (?:are|were|had been|have been)) (?:(?:about|some|only|around|almost|nearly|no more than|more than) )?$/i

/** "It was Istra that" points to one and not another. */
const POINTED_MIN = 0.6
/** Where the last word of "it was the union of metal workers" may stand. */
const CLEFT_WORDS = 6

/** Who does what two clauses tell, where one of them points to somebody, or where one alone does it. */
function differingActors(
  tellings: readonly Telling[],
  { a, b, likeness }: Pairing,
  bodies: ReadonlyMap<string, string>,
  isPerson: (key: string) => boolean,
): readonly [Value, Value] | null {
  const bodyOf = (item: number) => bodies.get(tellings[item]!.article)!
  const [one, other] = [tellings[a]!.content, tellings[b]!.content]
  const isCleft = [one, other].some(({ antecedent }) => antecedent !== null && antecedent.at <= CLEFT_WORDS)
  if (tellings[a]!.article === tellings[b]!.article || !(isCleft || isDoneByOne(one, other, isPerson))) return null
  if (likeness.apart !== 'actor' || likeness.opposed || likeness.alike < POINTED_MIN) return null
  const [first, second] = [one, other].map(content => content.antecedent ?? subjectOf(content))
  if (!first || !second || first.key === second.key || first.words.some(word => second.words.includes(word))) return null
  const [name, otherName] = [textOf(bodyOf(a), first.span), textOf(bodyOf(b), second.span)]
  // Of "Dora Klimt" one may say "Dora" and another "Klimt".
  if ([a, b].some(item => [`${name} ${otherName}`, `${otherName} ${name}`].some(whole => bodyOf(item).includes(whole))))
    return null
  return [
    { item: a, span: first.span, key: first.key, slot: null },
    { item: b, span: second.span, key: second.key, slot: null },
  ]
}

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
