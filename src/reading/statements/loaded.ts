import { readFileSync } from 'node:fs'
import type { LoadedBy, Sentence, Span, Statement } from '../../record/index.ts'
import { findQuotations, type Quotation } from '../words/quotes.ts'
import { splitParagraphs } from '../words/sentences.ts'

/** What the reader of loaded words is given. */
export interface LoadedInput {
  readonly body: string
  readonly sentences: readonly Sentence[]
  readonly statements: readonly Pick<Statement, 'source' | 'cue' | 'content'>[]
  /** Found anew where they are not given. */
  readonly quotations?: readonly Quotation[]
}

/**
 * The sentences with their loaded words: those of `ontology/loaded-words.json`, compared without case, the longest phrase first,
 * and quotation marks around a word or two that nobody is quoted with (`scare-quotes`). Each hit names its entry.
 *
 * Words inside somebody's statement are marked like all others: whose they are is told by the statement that holds them, and by
 * the sentence's voice. Left out: what stands in one of the entry's own exceptions ("radical surgery"), and words with a capital
 * inside a sentence, which are names ("the Radical Party"), unless the whole line is set in capitals as headlines are.
 */
export function readLoaded({ body, sentences, statements, quotations }: LoadedInput): Sentence[] {
  const covered = coveredBy(body, statements)
  const quoted = (quotations ?? findQuotations(body, splitParagraphs(body)).quotations).flatMap(
    quotation => scareQuote(body, quotation, covered) ?? [],
  )
  let at = 0
  return sentences.map(({ span, voice }) => {
    const within: Hit[] = []
    for (; at < quoted.length && quoted[at]!.span[0] < span[1]; at++) within.push(quoted[at]!)
    const hits = joined(hitsIn(body, span), within)
    return { span, voice, loaded: hits.map(hit => hit.span), loadedBy: hits.map(hit => hit.by) }
  })
}

interface Hit {
  readonly span: Span
  readonly by: LoadedBy
}

/** Entry of the rule for quotation marks; the other entries' ids stand in the list. */
export const SCARE_QUOTES = 'scare-quotes'

interface Word {
  readonly span: Span
  readonly lower: string
  readonly capital: boolean
}

function hitsIn(body: string, [start, end]: Span): Hit[] {
  const words: Word[] = []
  for (const match of body.slice(start, end).matchAll(WORD)) {
    const from = start + match.index
    const text = match[0].replaceAll('’', "'")
    words.push({ span: [from, from + text.length], lower: text.toLowerCase(), capital: CAPITAL.test(text) })
  }
  const title = isTitleCase(words)
  const hits: Hit[] = []
  for (let at = 0; at < words.length; ) {
    const found = longestAt(body, words, at)
    if (found === null) at++
    else {
      const span: Span = [words[at]!.span[0], words[at + found.length - 1]!.span[1]]
      if (found.id !== null && (title || !isName(body, words, at, found)))
        hits.push({ span, by: { entry: found.id, score: null } })
      at += found.length
    }
  }
  return hits
}

const CAPITAL = /^\p{Lu}/u
/** Hyphens part words here, so that "far-right" and "far right" are one phrase. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/gu

interface Phrase {
  readonly words: readonly string[]
  /** Null for an exception: a phrase in which the word is literal or a fixed term. */
  readonly id: string | null
  readonly capital: boolean
  /** Whether its hyphens must stand in the text. */
  readonly hyphens: boolean
}

interface Found {
  readonly id: string | null
  readonly length: number
  readonly capital: boolean
}

/**
 * The longest phrase that begins at a word. An exception may begin before the loaded word ("free radical"), which is then taken
 * with it, so that the phrases need no second look.
 */
function longestAt(body: string, words: readonly Word[], at: number): Found | null {
  for (const phrase of PHRASES.get(stem(words[at]!.lower)) ?? []) {
    if (at + phrase.words.length > words.length) continue
    const fits = phrase.words.every(
      (word, index) =>
        (index === 0 || isJoined(body, words[at + index - 1]!, words[at + index]!, phrase.hyphens)) &&
        (word === words[at + index]!.lower || (index === phrase.words.length - 1 && word === stem(words[at + index]!.lower))),
    )
    if (fits) return { id: phrase.id, length: phrase.words.length, capital: phrase.capital }
  }
  return null
}

/** Without the possessive. */
const stem = (word: string): string => (word.includes("'") ? word.replace(/'s$|'$/, '') : word)

/** A phrase runs over spaces and hyphens, never over another mark. */
function isJoined(body: string, before: Word, after: Word, byHyphen = false): boolean {
  const between = body.slice(before.span[1], Math.min(after.span[0], before.span[1] + 3))
  return byHyphen ? /^[\u2010\u2011-]$/.test(between) : /^[\s\u2010\u2011-]{1,2}$/.test(between)
}

