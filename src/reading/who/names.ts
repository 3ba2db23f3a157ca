import type { Span } from '../../record/index.ts'
import { type Gender, GIVEN_NAMES, HONORIFICS, PARTIES, ROLE_ABBREVIATIONS, ROLE_GENDER, ROLES } from '../words/lexicon.ts'
import type { Word } from '../words/words.ts'
import { BODY_JOINTS, BODY_WORDS, NEVER, OPENERS, PARTICLES, PLACES, SMALL_IN_TITLES, STOPS } from './name-words.ts'

/** A name as it stands in the text. */
export interface NameMention {
  /** Without titles. */
  readonly span: Span
  /** The words of the name. */
  readonly parts: readonly string[]
  readonly kind: 'person' | 'organization' | 'place' | 'unknown'
  readonly gender: Gender | null
  readonly possessive: boolean
  readonly sentence: number
  /** Roles and other lower-case words said of the bearer, before the name or in apposition: "senator", "democratic". */
  readonly said: readonly string[]
  /** Whether the name is led in by a role or an honorific. */
  readonly titled: boolean
  /** Whether it stands in a headline's Title Case, where capitals tell nothing. */
  readonly headline: boolean
}

/**
 * The names of a text, given as the words of its sentences, in order; without those in Title Case lines, which `findKnownNames` reads afterwards.
 *
 * By capitals, titles and lists of given names; nothing is learned. Gap: names in texts that are all lower or all upper case.
 */
export function findNames(body: string, lines: readonly (readonly Word[])[]): NameMention[] {
  const plain = lines.map(words => (isTitleCase(words) ? [] : words))
  const spellings = { lower: lowerVocabulary(body), capital: capitalVocabulary(body, plain) }
  return plain.flatMap((words, sentence) =>
    capitalRuns(body, words, spellings).flatMap(run => readRun({ body, words, run, sentence })),
  )
}

/** The names in Title Case lines that stand elsewhere in the text, by `known` (name in lower case → its kind). */
export function findKnownNames(lines: readonly (readonly Word[])[], known: ReadonlyMap<string, NameMention>): NameMention[] {
  const mentions: NameMention[] = []
  lines.forEach((words, sentence) => {
    if (!isTitleCase(words)) return
    for (let at = 0; at < words.length; at++) {
      for (let length = Math.min(NAME_WORDS_MAX, words.length - at); length > 0; length--) {
        const part = words.slice(at, at + length)
        const like = known.get(part.map(word => word.lower).join(' '))
        if (!like || !part[0]!.capital) continue
        const found: Span = [part[0]!.span[0], part.at(-1)!.span[1]]
        const possessive = part.at(-1)!.possessive
        mentions.push({
          ...like,
          span: found,
          parts: part.map(word => word.text),
          possessive,
          sentence,
          said: [],
          titled: false,
          headline: true,
        })
        at += length - 1
        break
      }
    }
  })
  return mentions
}

/** Longer names than this are lists or headlines. */
const NAME_WORDS_MAX = 8

/** Other words with a capital than names and titles, from which on a line without lower-case words is a headline; by judgement. */
const TITLE_CASE_WORDS_MIN = 3

/** Whether a line is in Title Case: small words apart nothing is lower case, and names alone do not account for the capitals. */
function isTitleCase(words: readonly Word[]): boolean {
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

function lowerVocabulary(body: string): Set<string> {
  const words = new Set<string>()
  for (const match of body.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]+/gu)) words.add(match[0])
  return words
}

