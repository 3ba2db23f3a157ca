import type { Around } from './around.ts'
import { isCountry, isSomebody, type Kind, kindOf } from './kinds.ts'
import type { Token } from './line.ts'
import type { Party } from './phrase.ts'
import { set } from './small-words.ts'
import type { VerbTrigger } from './triggers.ts'

/** A verb with its parties, as far as it is to be seen whether it is the deed that it may be. */
export interface Told {
  readonly line: readonly Token[]
  readonly trigger: VerbTrigger
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly around: Around
}

export type Rule = (told: Told) => boolean
/** Verbs, and what has to hold for them; a verb in several lines has all of their rules. */
export type Rules = readonly (readonly [verbs: string, rules: readonly Rule[]])[]

export const next = ({ line, trigger }: Told): string => {
  const token = line[trigger.last + 1]
  return token && !/[.;:,()]/.test(token.before) ? token.lower : ''
}

export const behind = ({ line, trigger }: Told, words: number): string =>
  line
    .slice(trigger.last + 1, trigger.last + 1 + words)
    .map(token => token.lower)
    .join(' ')

export const kinds = (line: readonly Token[], parties: readonly Party[]): Kind[] => parties.map(party => kindOf(line, party))

/** How far behind a verb what is wanted may stand, in words. */
export const WANTED_WORDS = 14

/** "to leave", "not to leave" behind the verb in its clause. */
export function wanted({ line, trigger }: Told): string | null {
  for (let i = trigger.at + 1; i < Math.min(line.length - 1, trigger.last + WANTED_WORDS); i++) {
    if (i > trigger.last + 1 && (/[;:]/.test(line[i]!.before) || /^(?:VBD|VBZ|VBP|MD)$/.test(line[i]!.part))) return null
    if (line[i]!.part !== 'TO') continue
    const verb = line[i + 1]!.part === 'R' ? line[i + 2] : line[i + 1]
    if (verb?.part === 'VB') return verb.lower
  }
  return null
}

export const toSomebody: Rule = ({ line, recipients }) => recipients.length > 0 && kinds(line, recipients).every(isSomebody)

export const toSomebodyIfAny: Rule = ({ line, recipients }) => kinds(line, recipients).every(isSomebody)

export const toNamed: Rule = ({ line, recipients }) =>
  recipients.length > 0 && kinds(line, recipients).every(kind => /^(?:name|person|body)$/.test(kind))

export const toNoThing: Rule = ({ line, recipients }) => recipients.length > 0 && !kinds(line, recipients).includes('thing')

export const byMany: Rule = ({ line, trigger, actors }) =>
  trigger.passive || (actors.length > 0 && (actors.length > 1 || actors.every(party => areMany(line, party))))

/** A plural, or a body of many. */
const areMany = (line: readonly Token[], party: Party): boolean => {
  const { lower, part, capital } = line[party.head]!
  return kindOf(line, party) === 'group' || part === 'NS' || (capital && /s$/.test(lower)) || MANY.test(lower)
}

const MANY =
  /^(?:they|we|union|group|crowd|mob|movement|party|opposition|federation|association|alliance|coalition|league|community|council|staff|crew|delegation|team|family|families|police|people|students|both|who|which)$/

export const byOffice: Rule = ({ line, actors }) => kinds(line, actors).every(kind => kind !== 'thing')

export const toDo: Rule = told => wanted(told) !== null

export const notByIts: Rule = ({ trigger, actors }) => !trigger.passive || actors.length > 0

export const isViolent: Rule = ({ around }) => around.isViolent

/** Two or more who meet: several parties, or a plural. */
export const areSeveral = (line: readonly Token[], actors: readonly Party[]): boolean =>
  actors.length > 1 || actors.some(({ head }) => /[^s]s$|^(?:they|both|we|men|people|police)$/.test(line[head]!.lower))

