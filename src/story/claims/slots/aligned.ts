import type { WordsOf } from '../features.ts'
import type { Telling } from '../tellings.ts'
import { mayAgree } from './agree.ts'
import { carriedOn } from './carried-on.ts'
import { isComparable } from './comparable.ts'
import { areOfOneEvent, firstOfKinds, isTelling } from './events.ts'
import { type Frame, type FrameFeatures, frameFeatures, frameOf } from './frame.ts'
import { likelihoodOf, marginsAmong, pairFeatures } from './likelihood.ts'
import { isContraryUntil } from './same.ts'
import type { Slot } from './slots.ts'
import { areOfTwoVoices, areSurelyOne } from './voices.ts'

export interface AlignedGiven {
  readonly tellings: readonly Telling[]
  readonly slots: readonly Slot[]
  readonly bodies: ReadonlyMap<string, string>
  readonly wordsOf: WordsOf
  /** When an article was published, in milliseconds; null where it is not known. */
  readonly publishedAt: (article: string) => number | null
  /** How much two tellings say the same, whatever keeps them apart; 0 for those that were not compared. */
  readonly alike: (item: number, other: number) => number
}

/**
 * Pairs of values of two articles, or of two voices of one, that fill one slot, the surest first: of all values of its article each is the one that the other's frame is likest to.
 * Those that are the same are among them: who agrees with one value is not asked about another.
 */
export function alignedValues({ tellings, slots, bodies, wordsOf, publishedAt, alike }: AlignedGiven): (readonly [Slot, Slot])[] {
  const articleOf = ({ item }: Slot) => tellings[item]!.article
  const daysApart = (one: Slot, other: Slot): number => {
    const [first, second] = [publishedAt(articleOf(one)), publishedAt(articleOf(other))]
    return first === null || second === null ? 0 : Math.abs(first - second) / DAY_MS
  }
  const frames = framesOf({ slots, tellings, bodies, publishedAt })
  const isFirst = firstOfKinds(frames, articleOf)
  const placeOf = ({ item }: Slot, { value }: Slot) => `${tellings[item]!.article} ${tellings[item]!.sentence} ${value}`
  const stated = new Set(slots.map(slot => placeOf(slot, slot)))
  /** "161 had been arrested, a number that has grown to 250": who tells both knows them to be of two moments. */
  const areInOneSentence = (one: Slot, other: Slot): boolean => stated.has(placeOf(one, other)) || stated.has(placeOf(other, one))
  const best = new Map<string, Pair>()
  const marginsOf = marginsAmong(frames, articleOf)
  const pairs: Pair[] = []
  /** Values that an article gives as well, as the index of each and the article. */
  const agreed = new Set<string>()
  /** Indices of values that another article gives as well. */
  const toldElsewhere = new Set<number>()
  for (const [a, b] of candidates(frames)) {
    const [one, other] = [slots[a]!, slots[b]!]
    const isWithin = articleOf(one) === articleOf(other)
    if (isWithin && (mayAgree(one, other) || !areOfTwoVoices(tellings[one.item]!, tellings[other.item]!))) continue
    const places = [`${a} ${articleOf(other)}`, `${b} ${articleOf(one)}`]
    const comparable = isComparable({ a: frames[a]!, b: frames[b]!, daysApart: daysApart(one, other), wordsOf })
    const isDay = one.dimension === 'day'
    const score = comparable && !isDay ? likelihoodOf(pairFeatures(frames[a]!, frames[b]!, marginsOf(a, b), wordsOf)) : 0
    if (one.value === other.value && (isDay ? comparable : score >= AGREED_MIN || isTelling(one, other))) {
      for (const place of places) agreed.add(place)
      toldElsewhere.add(a).add(b)
    }
    const areFirst = isFirst.has(a) && isFirst.has(b)
    if (!comparable || !(isWithin || areFirst || areOfOneEvent(frames[a]!, frames[b]!))) continue
    if (isWithin && (areInOneSentence(one, other) || !areSurelyOne(frames[a]!, frames[b]!, wordsOf))) continue
    const isContrary = isContraryUntil(frames[a]!, frames[b]!)
    const features = isDay ? frameFeatures(frames[a]!, frames[b]!, wordsOf) : null
    if (features && features.sameDeed < DEED_MIN && !isContrary) continue
    const areAlike = isContrary || (`${one.value}`.length > YEAR_UNITS && alike(one.item, other.item) >= ALIKE_DAY_MIN)
    const pair = { a, b, places, score: features ? dayScoreOf(features) : score, areAlike, isWithin }
    pairs.push(pair)
    for (const place of places) if (pair.score > (best.get(place)?.score ?? -1)) best.set(place, pair)
  }
  const isAgreed = ({ a, b, places }: Pair): boolean =>
    slots[a]!.value !== slots[b]!.value && places.some(place => agreed.has(place))
  return pairs
    .filter(
      pair =>
        pair.score >= leastFor(frames[pair.a]!, pair) &&
        (!pair.isWithin || toldElsewhere.has(pair.a) || toldElsewhere.has(pair.b)) &&
        pair.places.every(place => best.get(place) === pair) &&
        !isAgreed(pair),
    )
    .sort((x, y) => y.score - x.score)
    .map(({ a, b }) => [slots[a]!, slots[b]!] as const)
}