/** Words that stand with a capital elsewhere than at the head of a sentence: names, most of them. */
function capitalVocabulary(body: string, lines: readonly (readonly Word[])[]): Set<string> {
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

interface Spellings {
  readonly lower: ReadonlySet<string>
  readonly capital: ReadonlySet<string>
}

interface Run {
  readonly from: number
  readonly to: number
}

/** Stretches of capital words, joined over initials, particles and, in names of bodies, over "of", "for" and "on". */
function capitalRuns(body: string, words: readonly Word[], spellings: Spellings): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < words.length; at++) {
    if (!startsName(body, words, at, spellings)) continue
    let to = at + 1
    while (to < words.length && to - at < NAME_WORDS_MAX) {
      if (words[to - 1]!.possessive || !isJoined(body, words[to - 1]!, words[to]!)) break
      if (words[to]!.capital && !NEVER.has(words[to]!.lower)) to++
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

function startsName(body: string, words: readonly Word[], at: number, { lower, capital }: Spellings): boolean {
  const word = words[at]!
  if (!word.capital || NEVER.has(word.lower) || word.text === 'I' || PARTY_MEMBERS.test(word.text)) return false
  if (!isFirst(body, words, at)) return true
  const next = words[at + 1]
  const followed = next?.capital && !NEVER.has(next.lower) && isJoined(body, word, next)
  if (GIVEN_NAMES.has(word.text) || isTitle(word) || word.possessive) return true
  if (/^\p{Lu}{2,}$/u.test(word.text)) return true
  if (followed) return !OPENERS.has(word.lower) && !word.lower.endsWith('ly')
  if (lower.has(word.lower)) return false
  return capital.has(word.text) || (next !== undefined && isJoined(body, word, next) && SPEAKING.test(next.lower))
}

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
  if (!BODY_JOINTS.has(small) || !words.slice(from, at).some(word => BODY_WORDS.has(word.lower) || word.lower === 'secretary'))
    return 0
  if (capitalAt(at + 1)) return 2
  const article = words[at + 1]?.lower
  return (article === 'the' || article === 'a') && isJoined(body, words[at]!, words[at + 1]!) && capitalAt(at + 2) ? 3 : 0
}

function readRun(input: {
  readonly body: string
  readonly words: readonly Word[]
  readonly run: Run
  readonly sentence: number
}): NameMention[] {
  const { body, words, run } = input
  const all = words.slice(run.from, run.to)
  const start = nameStart(all)
  const lead = all.slice(0, start)
  const core = all.slice(start)
  const before = saidBefore(body, words, run.from)
  const honorific = lead.findLast(word => HONORIFICS.has(word.text))
  const leadRoles = lead.flatMap(rolesOf)
  const mentions: NameMention[] = []
  const body_ = lead.filter(word => !isTitle(word) && !PARTIES.has(word.text))
  if (body_.length > 0 && core.length > 0 && start > 0 && body_[0] === lead[0]) {
    const org = contiguous(lead, body_)
    if (org.length > 0) mentions.push(mentionOf(input, org, { said: [], titled: false }))
  }
  if (core.length === 0) return mentions
  const titled = honorific !== undefined || leadRoles.length > 0 || before.role
  const said = [...lead.map(word => word.lower), ...leadRoles, ...before.said, ...saidAfter(body, words, run.to)]
  mentions.push(mentionOf(input, core, { said, titled, gender: honorific ? (HONORIFICS.get(honorific.text) ?? null) : null }))
  return mentions
}

function contiguous(lead: readonly Word[], part: readonly Word[]): Word[] {
  const result: Word[] = []
  for (const word of lead) {
    if (!part.includes(word)) break
    result.push(word)
  }
  return result
}

/** Where the name proper begins, after titles, parties and places: "Massachusetts Sen. Ada Lowe" → 2. */
function nameStart(all: readonly Word[]): number {
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

export function isTitle(word: { readonly text: string; readonly lower: string }): boolean {
  return HONORIFICS.has(word.text) || ROLE_ABBREVIATIONS.has(word.text) || ROLES.has(word.lower)
}

function rolesOf(word: Word): string[] {
  const full = ROLE_ABBREVIATIONS.get(word.text)
  if (full) return [full]
  return ROLES.has(word.lower) ? [word.lower] : []
}

interface Told {
  readonly said: readonly string[]
  readonly titled: boolean
  readonly gender?: Gender | null
}

function mentionOf(
  { body, sentence }: { readonly body: string; readonly sentence: number },
  core: readonly Word[],
  told: Told,
): NameMention {
  const span: Span = [core[0]!.span[0], endOf(body, core)]
  const parts = core.map(word => word.text)
  const kind = kindOf(core, told.titled)
  const gender = kind === 'organization' || kind === 'place' ? null : (told.gender ?? genderSaid(told.said) ?? givenGender(parts))
  return {
    span,
    parts,
    kind,
    gender,
    possessive: core.at(-1)!.possessive,
    sentence,
    said: told.said,
    titled: told.titled,
    headline: false,
  }
}

/** The full stop of "Jr." belongs to the name, that of "U.S." too; a sentence's own never does. */
function endOf(body: string, core: readonly Word[]): number {
  const last = core.at(-1)!
  return last.text.endsWith('.') || body[last.span[1] - 1] !== '.' ? last.span[1] : last.span[1] - 1
}

function kindOf(core: readonly Word[], titled: boolean): NameMention['kind'] {
  const text = core.map(word => word.lower).join(' ')
  const isBody = core.some(word => BODY_WORDS.has(word.lower))
  if (PLACES.has(text)) return 'place'
  if (titled && core.length <= 4 && !(isBody && core.length > 1 && !GIVEN_NAMES.has(core[0]!.text))) return 'person'
  if (isBody || (core.length === 1 && /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,6})$/u.test(core[0]!.text))) return 'organization'
  if (core.length >= 2 && core.length <= 5 && GIVEN_NAMES.has(core[0]!.text)) return 'person'
  if (core.length >= 3 && /^\p{Lu}\.$/u.test(core[1]!.text)) return 'person'
  return 'unknown'
}

