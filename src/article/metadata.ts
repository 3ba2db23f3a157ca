import { blocksOf } from './block.ts'
import { attributeWords } from './dom.ts'
import type { Metadata } from './draft.ts'
import { articleUrl } from './identity.ts'
import { articleNode, isNode, isOfType, listOf, resolved, textOf } from './jsonld.ts'
import { peopleOf } from './people.ts'

/**
 * What a page states about its article: JSON-LD first, then OpenGraph, other `meta`, microdata, and what stands in the page.
 * Dates are as written. What is not stated, or stated in ways that contradict, is null: not found beats wrong.
 */
export function readMetadata(document: Document, address: string | null): Metadata {
  const url = canonicalUrl(document, address)
  const title = textIn(document, 'title') ?? ''
  const node = articleNode(document, { url, title: `${title} ${textIn(document, 'h1') ?? ''}` }) ?? {}
  const stated = (value: unknown): string | null => plain(document, textOf(resolved(document, value)))

  const publisher = notAddress(stated(node.publisher)) ?? notAddress(meta(document, 'og:site_name', 'publisher', 'dc.publisher'))
  const headline =
    stated(node.headline) ?? withoutSite(meta(document, 'og:title', 'headline', 'dc.title'), publisher) ?? onlyHeading(document)
  return {
    url: url ?? articleUrl(typeof node.url === 'string' ? node.url : null, address),
    headline: headline ?? withoutSite(title === '' ? null : title, publisher),
    alternativeHeadline: differing(stated(node.alternativeHeadline) ?? itemText(document, 'alternativeHeadline'), headline),
    datePublished: stated(node.datePublished) ?? publishedIn(document),
    dateModified: stated(node.dateModified) ?? meta(document, ...MODIFIED) ?? itemText(document, 'dateModified'),
    author: authors({ document, value: node.author, publisher }),
    publisher,
  }
}

/** Names that pages give to the day of publication, after OpenGraph, Dublin Core, Parse.ly and Sailthru. */
const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
]
const PUBLISHED_MORE = ['dc.date', 'dc.date.issued', 'dcterms.issued', 'dcterms.created', 'parsely-pub-date', 'sailthru.date']
const MODIFIED = ['article:modified_time', 'og:updated_time', 'datemodified', 'last-modified', 'dcterms.modified']

/** The canonical address unless it names the front page, as some templates do for every page. */
function canonicalUrl(document: Document, address: string | null): string | null {
  const canonical = document.querySelector('link[rel~=canonical]')?.getAttribute('href')
  const candidates = [canonical, meta(document, 'og:url')].map(written => articleUrl(written, address))
  return candidates.find(url => url !== null && new URL(url).pathname !== '/') ?? articleUrl(address)
}

function publishedIn(document: Document): string | null {
  return meta(document, ...PUBLISHED, ...PUBLISHED_MORE) ?? itemText(document, 'datePublished') ?? onlyTime(document)
}

/** `<time>` counts where all of the page's own agree on the day, or one is marked as the date of publication. */
function onlyTime(document: Document): string | null {
  const marked = document.querySelector('time[pubdate]')?.getAttribute('datetime')
  if (marked) return marked
  const times = Array.from(document.querySelectorAll('time[datetime]'))
    .filter(time => time.closest('nav, aside, footer, [role=complementary]') === null)
    .map(time => time.getAttribute('datetime')!.trim())
  const days = new Set(times.map(time => time.slice(0, 'YYYY-MM-DD'.length)))
  return days.size === 1 ? times[0]! : null
}

function authors(from: { readonly document: Document; readonly value: unknown; readonly publisher: string | null }): string[] {
  const { document, value, publisher } = from
  const stated = listOf(value).map(entry => resolved(document, entry))
  const named = stated
    .filter(entry => !isNode(entry) || !isOfType(entry, /Organization$/))
    .flatMap(entry => listOf(nameOf(entry)))
  for (const lines of [named, metaAll(document, 'author', 'article:author', 'dc.creator', 'parsely-author'), bylines(document)]) {
    const people = [...new Set(lines.flatMap(line => peopleOf(plain(document, textOf(line)) ?? '', publisher)))]
    if (people.length > 0) return people
  }
  return []
}

const nameOf = (entry: unknown): unknown => (isNode(entry) ? entry.name : entry)

/** Longer than this is no byline but a box about its writer. */
const BYLINE = /^by\s.{1,120}$/is

/** What is marked as the author, and what is classed as a byline and says "By". */
function bylines(document: Document): string[] {
  const outside = (element: Element) => element.closest('aside, nav, footer, li, [class*=comment]') !== null
  const marked = Array.from(document.querySelectorAll('[itemprop=author], [rel=author]')).filter(element => !outside(element))
  if (marked.length > 0) return marked.map(element => linesOf(element.querySelector('[itemprop=name]') ?? element))
  const classed = Array.from(document.querySelectorAll('[class]'))
    .filter(element => attributeWords(element, 'class').includes('byline') && !outside(element))
    .find(element => BYLINE.test((element.textContent ?? '').trim()))
  return classed ? [linesOf(classed)] : []
}

/** What the page sets on lines of their own stays apart: a name, and below it a date. */
const linesOf = (element: Element): string =>
  blocksOf(element)
    .map(block => block.text.replaceAll('\n', ' | '))
    .join(' | ')

/** Values of `meta` by name, property or microdata, the first name that has one; names are compared without case. */
function meta(document: Document, ...names: readonly string[]): string | null {
  return metaAll(document, ...names)[0] ?? null
}

function metaAll(document: Document, ...names: readonly string[]): string[] {
  const elements = Array.from(document.querySelectorAll('meta'))
  for (const name of names) {
    const values = elements
      .filter(element => ['property', 'name', 'itemprop'].some(key => element.getAttribute(key)?.trim().toLowerCase() === name))
      .map(element => plain(document, element.getAttribute('content') ?? ''))
      .filter(value => value !== null)
    if (values.length > 0) return values
  }
  return []
}

function itemText(document: Document, name: string): string | null {
  const element = document.querySelector(`[itemprop=${name}]`)
  if (element === null) return null
  return plain(document, element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent ?? '')
}

function onlyHeading(document: Document): string | null {
  return document.querySelectorAll('h1').length === 1 ? textIn(document, 'h1') : null
}

function textIn(document: Document, selector: string): string | null {
  return plain(document, document.querySelector(selector)?.textContent ?? '')
}

/** `Flood in Arden - The Daily Example` without what follows the last separator, where that is the outlet. */
function withoutSite(title: string | null, publisher: string | null): string | null {
  if (title === null || publisher === null) return title
  const m = /^(.+?)\s+[|–—·:-]\s+([^|–—·]+)$/u.exec(title)
  return m && lettersOf(m[2]!) === lettersOf(publisher) ? m[1]! : title
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const differing = (text: string | null, other: string | null): string | null => (text === other ? null : text)
const notAddress = (text: string | null): string | null => (text !== null && /^(?:https?:|www\.|@)/i.test(text) ? null : text)

/** No headline, name or date comes near this many units; a longer one is not worth building a tree of. */
const METADATA_UNITS_MAX = 10_000

/** One line without tags and entities, which JSON-LD and `meta` carry at times; null where nothing is left, or too much is stated. */
function plain(document: Document, text: string): string | null {
  if (text.length > METADATA_UNITS_MAX) return null
  let bare = text
  if (/&[#\w]+;|<\w/.test(text)) {
    const holder = document.createElement('div')
    holder.innerHTML = text
    bare = holder.textContent ?? ''
  }
  bare = bare.replace(/\s+/g, ' ').trim()
  return bare === '' ? null : bare
}
