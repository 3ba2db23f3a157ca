import { isWithin } from '../../merging/events.ts'
import { stemOf } from '../../terms.ts'
import { isOfPeople, isSameUnit } from '../amounts.ts'
import type { WordsOf } from '../features.ts'
import { isTallying } from '../likeness.ts'
import { maySayTheSame } from '../synonyms.ts'
import { creditOf, distanceOf, type Frame, type Weighed } from './frame.ts'
import type { Dimension, Slot } from './slots.ts'

export interface ComparedGiven {
  readonly a: Frame
  readonly b: Frame
  /** Between the publications of their articles. */
  readonly daysApart: number
  readonly wordsOf: WordsOf
}

/** Whether two values may fill one slot: of one measure, said of one moment, in one mood, and not so far apart that they speak of two things. */
export function isComparable({ a, b, daysApart, wordsOf }: ComparedGiven): boolean {
  const [one, other] = [a.slot, b.slot]
  if (one.dimension !== other.dimension || one.isChange !== other.isChange) return false
  if (one.isPart || other.isPart || one.isDenied !== other.isDenied) return false
  if (a.content.modality !== b.content.modality && !LASTING.has(one.dimension)) return false
  if (
    typeof one.value === 'number' &&
    distanceOf(one, other) > (a.kind !== null && a.kind === b.kind ? KIND_RATIO_LOG_MAX : RATIO_LOG_MAX)
  )
    return false
  if (one.dimension === 'duration' && one.role !== '' && other.role !== '' && one.role !== other.role) return false
  if (one.dimension === 'money' && one.unit.length > 0 && other.unit.length > 0 && one.unit[0] !== other.unit[0]) return false
  if (one.dimension === 'count' && !isOneThing(a, b, wordsOf)) return false
  if (one.direction !== other.direction) return false
  if (a.attribute && b.attribute && creditOf(a.attribute, b.attribute, wordsOf) < ATTRIBUTE_MIN) return false
  if (one.dimension === 'day' && `${one.value}`.length !== `${other.value}`.length) return false
  if (one.dimension === 'day' && [a, b].some(({ content }) => isTallying(content))) return false
  if (
    one.isGrave !== other.isGrave ||
    one.isForecast !== other.isForecast ||
    one.isCapacity !== other.isCapacity ||
    one.isOwned ||
    other.isOwned
  )
    return false
  if (one.hospital !== other.hospital) return false
  if (areOfOthers(a, b)) return false
  if (!isSaidOfOne(a, b, wordsOf)) return false
  return isOneMoment(a, b, daysApart) && isOneWhere(a, b) && isOneWhere(b, a)
}

/** A price is told as agreed and as to be paid, a way as long as it is and as it would be. */
const LASTING: ReadonlySet<Dimension> = new Set<Dimension>(['money', 'length', 'age'])
/** An altitude and a height are one, a distance is none. */
const ATTRIBUTE_MIN = 0.4
/** Figures that are so many times another are of something else; the second is calibrated as `SUBJECT_MIN` is. */
const KIND_RATIO_LOG_MAX = Math.log(6)
const RATIO_LOG_MAX = Math.log(4)

function isOneThing(a: Frame, b: Frame, wordsOf: WordsOf): boolean {
  if (a.kind !== null && b.kind !== null) return a.kind === b.kind && isAsWide(a.slot, b.slot)
  const [one, other] = [a.slot, b.slot]
  if (one.unit.length === 0 || other.unit.length === 0) return a.kind !== null || b.kind !== null
  if (isSameUnit(one, other)) return !isOtherSort(one.unit, other.unit)
  if (a.counted && b.counted && creditOf(a.counted, b.counted, wordsOf) >= COUNTED_MIN) return true
  return [one, other].some(({ unit }) => unit.some(isOfPeople)) && (isNamedIn(one.unit, b) || isNamedIn(other.unit, a))
}

/** "Aircraft" and "planes". */
const COUNTED_MIN = 0.65

/** "Fire engines" and "fire crews", "Merlin engines" and "F-1 engines": both say more of what they count, and not the same. */
const isOtherSort = ([a, x]: readonly string[], [b, y]: readonly string[]): boolean =>
  x !== undefined && y !== undefined && (a === b ? x !== y && !maySayTheSame(x, y) : x === y)

