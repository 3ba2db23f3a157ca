import type { Block } from './block.ts'
import { attributeWords } from './dom.ts'

/**
 * What is taken out before and after Readability. Each rule speaks of HTML or of news text in general, none of a site; what each
 * brings is in `bench/extraction/README.md`. A rule that does not help on both halves of random splits does not belong here.
 */
export const RULES = ['apart', 'caption', 'links', 'head'] as const
export type Rule = (typeof RULES)[number]

/** Takes out of the document what its own markup says is not the article's text. */
export function cleanDocument(document: Document, rules: ReadonlySet<Rule>): void {
  if (rules.has('apart')) for (const element of document.querySelectorAll(APART)) element.remove()
  if (rules.has('caption')) removeCaptions(document)
}

/** Takes out of the blocks that Readability kept what is not the article's text by its form. */
export function filterBlocks(blocks: readonly Block[], rules: ReadonlySet<Rule>): readonly Block[] {
  const kept = rules.has('links') ? blocks.filter(block => !isLinksOnly(block)) : blocks
  return rules.has('head') ? fromFirstProse(kept) : kept
}

/** Elements and ARIA roles that mean: no text, a control, navigation, beside the matter, or not shown. */
const APART = [
  'script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video, map',
  'button, input, select, textarea',
  'nav, menu, aside, footer, dialog',
  '[role=navigation], [role=menu], [role=menubar], [role=complementary], [role=contentinfo]',
  '[role=dialog], [role=alertdialog], [role=alert], [hidden], [aria-hidden=true]',
].join(', ')

/** Words that name a picture's caption, its credit, or a set of pictures, wherever they stand in a class. */
const CAPTION_WORDS = new Set([
  'caption',
  'captions',
  'credit',
  'credits',
  'photocredit',
  'gallery',
  'slideshow',
  'carousel',
  'lightbox',
])
/** An element with more of the page's paragraphs than this is no caption, whatever its class says. Judged, not fitted. */
const CAPTION_SHARE_MAX = 0.2

function removeCaptions(document: Document): void {
  for (const element of document.querySelectorAll('figure, figcaption')) element.remove()
  const units = paragraphUnits(document.documentElement)
  for (const element of document.querySelectorAll('body [class], body [id]')) {
    const named = [...attributeWords(element, 'class'), ...attributeWords(element, 'id')].some(word => CAPTION_WORDS.has(word))
    if (named && paragraphUnits(element) <= CAPTION_SHARE_MAX * units) element.remove()
  }
}

function paragraphUnits(element: Element): number {
  const own = element.nodeName.toUpperCase() === 'P' ? (element.textContent ?? '').length : 0
  return Array.from(element.querySelectorAll('p')).reduce((sum, p) => sum + (p.textContent ?? '').length, own)
}

/** From this share on a block that ends no sentence is links and little else ("Related: …"). Not sensitive: .5 gave .0001 more in the trial. */
const LINK_SHARE_MIN = 0.75

/** Pointers to other stories, not sentences of this one. A sentence may well be one link. */
function isLinksOnly(block: Block): boolean {
  return block.linkShare >= LINK_SHARE_MIN && !SENTENCE_END.test(block.text)
}

/** Letters of a sentence that is prose by its full stop, and of one that is without. Judged, not fitted. */
const PROSE_LETTERS_MIN = 20
const PROSE_LETTERS_UNENDED_MIN = 120
const SENTENCE_END = /[.!?…:;。！？：；]["'”’»“)\]」』]*$/

/** From the first block of prose on: before it stand headline, byline, date and captions, all of which are metadata. */
function fromFirstProse(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(isProse)
  if (first < 0) return blocks
  return blocks.slice(first > 0 && isPlaceLine(blocks[first - 1]!) ? first - 1 : first)
}

function isProse({ tag, text }: Block): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const isEnded = letters >= PROSE_LETTERS_MIN && SENTENCE_END.test(text)
  return !/^H[1-6]$/.test(tag) && (isEnded || letters >= PROSE_LETTERS_UNENDED_MIN)
}

/** A dateline on a line of its own: capitals, and a dash at its end. */
const isPlaceLine = ({ text }: Block): boolean => /^\p{Lu}[\p{Lu} .,]+[—–-]{1,2}$/u.test(text)
