import {
  type Anchor,
  addDays,
  addMonths,
  type Day,
  dayNumber,
  dayOf,
  isoDay,
  isoMonth,
  isoWeek,
  isoYear,
  quarterOf,
  weekdayOf,
} from './calendar.ts'
import { holidayIn } from './holidays.ts'
import type { Unit, Which } from './lists.ts'
import type { Meaning } from './mention.ts'
import type { Direction } from './tense.ts'

/** What the text has spoken of so far. Changed as expressions are resolved, in the order of the text. */
export interface Course {
  /** The last date, as precise as it was said. */
  date: Anchor | null
  /** The last business period; `quarter` null where it was a longer one. */
  period: { readonly year: number; readonly quarter: number | null } | null
}

export interface Setting {
  readonly anchor: Anchor | null
  readonly direction: Direction
  readonly course: Course
}

/** The value of a meaning in its setting, without time of day. Where the publication date is needed and not known: X, or a reference. */
export function timeValue(meaning: Meaning, setting: Setting): string {
  switch (meaning.kind) {
    case 'fixed':
      return meaning.value
    case 'date':
      return dateValue(meaning, setting)
    case 'weekday':
      return weekdayValue(meaning, setting)
    case 'unit':
      return meaning.weekend ? weekendValue(meaning.which, setting) : unitValue(meaning.unit, meaning.which, setting)
    case 'near': {
      const day = dayOf(setting.anchor)
      return day ? isoDay(addDays(day, meaning.days)) : referenceTo(meaning.days)
    }
    case 'away':
      return awayValue(meaning, setting)
    case 'quarter':
      return quarterValue(meaning, setting)
    case 'season':
      return seasonValue(meaning, setting)
    case 'holiday':
      return holidayValue(meaning, setting)
    case 'decade':
      return decadeValue(meaning.tens, setting.anchor)
    case 'daypart': {
      const day = dayOf(setting.course.date) ?? dayOf(setting.anchor)
      return day ? isoDay(day) : 'XXXX-XX-XX'
    }
  }
}

const referenceTo = (direction: number): string => (direction < 0 ? 'PAST_REF' : direction > 0 ? 'FUTURE_REF' : 'PRESENT_REF')

/** How much farther away a date may be in the direction that the tense says before the nearer one in the other is taken. */
const AGAINST_TENSE = 8
/** News speaks of what was, unless it says otherwise. */
const AGAINST_HABIT = 1.5

/** The year among last, this and next for which `numberIn` (days since 1970) comes nearest to `now`, the tense considered. */
function nearestYear(now: number, year: number, direction: Direction, numberIn: (year: number) => number): number {
  let best = year
  let bestCost = Number.POSITIVE_INFINITY
  for (const candidate of [year, year - 1, year + 1]) {
    const away = numberIn(candidate) - now
    const against = direction === 0 ? (away > 0 ? AGAINST_HABIT : 1) : away * direction < 0 ? AGAINST_TENSE : 1
    const cost = Math.abs(away) * against
    if (cost < bestCost) {
      best = candidate
      bestCost = cost
    }
  }
  return best
}

function dateValue(meaning: Extract<Meaning, { kind: 'date' }>, { anchor, direction }: Setting): string {
  const { month, day } = meaning
  const year = meaning.year ?? yearOfDate(meaning, anchor, direction)
  const yearText = year === null ? 'XXXX' : isoYear(year)
  if (meaning.week && year !== null && day !== null) return isoWeek({ year, month, day })
  const monthText = `${yearText}-${String(month).padStart(2, '0')}`
  return day === null ? monthText : `${monthText}-${String(day).padStart(2, '0')}`
}

function yearOfDate(
  { month, day, which, byYear }: Extract<Meaning, { kind: 'date' }>,
  anchor: Anchor | null,
  direction: Direction,
): number | null {
  if (!anchor) return null
  if (byYear) return anchor.year + (which === 'last' ? -1 : which === 'next' ? 1 : 0)
  if (anchor.month === null) return null
  // Only the month is compared where either side has no day.
  const exact = day !== null && anchor.day !== null
  const now = exact
    ? dayNumber({ year: anchor.year, month: anchor.month, day: anchor.day! })
    : monthNumber(anchor.year, anchor.month)
  const numberIn = (year: number): number => (exact ? dayNumber({ year, month, day }) : monthNumber(year, month))
  // The month just gone is "last month", so "last February" in March is a year older.
  if (which === 'last') return numberIn(anchor.year) < now - (day === null ? MONTH_DAYS : 0) ? anchor.year : anchor.year - 1
  if (which === 'next') return numberIn(anchor.year) > now ? anchor.year : anchor.year + 1
  if (which === 'this') return anchor.year
  return nearestYear(now, anchor.year, direction, numberIn)
}

