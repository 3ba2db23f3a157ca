import type { Attribution, Span } from '../../record/index.ts'
import type { Quotation } from '../words/quotes.ts'
import { firstOverlap, indexAt } from '../words/spans.ts'
import type { NameMention } from './names.ts'
import { isTitle } from './names.ts'
import type { View } from './salience.ts'
import { WEIGHT } from './salience.ts'

/** The text with what every resolver needs to know about a place in it. */
export interface Scene {
  readonly body: string
  readonly sentences: readonly Span[]
  readonly viewAt: (offset: number) => View
  /** The innermost statement in whose content the offset stands; -1 for none. */
  readonly contentAt: (offset: number) => number
  /** How much in view a name is by its place in the sentence, given the first name of that sentence; null where it is the first itself. */
  readonly weightOf: (name: NameMention, first: NameMention | null) => number
}

interface SceneInput {
  readonly body: string
  readonly sentences: readonly Span[]
  readonly quotations: readonly Quotation[]
  readonly attributions: readonly Attribution[]
}

export function setScene({ body, sentences, quotations, attributions }: SceneInput): Scene {
  const contents = innermostContents(body.length, attributions)
  const outer = quotations.filter(quotation => quotation.depth === 0)
  const beats = beatsOf(body, sentences, outer)
  const isQuoted = (offset: number) => firstOverlap(outer, [offset, offset + 1]) !== null
  const contentAt = (offset: number) => contents[offset]! - 1
  const viewAt = (offset: number): View => ({
    beat: beats[Math.max(0, indexAt(sentences, offset))] ?? 0,
    content: contentAt(offset),
    quoted: isQuoted(offset),
  })
  return { body, sentences, viewAt, contentAt, weightOf: (name, first) => weightOf(body, name, first) }
}

/** For each unit the index of the smallest content over it, plus one; 0 where there is none. */
function innermostContents(length: number, attributions: readonly Attribution[]): Int32Array {
  const owners = new Int32Array(length + 1)
  const sizes = attributions.map(({ content }) => content.reduce((sum, [start, end]) => sum + end - start, 0))
  const order = attributions.map((_, index) => index).sort((a, b) => sizes[b]! - sizes[a]!)
  for (const index of order) for (const [start, end] of attributions[index]!.content) owners.fill(index + 1, start, end)
  return owners
}

/** A quoted sentence moves the telling on by this much of an ordinary one: the speaker stays in view behind it. */
const QUOTED_BEAT = 0.3
/** A new paragraph, and a line without words ("___", "* * *") that parts one item from the next, in sentences. */
const PARAGRAPH_BEAT = 0.15
const BREAK_BEAT = 3

function beatsOf(body: string, sentences: readonly Span[], outer: readonly Quotation[]): number[] {
  let beat = 0
  return sentences.map((span, index) => {
    const before = sentences[index - 1]
    if (before) {
      const holder = firstOverlap(outer, before)
      const quoted = holder !== null && holder.span[0] <= before[0] + 1 && before[1] <= holder.span[1] + 1
      beat += quoted ? QUOTED_BEAT : 1
      const gap = body.slice(before[1], span[0])
      if (/[\n\r]/.test(gap)) beat += PARAGRAPH_BEAT
      if (!/[\p{L}\p{N}]/u.test(body.slice(before[0], before[1]))) beat += BREAK_BEAT
    }
    return beat
  })
}

/** What is looked at before a name for the preposition that governs it, in UTF-16 units: a few titles. */
const BEFORE_UNITS = 60

function weightOf(body: string, name: NameMention, first: NameMention | null): number {
  if (name.headline) return WEIGHT.headline
  if (name.possessive) return WEIGHT.owner
  if (MODIFIED.test(body.slice(name.span[1], name.span[1] + AFTER_UNITS))) return WEIGHT.modifier
  // "Pryce, the union's lawyer, and Bevan argued": one subject.
  if (first && weightOf(body, first, null) === WEIGHT.subject && JOINED.test(body.slice(first.span[1], name.span[0])))
    return WEIGHT.subject
  const words = body.slice(Math.max(0, name.span[0] - BEFORE_UNITS), name.span[0]).match(/[\p{L}.'’-]+|[,;:—–“”"().]/gu) ?? []
  let index = words.length - 1
  while (index >= 0 && isLead(words[index]!)) index--
  if (index >= 0 && PREPOSITIONS.has(words[index]!.toLowerCase())) return WEIGHT.oblique
  return first ? WEIGHT.object : WEIGHT.subject
}

/** Between two names of one subject: "and", an apposition to the first before it, titles of the second behind it. */
const JOINED = /^(?:,\s[^,.;:—–()“”"]{1,60},)?\sand\s(?:[\p{L}.’'-]+\s){0,4}$/u

/** "the Lowe campaign", "Lowe supporters": the name only tells which one. */
const MODIFIED =
  /^\s(?:presidential\s)?(?:campaign|camp|team|administration|spokes\w+|aides?|advis[eo]rs?|supporters?|allies|ally|voters?|backers?|critics?|surrogates?|delegates?|donors?|officials?|family|company|companies|foundation|organization|rally|rallies|ad|ads|lawyers?|attorneys?|communications?|press|running|strategists?|pollsters?|loyalists?|era|policy|plan|proposal)(?![\p{L}])/u
/** What is looked at after a name for the noun that it tells apart, in UTF-16 units. */
const AFTER_UNITS = 32

const isLead = (word: string): boolean =>
  /^\p{Lu}/u.test(word) ||
  /^(?:the|a|an|his|her|their|its|former|then|rival|fellow)$/i.test(word) ||
  isTitle({ text: word, lower: word.toLowerCase() })

const PREPOSITIONS = new Set(
  'of to for with from by against about at on in than like over between into under behind including and or named called'.split(
    ' ',
  ),
)
