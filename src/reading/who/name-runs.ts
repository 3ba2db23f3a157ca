import { countryOfName } from '../places/countries.ts'
import { GIVEN_NAMES, PARTIES } from '../words/lexicon.ts'
import type { Word } from '../words/words.ts'
import { BODY_JOINTS, BODY_WORDS, NEVER, OPENERS, PARTICLES, PLACES, SMALL_IN_TITLES } from './name-words.ts'
import { isTitle } from './said.ts'

/** Longer names than this are lists or headlines. */
export const NAME_WORDS_MAX = 8

/** Other words with a capital than names and titles, from which on a line without lower-case words is a headline; by judgement. */
const TITLE_CASE_WORDS_MIN = 3

/** Whether a line is in Title Case: small words apart nothing is lower case, and names alone do not account for the capitals. */
export function isTitleCase(words: readonly Word[]): boolean {
  const letters = words.filter(word => /^\p{L}/u.test(word.text))
  if (letters.some(word => !word.capital && !SMALL_IN_TITLES.has(word.lower))) return false
  const plain = letters.filter((word, at) => {
    const before = letters[at - 1]
    return (
      at > 0 && !isTitle(word) && !GIVEN_NAMES.has(word.text) && !(before && (GIVEN_NAMES.has(before.text) || isTitle(before)))
    )
  })
  return plain.filter(word => word.capital).length >= TITLE_CASE_WORDS_MIN
}

export function lowerVocabulary(body: string): Set<string> {
  const words = new Set<string>()
  for (const match of body.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]+/gu)) words.add(match[0])
  return words
}

/** Words that stand with a capital elsewhere than at the head of a sentence: names, most of them. */
export function capitalVocabulary(body: string, lines: readonly (readonly Word[])[]): Set<string> {
  const found = new Set<string>()
  for (const words of lines) {
    words.forEach((word, at) => {
      if (word.capital && !isFirst(body, words, at)) found.add(word.text)
    })
  }
  return found
}

const isFirst = (body: string, words: readonly Word[], at: number): boolean =>
  at === 0 || /[.!?:“"‘'„«—–-]\s*$/.test(body.slice(words[at - 1]!.span[1], words[at]!.span[0]))

export interface Spellings {
  readonly lower: ReadonlySet<string>
  readonly capital: ReadonlySet<string>
}

export interface Run {
  readonly from: number
  readonly to: number
}

/** Stretches of capital words, joined over initials, particles and, in names of bodies, over "of", "for" and "on". */
export function capitalRuns(body: string, words: readonly Word[], spellings: Spellings): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < words.length; at++) {
    if (!startsName(body, words, at, spellings)) continue
    let to = at + 1
    while (to < words.length && to - at < NAME_WORDS_MAX) {
      if (words[to - 1]!.possessive || !isJoined(body, words[to - 1]!, words[to]!)) break
      if (words[to]!.capital && (!NEVER.has(words[to]!.lower) || isMay(words, to))) to++
      else {
        const jump = joinOver(body, words, at, to)
        if (jump === 0) break
        to += jump
      }
    }
    const end = to
    while (to > at && PARTY_MEMBERS.test(words[to - 1]!.text)) to--
    if (to > at) runs.push({ from: at, to })
    at = end - 1
  }
  return runs
}

/** "Theresa May" is no month. */
const isMay = (words: readonly Word[], at: number): boolean =>
  /^(?:may|march|april|june|august)$/.test(words[at]!.lower) &&
  GIVEN_NAMES.has(words[at - 1]!.text) &&
  !/^\d/.test(words[at + 1]?.text ?? '')

function startsName(body: string, words: readonly Word[], at: number, { lower, capital }: Spellings): boolean {
  const word = words[at]!
  if (!word.capital) return false
  if (word.lower.endsWith('day') && isWeekly(body, words, at)) return true
  if (NEVER.has(word.lower) || word.text === 'I') return false
  if (REGIONAL.test(word.text) && !isRegionalBody(body, words, at)) return false
  if (PARTY_MEMBERS.test(word.text) && !isPartyBody(body, words, at)) return false
  if (!isFirst(body, words, at)) return true
  const next = words[at + 1]
  const followed = next?.capital && !NEVER.has(next.lower) && isJoined(body, word, next)
  if (GIVEN_NAMES.has(word.text) || isTitle(word) || word.possessive) return true
  if (/^\p{Lu}{2,}$/u.test(word.text) || countryOfName(word.text) || PLACES.has(word.lower)) return true
  if (followed) return !OPENERS.has(word.lower) && !word.lower.endsWith('ly')
  // "— Ministry of Rivers".
  if (BODY_WORDS.has(word.lower) && words[at + 1] && joinOver(body, words, at, at + 1) > 0) return true
  if (lower.has(word.lower)) return false
  return capital.has(word.text) || (next !== undefined && isJoined(body, word, next) && SPEAKING.test(next.lower))
}

/** "The Sunday Lantern reported": a paper, not the day; its name goes on with one more word, and it speaks, owns or is one by that word. */
function isWeekly(body: string, words: readonly Word[], at: number): boolean {
  const [day, title, behind] = [words[at]!, words[at + 1], words[at + 2]]
  if (!DAY.test(day.text) || words[at - 1]?.lower !== 'the' || !title?.capital || !isJoined(body, day, title)) return false
  if (behind?.capital && isJoined(body, title, behind)) return false
  return (
    BODY_WORDS.has(title.lower) ||
    title.possessive ||
    /^(?:citing|quoting|which|has)$/.test(behind?.lower ?? '') ||
    SPEAKING.test(behind?.lower ?? '')
  )
}

const DAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/

