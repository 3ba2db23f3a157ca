import type { Span } from '../../record/index.ts'
import { trimmed } from './spans.ts'

/** The paragraphs of a text, without the white space around them: every line break ends one. */
export function splitParagraphs(body: string): Span[] {
  const paragraphs: Span[] = []
  for (const line of body.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const span = trimmed(body, [line.index, line.index + line[0].length])
    if (span) paragraphs.push(span)
  }
  return paragraphs
}

/**
 * The sentences of `paragraphs`, in order and apart from each other; every word is in exactly one.
 *
 * Unicode's rules (UAX 29) as `Intl.Segmenter` has them, mended where they break after an abbreviation, or between a question
 * in quotation marks and its "he asked". Gap: "in the U.S. Trump" is read as one sentence.
 */
export function splitSentences(body: string, paragraphs: readonly Span[]): Span[] {
  const sentences: Span[] = []
  for (const paragraph of paragraphs) {
    let open: [number, number] | null = null
    for (const piece of pieces(body, paragraph)) {
      const span = trimmed(body, piece)
      if (!span) continue
      if (open && continues(body, open, span)) open[1] = span[1]
      else {
        if (open) sentences.push(open)
        open = [span[0], span[1]]
      }
    }
    if (open) sentences.push(open)
  }
  return sentences
}

/** What the segmenter is given at a time, in UTF-16 units: its time grows with the square of the length. */
const WINDOW_UNITS = 4000

function* pieces(body: string, [start, end]: Span): Generator<Span> {
  let from = start
  while (from < end) {
    const to = Math.min(end, from + WINDOW_UNITS)
    const found = [...SEGMENTER.segment(body.slice(from, to))].map(piece => from + piece.index)
    // The last piece may have been cut by the window: the next one begins with it, unless it is the window's only one.
    const last = to === end || found.length === 1 ? to : found.at(-1)!
    for (let index = 0; index < found.length; index++) {
      const next = found[index + 1] ?? last
      if (found[index]! < last) yield [found[index]!, Math.min(next, last)]
    }
    from = last
  }
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' })

/** How far back an abbreviation is looked for, in UTF-16 units: longer than any that is listed. */
const TAIL_UNITS = 12

function continues(body: string, before: Span, after: Span): boolean {
  // A piece that the window cut in two, in the middle of a word or before a space.
  if (!/[.!?…:;”’"'»)\]]$/.test(body[before[1] - 1]!) && after[0] - before[1] <= 1) return true
  const tail = body.slice(Math.max(before[0], before[1] - TAIL_UNITS), before[1])
  const head = body.slice(after[0], Math.min(after[1], after[0] + TAIL_UNITS))
  if (!/[\p{L}\p{N}]/u.test(body.slice(after[0], after[1]))) return true
  if (/^[\p{Ll},;:)\]]/u.test(head) || /^[”’"'»]+[\s,]*\p{Ll}/u.test(head)) return true
  if (ALWAYS_OPEN.test(tail) || MONTH.test(tail)) return true
  if (/(?:^|[\s.(“‘"'])\p{Lu}\.$/u.test(tail)) return !STARTERS.test(head)
  return MAYBE_OPEN.test(tail) && !STARTERS.test(head)
}

/** These never end a sentence: what they shorten stands before a name or a number. */
const ALWAYS_OPEN =
  /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Sens?|Reps?|Govs?|Gen|Lt|Col|Maj|Sgt|Capt|Cpl|Cmdr|Adm|Pres|Atty|Del|Supt|Insp|Det|Msgr|Amb|Hon|Eng|Engr|Adv|Cllr|Smt|Mme|Mx|Rev|Fr|St|Ste|Mt|Ft|Nos?|vs|v|cf|Dep|Asst|Pvt|Spc|Brig)\.$/u
const MONTH = /(?:^|[^\p{L}])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u
/** These may: whether they do is told by the next word. */
const MAYBE_OPEN =
  /(?:^|[^\p{L}])(?:(?:\p{L}\.){2,}|Inc|Corp|Co|Ltd|Bros|Jr|Sr|Dept|Univ|Ave|Blvd|Rd|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Yahoo!)\.?$/u
/** Words that begin a sentence far more often than they follow an abbreviation. */
const STARTERS =
  /^[“‘"'«(]*(?:The|A|An|He|She|It|They|We|I|You|His|Her|Their|Its|Our|My|This|That|These|Those|There|But|And|Or|So|Yet|In|On|At|By|For|From|As|If|When|While|After|Before|Since|Although|Though|However|Meanwhile|With|Without|To|Not|No|Some|Many|Most|All|What|Who|Why|How|Where|Asked|Still|Then|Now|Even|Also|Both)(?![\p{L}\p{M}])/u
