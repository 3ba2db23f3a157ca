import type { Span } from '../../record/index.ts'
import { type Mentioned, within } from './mentions.ts'

/**
 * Ids of the entities that the article says were asked, whether they answered or not: "did not respond", "could not be reached",
 * "declined to comment", "was asked about", "requests for comment to".
 *
 * A party stands right before such words, or right after those that end in a preposition; joined parties ("neither Pell nor the
 * board") count each. What is said not to have happened ("was never asked") is none.
 */
export function seekingsIn(
  body: string,
  sentences: readonly { readonly span: Span }[],
  mentions: readonly Mentioned[],
): Set<string> {
  const found = new Set<string>()
  for (const { span } of sentences) {
    const text = body.slice(span[0], span[1])
    if (!HINT.test(text)) continue
    const inside = within(mentions, span)
    if (inside.length === 0) continue
    for (const match of text.matchAll(AFTER_PARTY)) for (const id of before(body, inside, span[0] + match.index)) found.add(id)
    for (const match of text.matchAll(BEFORE_PARTY)) {
      const next = inside.find(mention => mention.span[0] >= span[0] + match.index + match[0].length)
      if (next && next.span[0] - (span[0] + match.index + match[0].length) <= NEAR_UNITS) found.add(next.entity)
    }
  }
  return found
}

/** Without one of these no pattern fits; most sentences end here. */
const HINT = /\b(?:comment|respon|repl(?:y|ied)|return|reach|ask|contact|interview|answer|available)/i

const AFTER_PARTY =
  /\b(?:(?:did|does|has|have|had|would)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:respond|responded|reply|replied|return|returned|answer|answered)\b(?!\s+(?:home|fire|to\s+(?:work|his|her|their|the\s+\w+\s+(?:scene|call)\b)))|(?:could(?:\s*not|n['’]t)?|can(?:\s*not|['’]t))\s+(?:\w+ly\s+)?be\s+(?:\w+ly\s+)?(?:reached|contacted)\b|(?:declin|refus)\w+\s+(?:\w+\s+)?(?:to\s+(?:comment|be interviewed|answer|respond|discuss|elaborate)|comment|an? interview|interview requests?|requests? for)\b|(?:was|were|is|are)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?available (?:for|to) comment\b|(?:was|were) (?:\w+ly\s+)?unavailable for comment\b|had no (?:immediate )?comment\b|offered no comment\b|(?:was|were) (?:also |repeatedly |later |then )?asked (?:about|for|to comment|whether|if|why|how|by)\b)/gi

const BEFORE_PARTY =
  /\b(?:(?:requests?|calls?|messages?|e-?mails?|questions?|inquiries) (?:for comment |seeking comment )?(?:sent |left |made |put )?(?:to|with|from|for)|(?:sought|seeking|asked for|requested) (?:a )?comments? from|reached out to|(?:has|have|had) contacted|approached|attempts to (?:reach|contact)|efforts to (?:reach|contact)|tried to (?:reach|contact)|unable to (?:reach|contact)|asked (?:about|whether|if|why|how) [^.;“”"]{1,80}?,)\s+/gi

/** How far a party may stand from the words that tell of the asking, in UTF-16 units; by judgement. */
const NEAR_UNITS = 48

/** The party that ends next before an offset, and those that are joined to it. */
function before(body: string, inside: readonly Mentioned[], offset: number): string[] {
  const ids: string[] = []
  let edge = offset
  for (let index = inside.length - 1; index >= 0; index--) {
    const { span, entity } = inside[index]!
    if (span[1] > edge) continue
    const between = body.slice(span[1], edge)
    if (ids.length === 0 ? between.length > NEAR_UNITS || /[.;“”"]/.test(between) : !JOINED.test(between)) break
    ids.push(entity)
    edge = span[0]
  }
  return ids
}

const JOINED = /^\s*(?:,|,?\s*(?:and|or|nor))\s*(?:the\s+|a\s+)?$/i
