import { HONORIFICS, ROLES } from '../../reading/words/lexicon.ts'

/** The words of a name as names are compared: lower case, without accents, honorifics, "the", "Jr." and the marks of companies. */
export function nameWords(name: string): string[] {
  const words = name
    .split(/\s+/)
    .filter((word, index, all) => !(HONORIFICS.has(word) && index < all.length - 1))
    .map(plain)
    .filter(word => word !== '')
  if (words[0] === 'the') words.shift()
  while (words.length > 1 && LAST.has(words.at(-1)!)) words.pop()
  return words
}

const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s$/i, '')
    .replace(/[.,’']/g, '')
    .toLowerCase()

/** What may stand after a name and tells nobody apart. */
const LAST = new Set('jr sr ii iii inc ltd llc plc corp co corporation company limited gmbh ag sa'.split(' '))

/** First and last word: middle names and initials come and go. Null where the name has one word only. */
export function personKey(words: readonly string[]): string | null {
  return words.length < 2 ? null : `${words[0]} ${words.at(-1)}`
}

/** The letters of an acronym, lower case; null where `name` is none. */
export function acronymOf(name: string): string | null {
  return /^(?:\p{Lu}\.?){2,6}$/u.test(name) ? name.replaceAll('.', '').toLowerCase() : null
}

/** The initials that a long form may be shortened to: with and without its small words. */
export function initialsOf(name: string): readonly string[] {
  const words = name.split(/[\s-]+/).filter(word => /^[\p{L}\p{N}]/u.test(word))
  if (words.length < 2) return []
  const capitals = words.filter(word => /^\p{Lu}/u.test(word))
  return [...new Set([words, capitals].map(each => each.map(word => plain(word)[0] ?? '').join('')))].filter(
    each => each.length > 1,
  )
}

/** Roles that many hold at once: "the spokesman" of one paper is not that of another. */
const SHARED_ROLES = new Set(
  `spokesman spokeswoman spokesperson official officer officers source adviser advisor aide lawyer attorney counsel analyst expert
   witness resident neighbour neighbor survivor victim man woman boy girl father mother son daughter brother sister husband wife
   friend colleague member supporter protester demonstrator student worker employee passenger driver diplomat politician lawmaker
   legislator senator congressman congresswoman representative deputy councillor councilor journalist reporter correspondent
   columnist host player nurse doctor soldier suspect teenager person partner activist campaigner investor trader owner volunteer
   engineer scientist researcher critic opponent rival candidate staffer negotiator mediator envoy`.split(/\s+/),
)

/** "the prime minister", "The harbour master" → its words, where the phrase names an office that one person holds; else null. */
export function officeIn(phrase: string): string | null {
  const words = phrase.trim().split(/\s+/)
  if (words.length < 2 || words.length > 5 || words[0]!.toLowerCase() !== 'the') return null
  return officeOf(words.slice(1))
}

/** The office that some words say, in lower case; null where their last is no role, or one that many hold. */
export function officeOf(words: readonly string[]): string | null {
  const lower = words.map(plain)
  const head = lower.at(-1)
  if (!head || !ROLES.has(head) || SHARED_ROLES.has(head) || FORMER.test(lower[0]!)) return null
  return lower.join(' ')
}

const FORMER = /^(?:former|ex|late|acting|then|new|old|next|first|second|other|same|one|two)$/

/** Bodies that have no name and are one within a story, as long as nothing beside the noun tells them apart. */
const ONE_BODY = new Set(
  `police government navy army military ministry cabinet parliament court prosecution opposition coroner council
   coastguard authorities firefighters presidency police-force fire-service fire-brigade fire-department`.split(/\s+/),
)

/** "police", "The navy" → the noun, where the phrase is no more than that; null elsewhere. */
export function bodyIn(phrase: string): string | null {
  const words = phrase.trim().toLowerCase().split(/\s+/)
  if (words[0] === 'the') words.shift()
  const key = words.join('-')
  return ONE_BODY.has(key) ? key : null
}
