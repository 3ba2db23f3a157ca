import type { Unit } from './lists.ts'

/** ISO 8601's duration, X where no number is said. Quarters count as three months, centuries as a hundred years. */
export function duration(unit: Unit, count: number | null): string {
  const [letter, times] = LETTERS[unit]
  const clock = unit === 'hour' || unit === 'minute' || unit === 'second' ? 'T' : ''
  if (count === null) return `P${clock}X${LETTERS[unit][2] ?? letter}`
  const number = count * times
  if (Number.isInteger(number)) return `P${clock}${number}${letter}`
  const halves = HALVES[unit]
  // "a minute and a half" is PT1M30S, "two and a half years" P2.5Y.
  return halves && Number.isInteger(count * 2)
    ? `P${clock}${Math.floor(count) > 0 ? `${Math.floor(count)}${letter}` : ''}${halves}`
    : `P${clock}${number}${letter}`
}

const LETTERS: Readonly<Record<Unit, readonly [letter: string, times: number, vague?: string]>> = {
  second: ['S', 1],
  minute: ['M', 1],
  hour: ['H', 1],
  day: ['D', 1],
  week: ['W', 1],
  month: ['M', 1],
  quarter: ['M', 3, 'Q'],
  year: ['Y', 1],
  decade: ['Y', 10, 'E'],
  century: ['Y', 100, 'C'],
  millennium: ['Y', 1000, 'L'],
}

const HALVES: Readonly<Partial<Record<Unit, string>>> = { minute: '30S', hour: '30M' }
