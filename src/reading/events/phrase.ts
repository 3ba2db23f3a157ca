import type { Span } from '../../record/index.ts'
import { isRole } from '../who/nouns.ts'
import { VERBS } from './lexicon.ts'
import type { Token } from './line.ts'
import { COUNTS, set, TIMES } from './small-words.ts'

/** A party as the sentence names it: a noun phrase up to its first preposition, or a pronoun. */
export interface Party {
  readonly span: Span
  /** Index of its last word: the head. */
  readonly head: number
}

export function partyOf(line: readonly Token[], from: number, end: number): Party {
  return { span: [line[from]!.span[0], line[end - 1]!.span[1]], head: end - 1 }
}

export const isNoun = (token: Token | undefined): boolean => token !== undefined && /^(?:N|NS|P|X)$/.test(token.part)
/** A verb that carries a clause of its own. */
export const carriesClause = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:VBD|VBZ|VBP|MD|C)$/.test(token.part)

/** Nothing between a word and the one before it, or the apostrophe of a plural: "the miners' union". */
const isJoined = (token: Token): boolean => /^['’]?$/.test(token.before)
const isTime = (token: Token): boolean =>
  (TIMES.has(token.lower) && (token.capital || token.part !== 'P')) || /^(?:today|yesterday|tomorrow|tonight)$/.test(token.lower)

/** The noun phrase that begins at `from`, with those joined to it by "and" and commas; empty where none begins there. `joined`: two are sure to come. */
export function partiesFrom(line: readonly Token[], from: number, joined = false): Party[] {
  const parties: Party[] = []
  let at = from
  while (at >= 0 && at < line.length) {
    const end = wholeEnd(line, at)
    if (end === at) break
    parties.push(partyOf(line, at, end))
    const next = skipModifiers(line, end)
    const token = line[next]
    const isJoint = token?.lower === 'and' && (token.before === '' || (token.before === ',' && parties.length > 1))
    if (isJoint && (joined || isNextParty(line, next + 1))) at = next + 1
    else if (token?.before === ',' && isInList(line, next)) at = next
    else break
  }
  return parties
}

/** "accused them of theft and the players were asked": the next phrase is a subject, or none at all. */
function isNextParty(line: readonly Token[], at: number): boolean {
  const token = line[at]
  if (
    !token ||
    !isJoined(token) ||
    /^(?:PRP|W|VBG|VBN|VBD|TO|IN)$/.test(token.part) ||
    (/ed$/.test(token.lower) && VERBS.has(token.lemma))
  )
    return false
  const end = wholeEnd(line, at)
  if (end === at) return false
  const behind = line[skipAdverbs(line, skipModifiers(line, end))]
  return !(behind && behind.before === '' && (carriesClause(behind) || behind.part === 'VBN'))
}

function skipAdverbs(line: readonly Token[], from: number): number {
  let at = from
  while (line[at]?.part === 'R') at++
  return at
}

/** "11 of the prisoners", "dozens of farmers", "some of them": the number alone is no party. */
function wholeEnd(line: readonly Token[], from: number): number {
  const end = phraseEnd(line, from)
  const isCount = end > from && (/^\d+$/.test(line[end - 1]!.lower) || COUNTS.has(line[end - 1]!.lower))
  if (!isCount || line[end]?.lower !== 'of' || !isJoined(line[end]!)) return end
  const whole = phraseEnd(line, end + 1)
  return whole > end + 1 ? whole : end
}

/** "A, B and C": another comma or an "and" follows soon, and this part begins like a party. */
function isInList(line: readonly Token[], at: number, depth = 0): boolean {
  if (depth > LIST_MAX || !isNamed(line, at)) return false
  const end = wholeEnd(line, at)
  if (end === at) return false
  const next = line[end]
  if (next === undefined) return false
  if (next.lower === 'and') return isNextParty(line, end + 1)
  return next.before === ',' && isInList(line, end, depth + 1)
}

/** A longer list than this is no list of parties. */
const LIST_MAX = 12

/** "Peru", "the Lake Alliance". */
const isNamed = (line: readonly Token[], at: number): boolean =>
  line[at] !== undefined &&
  ((line[at]!.capital && line[at]!.part !== 'PRP') || (line[at]!.part === 'D' && (line[at + 1]?.capital ?? false)))

/** The index behind a noun phrase's head; `from` itself where no noun phrase begins there. */
export function phraseEnd(line: readonly Token[], from: number): number {
  const first = line[from]
  if (!first) return from
  if (first.part === 'PRP') return from + 1
  let head = -1
  let counted = -1
  let quality = -1
  let owner = -1
  for (let at = skipAbout(line, from); at < line.length; at++) {
    const token = line[at]!
    const isFirst = at === from
    if (!isFirst && !isJoined(token) && !(head < 0 && /^[“"‘]$/.test(token.before))) break
    if (!isFirst && isTime(token) && line[at - 1]!.lower !== 'new') break
    if (!isFirst && /^(?:last|next|this)$/.test(token.lower) && line[at + 1] && isTime(line[at + 1]!)) break
    if (!isFirst && line[at - 1]!.possessive) {
      owner = head
      head = -1
    }
    if (/^(?:D|PS|CD)$/.test(token.part)) {
      if (head >= 0 && !(token.part === 'CD' && line[head]!.part === 'P')) break
      if (token.part !== 'PS') counted = at
    } else if (isNoun(token)) {
      if (head >= 0 && (AFTER_OBJECT.has(token.lower) || opensRelative(line, { from, head, at }))) break
      head = at
    } else if (token.part === 'J') {
      if (AFTER_OBJECT.has(token.lower) && head >= 0) break
      // "vice presidential nominee".
      const isCompound = head >= 0 && (line[head]!.part === 'P' || /^(?:vice|deputy|assistant|chief)$/.test(line[head]!.lower))
      if (head >= 0 && !(isCompound && isNoun(line[at + 1]) && isJoined(line[at + 1]!))) break
      if (COUNTS.has(token.lower) || token.lower === 'other') counted = at
      if (counted >= 0 && head < 0) quality = at
    } else if (/^VB[NGD]$/.test(token.part)) {
      if (head >= 0) break
      // "the shooting", "armed men", "the accused".
      if (
        isFirst &&
        token.part === 'VBG' &&
        !(token.lemma === token.lower && isModifier(line, at) && line[at + 1]!.part === 'NS' && (at === 0 || token.before !== ''))
      )
        break
      if (isFirst && (token.part === 'VBD' || line[at - 1]?.part === 'W')) break
      if (token.part === 'VBD' && !isNoun(line[at + 1])) break
      if (!isModifier(line, at)) {
        if (!isFirst) head = at
        break
      }
    } else if (token.part === 'R' && head < 0) {
      if (!/^(?:J|CD|VBN|VBG|R|D)$/.test(line[at + 1]?.part ?? '')) break
    } else if (token.lower === 'and' && joinsAdjectives(line, from, at)) {
      // "Spanish and Moroccan officials": one party.
    } else break
  }
  // "the poor", "the accused".
  const last = [head, quality, owner, counted].find(index => index >= 0)
  return last === undefined ? from : last + 1
}

/** "the deadline Congress imposed": a name behind a thing, with a verb of its own. */
function opensRelative(
  line: readonly Token[],
  { from, head, at }: { readonly from: number; readonly head: number; readonly at: number },
): boolean {
  const noun = line[head]!
  if (line[at]!.part !== 'P' || noun.capital || line[from]!.part !== 'D' || isRole(noun.lower)) return false
  let verb = at
  while (line[verb]?.part === 'P' && (verb === at || isJoined(line[verb]!))) verb++
  return carriesClause(line[verb]) && line[verb]!.before === ''
}

/** "more than 50 men", "at least 40", "as many as four", "up to nine", "around 2,000". */
function skipAbout(line: readonly Token[], from: number): number {
  const words = [0, 1, 2].map(step => line[from + step]?.lower ?? '')
  const isNumber = (at: number) =>
    line[at]?.part === 'CD' || /^(?:a|half|dozens|hundreds|thousands|two|three)$/.test(line[at]?.lower ?? '')
  if (/^(?:more|less|fewer) than$|^at (?:least|most)$|^up to$/.test(`${words[0]} ${words[1]}`) && isNumber(from + 2))
    return from + 2
  if (words[0] === 'as' && /^(?:many|few)$/.test(words[1]!) && words[2] === 'as' && isNumber(from + 3)) return from + 3
  if (/^(?:about|around|over|under|nearly|almost|some)$/.test(words[0]!) && line[from + 1]?.part === 'CD') return from + 1
  return from
}

/** A participle before a noun that it belongs to. */
function isModifier(line: readonly Token[], at: number): boolean {
  const next = line[at + 1]
  if (!next || !isJoined(next) || (line[at]!.part === 'VBG' && next.part === 'P')) return false
  return /^(?:N|NS|P|J|CD|VBG|VBN)$/.test(next.part)
}

/** What an object is made or taken, which is no part of it: "held its manager hostage", "set two shops alight". */
const AFTER_OBJECT = set('hostage captive prisoner alight ablaze guilty liable responsible unconscious dead free persona')

function joinsAdjectives(line: readonly Token[], from: number, at: number): boolean {
  const [before, after, noun] = [line[at - 1], line[at + 1], line[at + 2]]
  return (
    at - from <= 2 &&
    before !== undefined &&
    after !== undefined &&
    isNoun(noun) &&
    isJoined(noun!) &&
    isDemonym(before) &&
    isDemonym(after) &&
    !noun!.capital
  )
}

const isDemonym = (token: Token): boolean => token.capital && /(?:an|ese|ish|i|ch|eek|iss|ic|utch)$/.test(token.lower)

/** Behind a head: "of the border guard", "in Lomé", which still belong to it. */
function skipModifiers(line: readonly Token[], from: number): number {
  let at = from
  while (at < line.length && /^(?:of|in|from|for)$/.test(line[at]!.lower) && isJoined(line[at]!)) {
    const end = phraseEnd(line, at + 1)
    if (end === at + 1 || isTime(line[at + 1]!)) return at
    at = end
  }
  return at
}
