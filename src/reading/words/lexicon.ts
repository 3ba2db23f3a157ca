import { readFileSync } from 'node:fs'

/** The word lists of `ontology/`, read once when the module is loaded, as the model is. */
interface VerbLists {
  readonly doubting: readonly string[]
  readonly affirming: readonly string[]
  readonly denying: readonly string[]
  readonly asking: readonly string[]
  readonly neutral: readonly string[]
}

interface TitleLists {
  readonly honorifics: { readonly male: string; readonly female: string; readonly either: string }
  readonly abbreviations: Readonly<Record<string, string>>
  readonly roles: readonly string[]
  readonly gender: { readonly male: string; readonly female: string }
  readonly same: readonly (readonly string[])[]
  readonly parties: string
}

interface NounLists {
  readonly bodies: readonly string[]
  readonly generalBodies: readonly string[]
  readonly bodyNames: Readonly<Record<string, string>>
  readonly sameBodies: Readonly<Record<string, readonly string[]>>
  readonly documents: readonly string[]
  readonly sameDocuments: readonly string[]
  readonly collectives: readonly string[]
  readonly uniqueOffices: readonly string[]
  readonly spokenOf: readonly string[]
  readonly acting: readonly string[]
  readonly things: readonly string[]
  readonly ground: readonly string[]
}

interface GivenNames {
  readonly male: readonly string[]
  readonly female: readonly string[]
  readonly either: readonly string[]
}

function load<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../ontology/${name}.json`, import.meta.url), 'utf8')) as T
}

const words = (lines: string | readonly string[]): string[] =>
  (typeof lines === 'string' ? lines : lines.join(' ')).split(' ').filter(word => word !== '')

const verbs = load<VerbLists>('reporting-verbs')
export const DOUBTING = new Set(words(verbs.doubting))
export const AFFIRMING = new Set(words(verbs.affirming))
export const DENYING = new Set(words(verbs.denying))
export const ASKING = new Set(words(verbs.asking))
export const REPORTING = new Set([...words(verbs.neutral), ...DOUBTING, ...AFFIRMING, ...DENYING, ...ASKING])

export type Gender = 'male' | 'female'

const titles = load<TitleLists>('titles')
export const HONORIFICS: ReadonlyMap<string, Gender | null> = new Map([
  ...words(titles.honorifics.male).map(word => [word, 'male'] as const),
  ...words(titles.honorifics.female).map(word => [word, 'female'] as const),
  ...words(titles.honorifics.either).map(word => [word, null] as const),
])
export const ROLE_ABBREVIATIONS: ReadonlyMap<string, string> = new Map(Object.entries(titles.abbreviations))
export const ROLES = new Set(words(titles.roles))
export const ROLE_GENDER: ReadonlyMap<string, Gender> = new Map([
  ...words(titles.gender.male).map(word => [word, 'male'] as const),
  ...words(titles.gender.female).map(word => [word, 'female'] as const),
])
export const PARTIES = new Set(words(titles.parties))

const sameRoles = titles.same.map(group => new Set(group))
/** Whether two roles may be said of one person for one reason: "senator" and "lawmaker". */
export function isSameRole(a: string, b: string): boolean {
  return a === b || sameRoles.some(group => group.has(a) && group.has(b))
}

const nouns = load<NounLists>('nouns')
export const BODY_NOUNS = new Set(words(nouns.bodies))
/** Nouns under which any body may go, whatever its name. */
export const GENERAL_BODIES = new Set(words(nouns.generalBodies))
/** Words in the name of a body that make the noun fit it. */
export const BODY_NAMES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...Object.keys(nouns.bodyNames), ...Object.keys(nouns.sameBodies)].map(noun => [
    noun,
    new Set((nouns.sameBodies[noun] ?? [noun]).flatMap(each => words(nouns.bodyNames[each]!))),
  ]),
)
export const DOCUMENT_NOUNS = new Set(words(nouns.documents))
/** Documents that may be spoken of under each other's noun. */
export const SAME_DOCUMENTS: readonly ReadonlySet<string>[] = nouns.sameDocuments.map(group => new Set(words(group)))
/** Plural or collective nouns that have no s. */
export const COLLECTIVES = new Set(words(nouns.collectives))
/** Offices that one person in the country holds: without a name in the text they stand for themselves. */
export const UNIQUE_OFFICES = new Set(words(nouns.uniqueOffices))
/** Roles under which somebody who was already named may go on being spoken of, though the text never gave them that role. */
export const SPOKEN_OF = new Set(words(nouns.spokenOf))
/** Others that act, and what acts for them in a war. */
export const ACTING_NOUNS = new Set(words(nouns.acting))
/** Things and abstractions that end as persons do, or that stand in the plural as groups do. */
export const THING_NOUNS = new Set(words(nouns.things))
/** Buildings, settlements and ground, which are hit, held and visited. */
export const GROUND_NOUNS = new Set(words(nouns.ground))

/** What is listed by hand stands over the larger list, which was made. */
export const GIVEN_NAMES: ReadonlyMap<string, Gender | null> = new Map(
  [load<GivenNames>('given-names-world'), load<GivenNames>('given-names')].flatMap(given => [
    ...words(given.male).map(word => [word, 'male'] as const),
    ...words(given.female).map(word => [word, 'female'] as const),
    ...words(given.either).map(word => [word, null] as const),
  ]),
)
