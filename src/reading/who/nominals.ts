import type { Span } from '../../record/index.ts'
import { isSameRole } from '../words/lexicon.ts'
import type { NounPhrase } from './heads.ts'
import {
  classOf,
  documentNouns,
  fitOf,
  GENERAL_BODIES,
  genderOfNoun,
  isCalled,
  isRole,
  KIND_OF,
  SPOKEN_OF,
  UNIQUE_OFFICES,
} from './nouns.ts'
import { addMention, type Referent } from './referents.ts'
import { type Appearance, mostInView, type View } from './salience.ts'
import { PERSONAL } from './somebody.ts'

/** How a speaker was found; `speakerConfidence` is measured for each way. */
export type Way =
  | 'name'
  | 'own words'
  | 'pronoun'
  | 'plural pronoun'
  | 'thing pronoun'
  | 'first person'
  | 'relative'
  | 'role said'
  | 'role in view'
  | 'body called'
  | 'body in view'
  | 'document'
  | 'named later'
  | 'goes on'

export interface Resolved {
  readonly referent: Referent
  readonly way: Way
  /** How clearly it stood out among others, 0.5 to 1; 1 where there was no other. */
  readonly share: number
}

export interface NominalInput {
  readonly noun: NounPhrase
  readonly span: Span
  /** Everybody who has come up before, in order; the last ones are the nearest. */
  readonly appearances: readonly Appearance[]
  /** All with a name, also those who come up later only. */
  readonly people: readonly Referent[]
  readonly bodies: readonly Referent[]
  readonly unnamed: readonly Referent[]
  readonly view: View
  readonly create: () => Referent
  /** The text right before the source, for where "a judge" became "the judge", and right behind it. */
  readonly before: string
  readonly after: string
}

/** A fallback on who is most in view must be this clear; by reading PolNeAR's train. */
const IN_VIEW_SHARE = 0.75

/** Whom a source without a name means; null where it points back to somebody and two could be meant. */
export function resolveNominal(input: NominalInput): Resolved | null {
  const { noun } = input
  const kind = classOf(noun)
  const definite = /^(?:the|this|that)$/.test(input.noun.determiner)
  if (kind === 'person' && /^(?:his|her)$/.test(noun.determiner) && KIN.has(noun.head)) return resolveKin(input)
  if (kind === 'person') return definite ? resolveRole(input) : resolveFirstRole(input)
  if (kind === 'body') return definite ? resolveBody(input) : resolveFirstBody(input)
  if (kind === 'document') return definite ? resolveDocument(input) : own(input)
  if (kind === 'other' && definite) return resolveOther(input)
  return again(input)
}

const own = (input: NominalInput): Resolved => ({ referent: input.create(), way: 'own words', share: 1 })

/** "the guild", "the diver": a body whose name says so; somebody who came in so, or gets the name further on. */
function resolveOther(input: NominalInput): Resolved | null {
  const { noun, bodies, span } = input
  const called = bodies.filter(
    body =>
      body.mentions[0]!.span[0] < span[0] &&
      body.figure !== null &&
      body.figure.parts.length > 1 &&
      isCalled(body.figure.parts, noun.head),
  )
  if (called.length === 1 && noun.modifiers.length === 0) return { referent: called[0]!, way: 'body called', share: 0.5 }
  const later = namedLater(input)
  if (later.length === 1) return { referent: later[0]!, way: 'named later', share: 1 }
  return PERSONAL.test(noun.head) ? resolveRole(input) : again(input)
}

/** The same words again are the same source: "police", "the experts". */
function again(input: NominalInput): Resolved {
  const { noun } = input
  const known = input.unnamed.findLast(referent => referent.head === noun.head && referent.plural && sameWords(referent, noun))
  return known ? { referent: known, way: 'own words', share: 1 } : own(input)
}

