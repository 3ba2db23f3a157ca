import { stemOf } from '../../terms.ts'
import type { Content } from '../content.ts'
import type { WordsOf } from '../features.ts'
import { isTallying } from '../likeness.ts'
import { oppositesOf } from '../opposites.ts'
import { areOfOthers, isOfPeriod, isOneWhere } from './elsewhere.ts'
import { creditOf, distanceOf, type Frame, isOneKind } from './frame.ts'
import { isOneMoment } from './moment.ts'
import { isOneDeed, isOneNamed, isOneThing, isSaidOfOne } from './same.ts'
import { type Dimension, isUntil } from './slots.ts'

export interface ComparedGiven {
  readonly a: Frame
  readonly b: Frame
  /** Between the publications of their articles. */
  readonly daysApart: number
  /** How much their clauses say the same, whatever keeps them apart. */
  readonly alike: number
  readonly wordsOf: WordsOf
}

/**
 * Whether two values may fill one slot: of one measure and in one mood, not so far apart that they speak of two things; the same done with the same, or
 * one kind of what news counts again and again; of one moment, and nobody and no place else.
 */
export function isComparable({ a, b, daysApart, alike, wordsOf }: ComparedGiven): boolean {
  const areAlike = alike >= ALIKE_MIN && a.slot.dimension !== 'day'
  return (
    areOfOneMeasure(a, b, wordsOf, areAlike) &&
    (a.slot.value === b.slot.value || !(tellsBoth(a, b) || tellsBoth(b, a))) &&
    (a.slot.dimension !== 'count' || isOneThing(a, b, wordsOf)) &&
    (a.slot.dimension === 'votes' ||
      isOneKind(a, b) ||
      ((areAlike || isOneDeed(a, b, wordsOf)) && (isSaidOfOne(a, b, wordsOf) || (areAlike && isOneNamed(a, b))))) &&
    (areAlike || !areOfOthers(a, b)) &&
    isOneMoment(a, b, daysApart) &&
    (isOneKind(a, b) || (isOneWhere(a, b) && isOneWhere(b, a)))
  )
}

/** Clauses that would be one claim but for the value tell one deed, in whatever words; on two days they may be two. By 400 stories of AllSides: from .55 on as many are wrong as right. */
const ALIKE_MIN = 0.72

/** "35 percent, up from 22 percent": whoever gives both in one clause does not contradict who gives one. */
const tellsBoth = ({ content: { amounts } }: Frame, { slot, content }: Frame): boolean =>
  content.amounts.some(({ span, value }) => span[0] === slot.span[0] && amounts.some(other => other.value === value))

/** Whether two values are of one measure and in one mood, and not so far apart that they speak of two things. */
export function areOfOneMeasure(a: Frame, b: Frame, wordsOf: WordsOf, areAlike = false): boolean {
  const [one, other] = [a.slot, b.slot]
  if (one.dimension !== other.dimension) return false
  if (a.content.modality !== b.content.modality && !LASTING.has(one.dimension) && !areUntil(a, b)) return false
  if (one.isPart || other.isPart || [a, b].some(({ slot, kind }) => slot.isOthers && kind !== 'hurt')) return false
  if (one.isChange !== other.isChange || one.isDenied !== other.isDenied || one.isGrave !== other.isGrave) return false
  if (one.dimension === 'day') return areTwoDays(a, b)
  if (one.dimension === 'age' && (hasManyAges(a) || hasManyAges(b) || areContrary(a, b))) return false
  if (
    typeof one.value === 'number' &&
    distanceOf(one, other) > (isOneKind(a, b) || areAlike ? KIND_RATIO_LOG_MAX : RATIO_LOG_MAX)
  )
    return false
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
const KIND_RATIO_LOG_MAX = Math.log(3.1)
export const RATIO_LOG_MAX = Math.log(2.5)
