import type { Span } from '../record/index.ts'

/** A line of the text with its place. */
export interface Paragraph {
  readonly text: string
  readonly start: number
}

/** The lines that hold something, in order; `start` is where each begins in the body, in UTF-16 units. */
export function paragraphsOf(body: string): Paragraph[] {
  return Array.from(body.matchAll(/[^\r\n]*\S[^\r\n]*/g), m => ({ text: m[0], start: m.index }))
}

/** The place in the body of a part of a paragraph. */
export function spanIn(paragraph: Paragraph, start: number, end: number): Span {
  return [paragraph.start + start, paragraph.start + end]
}
