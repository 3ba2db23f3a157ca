import type { Slot } from './slots.ts'

/**
 * Whether two values may both be right: the same; one a round number for the other; "more than 500" and 527; "in April" and the third
 * of it.
 */
export function mayAgree(a: Slot, b: Slot): boolean {
  if (a.value === b.value) return true
  if (typeof a.value !== 'number' || typeof b.value !== 'number')
    return a.dimension === 'day' && overlap(daysOf(`${a.value}`), daysOf(`${b.value}`))
  if (a.dimension !== 'count' && Math.abs(a.value - b.value) <= NEARLY_ROUND * Math.max(a.value, b.value)) return true
  // Miles are told as kilometres and back, four months as 120 days.
  if (
    (a.dimension === 'length' || a.dimension === 'duration') &&
    Math.abs(a.value - b.value) <= ROUND * Math.max(a.value, b.value)
  )
    return true
  if (a.bound === 'about' && b.bound === 'about') return Math.abs(a.value - b.value) <= BOTH_ABOUT * Math.max(a.value, b.value)
  return isRoundFor(a, b.value) || isRoundFor(b, a.value) || isRounded(a, b.value) || isRounded(b, a.value)
}

/** "2.6 percent" for 2.55, "1.4 trillion" for 1.37: what is written with more digits. */
function isRounded({ value, dimension }: Slot, exact: number): boolean {
  const own = value as number
  if (dimension !== 'share' && own < SCALED_MIN) return false
  const digits = digitsOf(own)
  return digits >= 2 && digitsOf(exact) > digits && Number(exact.toPrecision(digits)) === own
}
const SCALED_MIN = 1e6
const digitsOf = (value: number): number =>
  Number(value.toPrecision(12))
    .toExponential()
    .replace(/e.*|\D/g, '').length

/** Shares of a value, by judgement: what "about" and a round number leave open, and how far "more than" reaches. */
const ABOUT = 0.05
const BOTH_ABOUT = 0.1
const ROUND = 0.03
const NEARLY_ROUND = 0.01
const BEYOND = 0.15

function isRoundFor({ value, bound }: Slot, exact: number): boolean {
  const own = value as number
  const over = (exact - own) / own
  if (bound === 'more') return over >= 0 && over <= BEYOND
  if (bound === 'less') return over <= 0 && over >= -BEYOND
  if (bound === 'about') return Math.abs(over) <= ABOUT
  return (isRound(own) && Math.abs(over) <= ROUND) || (isRound(own, 2) && Math.abs(over) <= NEARLY_ROUND)
}

/** Hundreds, and what is given in a scale: "5 million". */
const isRound = (value: number, digits = 1): boolean =>
  value >= 100 && value % 10 ** (Math.floor(Math.log10(value)) + 1 - digits) === 0

type Days = readonly [start: number, end: number]

const overlap = (a: Days | null, b: Days | null): boolean => !a || !b || (a[0] < b[1] && b[0] < a[1])

const DAY_MS = 24 * 3600 * 1000
/** The month in which a season, a half or a quarter of a year begins, and how many months it has. */
const PARTS: Readonly<Record<string, readonly [month: number, months: number]>> = {
  SP: [2, 3],
  SU: [5, 3],
  FA: [8, 3],
  WI: [11, 3],
  H1: [0, 6],
  H2: [6, 6],
  Q1: [0, 3],
  Q2: [3, 3],
  Q3: [6, 3],
  Q4: [9, 3],
}

/** From when until when a TIMEX3 date goes; null for one that is no such date. */
function daysOf(value: string): Days | null {
  const [, years, rest = ''] = /^(\d{4})(?:-(.+))?$/.exec(value) ?? []
  if (!years) return null
  const year = Number(years)
  if (rest === '') return [Date.UTC(year, 0), Date.UTC(year + 1, 0)]
  const part = PARTS[rest]
  if (part) return [Date.UTC(year, part[0]), Date.UTC(year, part[0] + part[1])]
  const week = /^W(\d\d)/.exec(rest)
  if (week) {
    const fourth = Date.UTC(year, 0, 4)
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS + (Number(week[1]) - 1) * 7 * DAY_MS
    return [monday, monday + 7 * DAY_MS]
  }
  const [, month, day] = /^(\d\d)(?:-(\d\d))?$/.exec(rest) ?? []
  if (!month) return null
  if (!day) return [Date.UTC(year, Number(month) - 1), Date.UTC(year, Number(month))]
  const start = Date.UTC(year, Number(month) - 1, Number(day))
  return [start, start + DAY_MS]
}
