import { createHash } from 'node:crypto'

/**
 * An id that stays the same whenever the same article is read: `url-…` from its address where that is known, else `text-…` from
 * its words. 64 bits of SHA-256: two of ten million articles meet with a chance of three in a million.
 */
export function articleId(article: {
  readonly url: string | null
  readonly headline: string | null
  readonly body: string
}): string {
  if (article.url !== null) return `url-${digest(article.url)}`
  return `text-${digest(`${article.headline ?? ''}\n${article.body}`)}`
}

const DIGITS = 16
const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, DIGITS)

/** The address without what does not tell articles apart: the fragment and marks of campaigns. Null where it is no web address. */
export function articleUrl(written: string | null | undefined, base: string | null = null): string | null {
  const text = written?.trim()
  if (!text || !URL.canParse(text, base ?? undefined)) return null
  const url = new URL(text, base ?? undefined)
  if (!/^https?:$/.test(url.protocol)) return null
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (CAMPAIGN.test(name)) url.searchParams.delete(name)
  return url.href
}

const CAMPAIGN = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid)$/i
