import type { Attribution, Span } from '../../record/index.ts'
import type { Quotation } from '../words/quotes.ts'

/** The probability given to what a frame of the press sets out so plainly that the tagger need not be asked; by judgement. */
export const FRAME_CONFIDENCE = 0.7

interface Frames {
  readonly body: string
  readonly paragraphs: readonly Span[]
  readonly quotations: readonly Quotation[]
  /** Whether any unit of the span is content of a statement already. */
  readonly isCovered: (span: Span) => boolean
}

/**
 * Attributions that stand in frames of press releases, testimonials and transcripts and that nothing covers yet:
 * `“…” – Name, office`; `Statement from Name:` before a quoted paragraph; `NAME: …` and `Q: …` at the head of a paragraph.
 */
export function readFrames(frames: Frames): Attribution[] {
  const speech = speakersAtHead(frames)
  return frames.paragraphs.flatMap((paragraph, index) => {
    const found = signed(frames, paragraph) ?? ledIn(frames, index) ?? speech.get(index) ?? null
    return found && !found.content.some(frames.isCovered) ? [found] : []
  })
}

/** `“…” – Rosa Delmar, president of the union`, also with the name on the next line. */
function signed({ body, quotations }: Frames, [start, end]: Span): Attribution | null {
  const quotation = quotations.find(({ span }) => span[0] === start)
  if (!quotation || quotation.span[1] >= end) return null
  const match = /^([\s]*[–—―]+|\s*--?)\s*(?=[\p{Lu}@])([^\n“”"]{2,120})$/u.exec(body.slice(quotation.span[1], end))
  if (!match) return null
  const dash = quotation.span[1] + match[1]!.search(/\S/)
  const at = quotation.span[1] + match[0].length - match[2]!.length
  return {
    source: [[at, at + match[2]!.trimEnd().length]],
    cue: [[dash, quotation.span[1] + match[1]!.length]],
    content: [quotation.span],
    confidence: FRAME_CONFIDENCE,
  }
}

/** A short line that ends in a colon and names who speaks in the quoted paragraph after it. */
function ledIn({ body, paragraphs, quotations }: Frames, index: number): Attribution | null {
  const [before, paragraph] = [paragraphs[index - 1], paragraphs[index]!]
  if (!before) return null
  const quotation = quotations.find(({ span }) => span[0] === paragraph[0])
  if (!quotation || quotation.span[1] < paragraph[1] - 1) return null
  const line = body.slice(before[0], before[1])
  const match = /^(.{0,60}\b(?:from|by|of))\s+(?=\p{Lu})([^.:;“”"\n]{2,100}):$/u.exec(line)
  if (!match) return null
  const at = before[0] + line.length - 1 - match[2]!.length
  return {
    source: [[at, at + match[2]!.length]],
    cue: [[before[0], before[0] + match[1]!.length]],
    content: [quotation.span],
    confidence: FRAME_CONFIDENCE,
  }
}

/** A transcript has at least so many paragraphs with a speaker at their head; one alone is a heading or a list. */
const TRANSCRIPT_TURNS_MIN = 2

/** Paragraphs of a transcript that begin with who speaks, by their index; none where the text is no transcript. */
function speakersAtHead({ body, paragraphs }: Frames): ReadonlyMap<number, Attribution> {
  const found = new Map<number, Attribution>()
  paragraphs.forEach(([start, end], index) => {
    const match = SPEAKER.exec(body.slice(start, end))
    if (!match) return
    const colon = start + match[1]!.length
    found.set(index, {
      source: [[start, start + match[1]!.length]],
      cue: [[colon, colon + 1]],
      content: [[start + match[0].length, end]],
      confidence: FRAME_CONFIDENCE,
    })
  })
  return found.size >= TRANSCRIPT_TURNS_MIN ? found : new Map()
}

/** `VOSS: `, `MARGA VOSS, HOST: `, `MINISTER ELIAS TROND: `, `Q: `, `A. `. */
const SPEAKER =
  /^((?:\p{Lu}[\p{Lu}'’.-]+)(?:\s\p{Lu}[\p{Lu}'’.-]*){0,4}(?:,\s[\p{L} '’-]{2,40})?|[QA]|Question|Answer)[:：]\s+(?=\S)/u
