import { setTimeout as sleep } from 'node:timers/promises'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { GivenMetadata, HtmlPage, TextPage } from '../record/index.ts'
import { failureOf } from './bytes.ts'
import { linksInFeed, looksLikeFeed } from './feed.ts'
import { type FetchOptions, fetchPage, NotModified, type Validators } from './fetch.ts'
import type { PageOutcome } from './outcome.ts'

export interface FeedRun {
  readonly given?: GivenMetadata
  readonly allowPrivate?: boolean
  readonly signal?: AbortSignal
  readonly sites: NonNullable<FetchOptions['sites']>
  /** Milliseconds between two articles of one site. */
  readonly pauseMs?: number
  /** Which of the articles that a feed lists are not to be fetched. */
  readonly known?: (addresses: readonly string[]) => Promise<ReadonlySet<string>>
  /** Of feeds in which nothing was new; one that has not changed since is passed over. */
  readonly validators?: Validators
}

/** A feed as it was received. */
export interface FeedText {
  /** The path or address by which the user knows it. */
  readonly input: string
  readonly text: string
  /** Where it came from; null for a file. */
  readonly url: string | null
}

/** What lies at an address: the article, or the articles of the feed that it is. */
export async function* pagesAtAddress(address: string, run: FeedRun): AsyncGenerator<PageOutcome> {
  const page = await fetchedFeed(address, run)
  if (page === null) return
  const feed = feedOf(page, address)
  if (feed === null) yield { input: address, page }
  else yield* pagesOfFeed(feed, run)
}

/** What lies at an address that may be a feed's; null where it has not changed. */
async function fetchedFeed(address: string, run: FeedRun): Promise<HtmlPage | TextPage | null> {
  try {
    return await fetchPage(address, { ...run, feeds: true })
  } catch (error) {
    if (error instanceof NotModified) return null
    throw error
  }
}

/** The text of a page that is a feed in truth; null where it is none. */
export function feedOf(page: HtmlPage | TextPage, input: string): FeedText | null {
  const text = page.kind === 'html' ? page.html : page.text
  if (!looksLikeFeed(text)) return null
  return { input, text, url: page.kind === 'html' ? page.url : input }
}

/**
 * The articles that a feed lists, in its order, fetched one after the other as any page is; of a list of feeds those of each. What
 * fails is named by its own address, and the rest is delivered. A feed that stands in a feed is not followed.
 */
export async function* pagesOfFeed({ input, text, url }: FeedText, run: FeedRun): AsyncGenerator<PageOutcome> {
  const { kind, addresses, left } = await linksInFeed(text, url)
  const known = kind === 'entries' ? await run.known?.(addresses) : undefined
  // What could not be fetched this time has to be found in the feed again the next time.
  if (url !== null && known?.size !== addresses.length) run.validators?.delete(url)
  let before = ''
  for (const address of addresses) {
    if (known?.has(address)) continue
    try {
      if (kind === 'feeds') yield* entriesAt(address, run)
      else {
        const site = originOf(address)
        if (site === before) await sleep(run.pauseMs ?? LIMITS.fetchPauseMs, undefined, { signal: run.signal })
        before = site
        yield { input: address, page: await fetchPage(address, { ...run, feeds: false, validators: undefined }) }
      }
    } catch (error) {
      yield { input: address, error: failureOf(error, address) }
    }
  }
  if (left > 0) {
    const error = new HearsayError(
      'input-too-large',
      `It lists ${left} more than the ${addresses.length} that are taken at once.`,
    )
    yield { input, error }
  }
}

async function* entriesAt(address: string, run: FeedRun): AsyncGenerator<PageOutcome> {
  const page = await fetchedFeed(address, run)
  if (page === null) return
  const feed = feedOf(page, address)
  if (feed === null) throw new HearsayError('feed-invalid', 'What lies at the address is no feed.')
  const links = await linksInFeed(feed.text, feed.url)
  if (links.kind === 'feeds') throw new HearsayError('feed-invalid', 'A list of feeds inside a list of feeds is not followed.')
  yield* pagesOfFeed(feed, run)
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address
}
