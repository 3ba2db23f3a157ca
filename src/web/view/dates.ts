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
