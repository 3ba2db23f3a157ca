import type { Dispatcher } from 'undici'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { GivenMetadata, HtmlPage, TextPage } from '../record/index.ts'
import { looksLikeFeed } from './feed.ts'
import { checkedAddress, guardedLookup, type ResolveName } from './fetch-address.ts'
import { metasOf, optOutInHeader, optOutInMeta, tdmReserved } from './fetch-optout.ts'
import { type Answer, get, loadUndici } from './fetch-request.ts'
import { type SiteCache, type SiteOptions, siteOf, tdmFileOf } from './fetch-site.ts'
import { pageFromBytes } from './received.ts'

export interface FetchOptions {
  /** Whether addresses inside private networks may be fetched. */
  readonly allowPrivate?: boolean
  readonly signal?: AbortSignal
  readonly given?: GivenMetadata
  /** What is known of sites; pass the same one each time to ask each site once. */
  readonly sites?: SiteCache
  /** Time for everything together: names, robots.txt, redirects, the page. */
  readonly timeoutMs?: number
  readonly bytesMax?: number
  /** Whether feeds are taken too: such a page is a text that begins like one (`looksLikeFeed`). */
  readonly feeds?: boolean
  /** What servers said of the versions of addresses that were fetched before; where one has not changed since, `NotModified` is thrown. */
  readonly validators?: Validators
  /** How names become addresses; the system's way by default. */
  readonly resolve?: ResolveName
}

/** By address, the headers with which to ask whether it has changed (RFC 9110, section 13.1). */
export type Validators = Map<string, Readonly<Record<string, string>>>

/** What lies at the address has not changed since its validators were given. */
export class NotModified extends Error {}

/**
 * The page at an address, fetched once and politely: robots.txt, TDMRep and like signals are asked for first and obeyed on every
 * hop of a redirect; see `docs/fetching.md`.
 *
 * Throws the codes that begin with `url-`, and `input-too-large`; when `signal` fires, its reason; `NotModified` where `validators` are
 * given.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<HtmlPage | TextPage> {
  const { allowPrivate = false, timeoutMs = LIMITS.fetchTimeoutMs } = options
  const start = checkedAddress(address, { allowPrivate })
  const { Agent } = await loadUndici()
  // One agent a page: its connections end with it, and none is shared with a fetch that may do more.
  const dispatcher = new Agent({ connect: allowPrivate ? {} : { lookup: guardedLookup(options.resolve) } })
  const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(options.signal ? [options.signal] : [])])
  const visit: Visit = { ...options, allowPrivate, sites: options.sites ?? new Map(), dispatcher, signal }
  try {
    const arrival = await followed(start, visit)
    const page = pageOf(address, { ...arrival, given: options.given, feeds: options.feeds === true })
    await refuseOptOuts(page, { ...arrival, visit })
    return page
  } finally {
    await dispatcher.destroy()
  }
}

interface Visit extends FetchOptions {
  readonly allowPrivate: boolean
  readonly sites: SiteCache
  readonly dispatcher: Dispatcher
  readonly signal: AbortSignal
}

interface Arrival {
  readonly url: URL
  readonly answer: Answer
}

/** Where the redirects lead; each address on the way is checked and its site asked like the first. */
async function followed(start: URL, visit: Visit): Promise<Arrival> {
  let url = start
  for (let hop = 0; hop <= LIMITS.fetchRedirectsMax; hop++) {
    const site = await siteOf(url, siteOptions(visit))
    const refusal = site.refusal(url)
    if (refusal) throw new HearsayError(refusal.code, `${url.href} is not to be fetched: ${refusal.signal}.`)
    const bytesMax = visit.bytesMax ?? LIMITS.pageBytesMax
    const accept = visit.feeds ? `${ACCEPTED}, ${FEED_TYPES.join(', ')};q=0.9` : ACCEPTED
    const headers = visit.validators?.get(url.href)
    const answer = await get(url, { ...visit, accept, bytesMax, beyond: 'fail', ...(headers && { headers }) })
    if (headers && answer.status === 304) throw new NotModified(url.href)
    visit.validators?.set(url.href, validatorsOf(answer))
    const next = redirectOf(url, { answer, visit })
    if (next === null) return { url, answer }
    url = next
  }
  throw new HearsayError('url-redirects', `${start.href} redirects more than ${LIMITS.fetchRedirectsMax} times.`)
}

