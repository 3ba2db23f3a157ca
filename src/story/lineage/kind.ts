import { overlaps, type Span } from '../../record/index.ts'
import { citationsOf, type Told } from './article.ts'
import type { Measures } from './measures.ts'
import { keyOf, namesOf } from './outlets.ts'
import type { Sourcing } from './sourcing.ts'
import { countsOf } from './text.ts'

/** What ties two articles by their texts; null where they share no more than any two reports of one event. */
export type Tie =
  | { readonly kind: 'copy' | 'rewrite'; readonly commonWith: null }
  | { readonly kind: 'common'; readonly commonWith: 'release' | 'speech' }

const COPY: Tie = { kind: 'copy', commonWith: null }
const REWRITE: Tie = { kind: 'rewrite', commonWith: null }
const RELEASE: Tie = { kind: 'common', commonWith: 'release' }
const SPEECH: Tie = { kind: 'common', commonWith: 'speech' }

/**
 * The tie of two articles. Calibrated on the 60 pairs of `bench/lineage` and, for what is no tie at all, on the pairs of one event in the development part of giveme5w1h:
 * those that share less than a twentieth go through each other's sentences by half at most.
 */
export function tieOf(a: Told, b: Told, measures: Measures): Tie | null {
  const { ownA, ownB, ownWords, quotedWords, containment, shareA, shareB, sameLead, passages } = measures
  const own = Math.max(ownA, ownB)
  const cited = citationsOf(a, b).length > 0 || citationsOf(b, a).length > 0
  if (a.isRelease !== b.isRelease) return withRelease(a, b, measures)
  if (containment >= CONTAINMENT_MIN && ownWords >= OWN_WORDS_MIN) {
    if (Math.min(shareA, shareB) >= COPY_BOTH || own >= COPY_SURE) return COPY
    if (own >= COPY_SHARE && (sameLead || cited)) return COPY
    if (a.isRelease || passages.some(({ a: [from] }) => isBoilerplate(a, from))) return RELEASE
    if (isRewrite(measures) || cited) return REWRITE
    return isFromRelease(a, b, measures) || isInset(measures) ? RELEASE : REWRITE
  }
  if (isRewrite(measures) || (cited && isRetold(measures))) return REWRITE
  if (containment >= CONTAINMENT_MIN && namedShare(a, b, measures) >= NAMED_SHARE) return REWRITE
  if (quotedWords < QUOTED_WORDS_MIN) return null
  if (containment < QUOTED_CONTAINMENT_MIN) return isHeardSpeech(a, b, measures) ? SPEECH : null
  return isFromRelease(a, b, measures) ? RELEASE : SPEECH
}

/** Shared sequences of eight words; two reports of one event have up to .06 by set phrases, titles and one short quotation. */
const CONTAINMENT_MIN = 0.08
const OWN_WORDS_MIN = 16
/** Half of an article's own words is no coincidence, where it begins as the other does or names it; more needs no such sign. */
const COPY_SHARE = 0.5
const COPY_SURE = 0.8
const COPY_BOTH = 0.75
const QUOTED_WORDS_MIN = 10
const QUOTED_CONTAINMENT_MIN = 0.065

/** A press release and an article: printed, or used beside what the outlet wrote itself. */
function withRelease(a: Told, b: Told, measures: Measures): Tie | null {
  const { ownA, ownB, ownWords, quotedWords, containment, passages } = measures
  if ((a.isRelease ? ownB : ownA) >= COPY_SHARE) return COPY
  if (containment >= CONTAINMENT_MIN && ownWords + quotedWords >= OWN_WORDS_MIN) return RELEASE
  const [release, article, side] = a.isRelease ? ([a, b, 'b'] as const) : ([b, a, 'a'] as const)
  const speaksOfIt = passages.some(passage => {
    const span = spanOf(article, passage[side])
    return nearby(article, 'release', span) || namesIssuer(article, release, aroundOf(article.text, span))
  })
  return speaksOfIt ? releaseTie(measures) : null
}

