import { isoDay } from './calendar.ts'
import { afterComma, afterHyphen, digitsAt, isCapital, isHyphen, isJoined, type Line, signAt, wordAt } from './line.ts'
import { DECADES, DOUBTFUL_MONTHS, MONTHS, WEEKDAYS, words } from './lists.ts'
import type { Found } from './mention.ts'
import { fromShort, ordinalAt, yearAt } from './numbers.ts'

/** Dates of the calendar: "Oct. 23, 1998", "23rd of October", "October", "Friday, Oct. 23", "1998-10-23", "1998", "the 1990s". */
export function calendarDate(line: Line, at: number): Found | null {
  return (
    withWeekday(line, at) ??
    monthFirst(line, at) ??
    dayFirst(line, at) ??
    numeric(line, at) ??
    decade(line, at) ??
    century(line, at) ??
    year(line, at)
  )
}

function withWeekday(line: Line, at: number): Found | null {
  if (!WEEKDAYS.has(wordAt(line, at)) || !isCapital(line, at)) return null
  const dotted = signAt(line, at + 1) === '.' ? at + 2 : at + 1
  const next = afterComma(line, dotted)
  const the = wordAt(line, next) === 'the' ? next + 1 : next
  const found = monthFirst(line, next) ?? dayFirst(line, the)
  return found && found.meaning.kind === 'date' && found.meaning.day !== null ? found : null
}

/** The month at `at` and the index after it, its full stop too; null where the word is no month there. */
export function monthAt(line: Line, at: number): { readonly to: number; readonly month: number } | null {
  const month = MONTHS.get(wordAt(line, at))
  if (month === undefined || !isCapital(line, at)) return null
  const short = wordAt(line, at).length < 5 && wordAt(line, at) !== 'may'
  return { to: short && signAt(line, at + 1) === '.' ? at + 2 : at + 1, month }
}

function monthFirst(line: Line, at: number): Found | null {
  const month = monthAt(line, at)
  if (!month) return null
  const day = dayOfMonth(line, wordAt(line, month.to) === 'the' ? month.to + 1 : month.to)
  if (day) {
    const year = yearAt(line, afterComma(line, day.to))
    if (year && signAt(line, day.to) !== '.') return date(year.to, year.count, month.month, day.day)
    return date(day.to, null, month.month, day.day)
  }
  const of = wordAt(line, month.to) === 'of' ? month.to + 1 : afterComma(line, month.to)
  const year = yearAt(line, of) ?? yearAt(line, afterHyphen(line, month.to))
  if (year && isYearThere(line, of, year.to)) return date(year.to, year.count, month.month, null)
  return isMonthAlone(line, at, month.to) ? date(withoutDot(line, month.to), null, month.month, null) : null
}

/** The full stop of "in Nov." belongs to the expression only before more of it. */
const withoutDot = (line: Line, to: number): number => (signAt(line, to - 1) === '.' ? to - 1 : to)

const NAMES = words('april may june august')

const BEFORE_MONTH = words(
  `in since by until till last next this early late mid of from to through during for before after each every around about late
   and or between following past previous beginning start end starting ending as throughout`,
)

function isMonthAlone(line: Line, at: number, to: number): boolean {
  const word = wordAt(line, at)
  const before = wordAt(line, at - 1)
  // "June Carter", "April Jones": a name, where no preposition says otherwise.
  if (
    isCapital(line, at + 1) &&
    wordAt(line, at + 1) !== '' &&
    !BEFORE_MONTH.has(before) &&
    (NAMES.has(word) || (at > 0 && isCapital(line, at - 1)))
  )
    return false
  if (!DOUBTFUL_MONTHS.has(word)) return true
  if (word === 'jan' || word === 'mar') return signAt(line, to - 1) === '.'
  if (BEFORE_MONTH.has(before) && before !== 'and' && before !== 'or') return true
  if (isHyphen(line, at - 1)) return true
  // "The March accession": a name would not follow an article; a verb would not have a capital.
  return (
    at > 0 &&
    (before === 'the' ||
      before === 'a' ||
      before === 'his' ||
      before === 'its' ||
      MONTHS.has(before) ||
      MONTHS.has(wordAt(line, at + 2)))
  )
}