const MONTH_DAYS = 30
const monthNumber = (year: number, month: number): number => (year * 12 + month) * MONTH_DAYS

function weekdayValue({ weekday, which }: Extract<Meaning, { kind: 'weekday' }>, { anchor, direction, course }: Setting): string {
  const today = dayOf(anchor)
  if (!today) return `XXXX-WXX-${weekday}`
  const monday = addDays(today, 1 - weekdayOf(today))
  if (which === 'next') return isoDay(addDays(monday, 7 + weekday - 1))
  if (which === 'before') return isoDay(before(dayOf(course.date) ?? today, weekday))
  if (which === 'after') return isoDay(after(dayOf(course.date) ?? today, weekday))
  if (which === 'last') return isoDay(before(today, weekday))
  if (weekdayOf(today) === weekday) return isoDay(today)
  if (which === 'this') return isoDay(direction < 0 ? before(today, weekday) : after(today, weekday))
  return isoDay(direction > 0 ? after(today, weekday) : before(today, weekday))
}

/** The last `weekday` before a day, the day itself left out. */
const before = (day: Day, weekday: number): Day => addDays(day, -(((weekdayOf(day) - weekday + 6) % 7) + 1))
const after = (day: Day, weekday: number): Day => addDays(day, ((weekday - weekdayOf(day) + 6) % 7) + 1)

function weekendValue(which: Which | null, { anchor, direction }: Setting): string {
  const today = dayOf(anchor)
  if (!today) return which === 'last' ? 'PAST_REF' : which === 'next' ? 'FUTURE_REF' : 'XXXX-WXX-WE'
  const inIt = weekdayOf(today) >= 6
  const weeks =
    which === 'next' ? 1 : which === 'last' || which === 'before' ? -1 : which === null && direction <= 0 && !inIt ? -1 : 0
  return `${isoWeek(addDays(today, weeks * 7))}-WE`
}

/** How many units from the base a word is. */
const STEPS: Readonly<Record<Which, number>> = { last: -1, this: 0, next: 1, before: -1, after: 1, that: 0 }

function unitValue(unit: Unit, which: Which | null, { anchor, course }: Setting): string {
  const steps = STEPS[which ?? 'that']
  const fromText = which === 'before' || which === 'after' || which === 'that'
  return (fromText ? stepped(course.date, unit, steps) : null) ?? stepped(anchor, unit, steps) ?? referenceTo(steps)
}

/** `count` units from a date, as precise as the unit; null where the date is less precise than that. */
function stepped(from: Anchor | null, unit: Unit, count: number): string | null {
  if (!from) return null
  const whole = Math.trunc(count)
  if (unit === 'year') return isoYear(from.year + whole)
  if (unit === 'decade') return `${String(Math.floor((from.year + whole * 10) / 10))}X`
  if (unit === 'century') return String(Math.floor(from.year / 100) + whole).padStart(2, '0')
  if (unit === 'millennium') return String(Math.floor(from.year / 1000) + whole)
  if (from.month === null) return null
  if (unit === 'quarter') {
    const { year, month } = addMonths({ year: from.year, month: from.month }, whole * 3)
    return `${isoYear(year)}-Q${quarterOf(month)}`
  }
  if (unit === 'month') {
    const { year, month } = addMonths({ year: from.year, month: from.month }, whole)
    return isoMonth(year, month)
  }
  const day = dayOf(from)
  if (!day) return null
  if (unit === 'week') return isoWeek(addDays(day, whole * 7))
  return unit === 'day' ? isoDay(addDays(day, whole)) : null
}

function awayValue({ unit, count, from }: Extract<Meaning, { kind: 'away' }>, { anchor, course }: Setting): string {
  // In a business report "a year earlier" is the same period of the year before.
  if (unit === 'year' && count === -1 && course.period) {
    const { year, quarter } = course.period
    return quarter === null ? isoYear(year - 1) : `${isoYear(year - 1)}-Q${quarter}`
  }
  if (unit === 'decade')
    return awayValue({ kind: 'away', unit: 'year', count: count * 10, from }, { anchor, course, direction: 0 })
  // "in August … from a year earlier" is the August before.
  if (unit === 'year' && from === 'text' && course.date?.month && course.date.day === null) {
    return isoMonth(course.date.year + Math.trunc(count), course.date.month)
  }
  const fromText = from === 'text' ? stepped(course.date, unit, count) : null
  return fromText ?? stepped(anchor, unit, count) ?? referenceTo(count)
}

