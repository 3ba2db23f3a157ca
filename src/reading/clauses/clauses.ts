import type { Span } from '../../record/index.ts'
import { REPORTING } from '../words/lexicon.ts'
import { type Word, wordsIn } from '../words/words.ts'
import { isFiniteVerb, isVerb } from './verbs.ts'

/**
 * The clauses of a stretch of one sentence, in order: each tells one thing. Words that join them ("and", "after", "who") begin none.
 *
 * Told by joining words and by where verbs stand; nothing is parsed. What depends on its clause ("after", "because", "if") stays
 * in it; `mainOf` leaves it out. Gap: a list of verbs without "and", a clause without its own verb.
 */
export function clausesIn(body: string, span: Span): Span[] {
  const words = wordsIn(body, span)
  const cuts: { readonly at: number; readonly skip: number }[] = []
  let from = 0
  let back = -1
  for (let at = 1; at < words.length; at++) {
    const cut = at === back ? { skip: 0 } : cutAt(body, words, at)
    if (!cut) continue
    const start = at + cut.skip
    const relative = isRestrictive(words, at)
    const main = relative ? mainVerbAfter(body, words, start) : -1
    if (at !== back && main === -1 && (!hasVerb(words, from, at) || !hasVerb(words, start, endOf(body, words, start)))) continue
    if (relative) back = main
    cuts.push({ at, skip: cut.skip })
    from = start
  }
  const spans: Span[] = []
  let start = 0
  for (const { at, skip } of [...cuts, { at: words.length, skip: 0 }]) {
    if (at > start)
      spans.push([start === 0 ? span[0] : words[start]!.span[0], at === words.length ? span[1] : words[at - 1]!.span[1]])
    start = at + skip
  }
  return spans.length > 0 ? spans : [span]
}

interface Cut {
  /** Words of the joint that belong to neither clause. */
  readonly skip: number
}

function cutAt(body: string, words: readonly Word[], at: number): Cut | null {
  const word = words[at]!.lower
  const between = body.slice(words[at - 1]!.span[1], words[at]!.span[0])
  if (/[;:—–]/.test(between) || /\s-\s/.test(between)) return { skip: JOINTS.has(word) ? 1 : 0 }
  const comma = /,/.test(between)
  if (word === 'and' || word === 'but' || word === 'or') {
    const next = words[at + 1]?.lower ?? ''
    // "shot and killed", "shot and wounded by police" tell one deed; "he and his brother" are one subject.
    if (word !== 'but' && !comma && isVerb(words[at - 1]!.lower) && isVerb(next)) return null
    if (PRONOUNS.has(words[at - 1]!.lower)) return null
    if (BEFORE_CLAUSE.has(next)) return { skip: 2 }
    return { skip: 1 }
  }
  if (CONTRASTING.has(word)) return { skip: 1 }
  if (comma && RELATIVE.has(word)) return { skip: 1 }
  if (isRestrictive(words, at)) return { skip: 1 }
  if (comma && /ing$/.test(word) && word.length > 5) return { skip: 0 }
  return null
}

/** Where the main clause goes on behind a relative clause that begins at `from`: "a plan that floods nobody | has been passed". */
function mainVerbAfter(body: string, words: readonly Word[], from: number): number {
  const first = words.findIndex(({ lower }, at) => at >= from && (isFiniteVerb(lower) || at === from))
  for (let at = first + 3; at < Math.min(words.length, from + RELATIVE_WORDS); at++) {
    const { lower } = words[at]!
    if (
      /[,;:—–]/.test(body.slice(words[at - 1]!.span[1], words[at]!.span[0])) ||
      lower === 'and' ||
      lower === 'that' ||
      RELATIVE.has(lower)
    )
      break
    if (/^(?:has|have|had|was|were|is|are|will|would)$/.test(lower) && !isVerb(words[at - 1]!.lower)) return at
  }
  return -1
}

/** A relative clause that is longer than this goes on to the end. */
const RELATIVE_WORDS = 16

/** "A ceasefire that is to begin on Sunday": a noun, then a relative word with its verb. */
function isRestrictive(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]!.lower
  return (
    /^(?:that|who|which)$/.test(words[at]!.lower) &&
    (isFiniteVerb(words[at + 1]?.lower ?? '') || /[a-rt-z]s$/.test(words[at + 1]?.lower ?? '')) &&
    !isVerb(before) &&
    !REPORTING.has(before) &&
    !/ly$|^(?:him|her|them|us|me|you|so|and|but|of|for)$/.test(before)
  )
}

const PRONOUNS = new Set('he she they i we it'.split(' '))
const JOINTS = new Set('and but or while though although which who where'.split(' '))
const BEFORE_CLAUSE = new Set('that which who'.split(' '))
const CONTRASTING = new Set('while whereas although though'.split(' '))
const SUBORDINATING = new Set('after before when as because since if until unless despite following amid'.split(' '))
const RELATIVE = new Set('who which whose where'.split(' '))

/** How far the verb of a clause that begins at `from` may stand: to the next comma or joining word. */
function endOf(body: string, words: readonly Word[], from: number): number {
  for (let at = from + 1; at < words.length; at++) {
    const between = body.slice(words[at - 1]!.span[1], words[at]!.span[0])
    const { lower } = words[at]!
    if (
      /[,;:—–]/.test(between) ||
      SUBORDINATING.has(lower) ||
      CONTRASTING.has(lower) ||
      RELATIVE.has(lower) ||
      lower === 'that' ||
      lower === 'and'
    )
      return at
  }
  return words.length
}

