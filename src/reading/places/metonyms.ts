import { readFileSync } from 'node:fs'
import type { Span } from '../../record/index.ts'
import { actsThere, isPlainPlace } from './acting.ts'
import { COUNTRIES, countryOfName, nameKey } from './countries.ts'

/** A name that stands for a government or another body: "the Kremlin", "Downing Street", "Moscow". */
export interface Metonym {
  /** `government`, `presidency`, `legislature`, `foreign ministry`, `union`…: the kinds of `ontology/metonyms.json`. */
  readonly standsFor: string
  /** The body in words: "the government of France". From the list, never from the article. */
  readonly of: string
  /** ISO 3166-1 alpha-3; null where the body is of no country, or of one that the name alone does not tell. */
  readonly country: string | null
  /** Whether the name is in use as a plain place as well, so that the words around it decide. */
  readonly place: boolean
  /** False where well-known places or persons elsewhere bear the name too ("Kingston"). */
  readonly distinct: boolean
}

interface MetonymFile {
  readonly shared: readonly string[]
  readonly seats: readonly { readonly names: readonly string[]; readonly country: string }[]
  readonly names: readonly {
    readonly names: readonly string[]
    readonly standsFor: string
    readonly country: string | null
    readonly of: string
    readonly place?: boolean
  }[]
}

const file = JSON.parse(readFileSync(new URL('../../../ontology/metonyms.json', import.meta.url), 'utf8')) as MetonymFile

const shared = new Set(file.shared.map(nameKey))
const listed = new Map<string, Metonym>()
for (const { names, country } of file.seats) {
  const of = `the government of ${COUNTRIES.get(country)!.name}`
  for (const name of names) {
    const distinct = !shared.has(nameKey(name))
    listed.set(nameKey(name), { standsFor: 'government', of, country, place: true, distinct })
  }
}
for (const { names, standsFor, country, of, place } of file.names) {
  for (const name of names) {
    listed.set(nameKey(name), { standsFor, of, country, place: place ?? false, distinct: country !== null })
  }
}

/** What a name may stand for, whatever stands around it; null where it is not listed. */
export function metonymNamed(name: string): Metonym | null {
  return /^(?:the\s+)?(?:\p{Lu}|\d)/u.test(name) ? (listed.get(nameKey(name)) ?? null) : null
}

/**
 * What the name at `span` stands for there: the Kremlin, Downing Street, and capitals and countries that speak, act or are dealt
 * with ("Moscow said", "Paris's demand", "talks with Tehran"). Null where it is a plain place ("in Moscow", "outside the
 * Kremlin") or is not listed. It looks at one line, 80 units to each side. That the name is no person's, the caller knows.
 */
export function metonymOf({ body, span }: { readonly body: string; readonly span: Span }): Metonym | null {
  const name = body.slice(span[0], span[1])
  const found = metonymNamed(name) ?? countryMetonym(name)
  if (!found) return null
  if (actsThere({ body, span })) return found
  return found.place || isPlainPlace({ body, span }) ? null : found
}

function countryMetonym(name: string): Metonym | null {
  const country = countryOfName(name)
  if (!country) return null
  return {
    standsFor: 'government',
    of: `the government of ${COUNTRIES.get(country)!.name}`,
    country,
    place: true,
    distinct: true,
  }
}
