import { readFileSync } from 'node:fs'

/** News agencies and press-release services as `ontology/agencies.json` lists them, read once when the module is loaded. */
interface AgencyList {
  readonly agencies: readonly { readonly name: string; readonly also: readonly string[]; readonly country: string | null }[]
  readonly releases: readonly string[]
}

const list = JSON.parse(readFileSync(new URL('../../ontology/agencies.json', import.meta.url), 'utf8')) as AgencyList

/** Every name and abbreviation of an agency, the longest first, so that an alternation takes the fullest. */
const NAMES = byLength(list.agencies.flatMap(agency => [agency.name, ...agency.also]))

/** Source of a regular expression for any agency's name. Case counts: `ANSA` and `dpa` are names, `Pa` is none. */
export const AGENCY = alternation(NAMES)
/** The same for services that pass on press releases. */
export const RELEASE_SERVICE = alternation(byLength(list.releases))

/** Whether a name is one of an agency, whatever its case, with or without "The". */
export function isAgency(name: string): boolean {
  return KNOWN.has(bare(name))
}

/** The full name of the agency that signs so, whatever the case; null where none does. */
export function agencyNamed(name: string): string | null {
  return FULL.get(bare(name)) ?? null
}

const bare = (name: string): string => name.toLowerCase().replace(/^the /, '').trim()
const KNOWN = new Set(NAMES.map(bare))
const FULL = new Map(list.agencies.flatMap(agency => [agency.name, ...agency.also].map(name => [bare(name), agency.name])))

function byLength(names: readonly string[]): string[] {
  return [...names].sort((a, b) => b.length - a.length)
}

function alternation(names: readonly string[]): string {
  return `(?:${names.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s')).join('|')})(?![\\p{L}\\p{N}])`
}
