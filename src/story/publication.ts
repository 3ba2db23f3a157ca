import type { Article } from '../record/index.ts'

/** When an article was published, as a stretch of milliseconds since 1970: a day without an hour is the whole day; null where it is unknown. */
export type Published = readonly [from: number, to: number] | null

/** The stretch that a date names with the precision it was given in. A date without an offset is taken as UTC. */
export function publishedOf({ datePublished }: Pick<Article, 'datePublished'>): Published {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?/.exec(
    datePublished ?? '',
  )
  if (parts === null) return null
  const [, year, month, day, hour] = parts
  if (hour !== undefined) {
    const instant = Date.parse(`${year}-${month}-${day}${/(?:Z|[+-]\d{2}:?\d{2})$/.test(hour) ? hour : `${hour}Z`}`)
    return Number.isNaN(instant) ? null : [instant, instant + MINUTE]
  }
  const from = Date.UTC(Number(year), month === undefined ? 0 : Number(month) - 1, day === undefined ? 1 : Number(day))
  if (day !== undefined) return [from, from + DAY]
  return [from, month === undefined ? Date.UTC(Number(year) + 1, 0, 1) : Date.UTC(Number(year), Number(month), 1)]
}

/** The order of publication: by instant, undated ones last, ties by id. */
export function byPublication(a: Pick<Article, 'id' | 'datePublished'>, b: Pick<Article, 'id' | 'datePublished'>): number {
  const [left, right] = [publishedOf(a)?.[0] ?? Number.POSITIVE_INFINITY, publishedOf(b)?.[0] ?? Number.POSITIVE_INFINITY]
  return left === right ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : left - right
}

const MINUTE = 60_000
const DAY = 86_400_000