/** Words of a name: a capital where no sentence begins, and none in the list. */
function isName(body: string, words: readonly Word[], at: number, { length, capital }: Found): boolean {
  if (capital || !words[at]!.capital) return false
  const last = at + length - 1
  const next = words[last + 1]
  const runsOn = next?.capital === true && isJoined(body, words[last]!, next)
  const inside = at > 0 && !/[.!?:“"‘]\s*$/.test(body.slice(Math.max(0, words[at]!.span[0] - 3), words[at]!.span[0]))
  return inside || (runsOn && !SMALL_STARTS.has(next.lower))
}

/** What follows a sentence's first word with a capital of its own and makes no name with it. */
const SMALL_STARTS = new Set(['i'])

/** A share of capitals among the longer words from which a line counts as a headline's; by judgement. */
const TITLE_SHARE = 0.7
const TITLE_LETTERS_MIN = 4

function isTitleCase(words: readonly Word[]): boolean {
  const long = words.filter(word => word.lower.length >= TITLE_LETTERS_MIN)
  return long.length >= 3 && long.filter(word => word.capital).length >= TITLE_SHARE * long.length
}

/** Longer quotations are somebody's words. */
const SCARE_WORDS_MAX = 2

/** A word or two in quotation marks, in small letters, that belong to nobody's statement: no title, no name, no letter, no figure. */
function scareQuote(body: string, quotation: Quotation, covered: Uint8Array): Hit | null {
  const [start, end] = quotation.span
  if (!quotation.closed || end - start > SCARE_UNITS_MAX || covered.subarray(start, end).includes(1)) return null
  const words = body.slice(start, end).match(WORD) ?? []
  if (words.length === 0 || words.length > SCARE_WORDS_MAX || words.some(word => !/^\p{Ll}{3}/u.test(word))) return null
  if (CALLED.test(body.slice(Math.max(0, start - CALLED_UNITS), start))) return null
  return { span: quotation.span, by: { entry: SCARE_QUOTES, score: null } }
}

const SCARE_UNITS_MAX = 40
/** A word that is spoken of as a word: "the word “swamp”", "called “lifers”". */
const CALLED = /\b(?:words?|terms?|phrases?|names?|named|called|known as|titled|entitled|dubbed|nicknamed|labelled|labeled)\s+$/i
const CALLED_UNITS = 16

function coveredBy(body: string, statements: LoadedInput['statements']): Uint8Array {
  const covered = new Uint8Array(body.length)
  for (const { source, cue, content } of statements) {
    for (const [start, end] of [...source, ...cue, ...content]) covered.fill(1, start, end)
  }
  return covered
}

/** Both in order; a quotation that holds a word of the list gives way to it. Quotations that nest count once. */
function joined(listed: readonly Hit[], quoted: readonly Hit[]): Hit[] {
  const result: Hit[] = []
  let at = 0
  for (const hit of quoted) {
    while (at < listed.length && listed[at]!.span[0] < hit.span[1]) result.push(listed[at++]!)
    const last = result.at(-1)
    if (last === undefined || last.span[1] <= hit.span[0]) result.push(hit)
  }
  return [...result, ...listed.slice(at)]
}

/** `ontology/loaded-words.json`. */
export interface LoadedWords {
  readonly version: string
  readonly kinds: Readonly<Record<string, string>>
  readonly families: readonly {
    readonly id: string
    /** The plain name for what the family's words judge. */
    readonly neutral: string
    readonly note: string
    readonly entries: readonly LoadedEntry[]
  }[]
}

export interface LoadedEntry {
  readonly id: string
  readonly does: 'lowers' | 'raises' | 'heightens'
  readonly kind: string
  readonly forms: readonly string[]
  readonly not?: readonly string[]
}

export const LOADED_WORDS: LoadedWords = JSON.parse(
  readFileSync(new URL('../../../ontology/loaded-words.json', import.meta.url), 'utf8'),
)

/** "Would-be" is loaded, "would be" is grammar. */
const AUXILIARY_FIRST = /^(?:would|has|have|do|must|can)-/i

/** Phrases by their first word, the longest first, an exception before a phrase of its length. */
const PHRASES: ReadonlyMap<string, readonly Phrase[]> = phrasesOf(LOADED_WORDS)

function phrasesOf({ families }: LoadedWords): Map<string, Phrase[]> {
  const byFirst = new Map<string, Phrase[]>()
  const add = (text: string, id: string | null) => {
    const words = text.toLowerCase().split(/[\s-]+/)
    const phrase = { words, id, capital: /^\p{Lu}/u.test(text), hyphens: AUXILIARY_FIRST.test(text) }
    byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), phrase])
  }
  for (const { id, forms, not = [] } of families.flatMap(family => family.entries)) {
    for (const form of forms) add(form, id)
    for (const phrase of not) add(phrase, null)
  }
  for (const phrases of byFirst.values()) {
    phrases.sort((a, b) => b.words.length - a.words.length || Number(b.id === null) - Number(a.id === null))
  }
  return byFirst
}
