import type { Article, Span } from '../../record/index.ts'

/** A blank line, with whatever white space stands in it. */
const BLANK_LINE = /\r?\n(?:[^\S\n]*\n)+/g
const LINE_END = /\r?\n/g

/**
 * The paragraphs of a body, without the white space between them; together with that white space they are the whole body. Where a
 * text has no blank line, each of its lines is a paragraph.
 */
export function paragraphsOf(body: string): readonly Span[] {
  const separator = body.search(BLANK_LINE) >= 0 ? BLANK_LINE : LINE_END
  const paragraphs: Span[] = []
  let start = 0
  for (const match of body.matchAll(separator)) {
    if (match.index > start) paragraphs.push([start, match.index])
    start = match.index + match[0].length
  }
  if (start < body.length) paragraphs.push([start, body.length])
  return paragraphs
}

/** Whether the body opens with the headline, so that it need not be printed above it a second time. */
export function opensWithHeadline(article: Article, paragraphs: readonly Span[]): boolean {
  const first = paragraphs[0]
  return (
    first !== undefined && article.headline !== null && article.articleBody.slice(...first).trim() === article.headline.trim()
  )
}
