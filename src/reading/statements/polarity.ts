import type { Attribution, Span, Statement } from '../../record/index.ts'
import { extentOf } from '../../record/index.ts'
import { ASKING, DENYING } from '../words/lexicon.ts'

type Polarity = Statement['polarity']

/**
 * Whether the words are put forward (`asserted`), said not to be so (`denied`), a question (`asked`), or refused (`declined`:
 * "declined to comment", "could not be reached").
 *
 * A denied cue counts as well as a denying one: "did not say that", "never claimed". A request ("asked them to leave", "asked
 * for patience") is no question.
 */
export function polarityOf(body: string, attribution: Attribution, lemma: string | null): Polarity {
  const cue = textOfAll(body, attribution.cue)
  const content = textOfAll(body, attribution.content)
  const around = aroundCue(body, attribution)
  if (
    DECLINED.test(around) ||
    (DECLINING.test(cue) && /^(?:to )?(?:comment|answer|respond|discuss|elaborate|say\b|speak|talk)/i.test(content))
  ) {
    return 'declined'
  }
  if (isQuestion(content) || (lemma !== null && ASKING.has(lemma) && isAsked(cue, content))) return 'asked'
  const negated = NEGATION.test(cue) || NEGATED_BEFORE.test(textBefore(body, attribution.cue))
  const denying = lemma !== null && DENYING.has(lemma)
  return denying !== negated ? 'denied' : 'asserted'
}

const DECLINED =
  /\b(?:declin\w+|refus\w+)\s+(?:\w+\s+)?to\s+(?:comment|be interviewed|be quoted|answer|respond|discuss|elaborate|say (?:whether|if|how|why|what|more)|speak (?:to|with|about)|talk)\b|\b(?:did|does|do|has|have|had|would)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?|comment(?:ed)?)\b|\b(?:could|can)(?:\s*not|n['’]t)\s+(?:\w+ly\s+)?be\s+(?:\w+ly\s+)?reached\b|\bno comment\b|\b(?:not|un)\s?(?:immediately\s+)?available (?:for|to) comment\b/i
const DECLINING = /\b(?:declin\w+|refus\w+)\b|(?:\bnot\b|n['’]t).*\b(?:comment|respond|reply|return|answer)/i
const NEGATION = /\b(?:not|never|no longer|nor|neither|cannot)\b|n['’]t\b/i
/** "did not", "has never", directly before the cue, adverbs between. */
const NEGATED_BEFORE = /(?:\b(?:not|never)|n['’]t)(?:\s+\w+ly|\s+(?:even|ever|yet|been|be|have|really|explicitly))*\s*$/i

/** A question's own mark ends the words; one inside them ("Why? Because …") does not make them a question. */
function isQuestion(content: string): boolean {
  return /\?["'”’»›」』)\s]*$/.test(content) && !/[.!]["'”’»]*\s.*\?["'”’»\s]*$/s.test(content)
}

function isAsked(cue: string, content: string): boolean {
  if (/\b(?:for|to)\s*$/i.test(cue)) return false
  if (/^\s*(?:that|to|for)\b/i.test(content)) return false
  return !/\bquestion(?:s|ed|ing)?\b/i.test(cue) || /^\s*["“']?(?:whether|if|how|why|what|who|when|where|which)\b/i.test(content)
}

/** What is read around a cue for a refusal, in UTF-16 units on either side: a clause. */
const CLAUSE_UNITS = 60

function aroundCue(body: string, { cue }: Attribution): string {
  const extent = extentOf(cue)
  if (!extent) return ''
  const after = body.slice(extent[1], extent[1] + CLAUSE_UNITS).split(/[.;!?\n“”"]/)[0]!
  const before = body
    .slice(Math.max(0, extent[0] - CLAUSE_UNITS), extent[0])
    .split(/[.;,!?\n“”"]/)
    .at(-1)!
  return before.slice(-NEGATION_UNITS) + body.slice(extent[0], extent[1]) + after
}

/** "would not immediately" and its like, in UTF-16 units. */
const NEGATION_UNITS = 24

function textBefore(body: string, cue: readonly Span[]): string {
  const extent = extentOf(cue)
  if (!extent) return ''
  return body
    .slice(Math.max(0, extent[0] - NEGATION_UNITS), extent[0])
    .split(/[.;,!?\n“”"]/)
    .at(-1)!
}

const textOfAll = (body: string, spans: readonly Span[]): string => spans.map(([start, end]) => body.slice(start, end)).join(' ')