const givenGender = (parts: readonly string[]): Gender | null => (parts.length > 1 ? (GIVEN_NAMES.get(parts[0]!) ?? null) : null)

export function genderSaid(said: readonly string[]): Gender | null {
  for (const word of said) {
    const gender = ROLE_GENDER.get(word)
    if (gender) return gender
  }
  return null
}

/** How many words before a name are read for what is said of its bearer: "the former White House press secretary". */
const LEAD_WORDS = 6

function saidBefore(body: string, words: readonly Word[], at: number): { readonly said: string[]; readonly role: boolean } {
  const said: string[] = []
  let role = false
  for (let index = at - 1; index >= Math.max(0, at - LEAD_WORDS); index--) {
    const word = words[index]!
    if (!isJoined(body, word, words[index + 1]!)) break
    if (!role) {
      const roles = rolesOf(word)
      if (roles.length === 0 || word.possessive || word.capital) break
      role = true
      said.push(...roles)
    } else if (word.possessive || STOPS.has(word.lower)) break
    else said.push(word.lower)
  }
  return { said, role }
}

/** "Ada Lowe, an economist and tax expert," → economist, tax, expert; nothing where what follows is no apposition. */
function saidAfter(body: string, words: readonly Word[], at: number): string[] {
  const last = words[at - 1]
  const next = words[at]
  if (last && next && !next.capital && !last.possessive && BODY_WORDS.has(next.lower) && isJoined(body, last, next))
    return [next.lower]
  if (!last || !next || !/^(?:\s*\([^)]{1,12}\))?,\s$/.test(body.slice(last.span[1], next.span[0]))) return []
  const from = next.lower === 'who' && /^(?:is|was)$/.test(words[at + 1]?.lower ?? '') ? at + 2 : at
  if (
    !/^(?:an?|the|his|her|their|former|chief|head|president|director|\d\d)$/.test(words[from]?.lower ?? '') &&
    !rolesOf(next).length
  )
    return []
  const said: string[] = []
  for (let index = from; index < Math.min(words.length, from + LEAD_WORDS + 2); index++) {
    const word = words[index]!
    if (word.possessive) {
      // "the nominee's daughter": what came before is said of somebody else.
      said.length = 0
      continue
    }
    if (index > from && /[,;.!?]/.test(body.slice(words[index - 1]!.span[1], word.span[0]))) break
    if (STOPS.has(word.lower) && index > from && word.lower !== 'and') break
    said.push(...(rolesOf(word).length > 0 ? rolesOf(word) : [word.lower]))
  }
  return said
}
