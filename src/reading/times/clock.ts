import { afterHyphen, afterPhrase, digitsAt, isJoined, type Line, signAt, wordAt } from './line.ts'
import { PARTS_OF_DAY, SMALL_NUMBERS, words, ZONES } from './lists.ts'

/** A time of day and the index after it; `value` is what TIMEX3 appends to the day, with its T. */
export interface Clock {
  readonly to: number
  readonly value: string
}

/** "10 p.m.", "10:35 a.m. EST", "noon", "midnight", "0735 GMT", "14:00", "ten o'clock". */
export function clockAt(line: Line, at: number): Clock | null {
  const named = NAMED.get(wordAt(line, at))
  if (named) return { to: afterZone(line, at + 1), value: named }
  const hours = hoursAt(line, at)
  if (!hours) return null
  const { hour, minute, said } = hours
  const half = halfDayAt(line, hours.to)
  if (half) {
    if (hour < 1 || hour > 12) return null
    return { to: afterZone(line, half.to), value: clockValue((hour % 12) + (half.pm ? 12 : 0), minute ?? 0) }
  }
  const oclock = afterOclock(line, hours.to)
  if (oclock > 0 && hour <= 24) return { to: afterZone(line, oclock), value: clockValue(hour, 0) }
  const to = afterZone(line, hours.to)
  if (minute === null || hour > 24) return null
  // "at 14:00" says it by preposition and colon, "3:15" could be a score; "0735" and "14.00" need the zone.
  return (said === 'colon' && BEFORE_CLOCK.has(wordAt(line, at - 1))) || to > hours.to
    ? { to, value: clockValue(hour, minute) }
    : null
}

const BEFORE_CLOCK = words('at around about by from until till to since before after between and shortly just past')

const NAMED: ReadonlyMap<string, string> = new Map([
  ['noon', 'T12:00'],
  ['midday', 'T12:00'],
  ['noontime', 'T12:00'],
  ['midnight', 'T24:00'],
])

interface Hours {
  readonly to: number
  readonly hour: number
  readonly minute: number | null
  readonly said: 'plain' | 'colon' | 'dot' | 'four'
}

function hoursAt(line: Line, at: number): Hours | null {
  const token = line[at]
  if (token?.kind === 'word') {
    const hour = SMALL_NUMBERS.get(wordAt(line, at))
    return hour !== undefined && hour >= 1 && hour <= 12 ? { to: at + 1, hour, minute: null, said: 'plain' } : null
  }
  if (token?.kind !== 'number' || (isJoined(line, at) && /^[:.,$£€-]$/.test(signAt(line, at - 1)))) return null
  const dotted = /^(\d{1,2})\.(\d{2})$/.exec(token.text)
  if (dotted) return inRange(at + 1, Number(dotted[1]), Number(dotted[2]), 'dot')
  const digits = digitsAt(line, at)
  if (digits.length === 4) return inRange(at + 1, Number(digits.slice(0, 2)), Number(digits.slice(2)), 'four')
  if (digits === '' || digits.length > 2) return null
  if (signAt(line, at + 1) === ':' && isJoined(line, at + 1) && isJoined(line, at + 2)) {
    const minute = digitsAt(line, at + 2)
    return minute.length === 2 ? inRange(at + 3, Number(digits), Number(minute), 'colon') : null
  }
  return inRange(at + 1, Number(digits), null, 'plain')
}

function inRange(to: number, hour: number, minute: number | null, said: Hours['said']): Hours | null {
  return hour <= 24 && (minute ?? 0) < 60 ? { to, hour, minute, said } : null
}

/** "p.m.", "pm", "p.m" at a sentence's end, "in the evening". */
function halfDayAt(line: Line, at: number): { readonly to: number; readonly pm: boolean } | null {
  const word = wordAt(line, at)
  if (word === 'pm' || word === 'am') return { to: at + 1, pm: word === 'pm' }
  if ((word === 'p' || word === 'a') && signAt(line, at + 1) === '.' && wordAt(line, at + 2) === 'm')
    return { to: at + 3, pm: word === 'p' }
  if (afterPhrase(line, at, ['in', 'the']) > 0) {
    const part = PARTS_OF_DAY.get(wordAt(line, at + 2))
    if (part && wordAt(line, at + 2) !== 'night') return { to: at + 3, pm: part !== 'MO' }
  }
  return null
}

function afterOclock(line: Line, at: number): number {
  return wordAt(line, at) === 'o' && /^['’]$/.test(signAt(line, at + 1)) && wordAt(line, at + 2) === 'clock' ? at + 3 : -1
}

/** The index after a time zone at `at`: "EST", "local time", "Greenwich Mean Time". */
function afterZone(line: Line, at: number): number {
  let to = at
  for (let words = 0; words < 4; words++) {
    const word = wordAt(line, to)
    if (!ZONES.has(word) && !(words > 0 && word === 'mean')) break
    to++
  }
  return to > at && to - at === 1 && LOOSE_ZONE.has(wordAt(line, at)) ? at : to
}

/** Words that mean a zone only together with "time". */
const LOOSE_ZONE = new Set([
  'time',
  'local',
  'eastern',
  'pacific',
  'central',
  'mountain',
  'standard',
  'daylight',
  'moscow',
  'london',
  'paris',
  'beijing',
])

const clockValue = (hour: number, minute: number): string =>
  `T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

/** "morning", "early morning", "mid-afternoon": TIMEX3's part of a day, with its mod. */
export function partOfDayAt(line: Line, at: number): (Clock & { readonly mod: string | null }) | null {
  const early = PART_MODS.get(wordAt(line, at))
  const to = early ? afterHyphen(line, at + 1) : at
  const part = PARTS_OF_DAY.get(wordAt(line, to))
  return part && wordAt(line, to) !== 'overnight' ? { to: to + 1, value: `T${part}`, mod: early ?? null } : null
}

const PART_MODS: ReadonlyMap<string, string> = new Map([
  ['early', 'START'],
  ['mid', 'MID'],
  ['late', 'END'],
])
