import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'

/** What a feed or a list of feeds points to, in its order, each address once. */
export interface FeedLinks {
  /** `entries` are articles, `feeds` are feeds: an OPML file lists these. */
  readonly kind: 'entries' | 'feeds'
  /** As written: what is wrong with an address is found where it is fetched. */
  readonly addresses: readonly string[]
  /** How many more there are than Hearsay takes from one. */
  readonly left: number
}

/** Whether a text begins like RSS, Atom, RDF, JSON Feed or OPML. */
export function looksLikeFeed(text: string): boolean {
  const beginning = text.slice(0, BEGINNING_UNITS)
  return FEED_ELEMENT.test(beginning) || (/^\s*\{/.test(beginning) && JSON_FEED.test(beginning))
}

/** Comments and declarations stand before the first element of some feeds. */
const BEGINNING_UNITS = 4000
const FEED_ELEMENT =
  /^\s*(?:<\?[^>]*>\s*|<!--[^-]*(?:-[^-]+)*-->\s*|<!DOCTYPE[^>[]*>\s*)*<(?:\w+:)?(?:rss|feed|rdf:rdf|rdf|opml)[\s>]/i
const JSON_FEED = /"version"\s*:\s*"https?:(?:\\?\/){2}jsonfeed\.org(?:\\?\/)version(?:\\?\/)/

/**
 * What the feed points to. `base` is the feed's own address, against which relative ones are read. Throws `feed-invalid`,
 * `input-empty` where it points to nothing.
 */
export async function linksInFeed(text: string, base: string | null): Promise<FeedLinks> {
  if (text.length > LIMITS.feedUnitsMax) {
    throw new HearsayError('input-too-large', `The feed has more than ${LIMITS.feedUnitsMax} characters.`)
  }
  const { parseFeed, parseOpml } = await import('feedsmith')
  const isList = /<(?:\w+:)?opml[\s>]/i.test(text.slice(0, BEGINNING_UNITS))
  const kind = isList ? 'feeds' : 'entries'
  let written: readonly (string | undefined)[]
  try {
    written = isList ? feedsIn(parseOpml(text).body?.outlines ?? []) : entriesIn(parseFeed(text))
  } catch (cause) {
    // The parser's own errors, and a stack that ends in a document of a hundred thousand levels.
    throw new HearsayError('feed-invalid', `The feed could not be read: ${messageOf(cause)}.`, { cause })
  }
  const resolved = written.flatMap(address => (address?.trim() ? [resolvedTo(address.trim(), base)] : []))
  const addresses = [...new Set(resolved)]
  if (addresses.length === 0) throw new HearsayError('input-empty', `The feed lists no ${isList ? 'feeds' : 'articles'}.`)
  const most = isList ? LIMITS.feedsPerListMax : LIMITS.feedEntriesMax
  return { kind, addresses: addresses.slice(0, most), left: Math.max(0, addresses.length - most) }
}

type Parsed = ReturnType<typeof import('feedsmith').parseFeed>

function entriesIn(parsed: Parsed): readonly (string | undefined)[] {
  if (parsed.format === 'atom') {
    return (parsed.feed.entries ?? []).map(({ links = [], id }) => {
      const own = links.find(({ rel }) => rel === undefined || rel === 'alternate')
      return own?.href ?? addressIn(id)
    })
  }
  if (parsed.format === 'json') {
    return (parsed.feed.items ?? []).map(({ url, external_url, id }) => url ?? external_url ?? addressIn(id))
  }
  if (parsed.format === 'rdf') return (parsed.feed.items ?? []).map(({ link, rdf }) => link ?? addressIn(rdf?.about))
  return (parsed.feed.items ?? []).map(
    ({ link, guid }) => link ?? (guid?.isPermaLink === false ? undefined : addressIn(guid?.value)),
  )
}

/** An id that is an address is the entry's, as RSS has it of a permanent link. */
function addressIn(id: string | undefined): string | undefined {
  return id !== undefined && /^https?:\/\//i.test(id.trim()) ? id : undefined
}

interface Outline {
  readonly xmlUrl?: string
  readonly outlines?: readonly Outline[]
}

/** Feeds in folders and below, in the order of the file; without recursion, since nobody bounds how deep folders lie. */
function feedsIn(outlines: readonly Outline[]): readonly (string | undefined)[] {
  const found: (string | undefined)[] = []
  const waiting = [...outlines].reverse()
  for (let outline = waiting.pop(); outline !== undefined; outline = waiting.pop()) {
    found.push(outline.xmlUrl)
    for (const inner of [...(outline.outlines ?? [])].reverse()) waiting.push(inner)
  }
  return found
}

function resolvedTo(address: string, base: string | null): string {
  return base !== null && URL.canParse(address, base) ? new URL(address, base).href : address
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
}
