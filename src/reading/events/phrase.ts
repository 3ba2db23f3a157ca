import type { Span } from '../../record/index.ts'
import { VERBS } from './lexicon.ts'
import { isPast, type Token } from './line.ts'
import {
  AUXILIARIES,
  BE,
  CONJUNCTIONS,
  COUNTS,
  DETERMINERS,
  isAdverb,
  PREPOSITIONS,
  PRONOUNS,
  SUBJECT_PRONOUNS,
  set,
  TIMES,
} from './small-words.ts'

/** A party as the sentence names it: a noun phrase up to its first preposition, or a pronoun. */
export interface Party {
  readonly span: Span
  /** Index of its last word: the head. */
  readonly head: number
}

const ends = (token: Token): boolean => /[,;:—–()“”"\u2026]|^-+$/.test(token.before)

/** The noun phrase that begins at `from`, with those joined to it by "and" and commas; empty where none begins there. */
export function partiesFrom(line: readonly Token[], from: number): Party[] {
  const parties: Party[] = []
  if (from < 0) return parties
  let at = from
  while (at < line.length) {
    const end = wholeEnd(line, at)
    if (end === at) break
    parties.push(partyOf(line, at, end))
    let next = skipModifiers(line, end)
    const token = line[next]
    if (token?.lower === 'and' && startsParty(line, next + 1) && line[next + 1]!.lower !== 'that' && !opensClause(line, next + 1))
      next += 1
    else if (token?.before !== ',' || !isInList(line, next)) break
    at = next
  }
  return parties
}

/** "accused them of theft and the players were asked": the next phrase is a subject. */
function opensClause(line: readonly Token[], at: number): boolean {
  const behind = line[phraseEnd(line, at)]
  return behind !== undefined && /^(?:is|are|was|were|has|have|had|will|would|can|could|did|does)$/.test(behind.lower)
}

/** "11 of the prisoners", "dozens of farmers", "some of them": the number alone is no party. */
function wholeEnd(line: readonly Token[], from: number): number {
  const end = phraseEnd(line, from)
  const isCount = end > from && (/^\d+$/.test(line[end - 1]!.lower) || COUNTS.has(line[end - 1]!.lower))
  if (!isCount || line[end]?.lower !== 'of' || ends(line[end]!)) return end
  const whole = phraseEnd(line, end + 1)
  return whole > end + 1 ? whole : end
}
/** "A, B and C": another comma or an "and" follows soon, and this part begins like a party. */
function isInList(line: readonly Token[], at: number, depth = 0): boolean {
  if (depth > LIST_MAX) return false
  if (!startsParty(line, at) || !isNamed(line, at)) return false
  const end = phraseEnd(line, at)
  const next = line[end]
  return next !== undefined && (next.lower === 'and' || (next.before === ',' && isInList(line, end, depth + 1)))
}

/** A longer list than this is no list of parties. */
const LIST_MAX = 12

function startsParty(line: readonly Token[], at: number): boolean {
  const token = line[at]
  return (
    token !== undefined &&
    /^,?$/.test(token.before) &&
    (DETERMINERS.has(token.lower) || token.capital || /^\d/.test(token.lower)) &&
    !PRONOUNS.has(token.lower)
  )
}

/** The index behind a noun phrase's head: words up to a preposition, a conjunction, a verb form that ends it, or punctuation. */
function phraseEnd(line: readonly Token[], from: number): number {
  let at = from
  if (line[at] && PRONOUNS.has(line[at]!.lower) && !isHerNoun(line, at)) return at + 1
  for (; at < line.length; at++) {
    const token = line[at]!
    if (at > from && ends(token)) break
    if (/^-/.test(token.before) && at > from) break
    const isLimit = PREPOSITIONS.has(token.lower) || CONJUNCTIONS.has(token.lower) || AUXILIARIES.has(token.lower)
    if (token.lower === 'and' && joinsAdjectives(line, from, at)) continue
    if (isLimit && !(at === from && token.lower === 'that')) {
      if (
        token.lower === 'more' ||
        (at === from && (token.lower === 'at' || token.lower === 'more') && line[at + 1]?.lower === 'least')
      )
        continue
      if (token.lower === 'least' || token.lower === 'than') continue
      break
    }
    if (
      at > from &&
      (isAdverb(token.lower) ||
        (TIMES.has(token.lower) && token.capital) ||
        (/^(?:last|next)$/.test(token.lower) && line[at - 1]!.lower !== 'the'))
    )
      break
    if (at > from + 1 && isVerbLike(line, at)) break
    if (
      at > from &&
      !token.capital &&
      (isPast(token.lower) || (/^(?:set|put|hit|cut)$/.test(token.lower) && line[at + 1]?.lower !== 'of'))
    )
      break
    if (at > from && (PRONOUNS.has(token.lower) || AFTER_OBJECT.has(token.lower) || beginsAnother(line, from, at))) break
  }
  return at
}

/** "her degree" beside "met her on Monday". */
function isHerNoun(line: readonly Token[], at: number): boolean {
  const next = line[at + 1]
  if (line[at]!.lower !== 'her' || !next || next.before !== '') return false
  return (
    !PREPOSITIONS.has(next.lower) &&
    !CONJUNCTIONS.has(next.lower) &&
    !AUXILIARIES.has(next.lower) &&
    !isAdverb(next.lower) &&
    !TIMES.has(next.lower)
  )
}

/** An article behind a noun opens the next phrase: "gave the rebels the keys", "airstrikes this month". */
function beginsAnother(line: readonly Token[], from: number, at: number): boolean {
  const { lower } = line[at]!
  if (!/^(?:the|a|an|this|these|those|his|her|its|their|our|my)$/.test(lower)) return false
  return !/^(?:all|both|half|such|many|of|than|quite|least|most|only)$/.test(line[at - 1]!.lower) || at - from > 1
}

/** What an object is made or taken, which is no part of it: "held its manager hostage", "set two shops alight". */
const AFTER_OBJECT = set('hostage captive prisoner alight ablaze guilty liable responsible')

/** "Spanish and Moroccan officials": one party. */
function joinsAdjectives(line: readonly Token[], from: number, at: number): boolean {
  const before = line[at - 1]
  const after = line[at + 1]
  const noun = line[at + 2]
  return (
    at - from <= 2 &&
    before !== undefined &&
    after !== undefined &&
    noun !== undefined &&
    isDemonym(before) &&
    isDemonym(after) &&
    !noun.capital &&
    !ends(noun) &&
    !PREPOSITIONS.has(noun.lower) &&
    !AUXILIARIES.has(noun.lower)
  )
}

const isDemonym = (token: Token): boolean => token.capital && /(?:an|ese|ish|i|ch|eek|iss|ic|utch)$/.test(token.lower)

/** A past or present participle in lower case behind the head: "positions held by", "migrants detained". */
function isVerbLike(line: readonly Token[], at: number): boolean {
  const token = line[at]!
  const next = line[at + 1]
  if (token.capital) return false
  if (/(?:ed|ing)$/.test(token.lower) && (token.lemma !== token.lower || token.lower.endsWith('ed')))
    return next === undefined || PREPOSITIONS.has(next.lower) || DETERMINERS.has(next.lower) || ends(next) || next.capital
  return /ing$/.test(token.lower) && next !== undefined && (DETERMINERS.has(next.lower) || /^\d/.test(next.lower))
}

/** Behind a head: "of the border guard", "in Lomé", which still belong to it. */
function skipModifiers(line: readonly Token[], from: number): number {
  let at = from
  while (at < line.length && ['of', 'in', 'from'].includes(line[at]!.lower) && !ends(line[at]!)) {
    const end = phraseEnd(line, at + 1)
    if (end === at + 1 || TIMES.has(line[at + 1]!.lower)) return at
    at = end
  }
  return at
}

export function partyOf(line: readonly Token[], from: number, end: number): Party {
  return { span: [line[from]!.span[0], line[end - 1]!.span[1]], head: end - 1 }
}

/** The subject of the verb group that begins at `verb`: the noun phrases to its left; empty where the clause has none. */
export function subjectOf(line: readonly Token[], verb: number): Party[] {
  let right = verb - 1
  while (right >= 0 && (isAdverb(line[right]!.lower) || line[right]!.lower === 'not')) right--
  const bare = right
  right = skipTimesBack(line, right)
  if (right < 0) return []
  // A parenthesis before the verb: "Mr Kato, who chairs the committee, called".
  if (right === bare && line[right + 1]!.before.includes(',') && right >= 1) {
    let open = right
    while (open > 0 && !line[open]!.before.includes(',')) open--
    if (open > 0) right = open - 1
    else if (line[right + 1]!.before.includes(',')) return conjoined(line, right)
  }
  const last = line[right]!
  if (['who', 'which', 'that'].includes(last.lower)) return right > 0 ? antecedent(line, right) : []
  if (SUBJECT_PRONOUNS.has(last.lower)) return [partyOf(line, right, right + 1)]
  if (last.lower === 'and' || last.lower === 'then' || last.lower === 'but') return conjoined(line, right)
  let left = right
  while (left > 0) {
    const token = line[left]!
    if (/[;:—–()“"]|-/.test(token.before)) break
    if (token.before.includes(',') && !isListComma(line, left, right)) break
    const previous = line[left - 1]!
    if (
      CLAUSE.has(previous.lower) ||
      (AUXILIARIES.has(previous.lower) && previous.lower !== 'to') ||
      isFiniteVerb(line, left - 1)
    )
      break
    left--
  }
  while (left < right && (CONJUNCTIONS.has(line[left]!.lower) || line[left]!.lower === 'and')) left++
  // "Around 2,000 workers": no place.
  if (PREPOSITIONS.has(line[left]!.lower) && /^\d/.test(line[left + 1]?.lower ?? '')) left++
  if (PREPOSITIONS.has(line[left]!.lower) && line[left]!.lower !== 'at') {
    const end = phraseEnd(line, left + 1)
    if (end > right) return []
    left = end
  }
  if (left > right) return []
  return partiesFrom(line.slice(0, right + 1), left)
}

const CLAUSE = set(
  'that when while where because after before if unless although though whether since until said says say believe think claim claims allege alleges but which who whom whose hours days',
)

/** Whether a word is a finite verb by its form: ends a subject that is looked for to its right. */
function isFiniteVerb(line: readonly Token[], at: number): boolean {
  const token = line[at]!
  return (
    !token.capital &&
    token.lemma !== token.lower &&
    /ed$/.test(token.lower) &&
    !PREPOSITIONS.has(line[at + 1]?.lower ?? '') &&
    !DETERMINERS.has(line[at - 1]?.lower ?? '') &&
    line[at - 1] !== undefined &&
    line[at + 1]?.lower !== 'by'
  )
}

function isListComma(line: readonly Token[], at: number, right: number): boolean {
  return isNamed(line, at) && line[at - 1]!.capital && line.slice(at, right + 1).some(token => token.lower === 'and')
}

/** "Peru", "the Lake Alliance". */
const isNamed = (line: readonly Token[], at: number): boolean =>
  line[at]!.capital || (line[at]!.lower === 'the' && (line[at + 1]?.capital ?? false))

function skipTimesBack(line: readonly Token[], from: number): number {
  const token = line[from]
  if (!token) return from
  if (TIMES.has(token.lower)) {
    const before = line[from - 1]?.lower ?? ''
    if (before === 'on' || before === 'in' || before === 'last' || before === 'this') return from - 2
    return from - 1
  }
  if (/^\d/.test(token.lower) && TIMES.has(line[from - 1]?.lower ?? '')) return from - 3
  return from
}

/** The noun phrase before "who", "which": its head stands right before it or before a comma. */
export function antecedent(line: readonly Token[], behind: number): Party[] {
  // "Amina Duro, 52, who".
  const relative = /^\d\d?$/.test(line[behind - 1]?.lower ?? '') && line[behind - 1]!.before === ',' ? behind - 1 : behind
  let left = relative - 1
  while (left > 0) {
    const token = line[left]!
    const previous = line[left - 1]!
    if (token.before !== '' || CLAUSE.has(previous.lower) || AUXILIARIES.has(previous.lower)) break
    if (PREPOSITIONS.has(previous.lower) && previous.lower !== 'of') break
    if (previous.lemma !== previous.lower && !previous.capital && /ed$/.test(previous.lower)) break
    left--
  }
  return partiesFrom(line.slice(0, relative), left).slice(0, 1)
}

/** "X did A and did B", "X did A, then B": the subject of the first verb of the sentence's clause. */
function conjoined(line: readonly Token[], at: number): Party[] {
  for (let i = at - 1; i > 0; i--) {
    const token = line[i]!
    if (token.capital && i > 0) continue
    if (
      token.lemma !== token.lower ||
      BE.has(token.lower) ||
      token.lower === 'has' ||
      token.lower === 'have' ||
      token.lower === 'had'
    ) {
      if (
        /ed$/.test(token.lower) ||
        AUXILIARIES.has(token.lower) ||
        isPast(token.lower) ||
        (token.lemma !== token.lower && VERBS.has(token.lemma))
      ) {
        let verb = i
        while (verb > 0 && AUXILIARIES.has(line[verb - 1]!.lower)) verb--
        const subject = verb < at ? subjectOf(line.slice(0, at), verb) : []
        if (subject.length > 0) return subject
      }
    }
  }
  return []
}
