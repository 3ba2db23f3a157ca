/** A stretch of the calendar, `[start, end)` in days since 1970-01-01 (UTC), with fractions for times of day. */
export interface Period {
  readonly start: number
  readonly end: number
  readonly precision: Precision
  /** Whether the text itself leaves its borders open: "about", a season, "the end of". */
  readonly open: boolean
}

export type Precision = 'time' | 'day' | 'week' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'century'

/** Parts of a day as TIMEX3 names them, in hours: morning, midday, afternoon, evening, night, daytime. */
const DAY_PARTS: Record<string, readonly [number, number]> = {
  MO: [5, 12],
  MI: [11, 13],
  AF: [12, 18],
  EV: [17, 22],
  NI: [18, 24],
  DT: [6, 18],
}

const MONTHS_OF_QUARTER = 3
const MONTHS_OF_HALF = 6

/**
 * What a TIMEX3 value (or two of them with a slash between) covers; null for what is no place on the calendar: durations, sets,
 * `PRESENT_REF`, a weekday of no week. Nothing is made more precise than it is: a season, which depends on the hemisphere, covers
 * its year with open borders.
 */
export function periodOf(value: string, mod: string | null = null): Period | null {
  const [first, last, ...more] = value.split('/')
  const start = periodOfOne(first!)
  if (last === undefined || start === null) return start && { ...start, open: start.open || mod !== null }
  const end = periodOfOne(last)
  if (end === null || more.length > 0 || end.end <= start.start) return null
  return { start: start.start, end: end.end, precision: start.precision, open: start.open || end.open || mod !== null }
}

function periodOfOne(value: string): Period | null {
  const match = VALUE.exec(value)
  if (!match) return null
  const [, years, month, day, time, week, weekend, quarter, half, season] = match
  if (years!.length < 4) return decadeOrCentury(years!.replace(/X+$/, ''))
  const year = Number(years)
  if (quarter !== undefined) return months(year, (Number(quarter) - 1) * MONTHS_OF_QUARTER, MONTHS_OF_QUARTER, 'quarter')
  if (half !== undefined) return months(year, (Number(half) - 1) * MONTHS_OF_HALF, MONTHS_OF_HALF, 'half')
  if (season !== undefined) return { ...months(year, 0, 12, 'season'), open: true }
  if (week !== undefined) return weeks(year, Number(week), weekend !== undefined)
  if (month === undefined) return months(year, 0, 12, 'year')
  if (Number(month) < 1 || Number(month) > 12) return null
  if (day === undefined) return months(year, Number(month) - 1, 1, 'month')
  const at = dayOf(year, Number(month) - 1, Number(day))
  if (Number(day) < 1 || Number(day) > dayOf(year, Number(month), 1) - dayOf(year, Number(month) - 1, 1)) return null
  return time === undefined ? { start: at, end: at + 1, precision: 'day', open: false } : timeOfDay(at, time)
}

/** Year, decade or century; month, day and time; week and weekend; quarter; half; season. What is not given may stand as X. */
const VALUE =
  /^(\d{4}|\d{3}X?|\d{2}(?:XX)?)(?:-(?:(\d\d)(?:-(\d\d)(?:T(.+))?|-XX)?|W(\d\d)(-WE)?|Q([1-4])|H([12])|(SP|SU|FA|WI)|XX(?:-XX)?))?$/

function decadeOrCentury(digits: string): Period {
  const span = 10 ** (4 - digits.length)
  const year = Number(digits) * span
  return { start: dayOf(year, 0, 1), end: dayOf(year + span, 0, 1), precision: span === 10 ? 'decade' : 'century', open: false }
}

function months(year: number, month: number, count: number, precision: Precision): Period {
  return { start: dayOf(year, month, 1), end: dayOf(year, month + count, 1), precision, open: false }
}

/** ISO 8601: a week begins on Monday, and the fourth of January is in the first. */
function weeks(year: number, week: number, weekend: boolean): Period | null {
  if (week < 1 || week > 53) return null
  const fourth = dayOf(year, 0, 4)
  const monday = fourth - mod(fourth + 3, 7) + (week - 1) * 7
  return { start: weekend ? monday + 5 : monday, end: monday + 7, precision: weekend ? 'day' : 'week', open: false }
}

function timeOfDay(day: number, time: string): Period {
  const clock = /^(\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d+)?)?)?/.exec(time)
  if (clock) {
    const [, hour, minute, second] = clock
    const start = day + Number(hour) / 24 + Number(minute ?? 0) / 1440 + Number(second ?? 0) / 86_400
    return { start, end: start + (minute === undefined ? 1 / 24 : 1 / 1440), precision: 'time', open: false }
  }
  const part = DAY_PARTS[time]
  if (!part) return { start: day, end: day + 1, precision: 'day', open: false }
  return { start: day + part[0] / 24, end: day + part[1] / 24, precision: 'time', open: true }
}

function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date.getTime() / 86_400_000
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by
}
