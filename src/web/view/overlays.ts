import { overlaps, partitionPoint, type Span } from '../../record/index.ts'
import type { LoadedWord } from './loaded.ts'
import type { Passage } from './passage.ts'
import type { Paragraph } from './segments.ts'

/** Something laid over the text for a while: words that are pointed at, a sentence that is opened, a loaded word. */
export interface Overlay {
  readonly span: Span
  readonly kind: 'lit' | 'sentence' | 'loaded'
  readonly word?: LoadedWord
}

export interface Piece {
  readonly span: Span
  readonly lit: boolean
  readonly sentence: boolean
  readonly word: LoadedWord | null
}

const NONE: readonly Overlay[] = []

/** For each paragraph what is laid over it; the same empty list for all that nothing touches, so that they are not drawn again. */
export function overlaysOf(
  paragraphs: readonly Paragraph[],
  { passages, loaded }: { readonly passages: readonly Passage[]; readonly loaded: readonly LoadedWord[] },
): readonly (readonly Overlay[])[] {
  const overlays: Overlay[] = [
    ...passages.flatMap(({ words }) => words.map(span => ({ span, kind: 'lit' as const }))),
    ...passages.flatMap(({ sentence }) => (sentence ? [{ span: sentence, kind: 'sentence' as const }] : [])),
    ...loaded.map(word => ({ span: word.span, kind: 'loaded' as const, word })),
  ]
  const found = new Map<number, Overlay[]>()
  for (const overlay of overlays) {
    const first = partitionPoint(paragraphs, ({ span }) => span[1] <= overlay.span[0])
    for (let index = first; paragraphs[index] !== undefined; index++) {
      if (!overlaps(paragraphs[index]!.span, overlay.span)) break
      const list = found.get(index)
      if (list) list.push(overlay)
      else found.set(index, [overlay])
    }
  }
  return paragraphs.map((_, index) => found.get(index) ?? NONE)
}

/** A stretch of text cut at every border of what lies over it. */
export function piecesOf(span: Span, overlays: readonly Overlay[]): readonly Piece[] {
  const over = overlays.filter(overlay => overlaps(overlay.span, span))
  const borders = over.flatMap(overlay => overlay.span).filter(at => at > span[0] && at < span[1])
  const places = [...new Set([span[0], ...borders, span[1]])].sort((a, b) => a - b)
  return places.slice(1).map((end, index) => {
    const piece: Span = [places[index]!, end]
    const here = over.filter(overlay => overlaps(overlay.span, piece))
    return {
      span: piece,
      lit: here.some(overlay => overlay.kind === 'lit'),
      sentence: here.some(overlay => overlay.kind === 'sentence'),
      word: here.find(overlay => overlay.kind === 'loaded')?.word ?? null,
    }
  })
}