function validatorsOf({ headers }: Answer): Readonly<Record<string, string>> {
  const [etag, modified] = ['etag', 'last-modified'].map(name => headers.get(name)?.[0])
  return { ...(etag && { 'if-none-match': etag }), ...(modified && { 'if-modified-since': modified }) }
}

const ACCEPTED = 'text/html, application/xhtml+xml, text/plain;q=0.9'

/** What feeds are declared as; the general ones say that they may be one. */
const FEED_TYPES = [
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/xml',
  'application/json',
  'text/xml',
  'text/x-opml',
  'application/x-opml+xml',
]

/** A small file about the site. RFC 9309 has redirects of robots.txt followed, and too many of them count as no robots.txt. */
async function fetchSiteFile(file: URL, visit: Visit): Promise<Answer> {
  let url = file
  for (let hop = 0; ; hop++) {
    const answer = await get(url, { ...visit, accept: '*/*', bytesMax: LIMITS.robotsBytesMax, beyond: 'cut' })
    const next = redirectOf(url, { answer, visit })
    if (next === null) return answer
    if (hop === LIMITS.fetchRedirectsMax) return { ...answer, status: 404 }
    url = next
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

function redirectOf(url: URL, { answer, visit }: { readonly answer: Answer; readonly visit: Visit }): URL | null {
  const location = answer.headers.get('location')?.[0]
  if (!REDIRECTS.has(answer.status) || location === undefined) return null
  return checkedAddress(location, { base: url, allowPrivate: visit.allowPrivate })
}

interface Received extends Arrival {
  readonly given: GivenMetadata | undefined
  readonly feeds: boolean
}

function pageOf(input: string, { url, answer, given, feeds }: Received): HtmlPage | TextPage {
  if (answer.status < 200 || answer.status >= 300) {
    throw new HearsayError('url-status', `${url.href} was answered with status ${answer.status}.`)
  }
  const about = {
    input,
    kind: feeds && isFeedType(answer) ? ('text' as const) : kindOf(url, answer),
    charset: charsetOf(answer),
    url: url.href,
    fetchedAt: new Date().toISOString(),
  }
  try {
    const page = pageFromBytes(answer.body, given ? { ...about, given } : about)
    // Data that are declared as such and are no feed are no article either: they fail as without "feeds".
    if (page.kind === 'text' && !looksLikeFeed(page.text)) kindOf(url, answer)
    return page
  } catch (error) {
    if (!(error instanceof HearsayError) || error.code !== 'input-binary') throw error
    throw new HearsayError('url-not-text', `${url.href} is binary.`, { cause: error })
  }
}

function isFeedType({ headers }: Answer): boolean {
  return FEED_TYPES.includes(typeIn(headers))
}

function typeIn(headers: Answer['headers']): string {
  return (headers.get('content-type')?.[0] ?? '').toLowerCase().split(';')[0]?.trim() ?? ''
}

/** By the declared type; null without one, when the bytes tell. */
function kindOf(url: URL, { headers }: Answer): 'html' | 'text' | null {
  const type = typeIn(headers)
  if (type === '') return null
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html'
  if (type === 'text/plain' || type === 'text/markdown') return 'text'
  throw new HearsayError('url-not-text', `${url.href} is ${type}.`)
}

function charsetOf({ headers }: Answer): string | null {
  return /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(headers.get('content-type')?.[0] ?? '')?.[1] ?? null
}

/** Throws `url-opted-out` where the answer, the page itself or the site's tdmrep.json reserves it. */
async function refuseOptOuts(
  page: HtmlPage | TextPage,
  { url, answer, visit }: Arrival & { readonly visit: Visit },
): Promise<void> {
  const metas = page.kind === 'html' ? metasOf(page.html) : []
  const signal =
    optOutInHeader(answer.headers.get('x-robots-tag') ?? []) ??
    optOutInMeta(metas) ??
    tdmReserved({
      file: await tdmFileOf(url, siteOptions(visit)),
      path: url.pathname,
      header: answer.headers.get('tdm-reservation')?.[0] ?? null,
      metas,
    })
  if (signal !== null)
    throw new HearsayError('url-opted-out', `${url.href} reserves itself from text and data mining: ${signal}.`)
}

function siteOptions(visit: Visit): SiteOptions {
  return { cache: visit.sites, now: Date.now(), fetch: file => fetchSiteFile(file, visit) }
}
