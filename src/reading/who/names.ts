import type { Span } from '../../record/index.ts'
import { countryOfDemonym, countryOfName } from '../places/countries.ts'
import { type Metonym, metonymOf } from '../places/metonyms.ts'
import { type Gender, GIVEN_NAMES, HONORIFICS, PARTIES, ROLE_GENDER, ROLES } from '../words/lexicon.ts'
import type { Word } from '../words/words.ts'
import { capitalRuns, capitalVocabulary, isTitleCase, lowerVocabulary, NAME_WORDS_MAX, nameStart, type Run } from './name-runs.ts'
import { BODY_WORDS, PLACES, RELATIVES } from './name-words.ts'
import { type Apposed, isTitle, rolesOf, saidAcross, saidAfter, saidBefore } from './said.ts'

export { isTitle }

/** A name as it stands in the text. */
export interface NameMention {
  /** Without titles. */
  readonly span: Span
  /** The words of the name. */
  readonly parts: readonly string[]
  readonly kind: 'person' | 'organization' | 'place' | 'group' | 'unknown'
  readonly gender: Gender | null
  readonly possessive: boolean
  readonly sentence: number
  /** Roles and other lower-case words said of the bearer, before the name or in apposition: "senator", "democratic". */
  readonly said: readonly string[]
  /** Whether "the" stands right before it: a ship, a paper, a party; of people only "the Ada Lowe campaign". */
  readonly article: boolean
  /** Whether "in", "near" or "outside" stands right before it: what has no known kind is a place then. */
  readonly inside: boolean
  /** Whether the name is led in by a role or an honorific. */
  readonly titled: boolean
  /** Whether it stands in a headline's Title Case, where capitals tell nothing. */
  readonly headline: boolean
  /** The titles before it, as they stand in the text: "Russian President"; null where there are none. */
  readonly lead: Span | null
  /** The noun phrase that stands beside it and says the same person: ", the harbour master,". */
  readonly apposed: Span | null
  /** What it stands for, where it is used for a government or its like: "the Kremlin said". */
  readonly metonym: Metonym | null
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
          article: false,
          inside: false,
          titled: false,
          headline: true,
          lead: null,
          apposed: null,
          metonym: null,
        })
        at += length - 1
        break
      }
    }
  })
  return mentions
}

function readRun(input: {
  readonly body: string
  readonly words: readonly Word[]
  readonly run: Run
  readonly sentence: number
}): NameMention[] {
  const { body, words, run } = input
  const all = words.slice(run.from, run.to)
  const led = roleBeforeBody(words, run)
  const start = led ? led.start : nameStart(all)
  const lead = all.slice(0, start)
  const core = all.slice(start)
  const before = saidBefore(body, words, run.from)
  if (core.length === 1 && countryOfDemonym(core[0]!.text) && !isPeople(core[0]!) && before.said.length === 0) core.length = 0
  const honorific = lead.findLast(word => HONORIFICS.has(word.text))
  const leadRoles = lead.flatMap(rolesOf)
  const mentions: NameMention[] = []
  const office = led ? lead : core.length > 0 ? officeOf(lead) : []
  if (office.length > 0) mentions.push(mentionOf(input, office, { said: [], titled: false }))
  if (core.length === 0 || isOffice(core, lead) || isOfficeOfNext(body, words, run)) return mentions
  const across = lead.every(word => HONORIFICS.has(word.text) || /^(?:Very|Most|Rt|Right)$/.test(word.text))
    ? saidAcross(body, words, run)
    : []
  const titled = led !== null || honorific !== undefined || leadRoles.length > 0 || before.role || across.length > 0
  const located = LOCATING.has(words[run.from - 1]?.lower ?? '') && !titled && !GIVEN_NAMES.has(core[0]!.text)
  const after = located ? NOTHING_SAID : saidAfter(body, words, run.to)
  const article = words[run.from - 1]?.lower === 'the' && lead.length === 0
  const inside = /^(?:in|near|outside)$/.test(words[run.from - 1]?.lower ?? '') && !core.at(-1)!.possessive
  const said = [...(led?.said ?? []), ...lead.map(word => word.lower), ...leadRoles, ...before.said, ...across, ...after.said]
  const from = before.said.length > 0 ? before.from : (lead[0]?.span[0] ?? null)
  const gender = honorific ? (HONORIFICS.get(honorific.text) ?? null) : null
  const leadSpan: Span | null = from === null ? null : [from, core[0]!.span[0]]
  mentions.push(mentionOf(input, core, { said, titled, article, inside, gender, lead: leadSpan, apposed: after.span }))
  return mentions
}

/** "Chairperson of the Lakes Union Moses Kibet": where the person's name starts behind the body's, and the role; null where no role leads in both. */
function roleBeforeBody(
  words: readonly Word[],
  { from, to }: Run,
): { readonly start: number; readonly said: readonly string[] } | null {
  const joint = words[from - 1]?.lower === 'the' ? from - 2 : from - 1
  const said = words[joint - 1] && /^(?:of|for|at)$/.test(words[joint]!.lower) ? rolesOf(words[joint - 1]!) : []
  if (said.length === 0) return null
  const given = words
    .slice(from, to - 1)
    .findIndex((word, at, all) => at > 0 && GIVEN_NAMES.has(word.text) && isBodyWord(all[at - 1]!))
  return given > 0 && !words.slice(from + given, to).some(isBodyWord) ? { start: given, said } : null
}

const isBodyWord = ({ lower }: Word): boolean => BODY_WORDS.has(lower)

/** "The reef at Gull Point, a member of the crew said": what follows the name of a place is no apposition to it. */
const LOCATING = new Set('at in near off outside inside around beyond'.split(' '))
const NOTHING_SAID: Apposed = { said: [], span: null }

