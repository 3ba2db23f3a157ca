import type { Span } from '../../record/index.ts'
import { baseForm } from '../words/lemma.ts'
import type { Word } from '../words/words.ts'
import {
  ADVERBS,
  AUXILIARIES,
  BARE,
  CALLING,
  DETERMINERS,
  GROUPS,
  NO_SUBJECT,
  NOUNS_TOO,
  PROMISING,
  SAYING_TO,
  SENDING,
  STOPS,
  SUBJECTS,
  TELLING,
  VERBS,
} from './clause-words.ts'

/** A stretch of text with its words. */
export interface Line {
  readonly body: string
  readonly stretch: Span
  readonly words: readonly Word[]
}

/** Who says what, each in one piece. */
export interface Clause {
  readonly source: Span
  readonly cue: Span
  readonly content: Span
}

/** The clause of saying whose subject begins at a word: "the landlord told her the tenant had gone"; null where none does. */
export function clauseAt(line: Line, at: number): Clause | null {
  for (const end of subjectAt(line, at)) {
    const verb = verbFrom(line, at, end)
    const begin = verb === null ? null : saidFrom(line, verb)
    if (verb === null || begin === null) {
      const sent = sentFrom(line, { from: at, to: end }) ?? calledFrom(line, { from: at, to: end })
      if (sent) return sent
      continue
    }
    return clauseOf(line, { from: at, to: end, verb, begin })
  }
  return null
}

/** "had called the king “a stamp”", "described it as “a gift”": the quoted words; null where the verb is another one, or nothing is quoted behind its object. */
function calledFrom(line: Line, { from, to }: { readonly from: number; readonly to: number }): Clause | null {
  const { words } = line
  let verb = to
  while (words[verb] && (/^(?:has|have|had|also|later|once)$/.test(words[verb]!.lower) || isAdverb(words[verb]!.lower))) verb++
  if (!CALLING.has(words[verb]?.lower ?? '') || !words[verb + 1]) return null
  const object = objectEnd(line, verb + 1)
  if (object === null) return null
  const begin = words[object]?.lower === 'as' ? object + 1 : object
  return words[begin] && opensQuotation(line, begin) ? clauseOf(line, { from, to, verb, begin }) : null
}

/** "a man who said that he was from the gas company": whoever "who" means; null where it says nothing. */
export function relativeAt(line: Line, at: number): Clause | null {
  if (line.words[at]!.lower !== 'who' || !line.words[at - 1]) return null
  const verb = verbFrom(line, at, at + 1)
  // What people are said to think, fear or promise so tells of which people, not what one of them says.
  if (verb === null || !/^(?:say|claim|tell|allege|insist|testify|complain)$/.test(baseForm(line.words[verb]!.lower))) return null
  const begin = saidFrom(line, verb)
  return begin === null ? null : clauseOf(line, { from: at, to: at + 1, verb, begin })
}

/** "had sent a message reading: “…”": what somebody wrote; null where the verb group is none of sending, or no quotation follows. */
function sentFrom(line: Line, { from, to }: { readonly from: number; readonly to: number }): Clause | null {
  const { words } = line
  let at = to
  while (words[at] && (AUXILIARIES.has(words[at]!.lower) || isAdverb(words[at]!.lower))) at++
  if (!SENDING.has(words[at]?.lower ?? '')) return null
  for (let verb = at + 1; verb < Math.min(words.length - 1, at + ADJUNCT_WORDS_MAX); verb++) {
    if (/[.;]/.test(gapBefore(line, verb))) return null
    if (/^(?:saying|reading|read)$/.test(words[verb]!.lower) && opensQuotation(line, verb + 1))
      return clauseOf(line, { from, to, verb, begin: verb + 1 })
  }
  return null
}

/** "heard the pilot say, “Not again”": who is heard, by the word before; null where nobody is. */
export function heardAt(line: Line, at: number): Clause | null {
  const { words } = line
  if (!/^(?:hears?|heard|hearing)$/.test(words[at - 1]?.lower ?? '')) return null
  const to = phraseEnd(line, at, word => VERBS.has(word.lower))
  const verb = words[to]
  const begin = to > at && verb && baseForm(verb.lower) === verb.lower && VERBS.has(verb.lower) ? saidFrom(line, to) : null
  return begin === null ? null : clauseOf(line, { from: at, to, verb: to, begin })
}

