const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const ISO = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/

/** A date as people write it, to the precision that it has: "3 September 2025, 10:16". What is not ISO 8601 stays as it is. */
export function dateInWords(iso: string): string {
  const match = ISO.exec(iso)
  if (!match) return iso
  const [, year, month, day, time, offset] = match
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  if (month !== undefined && name === undefined) return iso
  const date = [day === undefined ? null : Number(day), name, year].filter(Boolean).join(' ')
  if (time === undefined) return date
  return `${date}, ${time}${offset === undefined ? '' : ` UTC${offset === 'Z' ? '' : offset}`}`
}

const QUARTERS = ['first', 'second', 'third', 'fourth']
const HALVES = ['first', 'second']
const DAY_PARTS: Record<string, string> = {
  MO: 'morning',
  MI: 'midday',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
  DT: 'daytime',
}
const SEASONS: Record<string, string> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' }

/** A TIMEX3 value that covers a stretch of the calendar, as people write it; others stay as they are. */
export function valueInWords(value: string): string {
  if (value.includes('/')) return value.split('/').map(valueInWords).join(' to ')
  const part = /^(\d{4}-\d\d-\d\d)T(MO|MI|AF|EV|NI|DT)$/.exec(value)
  if (part) return `${dateInWords(part[1]!)}, ${DAY_PARTS[part[2]!]}`
  const [, year, rest] = /^(\d{4})-(.+)$/.exec(value) ?? []
  const decade = /^(\d{3})X?$/.exec(value)
  if (decade) return `the ${decade[1]}0s`
  const century = /^(\d{2})(?:XX)?$/.exec(value)
  if (century) return `the ${century[1]}00s`
  if (year === undefined || rest === undefined) return dateInWords(value)
  const week = /^W(\d\d)(-WE)?$/.exec(rest)
  if (week) return `${week[2] ? 'weekend of week' : 'week'} ${Number(week[1])} of ${year}`
  if (/^Q[1-4]$/.test(rest)) return `${QUARTERS[Number(rest[1]) - 1]} quarter of ${year}`
  if (/^H[12]$/.test(rest)) return `${HALVES[Number(rest[1]) - 1]} half of ${year}`
  if (SEASONS[rest]) return `${SEASONS[rest]} of ${year}`
  return dateInWords(value.replace(/(?:-XX)+$/, ''))
}

/** A place on an axis in few letters: "22 Jan", "Jan", "1988". */
export function dayInShort(day: number, precision: 'day' | 'month' | 'year'): string {
  const date = new Date(day * 86_400_000)
  if (precision === 'year') return String(date.getUTCFullYear())
  const month = MONTHS[date.getUTCMonth()]!.slice(0, 3)
  return precision === 'month' ? month : `${date.getUTCDate()} ${month}`
}
