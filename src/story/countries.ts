import { readFileSync } from 'node:fs'

interface CountryList {
  readonly countries: readonly {
    readonly code: string
    readonly name: string
    readonly also: readonly string[]
    readonly adjectives: readonly string[]
    readonly people: readonly (readonly string[])[]
  }[]
  readonly ambiguous?: readonly string[]
}

const list = JSON.parse(readFileSync(new URL('../../ontology/countries.json', import.meta.url), 'utf8')) as CountryList

/** Every name, adjective and people of one country alone, in lower case. */
const CODES = new Map<string, string | null>()
for (const { code, name, also, adjectives, people } of list.countries) {
  for (const phrase of [name, ...also, ...adjectives, ...people.flat()]) {
    const key = keyOf(phrase)
    const known = CODES.get(key)
    CODES.set(key, known === undefined || known === code ? code : null)
  }
}

/** The longest name has so many words. */
const WORDS_MAX = 5

/** The country that is named from `index` on, and in how many words; null where none is. `words` in lower case. */
export function countryAt(words: readonly string[], index: number): { readonly code: string; readonly words: number } | null {
  for (let count = Math.min(WORDS_MAX, words.length - index); count > 0; count--) {
    const code = CODES.get(keyOf(words.slice(index, index + count).join(' ')))
    if (code) return { code, words: count }
  }
  return null
}

function keyOf(phrase: string): string {
  return phrase.toLowerCase().replaceAll('.', '').replaceAll('’', "'")
}