function quarterValue({ number, half, year, which, years }: Extract<Meaning, { kind: 'quarter' }>, setting: Setting): string {
  const { anchor, direction, course } = setting
  const letter = half ? 'H' : 'Q'
  if (number !== null) {
    const found = year ?? yearOfQuarter(half ? number * 2 : number, which, years !== 0, anchor, direction)
    return `${found === null ? 'XXXX' : isoYear(found + years)}-${letter}${number}`
  }
  const current = anchor?.month ? { year: anchor.year, quarter: quarterOf(anchor.month) } : null
  const spoken = which === 'this' || which === 'next' ? null : course.period
  const base = spoken ?? (current && which !== 'this' && which !== 'next' ? earlier(current) : current)
  if (!base) return year === null ? referenceTo(years || (which ? STEPS[which] : 0)) : isoYear(year)
  const stepping = which === 'before' || which === 'after' || which === 'next' ? STEPS[which] : 0
  const quarter = base.quarter === null ? null : ((base.quarter - 1 + stepping + 4) % 4) + 1
  const carried = base.quarter === null ? stepping : Math.floor((base.quarter - 1 + stepping) / 4)
  const yearText = isoYear((year ?? base.year + carried) + years)
  return quarter === null ? yearText : `${yearText}-Q${quarter}`
}

const earlier = ({ year, quarter }: { year: number; quarter: number }): { year: number; quarter: number } =>
  quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: quarter - 1 }

/** The year of "the third quarter": this one, unless the tense puts it in the next or the last. */
function yearOfQuarter(
  quarter: number,
  which: Which | null,
  counted: boolean,
  anchor: Anchor | null,
  direction: Direction,
): number | null {
  if (!anchor) return null
  if (anchor.month === null || counted || which === 'this') return anchor.year
  const now = quarterOf(anchor.month)
  if (which === 'last') return quarter < now ? anchor.year : anchor.year - 1
  if (which === 'next') return quarter > now ? anchor.year : anchor.year + 1
  if (quarter > now + 1 && direction <= 0) return anchor.year - 1
  if (quarter < now - 1 && direction > 0) return anchor.year + 1
  return anchor.year
}

const SEASON_MONTH: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

function seasonValue(
  { season, year, which }: Extract<Meaning, { kind: 'season' }>,
  { anchor, direction, course }: Setting,
): string {
  if (year !== null) return `${isoYear(year)}-${season}`
  if (!anchor || anchor.month === null) return `XXXX-${season}`
  const start = SEASON_MONTH[season]!
  const now = monthNumber(anchor.year, anchor.month)
  const numberIn = (candidate: number): number => monthNumber(candidate, start)
  if (which === 'last') return `${isoYear(numberIn(anchor.year) + 60 < now ? anchor.year : anchor.year - 1)}-${season}`
  if (which === 'next') return `${isoYear(numberIn(anchor.year) > now ? anchor.year : anchor.year + 1)}-${season}`
  if (which === 'this') return `${isoYear(season === 'WI' && anchor.month < 3 ? anchor.year - 1 : anchor.year)}-${season}`
  if (which === 'that' || which === 'after' || which === 'before')
    return `${isoYear((course.date?.year ?? anchor.year) + STEPS[which])}-${season}`
  return `${isoYear(nearestYear(now, anchor.year, direction, numberIn))}-${season}`
}

function holidayValue({ name, year, which }: Extract<Meaning, { kind: 'holiday' }>, { anchor, direction }: Setting): string {
  if (year !== null) return isoDay(holidayIn(name, year))
  const today = dayOf(anchor)
  if (!today) return 'XXXX-XX-XX'
  const now = dayNumber(today)
  const numberIn = (candidate: number): number => dayNumber(holidayIn(name, candidate))
  if (which === 'last') return isoDay(holidayIn(name, numberIn(today.year) < now ? today.year : today.year - 1))
  if (which === 'next') return isoDay(holidayIn(name, numberIn(today.year) > now ? today.year : today.year + 1))
  if (which === 'this') return isoDay(holidayIn(name, today.year))
  return isoDay(holidayIn(name, nearestYear(now, today.year, direction, numberIn)))
}

/** The decade of the last hundred years that has these tens. */
function decadeValue(tens: number, anchor: Anchor | null): string {
  if (!anchor) return `XX${String(tens / 10)}X`
  const century = Math.floor(anchor.year / 100) - (tens > anchor.year % 100 ? 1 : 0)
  return `${century}${tens / 10}X`
}
