import type { WordsOf } from '../features.ts'
import { isTallying } from '../likeness.ts'
import { areOfOthers, isOfPeriod, isOneWhere } from './elsewhere.ts'
import { creditOf, distanceOf, type Frame, isOneKind } from './frame.ts'
import { isOneMoment } from './moment.ts'
import { isOneDeed, isOneThing, isSaidOfOne } from './same.ts'
import type { Dimension } from './slots.ts'

export interface ComparedGiven {
  readonly a: Frame
  readonly b: Frame
  /** Between the publications of their articles. */
  readonly daysApart: number
  readonly wordsOf: WordsOf
}

/**
 * Whether two values may fill one slot: of one measure and in one mood, not so far apart that they speak of two things; the same done with the same, or
 * one kind of what news counts again and again; of one moment, and nobody and no place else.
 */
export function isComparable({ a, b, daysApart, wordsOf }: ComparedGiven): boolean {
  return (
    areOfOneMeasure(a, b, wordsOf) &&
    (a.slot.dimension !== 'count' || isOneThing(a, b, wordsOf)) &&
    (a.slot.dimension === 'votes' || isOneKind(a, b) || (isOneDeed(a, b, wordsOf) && isSaidOfOne(a, b, wordsOf))) &&
    !areOfOthers(a, b) &&
    isOneMoment(a, b, daysApart) &&
    (isOneKind(a, b) || (isOneWhere(a, b) && isOneWhere(b, a)))
  )
}

/** Whether two values are of one measure and in one mood, and not so far apart that they speak of two things. */
export function areOfOneMeasure(a: Frame, b: Frame, wordsOf: WordsOf): boolean {
  const [one, other] = [a.slot, b.slot]
  if (one.dimension !== other.dimension) return false
  if (a.content.modality !== b.content.modality && !LASTING.has(one.dimension)) return false
  if (one.isPart || other.isPart || [a, b].some(({ slot, kind }) => slot.isOthers && kind !== 'hurt')) return false
  if (one.isChange !== other.isChange || one.isDenied !== other.isDenied || one.isGrave !== other.isGrave) return false
  if (one.dimension === 'day') return areTwoDays(a, b)
  if (typeof one.value === 'number' && distanceOf(one, other) > (isOneKind(a, b) ? KIND_RATIO_LOG_MAX : RATIO_LOG_MAX))
    return false
  if (one.dimension === 'money' && one.unit.length > 0 && other.unit.length > 0 && one.unit[0] !== other.unit[0]) return false
  if (a.attribute && b.attribute && creditOf(a.attribute, b.attribute, wordsOf) < ATTRIBUTE_MIN) return false
  return isOfPeriod(a) === isOfPeriod(b)
}

/** Both by their names. Of what was done a day and a month are no two answers. */
const areTwoDays = (a: Frame, b: Frame): boolean =>
  [a, b].every(({ content, slot }) => slot.isNamed && !isTallying(content)) &&
  (a.content.modality === 'ahead' || `${a.slot.value}`.length === `${b.slot.value}`.length)

/** A price is told as agreed and as to be paid, a way as long as it is and as it would be. */
const LASTING: ReadonlySet<Dimension> = new Set<Dimension>(['money', 'length', 'age'])
/** An altitude and a height are one, a distance is none. */
const ATTRIBUTE_MIN = 0.4
/**
 * Figures that are so many times another are of something else: by the right tables and the wrong ones of some thousand stories of AllSides and half
 * of Giveme5W1H dev. A first count of the dead may be a third of the last.
 */
const KIND_RATIO_LOG_MAX = Math.log(3.1)
const RATIO_LOG_MAX = Math.log(2.5)
