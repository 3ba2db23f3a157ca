import type { Attribution, Span } from '../../record/index.ts'
import type { Quotation } from '../words/quotes.ts'

/** The probability given to what a frame of the press sets out plainly: of 20 that were added on PolNeAR dev 19 have their cue in the gold. */
export const FRAME_CONFIDENCE = 0.9

interface Frames {
  readonly body: string
  readonly paragraphs: readonly Span[]
  readonly quotations: readonly Quotation[]
  readonly sentences: readonly Span[]
  /** Whether any unit of the span is content of a statement already. */
  readonly isCovered: (span: Span) => boolean
}

/**
 * Attributions that stand in frames of press releases, testimonials and transcripts and that nothing covers yet:
 * `“…” – Name, office`; `Statement from Name:` before a quoted paragraph; `NAME: …` and `Q: …` at the head of a paragraph; and refusals.
 */
export function readFrames(frames: Frames): Attribution[] {
  const speech = speakersAtHead(frames)
  const framed = frames.paragraphs.flatMap((paragraph, index) => {
    return signed(frames, paragraph) ?? ledIn(frames, index) ?? speech.get(index) ?? []
  })
  return [...framed, ...refusals(frames)].filter(({ content }) => !content.some(frames.isCovered))
}

/** "The ministry did not respond to questions", "Lowe declined to comment", "the firm could not be reached for comment". */
function refusals({ body, sentences, isCovered }: Frames): Attribution[] {
  return sentences.flatMap(([start, end]): Attribution[] => {
    const text = body.slice(start, end)
    const match = REFUSING.test(text) ? REFUSAL.exec(text) : null
    if (!match) return []
    const [, name, gap, verb, between, rest] = match
    const source: Span = [start, start + name!.length]
    const cue: Span = [source[1] + gap!.length, source[1] + gap!.length + verb!.length]
    const content: Span = [cue[1] + between!.length, cue[1] + between!.length + rest!.length]
    return isCovered([source[0], content[1]])
      ? []
      : [{ source: [source], cue: [cue], content: [content], confidence: FRAME_CONFIDENCE }]
  })
}

/** Without one of these there is no refusal; most sentences end here. */
const REFUSING = /\s(?:respond|repl[yi]|answer|declined|refused|reached)/

/** Who, what is refused by which verb, and what was asked for; the source is what stands before the verb in one piece. */
const REFUSAL =
  /^([^\s,.;:“”"()]+(?:,?\s[^\s,.;:“”"()]+){0,9}?,?)(\s)((?:did|has|have|had)(?:\s(?:also|so\sfar))?\s(?:not|n[’']t)(?:\s(?:immediately|yet|initially))?\s(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?)(?:\sto)?|(?:declined|refused)|could\snot(?:\simmediately)?\sbe\sreached(?:\sfor)?)(\s)((?:to\s(?:comment|speak|answer|say|be\sinterviewed|elaborate|discuss)|comment|(?:\p{L}+\s){0,4}(?:requests?|questions?|calls?|messages?|e-?mails?|inquiries|enquiries|letters?|phone\scalls))(?:\s[^,.;:“”"]{1,60})?)/u

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