/** "the White House", "the European Central Bank", "Northern Ireland". */
function isRegionalBody(body: string, words: readonly Word[], at: number): boolean {
  for (let to = at + 1; to < Math.min(words.length, at + NAME_WORDS_MAX); to++) {
    const word = words[to]!
    if (!word.capital || isTitle(word) || !isJoined(body, words[to - 1]!, word)) return false
    const name = words.slice(at, to + 1).map(({ text }) => text)
    if (BODY_WORDS.has(word.lower) || countryOfName(name.join(' ')) || PLACES.has(name.join(' ').toLowerCase())) return true
  }
  return false
}

/** "the Republican National Committee", "the Democratic Party". */
function isPartyBody(body: string, words: readonly Word[], at: number): boolean {
  const [party, next, third] = [words[at]!, words[at + 1], words[at + 2]]
  if (!next?.capital || !isJoined(body, party, next)) return false
  return BODY_WORDS.has(next.lower) || (next.lower === 'national' && third !== undefined && BODY_WORDS.has(third.lower))
}

/** Adjectives of continents and regions, which are nobody's name by themselves. */
const REGIONAL =
  /^(?:(?:Central|Eastern|Western|Northern|Southern)-)?(?:European|Asian|African|Arab|Arabic|Western|Eastern|Northern|Southern|Islamic|Islamist|Muslim|Christian|Jewish|Catholic|Protestant|Hindu|Buddhist|Sunni|Shiite|Shia|Kurdish|Hispanic|Latino|Latina|Black|White|Native|Caribbean|Scandinavian|Baltic|Balkan|Nordic|Soviet|Nazi|Communist|Marxist|Medieval|Victorian)$|-based$|-born$|-led$|-backed$|-style$/

/** A word with a capital at the head of a sentence only is a name where somebody speaks. */
const SPEAKING =
  /^(?:said|says|told|tells|added|adds|wrote|writes|asked|noted|argued|replied|declined|announced|reported|reports)$/

/** Members of a party are a group, and "the Kentucky Republican" is no name. */
const PARTY_MEMBERS =
  /^(?:Republicans?|Democrats?|GOP|Democratic|Libertarians?|Conservatives?|Liberals?|Independents?|Tory|Tories|Socialists?|Greens)$/

function isJoined(body: string, a: Word, b: Word): boolean {
  return /^[ \u00a0\u202f\u2009]{1,2}$/.test(body.slice(a.span[1], b.span[0]))
}

/** How many words a name of a body or a person takes beyond a small word: "University of the North" → 3; 0 where it ends. */
function joinOver(body: string, words: readonly Word[], from: number, at: number): number {
  const small = words[at]!.lower
  const capitalAt = (index: number) => {
    const word = words[index]
    return word?.capital && !NEVER.has(word.lower) && isJoined(body, words[index - 1]!, word)
  }
  if (PARTICLES.has(small) && capitalAt(at + 1)) return 2
  // "the Vale of Orrin Water Authority": a place of two parts in the name of a body.
  if (small === 'of' && at - from === 1 && words[from - 1]?.lower === 'the' && isBodyOf(body, words, at)) return 2
  // "Center for Strategic and International Studies": what is joined by "and" is one name where a small word came before.
  if (small === 'and' && capitalAt(at + 1) && words.slice(from, at).some(word => BODY_JOINTS.has(word.lower))) return 2
  if (!BODY_JOINTS.has(small) || !words.slice(from, at).some(word => BODY_WORDS.has(word.lower) || word.lower === 'secretary'))
    return 0
  if (capitalAt(at + 1)) return 2
  const article = words[at + 1]?.lower
  return (article === 'the' || article === 'a') && isJoined(body, words[at]!, words[at + 1]!) && capitalAt(at + 2) ? 3 : 0
}

/** Whether a lone word before "of" begins the name of a body, by the body's word at its end: no role, and nobody's given name. */
function isBodyOf(body: string, words: readonly Word[], of: number): boolean {
  const first = words[of - 1]!
  if (isTitle(first) || GIVEN_NAMES.has(first.text) || BODY_WORDS.has(first.lower) || first.lower === 'secretary') return false
  let to = of + 1
  while (words[to]?.capital && !NEVER.has(words[to]!.lower) && isJoined(body, words[to - 1]!, words[to]!)) to++
  return to - of > 2 && BODY_WORDS.has(words[to - 1]!.lower)
}

/** Where the name proper begins, after titles, parties and places: "Massachusetts Sen. Ada Lowe" → 2. */
export function nameStart(all: readonly Word[]): number {
  // "General Assembly", "Justice Department", "Attorney General": no title of anybody's.
  if (all.length > 1 && isTitle(all[0]!) && all.slice(1).every(word => BODY_WORDS.has(word.lower))) return 0
  let start = 0
  all.forEach((word, index) => {
    const last = index === all.length - 1
    if (last || (index > 0 && GIVEN_NAMES.has(all[index - 1]!.text) && !word.text.endsWith('.'))) return
    if (isTitle(word) || (PARTIES.has(word.text) && GIVEN_NAMES.has(all[index + 1]!.text))) start = index + 1
  })
  // "Secretary of State Ada Lowe": the office goes on until the given name.
  if (start < all.length && (all[start]!.lower === 'of' || all[start]!.lower === 'for')) {
    const given = all.findIndex((word, index) => index > start + 1 && GIVEN_NAMES.has(word.text))
    return Math.max(given, 0)
  }
  if (start === 0 && all.length > 2 && !all.some(word => BODY_WORDS.has(word.lower))) {
    const given = all.findIndex((word, index) => index > 0 && index < all.length - 1 && GIVEN_NAMES.has(word.text))
    const surname = given > 0 && (GIVEN_NAMES.has(all[0]!.text) || /^\p{Lu}\.$/u.test(all[0]!.text))
    if (given > 0 && !surname) return given
  }
  return start
}
