import { monthAt } from './dates.ts'
import { duration } from './duration.ts'
import { isCapital, type Line, wordAt } from './line.ts'
import { PARTS_OF_DAY, SEASONS, UNITS, WEEKDAY_PLURALS, WEEKDAYS, words } from './lists.ts'
import type { Found } from './mention.ts'
import { cardinalAt } from './numbers.ts'

/** A rate counts something: "four flights a week", "$40 billion a year", "twice a day". */
export function isRate(line: Line, at: number): boolean {
  const before = line[at - 1]
  if (!before || before.kind === 'number') return before !== undefined
  return before.kind === 'word' && (TIMES.has(before.lower) || (/[^s]s$/.test(before.lower) && !VERBS.has(before.lower)))
}

const TIMES = words('once twice times million billion trillion dollars cents percent hours thousand')
const VERBS = words('is was has does takes lasts needs says spends gets')

/** "every day", "each July", "daily", "per week", "Tuesdays", "twice a month". */
export function set(line: Line, at: number): Found | null {
  const word = wordAt(line, at)
  const often = OFTEN.get(word)
  // "its quarterly dividend" names a thing, "paid quarterly" says how often.
  if (often && !(word === 'quarterly' && /^\p{Ll}/u.test(wordAt(line, at + 1)) && !AFTER_ADVERB.has(wordAt(line, at + 1))))
    return { to: at + 1, meaning: { kind: 'fixed', type: 'SET', value: often } }
  const weekday = WEEKDAY_PLURALS.get(word)
  if (weekday && isCapital(line, at)) return found(at + 1, `XXXX-WXX-${weekday}`)
  if (word === 'weekdays') return found(at + 1, 'P1D')
  if (word === 'weekends') return found(at + 1, 'XXXX-WXX-WE')
  if (word !== 'every' && word !== 'each' && word !== 'per') return null
  const other = wordAt(line, at + 1) === 'other' ? at + 2 : at + 1
  const number = other === at + 1 ? cardinalAt(line, other) : null
  const to = number?.to ?? other
  const unit = UNITS.get(wordAt(line, to))
  if (unit && (unit !== 'second' || number) && (word !== 'each' || other === at + 1)) {
    return found(to + 1, duration(unit, number?.count ?? (other > at + 1 ? 2 : 1)))
  }
  if (word === 'per' || number) return null
  const day = WEEKDAYS.get(wordAt(line, to))
  if (day && isCapital(line, to)) return found(to + 1, `XXXX-WXX-${day}`)
  const month = monthAt(line, to)
  if (month) return found(month.to, `XXXX-${String(month.month).padStart(2, '0')}`)
  const season = SEASONS.get(wordAt(line, to))
  if (season) return found(to + 1, `XXXX-${season}`)
  if (wordAt(line, to) === 'weekend') return found(to + 1, 'XXXX-WXX-WE')
  const part = PARTS_OF_DAY.get(wordAt(line, to))
  return part ? found(to + 1, `XXXX-XX-XXT${part}`) : null
}

const AFTER_ADVERB = words('and or but in at to for from by with until through on as since is are was were')

export const OFTEN: ReadonlyMap<string, string> = new Map([
  ['daily', 'P1D'],
  ['nightly', 'XXXX-XX-XXTNI'],
  ['weekly', 'P1W'],
  ['biweekly', 'P2W'],
  ['fortnightly', 'P2W'],
  ['monthly', 'P1M'],
  ['quarterly', 'P1Q'],
  ['yearly', 'P1Y'],
  ['annually', 'P1Y'],
  ['hourly', 'PT1H'],
])

const found = (to: number, value: string): Found => ({ to, meaning: { kind: 'fixed', type: 'SET', value } })
