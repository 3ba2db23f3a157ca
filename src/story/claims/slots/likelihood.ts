import { ROLES } from '../../../reading/words/lexicon.ts'
import { stemOf } from '../../terms.ts'
import { isOfPeople } from '../amounts.ts'
import type { WordsOf } from '../features.ts'
import { dot } from '../vectors.ts'
import { cover, creditOf, distanceOf, type Frame, isOneKind } from './frame.ts'
import { isOneDeed, isOneThing, isSaidOfOne } from './same.ts'
import type { Slot } from './slots.ts'

/** How two figures of one measure agree in all but the number. */
export interface PairFeatures {
  /** Share of the weight of each clause that the other has, the lower. */
  readonly least: number
  /** How much nearer in meaning the clause of each is to that of the other than to any other clause of that article with such a figure: the less and the more of the two. */
  readonly marginLeast: number
  readonly marginMost: number
  /** The logarithm of their ratio. */
  readonly distance: number
  /** Both are numbers of one kind, or of two. */
  readonly sameKind: number
  readonly otherKind: number
  /** How much what one counts is what the other counts. */
  readonly thing: number
  /** Whether they are said of one thing, and whether one deed is done with both, by the words. */
  readonly said: number
  readonly deed: number
}

/** How likely two figures are to fill one slot, from 0 to 1. */
export function likelihoodOf(features: PairFeatures): number {
  if (features.thing < THING_MIN || (features.sameKind === 0 && features.least < LEAST_MIN)) return 0
  const sum = Object.entries(WEIGHTS).reduce((all, [name, weight]) => all + weight * features[name as keyof PairFeatures], BIAS)
  return 1 / (1 + Math.exp(-sum))
}

/** Clauses that share hardly a word are near where an article has only one such figure; by what was wrong in real news. */
const LEAST_MIN = 0.1
/** "Three states", "four judges". */
const THING_MIN = 0.5

/** Fitted by `bench/origins/fit.ts`. */
const WEIGHTS: PairFeatures = {
  least: 2.76,
  marginLeast: 9.52,
  marginMost: 7.52,
  distance: -3.81,
  sameKind: 5.57,
  otherKind: -3.46,
  thing: 1.5,
  said: 1.77,
  deed: 1.57,
}
const BIAS = -4.33

export function pairFeatures(a: Frame, b: Frame, margins: Margins, wordsOf: WordsOf): PairFeatures {
  return {
    least: Math.min(cover(a, b, wordsOf).share, cover(b, a, wordsOf).share),
    marginLeast: margins.least,
    marginMost: margins.most,
    distance: distanceOf(a.slot, b.slot),
    sameKind: isOneKind(a, b) ? 1 : 0,
    otherKind: a.kind !== null && b.kind !== null && a.kind !== b.kind ? 1 : 0,
    thing: thingOf(a, b, wordsOf),
    said: isSaidOfOne(a, b, wordsOf) ? 1 : 0,
    deed: isOneDeed(a, b, wordsOf) ? 1 : 0,
  }
}

function thingOf(a: Frame, b: Frame, wordsOf: WordsOf): number {
  if (a.slot.dimension !== 'count' || isOneKind(a, b)) return 1
  const [one, other] = [a.slot.unit, b.slot.unit]
  if (one.length === 0 || other.length === 0) return UNTOLD
  if (isOneThing(a, b, wordsOf)) return 1
  if (one.some(isPeople) && other.some(isPeople)) return PEOPLE
  return a.counted && b.counted ? Math.min(PEOPLE, creditOf(a.counted, b.counted, wordsOf)) : 0
}

/** "Candidates" and "pupils", by what they are. */
const isPeople = (word: string): boolean => isOfPeople(word) || ROLE_STEMS.has(word)
const ROLE_STEMS: ReadonlySet<string> = new Set([...ROLES].map(role => stemOf(role)))

/** What counts nothing by its words may count the same, and "bathers" and "people" may be the same people; by judgement. */
const UNTOLD = 0.5
const PEOPLE = 0.7

export interface Margins {
  readonly least: number
  readonly most: number
}

/** Of two of some frames, by their indices, how much nearer each is to the other than to the next figure of its article. */
export function marginsAmong(frames: readonly Frame[], articleOf: (slot: Slot) => string): (a: number, b: number) => Margins {
  const listOf = ({ slot }: Frame) => `${articleOf(slot)} ${slot.dimension}`
  const lists = new Map<string, number[]>()
  frames.forEach((frame, index) => {
    const list = lists.get(listOf(frame))
    if (list) list.push(index)
    else lists.set(listOf(frame), [index])
  })
  return (a, b) => {
    const [one, other] = [marginOf(a, b), marginOf(b, a)]
    return { least: Math.min(one, other), most: Math.max(one, other) }
  }

  function marginOf(a: number, b: number): number {
    const others = lists
      .get(listOf(frames[b]!))!
      .filter(index => index !== a && frames[index]!.slot.value !== frames[b]!.slot.value)
      .map(index => nearness(frames[a]!, frames[index]!))
    const margin = nearness(frames[a]!, frames[b]!) - Math.max(UNLIKE, ...others)
    return Math.max(-MARGIN_MAX, Math.min(MARGIN_MAX, margin))
  }
}

/** Of two clauses in meaning; by their words alone where it is not known. */
function nearness(a: Frame, b: Frame): number {
  if (a.sense && b.sense) return dot(a.sense, b.sense)
  return a.content.vector && b.content.vector ? dot(a.content.vector, b.content.vector) : 0
}

/** Taken for the nearness of what is not there. */
const UNLIKE = 0.3
/** A margin of more says no more. */
const MARGIN_MAX = 0.2