/** The tie of two that are known to speak of one release. */
export function releaseTie({ passages }: Measures): Tie | null {
  return passages.reduce((sum, { matches }) => sum + matches.length, 0) >= RELEASE_WORDS ? RELEASE : null
}

/** Whether an article names who issued a release, in a stretch of it or anywhere: "Clinics Without Walls said that it had treated 412". */
export function namesIssuer({ text }: Told, { text: release }: Told, [from, to]: Span = [0, text.body.length]): boolean {
  const { publisher } = release.reading.article
  if (publisher === null) return false
  const around = keyOf(text.body.slice(from, to))
  if (namesOf(publisher).some(name => around.includes(keyOf(name)))) return true
  const short = shortOf(publisher)
  return sourcesIn(text, [from, to]).some(source => source === short || `the ${source}` === short)
}

/** "the city" for the City of Tarnhafen, "the museum" for the Carrard Museum; "police" needs no article. */
function shortOf(publisher: string): string {
  const [head = ''] = /^\p{L}+(?= of )|\p{L}+$/u.exec(publisher) ?? []
  return `the ${head.toLowerCase()}`
}

/** Who is said to have said what, in lower case. */
function sourcesIn({ body, reading }: Told['text'], within: Span): string[] {
  return (reading.statements ?? []).flatMap(({ source }) =>
    source.filter(span => overlaps(span, within)).map(([from, to]) => body.slice(from, to).trim().toLowerCase()),
  )
}

/** Of a release that the article speaks of, or whose issuer it names there, this much is no chance. */
const RELEASE_WORDS = 8

/** One goes through the other sentence by sentence, in its order, or in any where wording is left. */
function isRewrite({ parallel, containment, ownWords, quotedWords }: Measures): boolean {
  const { pairs, shareA, shareB, order } = parallel
  if (pairs.length < REWRITE_SENTENCES) return false
  const [less, more] = [Math.min(shareA, shareB), Math.max(shareA, shareB)]
  // Two who heard one speech put in their own words what is not quoted: a sentence in the same words is taken, whatever the order is now.
  if (ownWords > 0 && less >= PART_LESS && containment >= QUOTED_CONTAINMENT_MIN) return true
  if (order < REWRITE_ORDER) return false
  if (less >= REWRITE_BOTH) return true
  // What was cut or added to while it was rewritten: then some of the wording is left.
  if (more >= REWRITE_ONE && containment >= CONTAINMENT_MIN && ownWords > 0) return true
  // Its quotations are kept word for word where the rest is put otherwise.
  const part = quotedWords >= QUOTED_WORDS_MIN ? PART_QUOTED : PART_MORE
  return less >= PART_LESS && more >= part && order >= PART_ORDER && containment >= PART_CONTAINMENT
}

const REWRITE_SENTENCES = 4
const REWRITE_ORDER = 0.6
const REWRITE_BOTH = 0.65
const REWRITE_ONE = 0.9
const PART_LESS = 0.35
const PART_MORE = 0.6
const PART_QUOTED = 0.5
const PART_ORDER = 0.75
const PART_CONTAINMENT = 0.04

/** Where one names the other, less is enough: a good part of the sentences of each has a partner, and some words are left. */
function isRetold({ parallel, containment }: Measures): boolean {
  const { pairs, shareA, shareB } = parallel
  return pairs.length >= REWRITE_SENTENCES && Math.min(shareA, shareB) >= PART_LESS && containment >= PART_CONTAINMENT
}

/** The share of the article that names the other: of quotations too, since it had them from there. */
function namedShare(a: Told, b: Told, { shareA, shareB }: Measures): number {
  return Math.max(citationsOf(a, b).length > 0 ? shareB : 0, citationsOf(b, a).length > 0 ? shareA : 0)
}

const NAMED_SHARE = 0.4

