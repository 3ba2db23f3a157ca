import { partitionPoint, type Span } from '../../record/index.ts'
import { HONORIFICS, ROLES } from '../words/lexicon.ts'
import { type Word, wordsIn } from '../words/words.ts'
import type { NameMention } from './names.ts'

/** What a source is by its form, before anything is resolved. */
export type SourceHead =
  | { readonly form: 'pronoun'; readonly span: Span; readonly word: string }
  | {
      readonly form: 'name'
      readonly span: Span
      readonly name: NameMention
      /** What the noun phrase before the name says that its bearer is: "minister" of "the minister, Tovan Reshk,"; or null. */
      readonly role: string | null
      /** The noun of that phrase, be it a role or not: "cook" of "the cook, Luz Vega,". */
      readonly called: string | null
      /** Whether the words say that it is somebody's name: "who gave only the name Ros". */
      readonly named?: boolean
    }
  | { readonly form: 'nominal'; readonly span: Span; readonly noun: NounPhrase }

export interface NounPhrase {
  /** The head in lower case: "official" of "a senior official at the ministry". */
  readonly head: string
  /** The words before the head, in lower case. */
  readonly modifiers: readonly string[]
  /** The article or what stands for one, in lower case; empty where there is none. */
  readonly determiner: string
  /** The name that owns it or names its kind: "the Harrow campaign", "Harrow's doctor". */
  readonly owner: NameMention | null
  /** Whether a possessive stands before the head: "the minister's spokesman". */
  readonly owned: boolean
  /** Whether two are named, joined by "and". */
  readonly joint: boolean
  /** Whether something follows that tells which one is meant: "of the board", "who left in May". */
  readonly told: boolean
}

export const PRONOUNS = new Set(
  'he she it they i we you who which that him her them us me his hers their its my our himself herself itself themselves this these those'.split(
    ' ',
  ),
)
const SMALL_BEFORE = new Set('from by to according in as per of with for on at'.split(' '))
const DETERMINERS = new Set(
  'the a an this that these those his her its their our my one some many most several few all both each every any another other no two three four five'.split(
    ' ',
  ),
)
const BREAKS = new Set(
  `of in at for from on with by to about against during including as along like who which that whose where when while familiar
   released conducted published posted obtained issued written commissioned sponsored dated gathered attending representing
   close near inside within under over after before between among identified told said says is was are were has have had not briefed`.split(
    /\s+/,
  ),
)

const SUBJECTS = /^(?:he|she|they|it)$/i

export const isDeterminer = (word: string): boolean => DETERMINERS.has(word)
/** Whether a word ends the noun phrase before it. */
export const isBreak = (word: string): boolean => BREAKS.has(word)

