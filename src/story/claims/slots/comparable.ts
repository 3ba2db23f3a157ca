import { stemOf } from '../../terms.ts'
import { isOfPeople } from '../amounts.ts'
import type { Content } from '../content.ts'
import type { WordsOf } from '../features.ts'
import { isTallying } from '../likeness.ts'
import { oppositesOf } from '../opposites.ts'
import { areOfOthers, isOfPeriod, isOneWhere } from './elsewhere.ts'
import { creditOf, distanceOf, type Frame, isOneKind } from './frame.ts'
import { isOneMoment } from './moment.ts'
import { isAsWide, isOneDeed, isSaidOfOne } from './same.ts'
import { type Dimension, isUntil } from './slots.ts'

export interface ComparedGiven {
  readonly a: Frame
  readonly b: Frame
  /** Between the publications of their articles. */
  readonly daysApart: number
  readonly wordsOf: WordsOf
}

/**
 * Whether two values may fill one slot: of one measure and in one mood, not so far apart that they speak of two things, none of them a part of
 * the other; of one moment and no place else. Of a day and an age, and where nothing is known of what the clauses mean, the words must tell one deed
 * and whom it is said of.
 */
export function isComparable(given: ComparedGiven): boolean {
  const { a, b, daysApart, wordsOf } = given
  return (
    areOfOneMeasure(a, b, wordsOf) &&
    (a.slot.value === b.slot.value || !(tellsBoth(a, b) || tellsBoth(b, a) || isAddendOf(a, b) || isAddendOf(b, a))) &&
    (isOneKind(a, b) ? isAsWide(a.slot, b.slot) : isListed(a) === isListed(b)) &&
    isOneMoment(a, b, daysApart) &&
    (isOneKind(a, b) || (isOneWhere(a, b) && isOneWhere(b, a))) &&
    (isToldByMeaning(a, b) || isOneByWords(given))
  )
}

/** A story has many days, and many people with an age: that clauses are near says little of whose it is. */
const BY_WORDS: ReadonlySet<Dimension> = new Set<Dimension>(['day', 'age'])

const isToldByMeaning = (a: Frame, b: Frame): boolean =>
  a.slot.dimension === 'votes' || isOneKind(a, b) || (a.sense !== null && b.sense !== null && !BY_WORDS.has(a.slot.dimension))

const isOneByWords = ({ a, b, wordsOf }: ComparedGiven): boolean =>
  isOneDeed(a, b, wordsOf) && isSaidOfOne(a, b, wordsOf) && !areOfOthers(a, b)

/** "35 percent, up from 22 percent": whoever gives both in one clause does not contradict who gives one. */
const tellsBoth = ({ content: { amounts } }: Frame, { slot, content }: Frame): boolean =>
  content.amounts.some(({ span, value }) => span[0] === slot.span[0] && amounts.some(other => other.value === value))

/** "Seven officers and four others were killed": of people each number is one of a part. */
const isListed = ({ slot, content: { amounts, words } }: Frame): boolean =>
  slot.unit.some(isOfPeople) &&
  amounts.some(({ span, unit }) => span[0] !== slot.span[0] && unit.some(isOfPeople)) &&
  words.includes('and')

/** "Ten passengers and two of the crew" are twelve. */
const isAddendOf = ({ slot, content: { amounts } }: Frame, { slot: whole }: Frame): boolean =>
  slot.dimension === 'count' &&
  amounts.some(({ span, value }) => span[0] !== slot.span[0] && value + Number(slot.value) === whole.value)

/** Whether two values are of one measure and in one mood, and not so far apart that they speak of two things. */
export function areOfOneMeasure(a: Frame, b: Frame, wordsOf: WordsOf): boolean {
  const [one, other] = [a.slot, b.slot]
  if (one.dimension !== other.dimension) return false
  if (a.content.modality !== b.content.modality && !LASTING.has(one.dimension) && !areUntil(a, b)) return false
  if (one.isPart || other.isPart || [a, b].some(({ slot, kind }) => slot.isOthers && kind !== 'hurt')) return false
  if (one.isChange !== other.isChange || one.isDenied !== other.isDenied || one.isGrave !== other.isGrave) return false
  if (one.dimension === 'day') return areTwoDays(a, b)
  if (one.dimension === 'age' && (hasManyAges(a) || hasManyAges(b) || areContrary(a, b))) return false
  if (typeof one.value === 'number' && distanceOf(one, other) > RATIO_LOG_MAX) return false
  if (one.dimension === 'money' && one.unit.length > 0 && other.unit.length > 0 && one.unit[0] !== other.unit[0]) return false
  if (a.attribute && b.attribute && creditOf(a.attribute, b.attribute, wordsOf) < ATTRIBUTE_MIN) return false
  return isOfPeriod(a) === isOfPeriod(b)
}

/** "Is closed until Saturday", "will not open before Monday". */
const areUntil = (a: Frame, b: Frame): boolean => a.slot.dimension === 'day' && isUntil(a.slot.role) && isUntil(b.slot.role)

/** Both by their names. Of what was done a day and a month are no two answers. */
const areTwoDays = (a: Frame, b: Frame): boolean =>
  [a, b].every(({ content, slot }) => slot.isNamed && !isTallying(content)) &&
  (a.content.modality === 'ahead' ||
    areUntil(a, b) ||
    (`${a.slot.value}`.length === `${b.slot.value}`.length && !areTwoCounts(a.content, b.content)))

/** "Nineteen ships were waiting on Monday", "31 were on Wednesday": each day has its own number. */
const areTwoCounts = ({ amounts }: Content, { amounts: others }: Content): boolean =>
  amounts.length > 0 && others.length > 0 && !amounts.some(({ value }) => others.some(other => other.value === value))

/** "Two girls, fourteen and fifteen years old": which is whose is not told. */
const hasManyAges = ({ content: { amounts } }: Frame): boolean => amounts.filter(({ unit }) => unit[0] === YEAR).length > 1
const YEAR = stemOf('year')

/** "A boy of eight", "a girl of seven". */
const areContrary = (a: Frame, b: Frame): boolean =>
  a.content.terms.some(({ key }) => b.content.terms.some(other => oppositesOf(key).has(other.key)))

/** A price is told as agreed and as to be paid, a way as long as it is and as it would be. */
const LASTING: ReadonlySet<Dimension> = new Set<Dimension>(['money', 'length', 'age'])
/** An altitude and a height are one, a distance is none. */
const ATTRIBUTE_MIN = 0.4
/**
 * Figures that are so many times another are of something else: by the right tables and the wrong ones of some thousand stories of AllSides and half
 * of Giveme5W1H dev. A first count of the dead may be a third of the last.
 */
const RATIO_LOG_MAX = Math.log(3.1)
