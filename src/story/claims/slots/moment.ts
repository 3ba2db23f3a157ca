import { isWithin } from '../../merging/events.ts'
import { isTallying } from '../likeness.ts'
import { type Frame, isOneKind } from './frame.ts'

/** Days that both name must agree; where one names none it is of the days around its publication. */
export function isOneMoment(a: Frame, b: Frame, daysApart: number): boolean {
  if (a.isOld !== b.isOld) return false
  const [first, second] = [a, b].map(({ content, slot }) =>
    content.dates.filter(({ span }) => span[0] !== slot.span[0]).map(({ value }) => value),
  )
  if (isBefore(a.published, second!) || isBefore(b.published, first!)) return false
  // Burglars climb in at some time of day.
  if (a.slot.dimension !== 'time' && (isUpdateOf(a, b) || isUpdateOf(b, a))) return false
  // "The toll rose to six on Wednesday": the day is that of the count.
  if (isOneKind(a, b) && [a, b].some(({ content }) => isTallying(content) || COUNTED.test(content.words.join(' ')))) return true
  if (a.slot.dimension !== 'day' && isByThen(a) !== isByThen(b)) return false
  if (first!.length === 0 || second!.length === 0) {
    if (daysApart > APART_DAYS_MAX) return false
    return ![...first!, ...second!].some(value => /^\d{4}$/.test(value))
  }
  return first!.some(value => second!.some(each => isWithin(value, each)))
}

const COUNTED = /\b(?:number|count|total|figure|stood|stands|reached|now|so far|by)\b/
/** What news tells without a day happened not long before; by judgement. */
const APART_DAYS_MAX = 7

/** "The toll rose to six": whoever tells so later does not contradict who counted four. */
const isUpdateOf = (later: Frame, before: Frame): boolean =>
  later.published !== null &&
  before.published !== null &&
  later.published > before.published &&
  !isUpdate(before) &&
  isUpdate(later)
const isUpdate = ({ content: { words } }: Frame): boolean => words.some(word => UPDATING.has(word))
const UPDATING = new Set(
  'rise rises rose risen raise raises raised climb climbs climbed jumped revise revised update updated'.split(' '),
)

/** "By Monday evening nineteen ships were waiting": how far it had come then. */
const isByThen = ({ content: { words } }: Frame): boolean => BY_THEN.test(words.join(' '))
const BY_THEN = /\bby (?:the |late |early |mid )*(?:\w+day|dawn|morning|noon|afternoon|evening|night|midnight|then)\b/

/** Whether an article was published before a day. */
const isBefore = (published: number | null, days: readonly string[]): boolean =>
  published !== null && days.some(day => /^\d{4}-\d\d-\d\d$/.test(day) && published + DAY_MS <= Date.parse(day))
const DAY_MS = 24 * 3600 * 1000
