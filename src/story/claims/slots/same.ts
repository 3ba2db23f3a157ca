import { stemOf } from '../../terms.ts'
import { isOfPeople, isSameUnit } from '../amounts.ts'
import { isRelated, type WordsOf } from '../features.ts'
import { oppositesOf } from '../opposites.ts'
import { maySayTheSame } from '../synonyms.ts'
import { creditOf, type Frame, type Weighed } from './frame.ts'
import { isUntil, type Slot } from './slots.ts'

/** Whether the same is done with both values, by whatever words; of a clause without a verb, whether it is said of the same. */
export function isOneDeed(a: Frame, b: Frame, wordsOf: WordsOf): boolean {
  if (isOneMeasureOfThings(a, b, wordsOf) || isNamedDeed(a, b, wordsOf) || isNamedDeed(b, a, wordsOf)) return true
  const [[verb, what], [otherVerb, otherWhat]] = [a.deed, b.deed]
  if (verb && otherVerb) {
    if (verb.key === otherVerb.key && what && otherWhat) return creditOf(what, otherWhat, wordsOf) >= DEED_MIN
    return a.deed.some(one => b.deed.some(other => creditOf(one, other, wordsOf) >= DEED_MIN)) || isContraryUntil(a, b)
  }
  if (verb || otherVerb) return isTold(a.deed, b) || isTold(b.deed, a)
  if (a.subject === null || b.subject === null) return a.slot.dimension === 'age'
  return creditOf(a.subject, b.subject, wordsOf) >= DEED_MIN
}

/** What `creditOf` gives for a synonym: "shut", "fall silent". */
const DEED_MIN = 0.8

/** "Was inspected in November", "the last inspection was in April". */
const isNamedDeed = (a: Frame, b: Frame, wordsOf: WordsOf): boolean =>
  a.namedDeed.some(one =>
    [...b.deed, ...b.namedDeed].some(other => creditOf(one, other, wordsOf) >= DEED_MIN || isRelated(one.key, other.key)),
  )

/** "Closed until Saturday", "will not open before Monday". */
export const isContraryUntil = (a: Frame, b: Frame): boolean =>
  a.slot.role !== b.slot.role &&
  isUntil(a.slot.role) &&
  isUntil(b.slot.role) &&
  a.deed.some(one => b.deed.some(other => oppositesOf(one.key).has(other.key)))

/** "The records of two million patients", whatever is done with them. */
const isOneMeasureOfThings = (a: Frame, b: Frame, wordsOf: WordsOf): boolean =>
  a.slot.dimension === 'count' &&
  a.attribute !== null &&
  b.attribute !== null &&
  a.slot.unit.some(word => b.slot.unit.includes(word)) &&
  creditOf(a.attribute, b.attribute, wordsOf) >= DEED_MIN

/** Whether a clause without a verb names the deed: "with 54 percent in favour". */
const isTold = (deed: readonly Weighed[], { terms }: Frame): boolean =>
  deed.some(one => terms.some(({ key }) => key === one.key || maySayTheSame(key, one.key)))

/** Whether both count the same. */
export function isOneThing(a: Frame, b: Frame, wordsOf: WordsOf): boolean {
  const [one, other] = [a.slot, b.slot]
  if (isSameUnit(one, other)) return !isOtherSort(one.unit, other.unit)
  return a.counted !== null && b.counted !== null && creditOf(a.counted, b.counted, wordsOf) >= COUNTED_MIN
}

/** "Aircraft" and "planes". */
const COUNTED_MIN = 0.65

/** "Fire engines" and "fire crews", "Merlin engines" and "F-1 engines": both say more of what they count, and not the same. */
const isOtherSort = ([a, x]: readonly string[], [b, y]: readonly string[]): boolean =>
  x !== undefined && y !== undefined && (a === b ? x !== y && !maySayTheSame(x, y) : x === y)

/** Whether both count anybody, or both the same people. The dead are all the dead; children, officers and Americans are some of them. */
export function isAsWide({ unit: one }: Slot, { unit: other }: Slot): boolean {
  const isAnybody = (unit: readonly string[]) => unit.length === 0 || unit.some(word => ANYBODY.has(word))
  return (isAnybody(one) && isAnybody(other)) || one.some(word => other.includes(word))
}
const ANYBODY = new Set(
  `people person them dead death bodies body victim casualty fatality patient passenger passers-by passersby bystander pedestrian resident civilian survivor life lives worker
   number other kill injured injur wound wounded hurt missing person arrested died die fell case home house building structure job post`
    .split(/\s+/)
    .map(stemOf),
)

/**
 * Whether what one clause tells something of is in the sentence of the other, whichever: the range of a car is not that of a lorry.
 */
export function isSaidOfOne(a: Frame, b: Frame, wordsOf: WordsOf): boolean {
  // Where the clause leaves it out it is that of the sentence.
  const subjectsOf = ({ subject, content }: Frame): readonly Weighed[] =>
    subject ? [subject] : [...content.carried].map(key => ({ key, isEntity: key.startsWith('@'), vector: null, weight: 1 }))
  const [one, other] = [subjectsOf(a), subjectsOf(b)]
  if (one.length === 0 || other.length === 0) return true
  const isIn = (subject: Weighed, { terms, beside, content }: Frame) =>
    content.carried.has(subject.key) ||
    [...terms, ...beside].some(term => creditOf(subject, term, wordsOf) >= SUBJECT_MIN) ||
    (isOfPeople(subject.key) && [...content.carried].some(isOfPeople))
  return one.some(each => isIn(each, b)) || other.some(each => isIn(each, a))
}
/** Half of the words of a subject; no other value was tried. */
const SUBJECT_MIN = 0.5