function sameWords(referent: Referent, { modifiers, determiner }: NounPhrase): boolean {
  if (/^(?:some|many|several|other|another|one|two|three|four|five|few|most)$/.test(determiner)) return false
  if (determiner === '' && referent.said.size !== modifiers.length + 1) return false
  return modifiers.every(word => referent.said.has(word))
}

/** Where the noun came in with "a" shortly before, as an offset: then it is whoever that was; null where it did not. */
function cameIn({ before, noun, span }: NominalInput): number | null {
  const head = noun.head.replace(/[^\p{L}-]/gu, '')
  if (head === '' || !before.toLowerCase().includes(head)) return null
  const match = new RegExp(
    `\\b(?:an?|another|one)\\s+(?:(?!(?:the|that|who|which|of|by|to|and|for)\\s)[\\p{L}\\p{N}'’-]+\\s+){0,4}${head}(?![\\p{L}-])`,
    'iu',
  ).exec(before)
  return match && span[0] - before.length + match.index
}

/** "the senator", "the Republican nominee", "the 34-year-old mother". */
function resolveRole(input: NominalInput): Resolved | null {
  const { noun, appearances, people, unnamed, view } = input
  const gender = genderOfNoun(noun.head)
  const fits = (referent: Referent) => !(gender && referent.gender && referent.gender !== gender)
  const first = input.span[0]
  const met = [
    ...people.filter(person => person.mentions[0]!.span[0] < first),
    ...unnamed.filter(person => !person.plural && person.kind === 'unnamed'),
  ].filter(fits)
  const scored = met.map(referent => ({ referent, fit: fitOf(referent.said, noun) })).filter(({ fit }) => fit > 0)
  const best = Math.max(0, ...scored.map(({ fit }) => fit))
  const leaders = scored.filter(({ fit }) => fit === best).map(({ referent }) => referent)
  if (leaders.length === 1) {
    const seen = mostInView(appearances, view, referent => (referent === leaders[0] ? 1 : 0))
    if (seen || best > 1) return { referent: leaders[0]!, way: 'role said', share: seen ? 1 : 0.5 }
    // Out of view, and somebody in view whose role the text has not told: it may be theirs.
    const ranked = mostInView(appearances, view, referent => (referent.kind === 'person' && fits(referent) ? 1 : 0))
    if (ranked && ![...ranked.referent.said].some(isRole)) return null
    return { referent: leaders[0]!, way: 'role said', share: 0.5 }
  }
  if (leaders.length > 1) {
    const ranked = mostInView(appearances, view, referent => (leaders.includes(referent) ? 1 : 0))
    return ranked && ranked.share >= IN_VIEW_SHARE ? { referent: ranked.referent, way: 'role said', share: ranked.share } : null
  }
  const named = UNIQUE_OFFICES.has(noun.head) || cameIn(input) !== null ? [] : namedLater(input)
  if (named.length === 1) return { referent: named[0]!, way: 'named later', share: 1 }
  if (noun.owned || (noun.owner && noun.owner.kind !== 'place')) return own(input)
  const isAged = /-year-old$/.test(noun.head) || noun.modifiers.some(word => /-year-old$/.test(word))
  if (noun.told && !isAged && !isParent(input)) return own(input)
  if (UNIQUE_OFFICES.has(noun.head)) return own(input)
  const isPerson = (referent: Referent) =>
    referent.kind === 'person' && fits(referent) ? (gender && !referent.gender ? 0.6 : 1) : 0
  const ranked = mostInView(appearances, view, isPerson)
  const came = cameIn(input)
  if (!ranked) return own(input)
  const hasRole = [...ranked.referent.said].some(isRole)
  if (came !== null) return !hasRole && ranked.referent.mentions[0]!.span[0] > came ? null : own(input)
  if (!SPOKEN_OF.has(noun.head) && !isAged && !noun.modifiers.includes('former')) return own(input)
  // "The bishop" behind Father Moy is another one.
  if (hasRole && !isAged && noun.modifiers.length === 0 && !OF_ANYBODY.has(noun.head)) return null
  return ranked.share >= IN_VIEW_SHARE ? { referent: ranked.referent, way: 'role in view', share: ranked.share } : null
}

