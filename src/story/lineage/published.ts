/** Which of two was published first, as far as the times given can tell; null where they cannot. */
export function earlier(a: string | null, b: string | null): 'a' | 'b' | null {
  const [left, right] = [intervalOf(a), intervalOf(b)]
  if (!left || !right) return null
  const margin = left.isDay && right.isDay ? 0 : left.isZoned && right.isZoned ? ZONED_MS : CLOCK_MS
  if (right.from - left.to >= margin) return 'a'
  if (left.from - right.to >= margin) return 'b'
  return null
}

const HOUR = 3_600_000
/** With offsets the times can be compared; an hour covers the delay between writing and publishing. */
const ZONED_MS = HOUR
/** Without offsets two clocks may be set apart; outlets that copy one another mostly share a country. */
const CLOCK_MS = 3 * HOUR

interface Interval {
  readonly from: number
  readonly to: number
  readonly isDay: boolean
  readonly isZoned: boolean
}

/** The time that an ISO 8601 date may mean, as far as it is precise. Midnight to the second stands for a day in most metadata. */
function intervalOf(written: string | null): Interval | null {
  const match = written === null ? null : FORM.exec(written)
  if (!match) return null
  const [, year, month, day, clock, zone] = match
  const isDay = clock === undefined || /^00:00(?::00(?:\.0+)?)?$/.test(clock)
  const isZoned = !isDay && zone !== undefined
  const from = Date.parse(`${year}-${month ?? '01'}-${day ?? '01'}T${isDay ? '00:00' : clock}${isZoned ? zone : 'Z'}`)
  if (Number.isNaN(from)) return null
  if (!isDay) return { from, to: from, isDay, isZoned }
  const end = new Date(from)
  if (day !== undefined) end.setUTCDate(end.getUTCDate() + 1)
  else if (month !== undefined) end.setUTCMonth(end.getUTCMonth() + 1)
  else end.setUTCFullYear(end.getUTCFullYear() + 1)
  return { from, to: end.getTime(), isDay, isZoned }
}

const FORM = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?)?)?$/
