/** A day of the Gregorian calendar. `month` from 1, `day` from 1. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** What is known of the publication date: precision as given, so each smaller part may be missing. */
export interface Anchor {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

/** The anchor of an ISO date; null where it is none, or one that no calendar has. The time of day is not read. */
export function anchorOf(iso: string | null): Anchor | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])/.exec(iso ?? '')
  if (!match) return null
  const [year, month, day] = match.slice(1).map(part => (part === undefined ? null : Number(part))) as [
    number,
    number | null,
    number | null,
  ]
  if (month !== null && (month < 1 || month > 12)) return null
  if (month !== null && day !== null && (day < 1 || day > daysIn(year, month))) return null
  return { year, month, day }
}

/** The anchor as a day; null where the day is not known. */
export function dayOf(anchor: Anchor | null): Day | null {
  return anchor && anchor.month !== null && anchor.day !== null
    ? { year: anchor.year, month: anchor.month, day: anchor.day }
    : null
}

const DAY_MS = 86_400_000

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: Day): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / DAY_MS)
}

export function dayFromNumber(number: number): Day {
  const date = new Date(number * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count)
}

/** The month `count` months away. */
export function addMonths(
  { year, month }: { readonly year: number; readonly month: number },
  count: number,
): { year: number; month: number } {
  const months = year * 12 + month - 1 + count
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 }
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (((year % 400) + 400) % 400), month, 0)).getUTCDate()
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** ISO 8601 week: the week of a day's Thursday, in the Thursday's year. */
export function weekOf(day: Day): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const first = dayNumber({ year: thursday.year, month: 1, day: 1 })
  return { year: thursday.year, week: Math.floor((dayNumber(thursday) - first) / 7) + 1 }
}

export const quarterOf = (month: number): number => Math.ceil(month / 3)

const two = (number: number): string => String(number).padStart(2, '0')
const four = (number: number): string => String(number).padStart(4, '0')

export const isoYear = (year: number): string => four(year)
export const isoMonth = (year: number, month: number): string => `${four(year)}-${two(month)}`
export const isoDay = ({ year, month, day }: Day): string => `${four(year)}-${two(month)}-${two(day)}`
export function isoWeek(day: Day): string {
  const { year, week } = weekOf(day)
  return `${four(year)}-W${two(week)}`
}

/** The `nth` `weekday` of a month; from its end where `nth` is -1. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  if (nth < 0) {
    const last = { year, month, day: daysIn(year, month) }
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
  }
  const first = { year, month, day: 1 }
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
}

/** Western Easter Sunday (the anonymous Gregorian algorithm, Meeus 1991). */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return { year, month: Math.floor(f / 31), day: (f % 31) + 1 }
}
