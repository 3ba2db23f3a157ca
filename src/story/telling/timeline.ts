import type { Story, StoryTime } from '../../record/index.ts'
import type { FoundEvent } from '../merging/index.ts'

/** The events whose time is a date, in the order of time, "in March" before "on March 1". Planned ones stand in it too, denied ones do not. */
export function timelineOf(events: readonly FoundEvent[], times: readonly StoryTime[]): Story['timeline'] {
  const values = new Map(times.map(({ id, type, value }) => [id, type === 'DATE' || type === 'TIME' ? value : null]))
  return events
    .filter(({ modality }) => modality === 'asserted' || modality === 'planned')
    .flatMap(({ id, time }) => {
      const value = values.get(time ?? '') ?? null
      const begins = value === null ? null : beginningOf(value)
      return value === null || begins === null ? [] : [{ time: value, event: id, begins }]
    })
    .sort((a, b) => compare(a.begins, b.begins) || numberOf(a.event) - numberOf(b.event))
    .map(({ time, event }) => ({ time, event }))
}

/** The day, and the hour where there is one, on which what a TIMEX3 value names begins; null where that is no date of a known year. */
export function beginningOf(value: string): string | null {
  const [, year, rest = ''] = /^(\d{4})(?:-(.+))?$/.exec(value) ?? []
  if (year === undefined) {
    const decade = /^\d{2,3}$/.exec(value)?.[0]
    return decade === undefined ? null : decade.padEnd(4, '0')
  }
  const week = /^W(\d{2})(-WE)?/.exec(rest)
  if (week) return dayOfWeek(Number(year), Number(week[1]), week[2] === undefined ? 0 : 5)
  const part = /^(SP|SU|FA|AU|WI|Q[1-4]|H[12])$/.exec(rest)?.[1]
  if (part !== undefined) return `${year}-${PARTS[part]}`
  return `${year}${rest === '' ? '' : `-${rest}`}`.replace(/T(MO|AF|EV|NI|DT)$/, (_, hour: string) => `T${HOURS[hour]}`)
}

const PARTS: Readonly<Record<string, string>> = {
  SP: '03',
  SU: '06',
  FA: '09',
  AU: '09',
  WI: '12',
  Q1: '01',
  Q2: '04',
  Q3: '07',
  Q4: '10',
  H1: '01',
  H2: '07',
}
const HOURS: Readonly<Record<string, string>> = { MO: '06', DT: '08', AF: '12', EV: '18', NI: '21' }

/** ISO 8601: the first week of a year is that of its January 4th, and weeks begin on Monday. */
function dayOfWeek(year: number, week: number, weekday: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY
  return new Date(monday + ((week - 1) * 7 + weekday) * DAY).toISOString().slice(0, 10)
}

const DAY = 86_400_000
const numberOf = (id: string): number => Number(id.slice(1))
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