/** The head of a source: its first words up to a comma, a preposition or a relative clause; null where it has no word. */
export function headOf(body: string, source: readonly Span[], names: readonly NameMention[]): SourceHead | null {
  const sent = source.length === 1 ? SENT_OUT.exec(body.slice(...source[0]!)) : null
  if (sent) return headOf(body, [[source[0]![0] + sent[0].length, source[0]![1]]], names)
  const spans = source.filter(([start, end]) => /[\p{L}\p{N}]/u.test(body.slice(start, end)))
  // "Weiss, she added, had agreed": what stands apart as a pronoun is the source, the name before it belongs to the content.
  const span = spans.slice(1).find(([start, end]) => SUBJECTS.test(body.slice(start, end))) ?? spans[0]
  if (!span) return null
  const handle = HANDLE.exec(body.slice(span[0], span[0] + HANDLE_UNITS))
  if (handle)
    return {
      form: 'nominal',
      span: [span[0] + 1, span[0] + handle[0].length],
      noun: { ...NO_NOUN, head: handle[1]!.toLowerCase() },
    }
  const words = wordsIn(body, span)
  // The letters of a transcript name nobody.
  if (words.length === 1 && /^(?:Q\.?|A\.?|Question|Answer)$/.test(words[0]!.text)) return null
  let from = 0
  while (from < words.length - 1 && SMALL_BEFORE.has(words[from]!.lower) && words[from + 1]!.lower !== 'least') from++
  const first = words[from]!
  if (PRONOUNS.has(first.lower) && (words.length - from === 1 || first.possessive || isClipped(body, first))) {
    return { form: 'pronoun', span: first.span, word: first.lower }
  }
  if (POSSESSIVE_PRONOUNS.has(first.lower) && words.length - from === 1)
    return { form: 'pronoun', span: first.span, word: first.lower }
  const inside = namesWithin(names, span)
  const to = phraseEnd(body, words, from, inside)
  // "The founder and, until March, its chief executive, Ada Lowe,": one person of two roles.
  const isOpen = words[to - 1]!.lower === 'and' && ROLES.has(words[to - 2]?.lower ?? '')
  const phrase = words.slice(from, isOpen ? to - 1 : to)
  const extent: [number, number] = [phrase[0]!.span[0], phrase.at(-1)!.span[1]]
  const joint =
    isList(body, inside) ||
    phrase.some(
      (word, at) => word.lower === 'and' && !isTwoRoles(phrase, at) && !inside.some(name => holds(name.span, word.span)),
    )
  const role = phrase.at(-1)!.lower
  // "PRESENTER (Ruth Amadi)"
  const bracketed = inside.find(({ kind, span: [at] }) => kind === 'person' && body.slice(extent[1], at) === ' (')
  if (bracketed && (ROLES.has(role) || /^\p{Lu}+$/u.test(phrase.at(-1)!.text)))
    return { form: 'name', span, name: bracketed, role: null, called: null }
  const last = inside.findLast(name => name.span[1] >= extent[1] - 1 && name.span[0] < extent[1])
  if (last && !joint) return { form: 'name', span, name: last, role: null, called: null }
  const isPersonal = (name: NameMention) => name.kind === 'person' || (name.kind === 'unknown' && ROLES.has(role))
  const named = joint
    ? null
    : (appositionName(body, { words, to, inside, isPersonal }) ?? ledName(body, { extent, span, role, inside }))
  if (named) return { form: 'name', span, name: named, role: ROLES.has(role) ? role : null, called: role }
  if (phrase.length === 1 && SOME.has(role) && words[to]?.lower === 'of' && words[to + 1])
    extent[1] = words[phraseEnd(body, words, to + 1, inside) - 1]!.span[1]
  // The clause may stand behind the source, as the tagger has it.
  const near = joint ? [] : namesWithin(names, [extent[1], extent[1] + NAMED_UNITS])
  const given = near.find(({ span: [at, end] }) => {
    const between = body.slice(extent[1], at)
    return (end <= span[1] || between.startsWith(',')) && NAMED.test(between)
  })
  if (given) return { form: 'name', span, name: given, role: ROLES.has(role) ? role : null, called: role, named: true }
  const determiner = DETERMINERS.has(phrase[0]!.lower) ? phrase[0]!.lower : ''
  const owner = inside.find(name => name.span[0] >= extent[0] && name.span[1] <= extent[1]) ?? null
  // "the minister's adviser": the minister is none of what the adviser is.
  const before = phrase.slice(determiner ? 1 : 0, -1)
  const modifiers = before.slice(before.findLastIndex(word => word.possessive) + 1).map(word => word.lower)
  const owned = phrase.slice(0, -1).some(word => word.possessive)
  const office = role === 'head' ? /^\sof\s(state|government)\b/.exec(body.slice(extent[1], extent[1] + OFFICE_UNITS)) : null
  const head = office ? `head-of-${office[1]}` : role
  const told = to < words.length && !office && !ALSO.test(words[to]!.lower)
  const noun = { head, modifiers, determiner, owner, owned, joint, told }
  return { form: 'nominal', span: office ? [extent[0], extent[1] + office[0].length] : extent, noun }
}