export function framesOf({
  slots,
  tellings,
  bodies,
  publishedAt,
}: Pick<AlignedGiven, 'slots' | 'tellings' | 'bodies' | 'publishedAt'>): Frame[] {
  const sentences = new Map<string, Telling[]>()
  const keyOf = ({ article, sentence }: Telling) => `${article} ${sentence}`
  for (const telling of tellings) sentences.set(keyOf(telling), [...(sentences.get(keyOf(telling)) ?? []), telling])
  return slots.map(slot => {
    const telling = tellings[slot.item]!
    const beside = sentences.get(keyOf(telling))!.filter(each => each !== telling)
    return frameOf({
      slot,
      // An age or a sum says enough with its noun alone.
      whole: slot.dimension === 'count' ? carriedOn(tellings, slot.item, bodies.get(telling.article)!) : telling.content,
      beside: beside.map(({ content }) => content),
      body: bodies.get(telling.article)!,
      published: publishedAt(telling.article),
    })
  })
}

const DAY_MS = 24 * 3600 * 1000

function leastFor({ slot, content }: Frame, { areAlike }: Pair): number {
  if (slot.dimension === 'votes') return VOTES_MIN
  if (slot.dimension === 'day') return content.modality === 'ahead' || areAlike ? DAY_AHEAD_MIN : DAY_MIN
  return FIGURE_MIN
}

interface Pair {
  readonly a: number
  readonly b: number
  /** Each with the article of the other. */
  readonly places: readonly string[]
  readonly score: number
  readonly areAlike: boolean
  /** Of one article, which puts them in the mouths of two. */
  readonly isWithin: boolean
}

/**
 * By the sets in view and 324 stories of real news: from .6 on one more of the sets is found, and two more tables of real news are wrong; from .5 on two
 * of the sets as well.
 */
const FIGURE_MIN = 0.65
/** Of two values that are the same less is asked: who agrees is asked about no other. */
const AGREED_MIN = 0.2
const VOTES_MIN = 0.15
/** By leaving each story of three sets out in turn. A story has many days, and most name no deed twice: what is to come has one day; of what was done, more deeds of a story have theirs. */
const DAY_AHEAD_MIN = 0.2
const DAY_MIN = 0.9
/** Of clauses that would be one claim but for the day less is asked; no other value was tried. */
const ALIKE_DAY_MIN = 0.7
/** What was done in a year may have been done in another as well. */
const YEAR_UNITS = 4
/** A day is of a deed, which both must tell. */
const DEED_MIN = 0.8

/**
 * Of days. Fitted over pairs of values of the first, second and fourth set of `bench/origins`; what is fitted over days alone of all sets in view finds
 * none of them again, since they are few.
 */
const DAY_WEIGHTS: Readonly<Partial<Record<keyof FrameFeatures, number>>> = {
  least: 0.85,
  most: 0.35,
  evidence: 1,
  cosine: 0.8,
  near: 1.35,
  sameRole: 0.7,
  distance: -0.35,
}
const DAY_BIAS = -5.5

function dayScoreOf(features: FrameFeatures): number {
  const sum = Object.entries(DAY_WEIGHTS).reduce(
    (all, [name, weight]) => all + weight * features[name as keyof FrameFeatures],
    DAY_BIAS,
  )
  return 1 / (1 + Math.exp(-sum))
}

/** Pairs of one measure that share a telling word or a kind, each once; all pairs where a measure has few values. */
function candidates(frames: readonly Frame[]): (readonly [number, number])[] {
  const measures = new Map<string, number[]>()
  frames.forEach(({ slot }, index) => {
    const list = measures.get(slot.dimension)
    if (list) list.push(index)
    else measures.set(slot.dimension, [index])
  })
  return [...measures.values()].flatMap(indices =>
    indices.length <= FEW_VALUES ? allPairs(indices) : likelyPairs(indices, frames),
  )
}

const FEW_VALUES = 60
const LOOKING_WORDS = 5
const POSTINGS_MAX = 60
const CANDIDATES_MAX = 16

const allPairs = (indices: readonly number[]): (readonly [number, number])[] =>
  indices.flatMap((a, at) => indices.slice(at + 1).map(b => [a, b] as const))

function likelyPairs(indices: readonly number[], frames: readonly Frame[]): (readonly [number, number])[] {
  const postings = new Map<string, number[]>()
  const keysOf = ({ terms, kind }: Frame) => [
    ...(kind ? [{ key: `kind ${kind}`, weight: KIND_WEIGHT }] : []),
    ...[...terms].sort((a, b) => b.weight - a.weight).slice(0, LOOKING_WORDS),
  ]
  for (const index of indices) {
    for (const { key } of keysOf(frames[index]!)) {
      const list = postings.get(key)
      if (list) list.push(index)
      else postings.set(key, [index])
    }
  }
  const seen = new Set<string>()
  return indices.flatMap(index => {
    const scores = new Map<number, number>()
    for (const { key, weight } of keysOf(frames[index]!)) {
      const list = postings.get(key)!
      const step = Math.max(1, list.length / POSTINGS_MAX)
      for (let at = 0; at < list.length; at += step) {
        const other = list[Math.floor(at)]!
        if (other !== index) scores.set(other, (scores.get(other) ?? 0) + weight)
      }
    }
    return [...scores]
      .sort((x, y) => y[1] - x[1] || x[0] - y[0])
      .slice(0, CANDIDATES_MAX)
      .map(([other]) => [Math.min(index, other), Math.max(index, other)] as const)
      .filter(([a, b]) => !seen.has(`${a} ${b}`) && seen.add(`${a} ${b}`))
  })
}

const KIND_WEIGHT = 4
