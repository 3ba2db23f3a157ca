import robotsParser from 'robots-parser'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import { optOutInContentSignals, PRODUCT } from './fetch-optout.ts'
import type { Answer } from './fetch-request.ts'

// The package's types declare a default export inside a CommonJS module, which is one `default` more than there is.
const parseRobots = robotsParser as unknown as typeof robotsParser.default

/** What one origin says about being read. */
export interface Site {
  /** Why robots.txt asks not to fetch this address, or null. */
  refusal(url: URL): { readonly code: 'url-robots' | 'url-opted-out'; readonly signal: string } | null
  /** The parsed tdmrep.json, once it was asked for; null without a readable one. */
  tdm?: unknown
}

/** Sites seen before, by origin. One belongs to one reader; it never holds more than `LIMITS.sitesMax`. */
export type SiteCache = Map<string, { readonly site: Site; readonly until: number }>

export interface SiteOptions {
  readonly cache: SiteCache
  /** Follows redirects, as RFC 9309 asks for, and keeps to the bounds of `LIMITS.robotsBytesMax`. */
  readonly fetch: (url: URL) => Promise<Answer>
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What robots.txt at the site of `url` says, from the cache or fetched. Throws what `fetch` throws. */
export async function siteOf(url: URL, { cache, fetch, now }: SiteOptions): Promise<Site> {
  const known = cache.get(url.origin)
  if (known && known.until > now) return known.site
  const site = { refusal: await robotsOf(url, fetch) }
  cache.delete(url.origin)
  cache.set(url.origin, { site, until: now + LIMITS.siteAgeMaxMs })
  const oldest = cache.keys().next().value
  if (cache.size > LIMITS.sitesMax && oldest !== undefined) cache.delete(oldest)
  return site
}

/** The parsed `/.well-known/tdmrep.json` of the site of `url`; null where there is none that can be had and read. */
export async function tdmFileOf(url: URL, options: SiteOptions): Promise<unknown> {
  const site = await siteOf(url, options)
  const file = new URL('/.well-known/tdmrep.json', url)
  if (site.tdm === undefined) site.tdm = site.refusal(file) === null ? await parsedFile(file, options.fetch) : null
  return site.tdm
}

/** RFC 9309, section 2.3.1: no robots.txt (4xx) allows everything, one that cannot be had (5xx) forbids everything. */
async function robotsOf(url: URL, fetch: SiteOptions['fetch']): Promise<Site['refusal']> {
  const robotsUrl = new URL('/robots.txt', url)
  const answer = await fetch(robotsUrl)
  if (answer.status >= 500) {
    const signal = `robots.txt could not be read (status ${answer.status}), which forbids everything (RFC 9309)`
    return () => ({ code: 'url-robots', signal })
  }
  if (answer.status < 200 || answer.status >= 300) return () => null
  const text = new TextDecoder().decode(answer.body)
  const robots = parseRobots(robotsUrl.href, text)
  const signal = optOutInContentSignals(text)
  return ({ href }) => {
    if (robots.isAllowed(href, PRODUCT) === false)
      return { code: 'url-robots', signal: robotsLine(robots.getMatchingLineNumber(href, PRODUCT)) }
    return signal === null ? null : { code: 'url-opted-out', signal }
  }
}

function robotsLine(line: number): string {
  return `robots.txt, line ${line}`
}

async function parsedFile(file: URL, fetch: SiteOptions['fetch']): Promise<unknown> {
  try {
    const { status, body } = await fetch(file)
    return status === 200 ? JSON.parse(new TextDecoder().decode(body)) : null
  } catch (error) {
    // When the time is up or the caller has gone, nothing is known of the file; else it is broken or out of reach.
    const broken = error instanceof SyntaxError || (error instanceof HearsayError && error.code !== 'url-timeout')
    if (!broken) throw error
    return null
  }
}
