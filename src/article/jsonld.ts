/** A node of JSON-LD, as it stands in the page. */
export type LinkedNode = Readonly<Record<string, unknown>>

/**
 * The node that describes this page's article, or null where none does or where it is unclear which one. Read as schema.org's
 * documentation shows it in use: one object, an array, or `@graph`; lists of other stories hang deeper and are not looked at.
 */
export function articleNode(
  document: Document,
  hints: { readonly url: string | null; readonly title: string },
): LinkedNode | null {
  const nodes = linkedNodes(document)
  const articles = nodes.filter(isArticle)
  if (articles.length <= 1) return articles[0] ?? null
  const title = letters(hints.title)
  return (
    articles.find(node => hints.url !== null && addressesOf(node).includes(hints.url)) ??
    articles.find(node => letters(textOf(node.headline)).length > 0 && title.includes(letters(textOf(node.headline)))) ??
    null
  )
}

/** Follows a reference such as `{"@id": "#author"}` to the node that has that id. */
export function resolved(document: Document, value: unknown): unknown {
  if (!isNode(value) || typeof value['@id'] !== 'string' || Object.keys(value).length > 1) return value
  return linkedNodes(document).find(node => node['@id'] === value['@id'] && Object.keys(node).length > 1) ?? value
}

/** The text of a value that may be a string, a node with a name, or a list of these (then the first). */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return textOf(value[0])
  return isNode(value) ? textOf(value.name) : ''
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value])

export function isNode(value: unknown): value is LinkedNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a node is of a type, whatever prefix (`https://schema.org/`) it is written with. */
export function isOfType(node: LinkedNode, type: RegExp): boolean {
  return listOf(node['@type']).some(name => typeof name === 'string' && type.test(name.replace(/^.*[/#:]/, '')))
}

/** NewsArticle and its kinds (ReportageNewsArticle, OpinionNewsArticle, …), Article, Report, BlogPosting, LiveBlogPosting. */
const isArticle = (node: LinkedNode): boolean => isOfType(node, /^(?:\w*Article|Report|BlogPosting|LiveBlogPosting)$/)

function linkedNodes(document: Document): LinkedNode[] {
  return Array.from(document.querySelectorAll('script'))
    .filter(script => /^application\/ld\+json/i.test(script.getAttribute('type') ?? ''))
    .flatMap(script => topNodes(parsed(script.textContent ?? '')))
}

function topNodes(value: unknown): LinkedNode[] {
  if (Array.isArray(value)) return value.flatMap(topNodes)
  if (!isNode(value)) return []
  return '@graph' in value ? [value, ...topNodes(value['@graph'])] : [value]
}

/** What stands in pages around and within JSON-LD that JSON does not allow: comments, CDATA, bare line ends in strings. */
function parsed(text: string): unknown {
  const bare = text.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/g, '')
  try {
    return JSON.parse(bare.replace(/[\u0000-\u001f]+/g, ' '))
  } catch {
    return null
  }
}

function addressesOf(node: LinkedNode): string[] {
  const page = node.mainEntityOfPage
  return [node.url, node['@id'], page, isNode(page) ? page['@id'] : null].filter(value => typeof value === 'string')
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