/** ", who gave only the name Ros", ", identified only as Uwe", "named Ezra Cobb". */
const NAMED =
  /^(?:,?\s(?:who|whose)\s[^,;“”]{0,60}\bname(?:\s(?:is|was|only|simply|just|as))*,?|,?\s(?:who\s[^,;“”]{0,40}\s)?(?:later\s)?identified(?:\s(?:only|later|himself|herself))*\sas|,?\s(?:an?\s(?:[\p{L}’'-]+\s){1,5})?(?:named|called)|,?\s(?:who\s)?(?:\p{L}+\s){1,3}(?:him|her)self(?:\sonly)?)\s$/u

const NAMED_UNITS = 90

const OFFICE_UNITS = 16
/** What follows a noun without telling which one is meant. */
const ALSO = /^(?:(?:him|her|it)self|themselves|there|here)$/

/** The account of a post. */
const HANDLE = /^@(\w{2,30})/
const HANDLE_UNITS = 32
const NO_NOUN = { modifiers: [], determiner: '', owner: null, owned: false, joint: false, told: false }

/** "a statement from the ministry", "a post by the mayor": the ministry, the mayor speaks. */
const SENT_OUT =
  /^(?:(?:according|to|in|from|an?|the|another|this|that|joint|written|official|prepared|press|news|media)\s)*(?:statements?|releases?|communiqués?|posts?|tweets?|messages?|letters?|e-?mails?)\s(?:(?:issued|released|sent|provided|put|out|made|given|published)\s)*(?:from|by)\s(?=\S)/i

/** "the former mayor and senator" is one person. */
const isTwoRoles = (phrase: readonly Word[], and: number): boolean => {
  const [first, second] = [phrase[and - 1], phrase.at(-1)]
  return (
    first !== undefined && ROLES.has(first.lower) && ROLES.has(second!.lower) && !DETERMINERS.has(phrase[and + 1]?.lower ?? '')
  )
}

/** "Ada Lowe (D-Me.), Ben Moss and Cy Orr": names with nothing but commas, brackets and "and" between. */
function isList(body: string, inside: readonly NameMention[]): boolean {
  const [first, second] = inside
  if (!first || !second || first.possessive) return false
  const between = body.slice(first.span[1], second.span[0]).replace(/\([^)]*\)|\b[RDI]-[\p{L}.]+/gu, '')
  if (!/^[\s,]*(?:,|,?\s*(?:and|&))\s+[\s,]*(?:\p{Lu}[\p{L}.]*\s+)*$/u.test(between)) return false
  return /\band\b|&/.test(body.slice(first.span[1], inside.at(-1)!.span[0]))
}

const POSSESSIVE_PRONOUNS = new Set(['his', 'her', 'its', 'their', 'my', 'our'])

/** "he's": the tagger may end a source after the pronoun or after its clipped verb. */
const isClipped = (body: string, word: Word): boolean =>
  /^['’](?:s|d|re|ve|ll|m)\b/.test(body.slice(word.span[1], word.span[1] + 4))

const holds = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1]

/** The names that touch `span`; `names` are in order and apart from each other. */
export function namesWithin(names: readonly NameMention[], span: Span): NameMention[] {
  const first = partitionPoint(names, name => name.span[1] <= span[0])
  const result: NameMention[] = []
  for (let index = first; index < names.length && names[index]!.span[0] < span[1]; index++) result.push(names[index]!)
  return result
}

function phraseEnd(body: string, words: readonly Word[], from: number, inside: readonly NameMention[]): number {
  for (let at = from + 1; at < words.length; at++) {
    const word = words[at]!
    const gap = body.slice(words[at - 1]!.span[1], word.span[0])
    if (/[,;:()[\]—–―“”"]|--|\s-\s/.test(gap)) return at
    // "A man calling himself Pell" is none of these.
    if (ALSO.test(word.lower) && !words[at + 1]?.capital) return at
    if (BREAKS.has(word.lower) && !inside.some(name => holds(name.span, word.span))) return at
  }
  return words.length
}

/** "one of the owners, Ada Lowe," and "her lawyer, former judge Ada Lowe": a person named right after a comma, titles between. */
function appositionName(body: string, given: Apposition): NameMention | null {
  const { words, to, inside, isPersonal } = given
  const from = words[to - 1]!.span[1]
  for (const name of inside) {
    if (name.span[0] < from || !isPersonal(name) || (name.parts.length < 2 && !name.titled) || name.possessive) continue
    const between = body.slice(from, name.span[0])
    const segment = between.slice(between.lastIndexOf(',') + 1)
    if (!between.includes(',') || /[;:()[\]“”"]|\b(?:and|or|including|who|which)\b/.test(segment)) continue
    if (segment.trim().split(/\s+/).length > APPOSITION_WORDS_MAX) continue
    return name
  }
  return null
}

/** "Chairperson of the Lakes Union Moses Kibet", "Chair of Governors Sir Tim Raikes": whoever a role leads in with the body between; null where it leads in nobody. */
function ledName(
  body: string,
  given: { readonly extent: Span; readonly span: Span; readonly role: string; readonly inside: readonly NameMention[] },
): NameMention | null {
  const name = given.inside.at(-1)
  if (!name || !LEADING.has(given.role) || name.kind !== 'person' || name.span[1] < given.span[1] || name.possessive) return null
  const between = LED_BY.exec(body.slice(given.extent[1], name.span[0]))
  return between &&
    !between[1]!
      .trim()
      .split(' ')
      .every(word => HONORIFICS.has(word) || ROLES.has(word.toLowerCase()))
    ? name
    : null
}

/** Offices of a body; the spokesman or the wife of somebody is another one. */
const LEADING = new Set(
  'chair chairman chairwoman chairperson president director head minister secretary leader commissioner ambassador ceo executive governor mayor dean'.split(
    ' ',
  ),
)
const LED_BY = /^\s(?:of|for|at)\s(?:the\s)?((?:(?:\p{Lu}[\p{L}.’'-]*|of|for|and|the)\s)+)$/u

/** "One of the nurses", "two of them": some of several, told by what follows. */
const SOME = new Set('one two three four five six some many several both most another'.split(' '))

interface Apposition {
  readonly words: readonly Word[]
  /** Where the noun phrase before the comma ends. */
  readonly to: number
  readonly inside: readonly NameMention[]
  /** Whether a name can be that of the person whom the noun phrase speaks of. */
  readonly isPersonal: (name: NameMention) => boolean
}

/** Titles between a comma and the name that they lead in: "former White House press secretary". */
const APPOSITION_WORDS_MAX = 6
