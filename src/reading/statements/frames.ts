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
 * Attributions that stand in frames of press releases and testimonials and that nothing covers yet: `“…” – Name, office`; `Statement
 * from Name:` before a quoted paragraph; and refusals.
 */
export function readFrames(frames: Frames): Attribution[] {
  const framed = frames.paragraphs.flatMap((_, index) => signed(frames, index) ?? ledIn(frames, index) ?? [])
  return [...framed, ...listed(frames), ...surveyed(frames), ...refusals(frames)].filter(
    ({ content }) => !content.some(frames.isCovered),
  )
}

/** "The ministry did not respond to questions", "Lowe declined to comment", "the firm could not be reached for comment". */
function refusals({ body, sentences, isCovered }: Frames): Attribution[] {
  return sentences
    .flatMap(sentence => clausesIn(body, sentence))
    .flatMap(([start, end]): Attribution[] => {
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

/** The parts of a sentence between its semicolons. */
function clausesIn(body: string, [start, end]: Span): Span[] {
  const parts: Span[] = []
  let from = start
  for (const mark of body.slice(start, end).matchAll(/;\s+/g)) {
    parts.push([from, start + mark.index])
    from = start + mark.index + mark[0].length
  }
  return [...parts, [from, end]]
}

/** Without one of these there is no refusal; most sentences end here. */
const REFUSING = /\s(?:respond|repl[yi]|answer|declined|refused|reached|would\snot\scomment)/

/** Who, what is refused by which verb, and what was asked for; the source is what stands before the verb in one piece. */
const REFUSAL =
  /^([^\s,.;:“”"()]+(?:,?\s[^\s,.;:“”"()]+){0,9}?,?)(\s)((?:did|has|have|had)(?:\s(?:also|so\sfar))?\s(?:not|n[’']t)(?:\s(?:immediately|yet|initially))?\s(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?)(?:\sto)?|(?:declined|refused)|would\snot|could\snot(?:\simmediately)?\sbe\sreached(?:\sfor)?)(\s)((?:to\s(?:comment|speak|answer|say|be\sinterviewed|elaborate|discuss)|comment|(?:\p{L}+\s){0,4}(?:requests?|questions?|calls?|messages?|e-?mails?|inquiries|enquiries|letters?|phone\scalls))(?:\s[^,.;:“”"]{1,60})?)/u

/** `“…” – Rosa Delmar, president of the union`, also with the name on the next line. */
function signed({ body, paragraphs, quotations }: Frames, index: number): Attribution | null {
  const [start, end] = paragraphs[index]!
  const bullet = BULLET.exec(body.slice(start, start + BULLET_UNITS))?.[0].length ?? 0
  const quotation = quotations.find(({ span }) => span[0] === start + bullet)
  if (!quotation) return null
  const next = paragraphs[index + 1]
  const isWhole = quotation.span[1] >= end
  if (isWhole && !(next && /^(?:[–—―]|--?\s)/.test(body.slice(next[0], next[0] + 3)))) return null
  const behind = body.slice(quotation.span[1], isWhole ? next![1] : end)
  const match = /^([\s]*[–—―]+|\s*--?)\s*(?=[\p{Lu}@])([^\n“”"]{2,120})$/u.exec(behind) ?? BRACKETED.exec(behind)
  if (!match) return null
  const dash = quotation.span[1] + match[1]!.search(/\S/)
  const at = quotation.span[1] + match[0].lastIndexOf(match[2]!)
  return {
    source: [[at, at + match[2]!.trimEnd().length]],
    cue: [[dash, quotation.span[1] + match[1]!.length]],
    content: [quotation.span],
    confidence: FRAME_CONFIDENCE,
  }
}

/** What stands before an item of a list: `1.`, `•`, `-`. */
const BULLET = /^(?:\d{1,2}[.)]|[•*–-])\s/
const BULLET_UNITS = 6

/** `“…” (Ruth Kane, violinist)` */
const BRACKETED = /^(\s*\()(?=\p{Lu})([^()\n“”"]{2,100})\)$/u

/** Lines of a list of reactions: `Lake Alliance (@lakes) — “…”`, `Sir Alan Pruett, former chief constable – “…”`, `“…” Hilda, Marsh End`. */
function listed({ body, paragraphs, quotations }: Frames): Attribution[] {
  const found = paragraphs.flatMap(([start, end]): Attribution[] => {
    const match = REACTION.exec(body.slice(start, Math.min(end, start + REACTION_UNITS)))
    const quotation = match && quotations.find(({ span }) => span[0] === start + match[0].length)
    if (!quotation) return signedBare({ body, quotations }, [start, end])
    if (quotation.span[1] < end - 1) return []
    const source: Span = [start, start + match[1]!.length]
    const cue: Span = [source[1] + match[2]!.length, source[1] + match[2]!.length + match[3]!.length]
    return [{ source: [source], cue: [cue], content: [quotation.span], confidence: FRAME_CONFIDENCE }]
  })
  return found.length >= ANSWERS_MIN ? found : []
}

/** `“Bring back the 47.” Hilda, Marsh End`: a name and a place, and no verb. */
function signedBare({ body, quotations }: Pick<Frames, 'body' | 'quotations'>, [start, end]: Span): Attribution[] {
  const quotation = quotations.find(({ span }) => span[0] === start)
  const match = quotation && SIGNED_BARE.exec(body.slice(quotation.span[1], end))
  if (!match) return []
  const source: Span = [quotation.span[1] + match[1]!.length, quotation.span[1] + match[1]!.length + match[2]!.length]
  return [{ source: [source], cue: [], content: [quotation.span], confidence: FRAME_CONFIDENCE }]
}

const SIGNED_BARE = /^(\s+)(\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,3}(?:,\s(?:\d\d|\p{Lu}[\p{L}'’ -]{1,30})){0,2})\.?$/u
const REACTION = /^([\p{Lu}@][^“”"\n]{1,110}?)(\s)([–—―-]{1,2})\s(?=[“"])/u
const REACTION_UNITS = 130

/** Lines under "What the parties say on rent:": `Civic Union: Rents should follow wages.` */
function surveyed({ body, paragraphs }: Frames): Attribution[] {
  const found: Attribution[] = []
  let isLed = false
  for (const [start, end] of paragraphs) {
    const text = body.slice(start, end)
    const line: RegExpExecArray | null = isLed ? ANSWER.exec(text) : null
    isLed = line !== null || SURVEY.test(text)
    if (!line) continue
    const colon = start + line[1]!.length
    found.push({
      source: [[start, colon]],
      cue: [[colon, colon + 1]],
      content: [[start + line[0].length, end]],
      confidence: FRAME_CONFIDENCE,
    })
  }
  return found.length >= ANSWERS_MIN ? found : []
}

/** A single line under such a heading may be anything. */
const ANSWERS_MIN = 2
const SURVEY =
  /^[^:.!?]{0,80}\b(?:says?|said|saying|think|thinks|answer(?:ed|s)?|react(?:ed|s|ions?)?|respon(?:ded|ses?)|replied|told)\b[^:.!?]{0,80}:?$/iu
const ANSWER = /^((?:\p{Lu}[\p{L}’'.-]*)(?:,?\s(?:\p{Lu}[\p{L}’'.-]*|of|the|for|and)){0,6}):\s+(?=[\p{Lu}“"])/u

/** A short line that ends in a colon, or the heading of a statement, and names who speaks in the quoted paragraph after it. */
function ledIn({ body, paragraphs, quotations }: Frames, index: number): Attribution | null {
  const [before, paragraph] = [paragraphs[index - 1], paragraphs[index]!]
  const line = INTRODUCED.exec(body.slice(...paragraph))
  if (line) {
    const [start, colon] = [paragraph[0] + line[1]!.length, paragraph[0] + line[1]!.length + line[2]!.length]
    const content: Span = [paragraph[0] + line[0].length, paragraph[1]]
    return { source: [[start, colon]], cue: [[paragraph[0], start - 1]], content: [content], confidence: FRAME_CONFIDENCE }
  }
  if (!before) return null
  const quotation = quotations.find(({ span }) => span[0] === paragraph[0])
  if (!quotation || quotation.span[1] < paragraph[1] - 1) return null
  const heading = body.slice(before[0], before[1])
  const match = /^(.{0,60}\b(?:from|by|of))\s+(?=\p{Lu})([^.:;“”"\n]{2,100}):$/u.exec(heading) ?? HEADING.exec(heading)
  if (!match) return null
  const at = before[0] + heading.lastIndexOf(match[2]!)
  return {
    source: [[at, at + match[2]!.length]],
    cue: [[before[0], before[0] + match[1]!.length]],
    content: [quotation.span],
    confidence: FRAME_CONFIDENCE,
  }
}

/** `Quote from Ingrid Moe, Minister of Energy: “…”` */
const INTRODUCED =
  /^((?:(?:press|media)\s)?(?:quote|comment|statement|reaction)s?\s(?:from|by)\s)(\p{Lu}[^:“”"\n]{2,100}):\s+(?=[“"])/iu

/** `STATEMENT BY THE MAYOR OF TARN` */
const HEADING = /^((?:(?:press|media|joint|official)\s)*statement\s(?:issued\s)?(?:from|by|of))\s+([^.:;“”"\n]{2,100})$/iu
