import { readFileSync } from 'node:fs'
import { agencyNamed } from '../../article/agencies.ts'

/** An outlet as `ontology/outlets.json` lists it. */
export interface Outlet {
  readonly name: string
  /** Who publishes it; its own name where it stands alone. */
  readonly family: string
}

interface OutletList {
  readonly families: readonly {
    readonly name: string
    /** `Name = other name = … | host host`; an outlet without the bar has no host here. */
    readonly outlets: readonly string[]
  }[]
}

const list = JSON.parse(readFileSync(new URL('../../../ontology/outlets.json', import.meta.url), 'utf8')) as OutletList

const BY_NAME = new Map<string, Outlet>()
/** Names that begin with a small letter: `taz`, `dpa`. */
const LOWER_CASE = new Set<string>()
const BY_HOST = new Map<string, Outlet>()
const NAMES = new Map<string, readonly string[]>()
for (const { name: family, outlets } of list.families) {
  for (const line of outlets) {
    const [left = '', hosts = ''] = line.split('|')
    const names = left.split('=').map(part => part.trim())
    const outlet = { name: names[0]!, family }
    for (const name of names) if (/^\p{Ll}/u.test(name)) LOWER_CASE.add(name)
    for (const name of names) if (!BY_NAME.has(keyOf(name))) BY_NAME.set(keyOf(name), outlet)
    for (const host of hosts.trim().split(/\s+/)) if (host) BY_HOST.set(host, outlet)
    NAMES.set(outlet.name, names)
  }
}

/** The outlet that goes by this name or host name (`www.` and subdomains allowed); null where the list has none. */
export function outletOf(publisher: string): Outlet | null {
  const named = BY_NAME.get(keyOf(publisher))
  if (named) return named
  if (!HOST.test(publisher)) return null
  const labels = hostOf(publisher).split('.')
  for (let from = 0; from < labels.length - 1; from++) {
    const outlet = BY_HOST.get(labels.slice(from).join('.'))
    if (outlet) return outlet
  }
  return null
}

/** The group that an outlet belongs to; an agency's full name; the publisher's own name where neither is known. */
export function familyOf(publisher: string | null): string | null {
  if (publisher === null) return null
  const outlet = outletOf(publisher)
  return outlet ? (agencyNamed(outlet.family) ?? outlet.family) : (agencyNamed(publisher) ?? publisher)
}

/** One key for all names of one outlet or agency: equal exactly where two names mean the same one. */
export function outletKey(publisher: string): string {
  const name = outletOf(publisher)?.name ?? (HOST.test(publisher) ? hostOf(publisher) : publisher)
  return keyOf(agencyNamed(name) ?? name)
}

/** The key of the outlet or agency that is listed under this name as it is written; null where none is. Case counts for the first letter. */
export function listedKey(name: string): string | null {
  if (!mayBeName(name)) return null
  return BY_NAME.has(keyOf(name)) || agencyNamed(name) !== null ? outletKey(name) : null
}

/** Whether a name is written as one: with a capital or a digit at its head, or as the list has it (`taz`, `dpa`). */
export function mayBeName(name: string): boolean {
  return /^[\p{Lu}\d+]/u.test(name) || LOWER_CASE.has(name)
}

/** Every name that an outlet may be cited by, its own first; a bare host name without its ending too. */
export function namesOf(publisher: string): readonly string[] {
  const outlet = outletOf(publisher)
  if (outlet) return NAMES.get(outlet.name) ?? [outlet.name]
  return HOST.test(publisher) ? [hostOf(publisher)] : [publisher]
}

/** A name as it is compared: lower case, without accents, "The", full stops and hyphens. */
export function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/['’]s$/, '')
    .replace(/(?<!\p{L}\p{L})\.(?=\p{L}|$)/gu, '')
    .replace(/[\s-]+/g, ' ')
    .trim()
}

const HOST = /^(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?$/u
const hostOf = (publisher: string): string =>
  publisher
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\.|\/.*$/g, '')