/** The body or place that a title names: "White House Press Secretary" → White House, "Massachusetts Sen." → Massachusetts. */
function officeOf(lead: readonly Word[]): readonly Word[] {
  let length = lead.findIndex(word => isTitle(word) || PARTIES.has(word.text) || countryOfDemonym(word.text) !== null)
  while (length > 0 && RANKS.has(lead[length - 1]!.lower)) length--
  return lead.slice(0, Math.max(0, length))
}

/** "Chief Executive", "Chief Operating Officer": an office written with capitals, and nobody's name. */
const isOffice = (core: readonly Word[], lead: readonly Word[]): boolean =>
  lead.length + core.length > 1 &&
  ROLES.has(core.at(-1)!.lower) &&
  [...lead, ...core.slice(0, -1)].every(word => RANKS.has(word.lower) || BRANCHES.has(word.lower))

/** "The Permanent Secretary, Mrs. Achieng,": an office, by the name that it stands beside. */
function isOfficeOfNext(body: string, words: readonly Word[], { from, to }: Run): boolean {
  const [last, next] = [words[to - 1]!, words[to]]
  if (rolesOf(last).length === 0 || !/^(?:the|his|her|its|their)$/.test(words[from - 1]?.lower ?? '') || !next?.capital)
    return false
  return body.slice(last.span[1], next.span[0]) === ', ' && (HONORIFICS.has(next.text) || GIVEN_NAMES.has(next.text))
}

/** What a company's officers are chiefs of. */
const BRANCHES = new Set(
  'operating financial technical technology medical information marketing legal commercial creative sustainability risk'.split(
    ' ',
  ),
)

/** Words of an office that belong to the title, not to the body: "Senate Majority Leader", "Treasury First Deputy Secretary". */
const RANKS = new Set(
  'press majority minority prime vice first deputy chief senior junior foreign interior defence defense finance home communications campaign policy associate assistant acting national budget general executive managing lead principal special top'.split(
    ' ',
  ),
)

interface Told {
  readonly said: readonly string[]
  readonly titled: boolean
  readonly article?: boolean
  readonly inside?: boolean
  readonly gender?: Gender | null
  readonly lead?: Span | null
  readonly apposed?: Span | null
}

function mentionOf(
  { body, sentence }: { readonly body: string; readonly sentence: number },
  core: readonly Word[],
  told: Told,
): NameMention {
  const span: Span = [core[0]!.span[0], endOf(body, core)]
  const parts = core.map(word => word.text)
  const metonym = told.titled || countryOfName(parts.join(' ')) ? null : metonymOf({ body, span })
  const called = CALLED.test(body.slice(Math.max(0, span[0] - CALLED_UNITS), span[0]))
  const person = told.titled || called || (core.length > 1 && core.length <= 3 && WHO.test(body.slice(span[1], span[1] + 6)))
  const kind = metonym && !metonym.place ? 'organization' : kindOf(core, person)
  const gender =
    kind === 'organization' || kind === 'place' ? null : (told.gender ?? genderSaid(told.said) ?? givenGender(parts, told.said))
  return {
    span,
    parts,
    kind,
    gender,
    possessive: core.at(-1)!.possessive,
    sentence,
    said: told.said,
    article: told.article ?? false,
    inside: told.inside ?? false,
    titled: told.titled,
    headline: false,
    lead: told.lead ?? null,
    apposed: told.apposed ?? null,
    metonym,
  }
}

/** "a man named Pell", "identified only as Uwe". */
const CALLED =
  /\b(?:(?:man|woman|boy|girl|child)\s(?:named|called)|identified\sonly\sas|(?:him|her)self|[Hh](?:is|er)\sname\s(?:is|was))\s$/
const CALLED_UNITS = 24

/** "Kari Mohn, who chairs the union": a company would be followed by "which". */
const WHO = /^,\swho\b/

/** The full stop of "Jr." belongs to the name, that of "U.S." too; a sentence's own never does. */
function endOf(body: string, core: readonly Word[]): number {
  const last = core.at(-1)!
  return last.text.endsWith('.') || body[last.span[1] - 1] !== '.' ? last.span[1] : last.span[1] - 1
}

function kindOf(core: readonly Word[], titled: boolean): NameMention['kind'] {
  const text = core.map(word => word.lower).join(' ')
  const isBody = core.some(word => BODY_WORDS.has(word.lower))
  if (PLACES.has(text) || (!titled && countryOfName(core.map(word => word.text).join(' ')))) return 'place'
  if (core.length === 1 && isPeople(core[0]!)) return 'group'
  if (titled && core.length <= 4 && !(isBody && core.length > 1 && !GIVEN_NAMES.has(core[0]!.text))) return 'person'
  if (isBody || (core.length === 1 && /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,6})$/u.test(core[0]!.text))) return 'organization'
  if (core.length >= 2 && core.length <= 5 && GIVEN_NAMES.has(core[0]!.text)) return 'person'
  if (core.length >= 3 && /^\p{Lu}\.$/u.test(core[1]!.text)) return 'person'
  return 'unknown'
}

/** "Russians", "Filipinos": a people; "the French" and one "Russian" are not looked for. */
const isPeople = ({ text }: Word): boolean => /(?:s|men)$/.test(text) && countryOfDemonym(text) !== null

/** "her husband, Callum": of a relative the given name alone may stand. */
const givenGender = (parts: readonly string[], said: readonly string[]): Gender | null =>
  parts.length > 1 || said.some(word => RELATIVES.has(word)) ? (GIVEN_NAMES.get(parts[0]!) ?? null) : null

export function genderSaid(said: readonly string[]): Gender | null {
  for (const word of said) {
    const gender = ROLE_GENDER.get(word)
    if (gender) return gender
  }
  return null
}