function dayFirst(line: Line, at: number): Found | null {
  const day = dayOfMonth(line, at)
  if (!day) return null
  const of = wordAt(line, day.to) === 'of' ? day.to + 1 : afterHyphen(line, day.to)
  const month = monthAt(line, of)
  if (!month) return null
  const year = yearAt(line, afterHyphen(line, afterComma(line, month.to)))
  return year ? date(year.to, year.count, month.month, day.day) : date(withoutDot(line, month.to), null, month.month, day.day)
}

/** "23", "23rd", "twenty-third"; no amount, no percentage, no time of day. */
export function dayOfMonth(line: Line, at: number): { readonly to: number; readonly day: number } | null {
  const ordinal = ordinalAt(line, at)
  if (ordinal) return ordinal.count >= 1 && ordinal.count <= 31 ? { to: ordinal.to, day: ordinal.count } : null
  const digits = digitsAt(line, at)
  const day = Number(digits)
  if (digits === '' || digits.length > 2 || day < 1 || day > 31) return null
  if (signAt(line, at + 1) === '%' || NO_DAY_BEFORE.has(wordAt(line, at + 1))) return null
  if (signAt(line, at + 1) === ':' && isJoined(line, at + 1) && digitsAt(line, at + 2).length === 2) return null
  return { to: at + 1, day }
}

const NO_DAY_BEFORE = words('percent per million billion trillion thousand hundred am pm')

function numeric(line: Line, at: number): Found | null {
  const parts = [0, 2, 4].map(offset => digitsAt(line, at + offset))
  const sign = signAt(line, at + 1)
  if (sign === '' || signAt(line, at + 3) !== sign || ![1, 2, 3, 4].every(offset => isJoined(line, at + offset))) return null
  if ((sign !== '/' && sign !== '-' && sign !== '.') || isJoined(line, at)) return null
  const [first, second, third] = parts.map(Number) as [number, number, number]
  if (parts[0]!.length === 4 && parts[1]!.length === 2 && parts[2]!.length === 2) return whole(at + 5, first, second, third)
  if (sign !== '/' || parts[0] === '' || parts[0]!.length > 2 || parts[1] === '' || parts[1]!.length > 2) return null
  const year = parts[2]!.length === 4 ? third : parts[2]!.length === 2 ? fromShort(third) : null
  if (year === null) return null
  // Month first, as in the US, unless the numbers say otherwise.
  return first > 12 ? whole(at + 5, year, second, first) : whole(at + 5, year, first, second)
}

function whole(to: number, year: number, month: number, day: number): Found | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? { to, meaning: { kind: 'fixed', type: 'DATE', value: isoDay({ year, month, day }) } }
    : null
}

