import { isAgency } from './agencies.ts'

/**
 * The people of a byline: `By Ana Lopez and Tom Reed, Staff Writer` gives two. Names of agencies, of the outlet itself and of desks
 * ("Staff Reports") are no people and are left out; a line that cannot be taken apart gives nothing rather than something wrong.
 */
export function peopleOf(byline: string, publisher: string | null): string[] {
  const line = byline
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[a-z]+ )?by:?\s+/i, '')
  const people: string[] = []
  for (const part of line.split(/\s*(?:[,;|/•·]|\s&\s|\sand\s|\swith\s)\s*/i)) {
    const name = part.replace(/^by\s+/i, '').trim()
    if (isPersonName(name) && !isAgency(name) && !isSame(name, publisher) && !people.includes(name)) people.push(name)
  }
  return people
}

/** Names in a header line or a corpus record, where they are given by hand: kept whole unless every part is a full name. */
export function givenNames(line: string): string[] {
  const parts = line.split(/\s*(?:[,;]\s*(?:and\s+)?|\sand\s|\s&\s)\s*/i).filter(Boolean)
  return parts.length > 1 && parts.every(part => isPersonName(part) && part.includes(' ')) ? parts : [line.trim()]
}

/** Words that tell a desk, a role or an organisation from a person. */
const NO_PERSON =
  /\b(?:staff|newsroom|editors?|editorial|desk|admin|administrator|team|agency|agencies|news|press|reporters?|reports?|writers?|correspondents?|contributors?|bureau|service|services|wire|media|magazine|times|online|com|inc|ltd|group|network|university|institute|center|centre|association|department|photographer|producer|columnist|updated|published|guest|web|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i
const NAME_WORDS_MAX = 5
const NAME_UNITS_MAX = 50

function isPersonName(name: string): boolean {
  const words = name.split(' ')
  const isFormed = /^\p{L}[\p{L}\p{M}'’.\- ]*$/u.test(name) && words.length <= NAME_WORDS_MAX && name.length <= NAME_UNITS_MAX
  return isFormed && !NO_PERSON.test(name) && !/^\p{Ll}/u.test(words.at(-1)!) && (words.length > 1 || !/^\p{Lu}+$/u.test(name))
}

/** `CNN Business` of CNN and `Example` of Example International are the outlet. */
function isSame(name: string, publisher: string | null): boolean {
  if (publisher === null) return false
  const [a, b] = [bare(name), bare(publisher)]
  return a.startsWith(b) || b.startsWith(a)
}

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