/** The dead are all the dead; children, officers and Americans are some of them. */
function isAsWide({ unit: one }: Slot, { unit: other }: Slot): boolean {
  const isAnybody = (unit: readonly string[]) => unit.length === 0 || unit.some(word => ANYBODY.has(word))
  return (isAnybody(one) && isAnybody(other)) || one.some(word => other.includes(word))
}
const ANYBODY = new Set(
  `people person them dead death bodies body victim casualty fatality patient passenger resident civilian survivor life lives worker
   number other kill injured injur wound wounded hurt missing person arrested died die fell case home house building structure job post`
    .split(/\s+/)
    .map(stemOf),
)

/** "1,150 people lose their jobs" and "nine hundred jobs": who has what the other counts. */
const isNamedIn = (unit: readonly string[], { terms }: Frame): boolean => terms.some(({ key }) => unit.includes(key))

/** Whether both clauses name somebody or some place, and none of them is in the sentence of the other: the dead of Nice, those of Paris. */
function areOfOthers(a: Frame, b: Frame): boolean {
  const known = ({ terms, beside, content }: Frame) =>
    new Set([...[...terms, ...beside].map(({ key }) => key), ...content.carried])
  if (a.named.length === 0 || b.named.length === 0) return false
  const [inA, inB] = [known(a), known(b)]
  return !a.named.some(key => inB.has(key)) && !b.named.some(key => inA.has(key))
}

/**
 * Whether what one clause tells something of is in the sentence of the other, whichever: the range of a car is not that of a lorry.
 * Of what news counts again and again the kind alone says it.
 */
function isSaidOfOne(a: Frame, b: Frame, wordsOf: WordsOf): boolean {
  if ((a.kind !== null && a.kind === b.kind) || a.slot.dimension === 'votes') return true
  // Where the clause leaves it out it is that of the sentence.
  const subjectsOf = ({ subject, content }: Frame): readonly Weighed[] =>
    subject ? [subject] : [...content.carried].map(key => ({ key, isEntity: key.startsWith('@'), vector: null, weight: 1 }))
  const [one, other] = [subjectsOf(a), subjectsOf(b)]
  if (one.length === 0 || other.length === 0) return true
  const isIn = (subject: Weighed, { terms, beside, content }: Frame) =>
    content.carried.has(subject.key) || [...terms, ...beside].some(term => creditOf(subject, term, wordsOf) >= SUBJECT_MIN)
  return one.some(each => isIn(each, b)) || other.some(each => isIn(each, a))
}
/** Half of the words of a subject; tried as it is on every other event of Giveme5W1H dev and of 50 stories of AllSides, no other value was. */
const SUBJECT_MIN = 0.5

/** "In Brisk 67 percent were in favour" is of Brisk alone. */
function isOneWhere({ content: { words, terms } }: Frame, other: Frame): boolean {
  const [first] = terms
  if (first?.kind !== 'entity' || first.at > 2 || !/^(?:in|at|among|for)$/.test(words[0] ?? '')) return true
  return other.content.terms.some(
    ({ key, at }) => key === first.key && /^(?:in|at|among|for)$/.test(other.content.words[at - 1] ?? ''),
  )
}

const COUNTED = /\b(?:number|count|total|figure|stood|stands|reached|now|so far|by)\b/
/** What news tells without a day happened not long before; by judgement. */
const APART_DAYS_MAX = 7

/** Days that both name must agree; where one names none it is of the days around its publication. */
function isOneMoment(a: Frame, b: Frame, daysApart: number): boolean {
  if (a.isOld !== b.isOld) return false
  // "The toll rose to six on Wednesday": the day is that of the count.
  if (
    a.kind !== null &&
    a.kind === b.kind &&
    [a, b].some(({ content }) => isTallying(content) || COUNTED.test(content.words.join(' ')))
  )
    return true
  const [first, second] = [a, b].map(({ content, slot }) =>
    content.dates.filter(({ span }) => span[0] !== slot.span[0]).map(({ value }) => value),
  )
  if (first!.length === 0 || second!.length === 0) {
    if (daysApart > APART_DAYS_MAX) return false
    return ![...first!, ...second!].some(value => /^\d{4}$/.test(value))
  }
  return first!.some(value => second!.some(each => isWithin(value, each)))
}