/** "1990s", "the '90s", "the nineties", "the mid-1990s". */
function decade(line: Line, at: number): Found | null {
  const spoken = DECADES.get(wordAt(line, at))
  if (spoken !== undefined && wordAt(line, at - 1) !== 'his' && wordAt(line, at - 1) !== 'her') {
    const before = wordAt(line, at - 1)
    return DECADE_BEFORE.has(before) || isHyphen(line, at - 1) ? { to: at + 1, meaning: { kind: 'decade', tens: spoken } } : null
  }
  const short = signAt(line, at) === "'" || signAt(line, at) === '’' || signAt(line, at) === '‘' ? at + 1 : at
  const digits = digitsAt(line, short)
  const apostrophe = /^['’]$/.test(signAt(line, short + 1)) && isJoined(line, short + 1) ? short + 2 : short + 1
  if (wordAt(line, apostrophe) !== 's' || !isJoined(line, apostrophe) || !digits.endsWith('0')) return null
  if (digits.length === 4 && short === at)
    return { to: apostrophe + 1, meaning: { kind: 'fixed', type: 'DATE', value: `${digits.slice(0, 3)}X` } }
  // "in his 30s" is an age; without an apostrophe the article must say that it is a decade.
  const named = short > at || (DECADE_BEFORE.has(wordAt(line, at - 1)) && apostrophe === short + 1) || isHyphen(line, at - 1)
  return digits.length === 2 && named && !AGES.has(wordAt(line, at - 1))
    ? { to: apostrophe + 1, meaning: { kind: 'decade', tens: Number(digits) } }
    : null
}

const DECADE_BEFORE = words('the early late mid')
const AGES = words('his her their my your our')

/** "the 20th century", "the nineteenth century". */
function century(line: Line, at: number): Found | null {
  const ordinal = ordinalAt(line, at)
  if (!ordinal || ordinal.count < 1 || ordinal.count > 30) return null
  const to = afterHyphen(line, ordinal.to)
  if (wordAt(line, to) !== 'century' && wordAt(line, to) !== 'centuries') return null
  return { to: to + 1, meaning: { kind: 'fixed', type: 'DATE', value: String(ordinal.count - 1).padStart(2, '0') } }
}

/** A year alone. */
function year(line: Line, at: number): Found | null {
  const found = yearAt(line, at)
  if (!found || isJoinedToNumber(line, at) || !isYearThere(line, at, found.to)) return null
  if (signAt(line, at) !== '' && !YEAR_BEFORE.has(wordAt(line, at - 1))) return null
  return { to: found.to, meaning: { kind: 'fixed', type: 'DATE', value: String(found.count).padStart(4, '0') } }
}

const isJoinedToNumber = (line: Line, at: number): boolean =>
  isJoined(line, at) && /^[-/.,:$£€#+]$/.test(signAt(line, at - 1)) && !isYearRange(line, at)

/** "1991-97", "post-1959", "mid-1996": what stands before the hyphen is a year or a word. */
const isYearRange = (line: Line, at: number): boolean =>
  isHyphen(line, at - 1) && (yearAt(line, at - 2) !== null || wordAt(line, at - 2) !== '')

/** Whether a number that could be a year is none: an amount, a price, a count of things. */
function isYearThere(line: Line, at: number, to: number): boolean {
  const before = signAt(line, at - 1)
  if (/^[$£€¥#%]$/.test(before)) return false
  // "Orion 1980", "flight 2014": a number that is part of a name.
  if (
    digitsAt(line, at) !== '' &&
    at > 1 &&
    isCapital(line, at - 1) &&
    !isJoined(line, at) &&
    !YEAR_BEFORE.has(wordAt(line, at - 1)) &&
    !MONTHS.has(wordAt(line, at - 1)) &&
    wordAt(line, at - 1) !== ''
  )
    return false
  if (NUMBERED.has(wordAt(line, at - 1))) return false
  const after = wordAt(line, to)
  if (signAt(line, to) === '%' || AMOUNT_AFTER.has(after)) return false
  if (/^[:/]$/.test(signAt(line, to)) && isJoined(line, to) && isJoined(line, to + 1)) return false
  if (YEAR_BEFORE.has(wordAt(line, at - 1)) || wordAt(line, at) !== '') return true
  // "2000 people", "1500 meters": a count of things, whose plural has no capital.
  return !(/[^s]s$/.test(after) && !isCapital(line, to) && !NO_PLURAL.has(after))
}

const NUMBERED = words('room flight model page number line platform bus route article section resolution unit')
const YEAR_BEFORE = words(
  `in since by until till from to through during before after between of year early late mid fiscal the and or last about around circa
   autumn fall spring summer winter christmas easter january february march april may june july august september october november december`,
)
const NO_PLURAL = words('was is has as its his this was')
const AMOUNT_AFTER =
  words(`percent per million billion trillion dollars pounds euros yen marks people men women shares votes miles km
  meters metres feet acres troops soldiers points hours hrs gmt am pm degrees`)

function date(to: number, year: number | null, month: number, day: number | null): Found {
  return { to, meaning: { kind: 'date', year, month, day } }
}
