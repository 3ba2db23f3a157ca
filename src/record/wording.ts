import { textOf } from './span.ts'
import type { Appearance, Claim } from './story.ts'

/**
 * A claim's words in their pieces. Its `text` runs from the first word to the last, and where a quotation is broken ("… closed," she
 * said. "It …") what stands between belongs to the outlet.
 */
export function piecesOf({ text, appearances }: Pick<Claim, 'text' | 'appearances'>): readonly string[] {
  const worded = appearances.find(appearance => appearance.text === text)
  return worded === undefined ? [text] : piecesIn(worded)
}

function piecesIn({ text, spans }: Pick<Appearance, 'text' | 'spans'>): readonly string[] {
  const start = spans[0]?.[0] ?? 0
  const pieces: string[] = []
  let from = 0
  spans.slice(1).forEach((span, index) => {
    const end = spans[index]![1] - start
    const between = BROKEN.exec(textOf(text, [end, span[0] - start]))
    if (between === null) return
    pieces.push(text.slice(from, end + between.index))
    from = end + between.index + between[0].length
  })
  return [...pieces, text.slice(from)]
}

/** The end of a quotation, words outside of it, and where it goes on. */
const BROKEN = /,?["”][^"“”]*["“]/