/** From the words by their numbers: the source up to before `to`, the cue, and where what is said begins. */
function clauseOf(
  line: Line,
  { from, to, verb, begin }: { readonly from: number; readonly to: number; readonly verb: number; readonly begin: number },
): Clause {
  return {
    source: [line.words[from]!.span[0], line.words[to - 1]!.span[1]],
    cue: line.words[verb]!.span,
    content: [startOf(line, begin), contentEnd(line, begin)],
  }
}

const SUBJECT_WORDS_MAX = 9
const APPOSED_WORDS_MAX = 9

/** Where a subject that begins at a word may end: behind each of its words that something like a verb follows, no clause between. */
function* subjectAt(line: Line, at: number): Generator<number> {
  const { words } = line
  const first = words[at]!
  if (/^(?:he|she)$/.test(first.lower)) {
    if (isQuoted(line, at)) yield at + 1
    return
  }
  if (NO_SUBJECT.has(first.lower) || /^(?:i|you|we|they|he|she|it|that|there|who|what|here)'/.test(first.lower)) return
  if (!DETERMINERS.has(first.lower) && !first.capital && !/[^s]s$/.test(first.lower) && !GROUPS.has(first.lower)) return
  for (let end = at + 1; end < Math.min(words.length, at + SUBJECT_WORDS_MAX); end++) {
    const gap = gapBefore(line, end)
    const word = words[end]!
    if (/^,\s$/.test(gap)) {
      const behind = apposedEnd(line, end)
      if (behind !== null) yield behind
      return
    }
    if (!isJoined(gap, words[end - 1]!) || STOPS.has(word.lower) || SUBJECTS.has(word.lower)) return
    if (isVerbal(word) && isWhole(words, at, end)) yield end
    if (AUXILIARIES.has(word.lower)) return
  }
}

/** Whether the words are a noun phrase: no article alone, nothing open at its end. */
function isWhole(words: readonly Word[], at: number, end: number): boolean {
  const last = words[end - 1]!.lower
  if (/^(?:of|at|in|from|for|with|and|or|on|to|by|not)$/.test(last)) return false
  return end - at > 1 || !DETERMINERS.has(last) || /^(?:many|some|several|both|few|others|most|one|another)$/.test(last)
}

/** Behind ", the harbour master," or ", who left in May,". */
function apposedEnd(line: Line, from: number): number | null {
  for (let end = from + 1; end < Math.min(line.words.length, from + APPOSED_WORDS_MAX); end++) {
    if (/^,\s$/.test(gapBefore(line, end))) return isVerbal(line.words[end]!) ? end : null
    if (!isJoined(gapBefore(line, end), line.words[end - 1]!)) return null
  }
  return null
}

/** White space, or what a possessive leaves before it. */
const isJoined = (gap: string, { lower, possessive }: Word): boolean =>
  /^\s+$/.test(gap) || (possessive && /^['’]s\s+$/i.test(gap)) || (lower.endsWith('s') && /^['’]\s+$/.test(gap))

const isVerbal = ({ lower, capital }: Word): boolean =>
  !capital &&
  (AUXILIARIES.has(lower) || isAdverb(lower) || SENDING.has(lower) || CALLING.has(lower) || VERBS.has(baseForm(lower)))

const isAdverb = (lower: string): boolean => ADVERBS.has(lower) || (/[^aeiou]ly$/.test(lower) && lower.length > 4)

/** The verb of saying in the verb group that begins at `from`; null where it has another one. */
function verbFrom(line: Line, at: number, from: number): number | null {
  const { words } = line
  let verb = from
  let helped = ''
  while (verb < words.length && (AUXILIARIES.has(words[verb]!.lower) || isAdverb(words[verb]!.lower))) {
    if (/^(?:is|are|was|were|been|be)$/.test(words[verb]!.lower)) helped = 'be'
    else if (AUXILIARIES.has(words[verb]!.lower) && helped === '') helped = 'have'
    verb++
    if (verb < words.length && !/^\s+$/.test(gapBefore(line, verb))) return null
  }
  const passed = helped === 'be' ? passedOn(words, verb) : null
  if (passed !== null) return passed
  const word = words[verb]
  if (!word || word.capital || !VERBS.has(baseForm(word.lower))) return null
  if (words[verb + 1]?.lower === 'by') return null
  const goesOn = /^(?:saying|claiming|telling|arguing|warning|insisting)$/.test(word.lower)
  if ((helped === 'be') !== goesOn || (/ing$/.test(word.lower) && !goesOn)) return null
  const isBase = baseForm(word.lower) === word.lower
  const last = words[from - 1]!
  // "the minister's claims", "a police report": a noun.
  if (helped === '' && (last.possessive || (isBase && !isPlural(words, at, last)) || (last.lower === 'to' && isBase))) return null
  return verb
}

/** "was heard telling", "is reported to have said", "was quoted as saying": the verb of saying behind the one that passes it on. */
function passedOn(words: readonly Word[], at: number): number | null {
  if (!/^(?:heard|overheard|quoted|reported|recorded|filmed|said|believed|alleged)$/.test(words[at]?.lower ?? '')) return null
  const to = /^(?:to|as)$/.test(words[at + 1]?.lower ?? '') ? at + 2 : at + 1
  const verb = words[to]?.lower === 'have' ? to + 1 : to
  const lower = words[verb]?.lower ?? ''
  return /^(?:saying|telling|claiming|warning|boasting|say|tell|said|told|warned|claimed|admitted)$/.test(lower) &&
    verb > at + (/ing$/.test(lower) ? 0 : 1)
    ? verb
    : null
}

const isPlural = (words: readonly Word[], at: number, last: Word): boolean =>
  GROUPS.has(last.lower) || (/[^s]s$/.test(last.lower) && !/^(?:an?|this|that|one|another)$/.test(words[at]!.lower))

/** Where what is said begins: the word of its first clause, its quotation or its infinitive; null where nothing is said. */
function saidFrom(line: Line, verb: number): number | null {
  const { words } = line
  const lemma = baseForm(words[verb]!.lower)
  let at = verb + 1
  if (!words[at]) return null
  if (opensQuotation(line, at)) return at
  let told = false
  if (TELLING.has(lemma) && !/^(?:that|to|of|about|whether|if)$/.test(words[at]!.lower)) {
    const end = objectEnd(line, at)
    if (end === null) return null
    told = end > at
    at = appositionEnd(line, end) ?? end
  } else if (words[at]!.lower === 'to' && words[at + 1] && SAYING_TO.has(lemma)) {
    const end = objectEnd(line, at + 1)
    if (end !== null && end > at + 1 && /^(?:that|whether|if|how|why)$/.test(words[end]?.lower ?? '')) return end
  }
  const next = words[at]
  if (!next) return null
  if (opensQuotation(line, at)) return at
  if (!/^,?\s+$/.test(gapBefore(line, at))) return null
  if (/^(?:that|whether|if|how|why)$/.test(next.lower)) return at
  if (next.lower === 'not' && words[at + 1]?.lower === 'to' && told) return at
  if (next.lower === 'to' && (PROMISING.has(lemma) || (told && TELLING.has(lemma)))) return words[at + 1] ? at : null
  if (BARE.has(lemma) && (!TELLING.has(lemma) || told) && opensBare(next)) return at
  if (NOUNS_TOO.has(lemma) && ![STOPS, AUXILIARIES].some(words => words.has(next.lower)) && !SMALL.test(next.lower)) return at
  return thatBehind(line, at)
}

const SMALL = /^(?:to|of|on|in|at|for|from|by|with|as|and|or|not|back|directly|earlier|about|against)$/

/** "said on Tuesday that", "reported at the time that". */
function thatBehind(line: Line, from: number): number | null {
  const { words } = line
  if (!/^(?:on|in|at|during|after|before|last|this|yesterday|today|again|later|by|through|earlier)$/.test(words[from]!.lower))
    return null
  for (let at = from + 1; at < Math.min(words.length, from + ADJUNCT_WORDS_MAX); at++) {
    if (/[.;:“”"()]/.test(gapBefore(line, at))) return null
    if (words[at]!.lower === 'that') return at
  }
  return null
}

const ADJUNCT_WORDS_MAX = 9

const opensBare = ({ lower, capital }: Word): boolean =>
  !AUXILIARIES.has(lower) &&
  (capital || DETERMINERS.has(lower) || SUBJECTS.has(lower) || /[^s]s$/.test(lower) || /^\d/.test(lower))

const opensQuotation = (line: Line, at: number): boolean => /^[,:]?\s?[“"‘]$/.test(gapBefore(line, at))

/** Behind the one who is told: a pronoun, or a noun phrase up to the next one; null where there is none. */
function objectEnd(line: Line, from: number): number | null {
  const { words } = line
  const first = words[from]!
  if (!/^\s+$/.test(gapBefore(line, from))) return null
  if (/^(?:me|us|you|him|her|them|it|himself|herself|themselves|myself)$/.test(first.lower) && !isOwner(line, from))
    return from + 1
  const end = phraseEnd(line, from)
  return end > from ? end : null
}

/** Behind ", Mr. Berg," where "that" follows it; null where nothing is apposed. */
function appositionEnd(line: Line, from: number): number | null {
  if (!line.words[from] || !/^,\s$/.test(gapBefore(line, from))) return null
  for (let end = from + 1; end < Math.min(line.words.length, from + APPOSED_WORDS_MAX); end++) {
    if (/^,\s$/.test(gapBefore(line, end))) return /^(?:that|whether|if|how|why|to)$/.test(line.words[end]!.lower) ? end : null
    if (!isJoined(gapBefore(line, end), line.words[end - 1]!)) return null
  }
  return null
}

const isOwner = (line: Line, at: number): boolean => {
  const next = line.words[at + 1]
  return (
    line.words[at]!.lower === 'her' &&
    next !== undefined &&
    !/^(?:that|to|whether|if|how|why)$/.test(next.lower) &&
    !opensBare(next)
  )
}

/** Behind the noun phrase that begins at a word: up to a mark, a verb, a small word, or what opens the next phrase. */
export function phraseEnd(line: Line, from: number, isEnd: (word: Word) => boolean = () => false): number {
  const { words } = line
  let at = from
  for (; at < Math.min(words.length, from + PHRASE_WORDS_MAX); at++) {
    const word = words[at]!
    if (at > from && !/^(?:['’]s?)?\s+$/.test(gapBefore(line, at))) break
    if (STOPS.has(word.lower) || AUXILIARIES.has(word.lower) || /^(?:to|as|on)$/.test(word.lower)) break
    if (SUBJECTS.has(word.lower) || (at > from && isEnd(word))) break
    const before = words[at - 1]
    if (at > from && DETERMINERS.has(word.lower) && !/^(?:of|at|in|from|for|with|and)$/.test(before!.lower)) break
    if (
      at > from &&
      word.capital &&
      !before!.capital &&
      !/^(?:of|at|in|from|for|with|and)$/.test(before!.lower) &&
      !DETERMINERS.has(before!.lower)
    )
      if (before!.lower !== words[from]!.lower) break
  }
  return at
}

const PHRASE_WORDS_MAX = 8

const startOf = ({ body, words }: Line, at: number): number => {
  const { span } = words[at]!
  return /[“"‘]/.test(body[span[0] - 1] ?? '') ? span[0] - 1 : span[0]
}

/** Where what is said from a word on ends: with its sentence, before a semicolon or a relative clause of its own, or where the outer speaker's "and that" goes on. */
export function contentEnd(line: Line, from: number): number {
  const { body, words, stretch } = line
  const own = words[from]!.lower === 'that'
  for (let at = from + 1; at < words.length; at++) {
    const gap = gapBefore(line, at)
    const cut = words[at - 1]!.span[1]
    if (/;|[.!?][”"’]?\s/.test(gap) || (/^,\s$/.test(gap) && words[at]!.lower === 'which')) return cut
    if (!own && /^(?:and|but)$/.test(words[at]!.lower) && words[at + 1]?.lower === 'that') return cut
  }
  const last = words.at(-1)!.span[1]
  const mark = /^[.,!?]?[”"’]/.exec(body.slice(last, stretch[1]))
  // A mark that closes the outer speaker's words is no part of these.
  if (mark && !/[“"‘][^”"’]*$/.test(body.slice(words[from]!.span[0] - 1, last))) return last
  return mark ? last + mark[0].length : stretch[1]
}

const gapBefore = ({ body, words, stretch }: Line, at: number): string =>
  body.slice(words[at - 1]?.span[1] ?? stretch[0], words[at]!.span[0])

/** Whether an odd number of marks stands before the word: it is inside a quotation. */
function isQuoted({ body, words, stretch }: Line, at: number): boolean {
  const before = body.slice(stretch[0], words[at]!.span[0])
  return /“[^”]*$/.test(before) || (before.match(/"/g)?.length ?? 0) % 2 === 1
}
