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

/** What is listed by hand stands over the larger list, which was made. */
export const GIVEN_NAMES: ReadonlyMap<string, Gender | null> = new Map(
  [load<GivenNames>('given-names-world'), load<GivenNames>('given-names')].flatMap(given => [
    ...words(given.male).map(word => [word, 'male'] as const),
    ...words(given.female).map(word => [word, 'female'] as const),
    ...words(given.either).map(word => [word, null] as const),
  ]),
)
