/**
 * The ISO 8601 form of a date as pages write it, with the precision that it is given in and never more: a day stays a day, an
 * offset is there only where one is named. Null where it cannot be told, as in `03/09/2025` or a date without its year.
 */
export function isoDate(written: string): string | null {
  const text = written.trim().slice(0, WRITTEN_UNITS_MAX).replace(/\s+/g, ' ').replace(LEAD, '')
  return isoForm(text) ?? wordForm(text) ?? numberForm(text)
}

/** What is longer is no date; it need not be looked at. */
const WRITTEN_UNITS_MAX = 100

/** `Updated on: …`, `Published …`, `Posted Mon, …`. */
const LEAD = /^(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|date)(?: on| at)?\s*:?\s+)?/i

/** `2025`, `2025-09`, `2025-09-03`, `2025-09-03T10:16:00+02:00`, also with a space for the T and with slashes. */
function isoForm(text: string): string | null {
  const m = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:(?:T|,? )(.+))?)?)?$/i.exec(text)
  if (!m) return null
  const [, year, month, day, rest] = m
  return joined({ year: year!, month, day, time: rest === undefined ? undefined : timeOf(rest) })
}

/** `September 3, 2025 10:16 am`, `3 Sept. 2025`, `September 2025`, `Wed, 03 Sep 2025 10:16:00 GMT`, the time also before the day. */
function wordForm(text: string): string | null {
  const month = new RegExp(`\\b(${MONTHS.map(([short, rest]) => `${short}(?:${rest})?`).join('|')})\\b\\.?`, 'i').exec(text)
  if (!month) return null
  const before = text.slice(0, month.index)
  const after = text.slice(month.index + month[0].length)
  const number = MONTHS.findIndex(([short]) => month[1]!.toLowerCase().startsWith(short)) + 1
  const monthFirst = /^ ?(?:(\d{1,2})(?:st|nd|rd|th)?(?:,? ))?(\d{4})(?:\D|$)/i.exec(after)
  const dayFirst = /(?:^|\D)(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?$/i.exec(before)
  const yearAfter = /^,?[ -]?(\d{4})(?:\D|$)/.exec(after)
  const year = dayFirst ? yearAfter?.[1] : monthFirst?.[2]
  if (year === undefined) return null
  const day = dayFirst ? dayFirst[1] : monthFirst?.[1]
  const rest = `${dayFirst ? before.slice(0, dayFirst.index) : before} ${after.slice(after.indexOf(year) + year.length)}`
  return joined({ year, month: String(number), day, time: day === undefined ? undefined : timeWithin(rest) })
}

/** `25.9.2025` (day first wherever dots are used) and `25/09/2025`, where only one reading is a date. */
function numberForm(text: string): string | null {
  const m = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,? (.+))?$/.exec(text)
  if (!m) return null
  const [, first, mark, second, year, rest] = m
  const time = rest === undefined ? undefined : timeOf(rest)
  const dayFirst = { year: year!, month: second!, day: first!, time }
  const monthFirst = { year: year!, month: first!, day: second!, time }
  if (mark === '.' || first === second || Number(first) > 12) return joined(dayFirst)
  return Number(second) > 12 ? joined(monthFirst) : null
}

interface Parts {
  readonly year: string
  readonly month?: string
  readonly day?: string
  /** Null where something stands in the place of a time that is none. */
  readonly time?: string | null
}

function joined({ year, month, day, time }: Parts): string | null {
  if (time === null) return null
  if (month === undefined) return year
  if (Number(month) < 1 || Number(month) > 12) return null
  const date = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return date
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(day) < 1 || Number(day) > daysInMonth) return null
  return `${date}-${day.padStart(2, '0')}${time ? `T${time}` : ''}`
}

const CLOCK = /(\d{1,2})(?::(\d{2})(?::(\d{2})(\.\d+)?)?)?\s*(?:([ap])\.?m\b\.?)?/i

/** A time and nothing else; null where it is none. */
function timeOf(text: string): string | null {
  const m = CLOCK.exec(text)
  if (!m || m.index > 0) return null
  return clock(m, text.slice(m[0].length))
}

/** A time among other words, such as the name of the day; undefined where there is none. */
function timeWithin(text: string): string | undefined {
  const m = /\d{1,2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\b\.?)?|\s*[ap]\.?m\b\.?)/i.exec(text)
  if (!m) return undefined
  return clock(CLOCK.exec(m[0])!, text.slice(m.index + m[0].length)) ?? undefined
}

function clock(m: RegExpExecArray, after: string): string | null {
  const [, hour, minute, second, fraction, half] = m
  if (minute === undefined && half === undefined) return null
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (hours > 24 || Number(minute ?? 0) > 59 || (half !== undefined && Number(hour) > 12)) return null
  const time = [String(hours).padStart(2, '0'), minute, second].filter(part => part !== undefined).join(':')
  return time + (fraction ?? '') + offsetOf(after)
}

/** The offset named after a time, or nothing: `ET`, `CST` and `IST` mean different ones at different times or places. */
function offsetOf(text: string): string {
  const numeric = /^\s*(?:GMT|UTC)?\s*([+-]|−)(\d{2}):?(\d{2})?(?:\D|$)/i.exec(text)
  if (numeric) return `${numeric[1] === '+' ? '+' : '-'}${numeric[2]}:${numeric[3] ?? '00'}`
  const named = /^[\s(]*([A-Z]{1,4})\b/.exec(text)
  return named ? (OFFSETS[named[1]!] ?? '') : ''
}

const OFFSETS: Readonly<Record<string, string>> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  AKST: '-09:00',
  AKDT: '-08:00',
  HST: '-10:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  JST: '+09:00',
  KST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
}

const MONTHS: readonly (readonly [short: string, rest: string])[] = [
  ['jan', 'uary'],
  ['feb', 'ruary'],
  ['mar', 'ch'],
  ['apr', 'il'],
  ['may', ''],
  ['jun', 'e'],
  ['jul', 'y'],
  ['aug', 'ust'],
  ['sep', 't|tember'],
  ['oct', 'ober'],
  ['nov', 'ember'],
  ['dec', 'ember'],
]
