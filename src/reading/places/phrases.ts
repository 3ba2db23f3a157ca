import { COUNTRY_WORDS_MAX, countriesMaybe, countryOfDemonym, countryOfName } from './countries.ts'
import { metonymNamed } from './metonyms.ts'

/**
 * The country that a noun phrase says its head belongs to: "the French president", "Kenyan police", "the president of France",
 * "a Downing Street spokesman" → ISO 3166-1 alpha-3. What stands before the head counts before what follows it, so that
 * "the Russian ambassador to Ukraine" is RUS. Null where two could be meant ("Russian and Ukrainian officials") or none is named.
 */
export function countryOfPhrase(phrase: string): string | null {
  const words = [...phrase.slice(0, UNITS_MAX).matchAll(WORD)].map(match => match[0])
  const cut = words.findIndex((word, at) => at > 0 && PREPOSITIONS.has(word))
  const before = cut === -1 ? words : words.slice(0, cut)
  const own = countriesIn(before)
  if (own.length > 0) return only(own)
  if (cut === -1 || !BELONGING.has(words[cut]!)) return null
  const rest = words.slice(cut + 1)
  const end = rest.findIndex(
    (word, at) => at > 0 && PREPOSITIONS.has(word) && !(word === 'of' && countryOfName(rest[at - 1]!) === null),
  )
  return only(countriesIn(end === -1 ? rest : rest.slice(0, end)))
}

/** A phrase longer than this is read no further, in UTF-16 units. */
const UNITS_MAX = 400
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’.&-](?=[\p{L}\p{N}]))*(?:(?<=\.\p{Lu}|\bSt)\.)?/gu
const PREPOSITIONS = new Set('of in to for from on at with by against about over under near between who that which'.split(' '))
/** After these stands what the head belongs to; after "to" or "against" stands somebody else. */
const BELONGING = new Set(['of', 'for', 'in', 'from', 'at'])

/** "Washington" in a phrase is as often a person or a state; so are these two others. */
const OFTEN_PERSONS = new Set(['Jordan', 'Chad', 'Israel'])

function countriesIn(words: readonly string[]): string[] {
  const found: string[] = []
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(COUNTRY_WORDS_MAX, words.length - at); length > 0; length--) {
      const part = words.slice(at, at + length)
      const name = part.join(' ').replace(/['’]s?$/u, '')
      const code = codeOf(name)
      if (!code) continue
      const next = words[at + length]
      const person = length === 1 && OFTEN_PERSONS.has(name) && next !== undefined && /^\p{Lu}/u.test(next)
      if (!person) found.push(code)
      at += length - 1
      break
    }
  }
  return found
}

function codeOf(name: string): string | null {
  if (countriesMaybe(name).length > 0) return null
  return countryOfName(name) ?? countryOfDemonym(name) ?? countryOfBody(name)
}

function countryOfBody(name: string): string | null {
  const metonym = metonymNamed(name)
  return metonym && (!metonym.place || metonym.distinct) ? metonym.country : null
}

function only(codes: readonly string[]): string | null {
  return new Set(codes).size === 1 ? codes[0]! : null
}