/** Under these anybody may go on being spoken of, whatever the text calls them. */
const OF_ANYBODY = new Set(
  'man woman widow widower mother father husband wife son daughter candidate nominee contender hopeful front-runner frontrunner lawmaker legislator politician republican democrat libertarian socialist conservative liberal independent businessman businesswoman mogul tycoon billionaire developer entrepreneur magnate incumbent challenger newcomer veteran activist star author writer'.split(
    ' ',
  ),
)

/** "the mother of three": no other one's mother. */
const isParent = ({ noun, after }: NominalInput): boolean =>
  /^(?:mother|father|mum|mom|dad|grandmother|grandfather)$/.test(noun.head) &&
  /^ of (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b/.test(after)

/** "a judge", "Former harbour chief": named in the lines that follow, or a source of their own; null where it is unclear which. */
function resolveFirstRole(input: NominalInput): Resolved | null {
  const { noun } = input
  if (/^(?:one|another|some|any|every|no|two|three)$/.test(noun.determiner) || noun.owner?.kind === 'person') return own(input)
  const later = namedLater(input)
  if (later.length === 0) return own(input)
  return later.length === 1 ? { referent: later[0]!, way: 'named later', share: 1 } : null
}

/**
 * Who gets the same role with a name further on: the one taken up as "the judge, Malcolm Frye," or, where few in a text can hold it, all
 * with that role.
 */
function namedLater({ noun, people, span }: NominalInput): Referent[] {
  const near = people.filter(({ mentions }) => {
    const at = mentions[0]!.span[0]
    return at > span[1] && at - span[1] < NAMED_LATER_UNITS
  })
  const again = near.filter(({ taken }) => [...taken].some(role => isSameRole(role, noun.head)))
  if (again.length === 1) return again
  const later = isRole(noun.head) ? near.filter(({ said, taken }) => fitOf(new Set([...said, ...taken]), noun) > 0) : []
  return HELD_BY_MANY.has(noun.head) ? [] : later
}

/** Another one with such a role is mostly somebody else. */
const HELD_BY_MANY = new Set(
  'spokesman spokeswoman spokesperson official aide adviser advisor lawyer attorney resident neighbour neighbor supporter voter member'.split(
    ' ',
  ),
)

const KIN = new Set(
  `wife husband son daughter father mother brother sister widow widower ex-wife ex-husband girlfriend boyfriend`.split(' '),
)

/** "his wife": whoever is said to be a wife, where that is one person only. */
function resolveKin(input: NominalInput): Resolved {
  const head = input.noun.head.replace(/^ex-/, '')
  const said = input.people.filter(({ said }) => said.has(head) || said.has(`ex-${head}`))
  return said.length === 1 ? { referent: said[0]!, way: 'role said', share: 0.5 } : own(input)
}

/** Appearances looked back at for the bearer of a role in passing. */
const ROLE_LOOK_BACK = 40

/** The one person to whom the text gave the role in "the senator", where they are in view; null where several or none. */
export function bearerOfRole(noun: NounPhrase, appearances: readonly Appearance[], view: View): Referent | null {
  const fits = new Map<Referent, number>()
  for (const { referent } of appearances.slice(-ROLE_LOOK_BACK)) {
    if (referent.kind !== 'person' || fits.has(referent)) continue
    const fit = fitOf(referent.said, noun)
    if (fit > 0) fits.set(referent, fit)
  }
  const best = Math.max(0, ...fits.values())
  const leaders = [...fits].filter(([, fit]) => fit === best).map(([person]) => person)
  if (leaders.length !== 1) return null
  return mostInView(appearances, view, referent => (referent === leaders[0] ? 1 : 0)) ? leaders[0]! : null
}

/** The one body in view whose name or the text calls it so: "the ministry", "the company"; null where several or none. */
export function bodyCalled(noun: NounPhrase, appearances: readonly Appearance[], view: View): Referent | null {
  const called = new Set<Referent>()
  for (const { referent } of appearances.slice(-ROLE_LOOK_BACK)) {
    const body = referent.kind === 'organization' && referent.figure
    if (body && (isCalled(body.parts, noun.head) || referent.said.has(noun.head))) called.add(referent)
  }
  const [only] = called
  if (called.size !== 1 || !only) return null
  return mostInView(appearances, view, referent => (referent === only ? 1 : 0)) ? only : null
}

/** How far on a first "a judge" may get its name, in UTF-16 units: two or three paragraphs. */
const NAMED_LATER_UNITS = 900

/** "the commission", "the bank", "the company". */
function resolveBody(input: NominalInput): Resolved | null {
  const { noun, appearances, bodies, span, view, unnamed } = input
  const met = bodies.filter(body => body.mentions[0]!.span[0] < span[0])
  const called = met.filter(body => body.figure && (isCalled(body.figure.parts, noun.head) || body.said.has(noun.head)))
  if (called.length === 1) {
    const seen = mostInView(appearances, view, referent => (referent === called[0] ? 1 : 0))
    if (seen || !GENERAL_BODIES.has(noun.head)) return { referent: called[0]!, way: 'body called', share: seen ? 1 : 0.5 }
  }
  if (called.length > 1) {
    const ranked = mostInView(appearances, view, referent => (called.includes(referent) ? 1 : 0))
    return ranked && ranked.share >= IN_VIEW_SHARE ? { referent: ranked.referent, way: 'body called', share: ranked.share } : null
  }
  const known = unnamed.findLast(referent => referent.head === noun.head)
  if (known) return { referent: known, way: 'body called', share: 1 }
  if (!GENERAL_BODIES.has(noun.head) || noun.told || noun.owner) return own(input)
  const isBody = (referent: Referent) => (referent.kind === 'organization' ? 1 : referent.kind === 'unknown' ? 0.6 : 0)
  const ranked = mostInView(appearances, view, isBody)
  if (!ranked) return own(input)
  return ranked.share >= IN_VIEW_SHARE ? { referent: ranked.referent, way: 'body in view', share: ranked.share } : null
}

/** "A union of dockers": named in the lines that follow, or a source of its own. */
function resolveFirstBody(input: NominalInput): Resolved {
  const { noun, bodies, span } = input
  if (!/^(?:an?|)$/.test(noun.determiner) || noun.owner) return again(input)
  const later = bodies.filter(body => {
    const at = body.mentions[0]!.span[0]
    return at > span[1] && at - span[1] < NAMED_LATER_UNITS && body.figure !== null && isCalled(body.figure.parts, noun.head)
  })
  return later.length === 1 ? { referent: later[0]!, way: 'named later', share: 1 } : again(input)
}

/** "the report", "the clip": one that came up before under that noun or its like; "the statement" is the one that was issued as "a statement". */
function resolveDocument(input: NominalInput): Resolved {
  const { noun, unnamed, span } = input
  if (noun.told || noun.owner) return own(input)
  const nouns = documentNouns(noun.head)
  const known = unnamed.findLast(referent => referent.kind === 'document' && referent.head !== null && nouns.has(referent.head))
  if (known) return { referent: known, way: 'document', share: 1 }
  const found = own(input)
  const came = cameIn(input)
  if (came !== null) {
    const [whole] = new RegExp(`^.{0,60}?${noun.head}`, 'is').exec(input.before.slice(came - span[0])) ?? []
    if (whole) addMention(found.referent, { span: [came, came + whole.length], form: 'nominal' })
  }
  return found
}

export function kindOfNoun(noun: NounPhrase): { readonly kind: Referent['kind']; readonly plural: boolean } {
  const kind = classOf(noun)
  return { kind: KIND_OF[kind], plural: kind === 'group' || (kind === 'document' && /s$/.test(noun.head)) }
}