function hasVerb(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { lower, capital } = words[at]!
    if (capital && at > 0) continue
    if (isFiniteVerb(lower)) return true
    if (at === from && /ing$/.test(lower) && lower.length > 5) return true
    if (isVerb(lower) && at > from && /^(?:to|they|we|you|i|who|people|.*s)$/.test(words[at - 1]!.lower)) return true
  }
  return false
}

/**
 * The clause without what depends on it: "Four people died when the dam failed" → "Four people died"; without what it says beside:
 * "The dam, which was built in 1960, failed". Null where nothing does, and where the condition is what it is about ("if").
 */
export function mainOf(body: string, span: Span): readonly Span[] | null {
  const told = withoutTeller(body, span)
  const [start, end] = told ?? span
  return withoutRest(body, [start, end]) ?? (told ? [told] : null)
}

/** Without who says so, where no statement has it: "…, a member of its crew has told the paper", "has conceded that …". */
function withoutTeller(body: string, [start, end]: Span): Span | null {
  const text = body.slice(start, end)
  const tail = TELLER_AFTER.exec(text)
  const last = tail && tail.index > SHORT_UNITS ? start + tail.index : end
  const lead = TELLER_BEFORE.exec(body.slice(start, last))
  const denied = lead && /\b(?:den(?:y|ies|ied|ying)|doubt\w*|disput\w+|reject\w*|refus\w+|not|never)\b|n['’]t\b/.test(lead[0])
  const first = lead && !denied && last - start - lead[0].length > SHORT_UNITS ? start + lead[0].length : start
  return first === start && last === end ? null : [first, last]
}

/** Less than this, in UTF-16 units, tells nothing. */
const SHORT_UNITS = 12
const TELLER_AFTER =
  /,\s+[^,;]{0,90}?\b(?:said|says|told|tells|reported|reports|added|wrote|according to)\b[^,;]*$|,? according to [^,;]*$|,\s+as [^,;]{0,60}\b(?:said|say|says|told|reported)\b[^,;]*$/
const TELLER_BEFORE =
  /^[^;]{0,140}?\b(?:sa(?:id|ys?|ying)|told [^;]{0,40}?|conced(?:e[sd]?|ing)|announc(?:e[sd]?|ing)|admit(?:s|ted|ting)?|report(?:s|ed|ing)?|acknowledg(?:e[sd]?|ing)|word|statement|claim(?:s|ed|ing)?|insist(?:s|ed|ing)?|confirm(?:s|ed|ing)?|warn(?:s|ed|ing)?(?: [^;]{0,30}?)?|show(?:s|ed|n|ing)?|reveal(?:s|ed|ing)?|(?:statement|claim|estimate|assertion|remark|allegation|assurance|comment)s?(?: [\p{L}\p{N}’'-]+){0,5}) that\s+|^[^;]{0,60}?,? as [^,;]{0,60}?\b(?:said|says|told|reported)\b[^,;]*,\s+/u

/** Without what depends on the clause or is said beside it. */
function withoutRest(body: string, span: Span): readonly Span[] | null {
  const words = wordsIn(body, span)
  const commaBefore = (at: number) => /,/.test(body.slice(words[at - 1]!.span[1], words[at]!.span[0]))
  if (words.length === 0) return null
  if (LEADING.has(words[0]!.lower)) {
    const at = words.findIndex((_, index) => index > 1 && commaBefore(index))
    return at > 0 && hasVerb(words, at, words.length) ? [[words[at]!.span[0], span[1]]] : null
  }
  const beside = words.findIndex(({ lower }, at) => at > 0 && RELATIVE.has(lower) && commaBefore(at))
  if (beside > 0 && !hasVerb(words, 0, beside)) {
    const back = words.findIndex((_, at) => at > beside + 1 && commaBefore(at))
    if (back > 0 && hasVerb(words, back, words.length)) {
      return [
        [span[0], words[beside - 1]!.span[1]],
        [words[back]!.span[0], span[1]],
      ]
    }
  }
  const isRest = ({ lower, span: [from] }: Word, index: number): boolean =>
    index > 1 && TRAILING.has(lower) && !TOGETHER.test(words[index - 1]!.lower) && !TIME_AFTER.test(body.slice(from, span[1]))
  const at = words.findIndex(isRest)
  return at > 0 && hasVerb(words, 0, at) && at < words.length - 1 ? [[span[0], words[at - 1]!.span[1]]] : null
}

const LEADING = new Set('after before when as since because while although though despite following amid'.split(' '))
const TRAILING = new Set('after before when because since despite following amid as'.split(' '))
/** "will not open before Monday": a time that the clause itself tells, to its end. "After Monday's quake" is another event. */
const TIME_AFTER =
  /^(?:before|after|since)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|noon|midnight|tomorrow|next\s\p{L}+|\d[\d.:]*)(?:\s(?:\d+|[ap]\.m\.?|morning|night|evening|afternoon))*[.,;!?”"]*$/iu
/** "such as", "shortly after": words that go with the next one. */
const TOGETHER = /^(?:such|as|just|far|long|well|was|were|is|are)$/
