import { Readability } from '@mozilla/readability'
import { type Block, blocksOf, textOfBlocks } from './block.ts'
import { parsePage } from './dom.ts'
import { cleanDocument, filterBlocks, RULES, type Rule } from './rules.ts'

/** The article's text, and whether it is what Readability alone makes of the page. */
export interface Extract {
  readonly body: string
  readonly isPlain: boolean
}

export interface ExtractOptions {
  /** The rules to follow; the bench leaves some out to see what each brings. */
  readonly rules?: readonly Rule[]
  /** The page as parsed already; it is used up. */
  readonly document?: Document
}

/**
 * The text of the article on a page: Readability on a cleaned document, its blocks filtered. Where the rules took so much that
 * they must have taken the article, it is what Readability alone finds.
 */
export function extractBody(html: string, options: ExtractOptions = {}): Extract {
  const rules = new Set<Rule>(options.rules ?? RULES)
  const document = options.document ?? parsePage(html)
  const whole = unitsOfParagraphs(document)
  cleanDocument(document, rules)
  const body = textOfBlocks(filterBlocks(readable(document), rules))
  if (rules.size === 0 || body.length >= SUSPECT_SHARE * whole) return { body, isPlain: rules.size === 0 }

  const plain = textOfBlocks(readable(parsePage(html)))
  return body.length < GUARD_SHARE * plain.length ? { body: plain, isPlain: true } : { body, isPlain: false }
}

/** Below this share of all the page's paragraphs the text is compared with Readability's own; it only saves a second parse. */
const SUSPECT_SHARE = 0.5
/** Less than this share of Readability's own text means that the rules took the article. Judged: cleaning rarely takes a third. */
const GUARD_SHARE = 0.4
/** Readability's time grows with the square of this in the worst case; pages of news have under 10,000 elements. */
const ELEMENTS_MAX = 60_000

function readable(document: Document): readonly Block[] {
  if (document.querySelectorAll('*').length > ELEMENTS_MAX)
    return Array.from(document.querySelectorAll('p')).flatMap(p => blocksOf(p))
  hideInlineNames(document)
  const result = new Readability<Node>(document, { disableJSONLD: true, serializer: root => root }).parse()
  return result?.content ? blocksOf(result.content) : []
}

/** Readability takes `class="dateline"` or `rel="author"` for a byline and drops it; inside a paragraph it is part of the text. */
function hideInlineNames(document: Document): void {
  for (const element of document.querySelectorAll('p [class], p [rel], p [itemprop]')) {
    for (const name of ['class', 'rel', 'itemprop']) element.removeAttribute(name)
  }
}

function unitsOfParagraphs(document: Document): number {
  return Array.from(document.querySelectorAll('p')).reduce((sum, p) => sum + (p.textContent ?? '').trim().length, 0)
}