/** Whole sentences that both have set into what each wrote itself, each with its own beginning. */
function isInset({ ownA, ownB, parallel, sameLead, passages }: Measures): boolean {
  const longest = Math.max(0, ...passages.map(({ b }) => b[1] - b[0]))
  return (
    !sameLead && longest >= INSET_WORDS && parallel.shareA - ownA <= INSET_PARALLEL && parallel.shareB - ownB <= INSET_PARALLEL
  )
}

const INSET_WORDS = 25
const INSET_PARALLEL = 0.25

/** A quotation that one of the two says to be from a speech, and that is a good part of the shorter article. */
function isHeardSpeech(a: Told, b: Told, { passages }: Measures): boolean {
  const least = Math.max(QUOTED_WORDS_MIN, SPEECH_SHARE * Math.min(countsOf(a.text).news, countsOf(b.text).news))
  return passages.some(passage => {
    const quoted = passage.matches.filter(([i, j]) => a.text.words[i]!.quoted && b.text.words[j]!.quoted)
    const [inA, inB] = [spanOf(a, passage.a), spanOf(b, passage.b)]
    const isSpeech =
      nearby(a, 'speech', inA) || nearby(b, 'speech', inB) || (isSpoken(a, 'speech', inA) && isSpoken(b, 'speech', inB))
    return quoted.length >= least && isSpeech
  })
}

/** One quotation in a long report ties it to no other; by judgement, with the pairs of giveme5w1h in view, of which this ties none. */
const SPEECH_SHARE = 0.03

/**
 * What is shared stands beside words such as "said in a statement" in both, or in one where neither names an occasion; or it is a company's "About"
 * paragraph.
 */
function isFromRelease(a: Told, b: Told, { passages }: Measures): boolean {
  if (passages.some(({ a: [from] }) => isBoilerplate(a, from))) return true
  const near = (told: Told, side: 'a' | 'b', kind: Sourcing['kind']): boolean =>
    passages.some(passage => nearby(told, kind, spanOf(told, passage[side])))
  const releases = [near(a, 'a', 'release'), near(b, 'b', 'release')].filter(Boolean).length
  if (releases === 2) return true
  return releases === 1 && !near(a, 'a', 'speech') && !near(b, 'b', 'speech')
}

function isBoilerplate({ text }: Told, word: number): boolean {
  const { span, sentence } = text.words[word]!
  const start = text.sentences[sentence]![0]
  return /^About\s\p{Lu}/u.test(text.body.slice(start)) && span[0] - start < 40
}

/** Whether something of a kind is spoken of in the sentence of a passage, or the one before or after it. */
export function nearby({ text, sourcing }: Told, kind: Sourcing['kind'], span: Span): boolean {
  const around = aroundOf(text, span)
  return sourcing.some(each => each.kind === kind && each.sentence !== null && overlaps(each.sentence, around))
}

/** Whether an audience, or a statement in writing, is spoken of wherever whom a passage quotes is told to speak; beside it where nobody knows who he is. */
export function isSpoken(told: Told, kind: 'speech' | 'release', span: Span): boolean {
  const statements = told.text.reading.statements ?? []
  const quoting = statements.filter(({ content }) => content.some(part => overlaps(part, span)))
  const speakers = new Set(quoting.flatMap(({ speaker }) => speaker ?? []))
  if (speakers.size === 0) return nearby(told, kind, span)
  const theirs = new Set(statements.flatMap(({ id, speaker }) => (speaker !== null && speakers.has(speaker) ? [id] : [])))
  return told.sourcing.some(each => each.kind === kind && each.statements.some(id => theirs.has(id)))
}

function aroundOf({ sentences }: Told['text'], span: Span): Span {
  const first = sentences.findIndex(sentence => overlaps(sentence, span))
  const last = sentences.findLastIndex(sentence => overlaps(sentence, span))
  return [sentences[Math.max(0, first - 1)]![0], sentences[Math.min(sentences.length - 1, last + 1)]![1]]
}

/** Where the words of a passage stand. */
export function spanOf({ text }: Told, [from, to]: readonly [number, number]): Span {
  return [text.words[from]!.span[0], text.words[to - 1]!.span[1]]
}
