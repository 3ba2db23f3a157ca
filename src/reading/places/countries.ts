import { readFileSync } from 'node:fs'

/** A country or territory as `ontology/countries.json` has it. */
export interface Country {
  /** ISO 3166-1 alpha-3. */
  readonly code: string
  readonly alpha2: string
  readonly name: string
  readonly also: readonly string[]
  readonly adjectives: readonly string[]
  /** What its citizens are called: one, then several. */
  readonly people: readonly (readonly [string, string])[]
  readonly capital: string | null
  readonly geonames: number
}

interface CountryFile {
  readonly countries: readonly Country[]
  readonly ambiguous: Readonly<Record<string, readonly string[]>>
}

const file = JSON.parse(readFileSync(new URL('../../../ontology/countries.json', import.meta.url), 'utf8')) as CountryFile

export const COUNTRIES: ReadonlyMap<string, Country> = new Map(file.countries.map(country => [country.code, country]))

/** Names as they are compared: "the U.S." → `US`, "St Lucia" → `st. lucia`. Acronyms keep their capitals, since "us" is no country. */
export function nameKey(name: string): string {
  const plain = name.replaceAll('’', "'").replace(/^[Tt]he\s+/, '')
  if (ACRONYM.test(plain)) return plain.replaceAll('.', '')
  return plain.toLowerCase().replaceAll('&', 'and').replace(SAINT, 'st. ').replace(/\s+/g, ' ')
}

const ACRONYM = /^(?:\p{Lu}\.?){2,5}$/u
const SAINT = /^(?:saint|st\.?)\s+/

const ambiguous = new Set(Object.keys(file.ambiguous).map(nameKey))
const names = new Map<string, string>()
const demonyms = new Map<string, string>()
for (const { code, name, also, adjectives, people } of file.countries) {
  for (const each of [name, also].flat()) names.set(nameKey(each), code)
  for (const each of [adjectives, people].flat(2)) demonyms.set(nameKey(each), code)
}

/** The longest name that is listed, in words. */
export const COUNTRY_WORDS_MAX = Math.max(...[...names.keys(), ...demonyms.keys()].map(key => key.split(' ').length))

/**
 * The country that a name means: "Britain", "the U.S.", "Côte d'Ivoire" → ISO 3166-1 alpha-3; null where none or more than one
 * could be meant ("Congo", "Georgia"). It looks at the name alone: whether "Jordan" is a person here, the caller knows.
 */
export function countryOfName(name: string): string | null {
  return lookUp(names, name)
}

/** The country that an adjective or a name of citizens means: "French", "Brits", "Filipina" → alpha-3, or null. */
export function countryOfDemonym(word: string): string | null {
  return lookUp(demonyms, word)
}

/** The countries that an ambiguous name may mean ("Korea" → KOR, PRK); empty for all others. */
export function countriesMaybe(name: string): readonly string[] {
  const key = nameKey(name)
  for (const [each, codes] of Object.entries(file.ambiguous)) if (nameKey(each) === key) return codes
  return []
}

function lookUp(list: ReadonlyMap<string, string>, name: string): string | null {
  if (!/^(?:the\s+)?\p{Lu}/u.test(name) && !name.startsWith('I-')) return null
  const key = nameKey(name)
  if (ambiguous.has(key)) return null
  // "IRAN" in a headline or a dateline: capitals all through, yet no acronym.
  const plain = key.length >= 4 && key === key.toUpperCase() ? key.toLowerCase() : key
  return list.get(key) ?? (plain !== key && !ambiguous.has(plain) ? (list.get(plain) ?? null) : null)
}