/** Whether weapons or men in arms are among the parties, or spoken of near by. */
export const inArms: Rule = told => {
  const { line, actors, recipients, around } = told
  const heads = [...actors, ...recipients].map(({ head }) => line[head]!.lower)
  if (heads.some(head => FORCES.test(head))) return true
  if (heads.some(head => POLITICAL.test(head))) return false
  return (
    around.isArmed &&
    kinds(line, [...actors, ...recipients]).every(kind => kind !== 'thing' && kind !== 'person') &&
    !isPersonal(told)
  )
}

export const FORCES =
  /^(?:troops|forces?|rebels?|soldiers?|militants?|fighters?|militias?|militiamen|police|policemen|officers|protesters?|demonstrators?|army|insurgents?|gunmen|guerrillas?|gangs?|gendarmes?|warriors?|units|rioters|jihadists?|islamists?|marines|commandos?|separatists?|navy|taliban|isis|isil|hezbollah|hamas|cartels?|inmates|prisoners|guards?|armies|tribesmen|settlers|mob|mobs|youths)$/

export const POLITICAL =
  /^(?:democrats?|republicans?|candidates?|campaigns?|voters?|lawmakers?|senators?|conservatives?|liberals?|progressives?|party|parties|companies|company|lawyers?|firefighters?|teams?|media|critics|officials?|judges?|rivals?|opponents?|president|leaders?|immigrants|muslims|mayor|governor|minister|politicians?|journalists?|reporters?|nominee|administration)$/

/** One person by name: who "attacks" another does so with words, where nothing tells of arms. */
export const isPersonal: Rule = ({ line, actors }) => actors.length === 1 && actors.every(party => isOnePerson(line, party))

/** "he", "Mr Oda", "Ana Ruiz"; a single name may be a country's as well, and is a person's only where nobody else could be meant. */
export function isOnePerson(line: readonly Token[], party: Party): boolean {
  const token = line[party.head]!
  if (/^(?:he|she|him|her|his|i)$/.test(token.lower)) return true
  if (kindOf(line, party) === 'person') return true
  return (
    kindOf(line, party) === 'name' &&
    /^(?:\p{L}|[.'’-]|\s)+$/u.test(token.lower) &&
    !NAMES_OF_MANY.test(token.lower) &&
    !isCountry(token.lower) &&
    line[first(line, party)]!.lower !== 'the'
  )
}

export const first = (line: readonly Token[], { span }: Party): number =>
  Math.max(
    0,
    line.findIndex(token => token.span[0] === span[0]),
  )

const NAMES_OF_MANY =
  /s$|^(?:party|group|army|front|state|government|council|house|senate|congress|union|force|police|movement|league|taliban|isis|hamas|hezbollah)$/

/** "no one", "none of the sailors". */
export const isNobody = (line: readonly Token[], { span, head }: Party): boolean => {
  const first = line.findIndex(token => token.span[0] === span[0])
  return /^(?:no|none|nobody)$/.test(line[first >= 0 ? first : head]!.lower)
}

/** Who strikes when something "hits" or "strikes" a place. */
export const ARMED = set(
  'jet jets warplane warplanes plane planes aircraft drone drones helicopter helicopters missile missiles rocket rockets artillery shell shells mortar mortars bomb bombs bomber bombers gunship gunships airstrike airstrikes strike strikes army forces navy air blast explosion explosions gunfire grenade device bullet bullets mine shelling strike',
)

export function byArmedOrSomebody({ line, actors }: Told): boolean {
  return actors.every(party => isSomebody(kindOf(line, party)) || ARMED.has(line[party.head]!.lower))
}

export const ASKING_OFFICE =
  /^(?:police|detectives?|investigators?|prosecutors?|magistrates?|officers?|fbi|authorities|agents|judge|deputies|troopers?|inspectors?|tribunal|marshals|officials?|government|ministry|court|president|minister|mayor|governor|regulators?|commission)$/
