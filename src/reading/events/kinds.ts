import { COUNTRIES } from '../places/countries.ts'
import { isRole } from '../who/nouns.ts'
import { isGround } from '../who/parties.ts'
import { PERSONAL } from '../who/somebody.ts'
import { ACTING_NOUNS, BODY_NOUNS, THING_NOUNS } from '../words/lexicon.ts'
import { THINGS } from './lexicon.ts'
import type { Token } from './line.ts'
import type { Party } from './phrase.ts'
import { set } from './small-words.ts'

/** What a party is by its head: only a thing is surely no party. */
export type Kind = 'pronoun' | 'name' | 'person' | 'group' | 'body' | 'place' | 'thing'

export function kindOf(line: readonly Token[], { span, head }: Party): Kind {
  const token = line[head]!
  const { lower, part } = token
  if (/^(?:PRP|PS|W)$/.test(part)) return /(?:self|selves)$/.test(lower) ? 'thing' : 'pronoun'
  if (part === 'CD' || QUANTITIES.has(lower))
    return token.span[0] > span[0] || QUANTITIES.has(lower) || head === 0 ? 'group' : 'thing'
  if (token.capital && (/^[PX]$/.test(part) || head > 0)) return NAMED_THINGS.has(lower.replace(/s$/, '')) ? 'thing' : 'name'
  const singular = singularOf(lower)
  if (NO_PERSONS.has(lower)) return 'thing'
  if (isGround(lower) || VESSELS.has(singular)) return 'place'
  if (THINGS.has(lower) || THINGS.has(singular) || THING_NOUNS.has(lower) || THING_NOUNS.has(singular)) return 'thing'
  const isPlural = singular !== lower || part === 'NS' || PEOPLE.has(lower)
  if (
    isRole(singular) ||
    isRole(lower) ||
    PERSONS.has(singular) ||
    PEOPLE.has(lower) ||
    /-year-old$/.test(lower) ||
    PERSONAL.test(singular)
  )
    return isPlural ? 'group' : 'person'
  if (/goers?$/.test(lower)) return isPlural ? 'group' : 'person'
  if (GROUPS.has(lower) || BODY_NOUNS.has(singular) || ACTING_NOUNS.has(singular) || ACTING_NOUNS.has(lower)) return 'body'
  if (SETTLEMENTS.has(singular)) return 'place'
  // "the accused", "the poor".
  if (part === 'J' || part === 'VBN') return 'group'
  return 'thing'
}

export const isSomebody = (kind: Kind): boolean => kind !== 'thing' && kind !== 'place'

function singularOf(word: string): string {
  if (/men$/.test(word)) return `${word.slice(0, -2)}an`
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ss|us|is)$/.test(word)) return word
  return word.replace(/s$/, '')
}

/** What carries people is hit, boarded and threatened as a place is. */
export const VESSELS = set(
  'ship vessel boat tanker trawler dredger freighter ferry yacht dinghy barge flotilla convoy warship frigate bus train',
)
const QUANTITIES = set(
  'some many most several both others all others dozens scores hundreds thousands millions one none nobody everyone everybody anyone anybody someone somebody',
)
const PEOPLE = set(
  'people men women children police troops staff personnel youth youths media crew clergy citizenry gendarmerie folk folks kids students authorities allies militia',
)
const PERSONS = set(
  `agent addict adult ally american baby captive caller celebrity civilian client comrade convict cop criminal detainee employee evacuee executive expat extremist fan fighter
   foreigner fugitive gunman host hostage individual infant inmate islamist jew jihadist juvenile kid male female migrant militant minor muslim christian native national nationalist newborn
   official outsider patient peacekeeper peer pirate policeman prisoner rebel recruit refugee relative robber separatist settler smuggler spy squatter stranger striker teen
   thief thug toddler tourist tribesman trucker villager youngster youth guerrilla insurgent paramilitary counterpart colleague commando cleric cardinal bishop pope poet
   lawmaker mp senator ceo head king nobody premier dissident exile nominee trainee interviewee escapee returnee attendee licensee appointee homeowner operative assailant
   attacker bomber hijacker kidnapper killer murderer rapist suspect shooter sniper mercenary warlord tyrant nurse boss chief clerk coach ex-wife ex-husband family couple d'affaires chairwoman`,
)
/** Ends as persons do. */
const NO_PERSONS = set('safeguard counteroffer safeguards counteroffers')
/** Bodies and groups besides. */
const GROUPS = set('caucus majority minority rest electorate remainder populace task-force bloc delegation')
const SETTLEMENTS = set(
  'town city village hamlet suburb district province region area country island territory neighbourhood neighborhood capital coast border frontier base camp position outpost hospital school home house mosque church synagogue temple depot terminal refinery store warehouse stronghold enclave post club cafe newsroom ward clinic',
)
/** Last words of names that are no party. */
const NAMED_THINGS = set(
  'act bill law constitution amendment treaty accord agreement pact deal plan day week show oscar award prize cup bowl series championship medal resolution declaration protocol code doctrine era war age street avenue boulevard road bible koran quran eve christmas easter ramadan thanksgiving',
)

const COUNTRY_WORDS = new Set(
  [...COUNTRIES.values()].flatMap(({ name, also, capital }) =>
    [name, ...also, capital ?? ''].map(each => each.toLowerCase().split(' ').at(-1)!),
  ),
)

/** The last word of a country's name or of its capital's, or an alliance: no single person. */
export const isCountry = (word: string): boolean =>
  COUNTRY_WORDS.has(word) || /^(?:u\.s|u\.k|u\.n|eu|un|nato|fbi|cia|gop|dnc|nra)\.?$/.test(word)
