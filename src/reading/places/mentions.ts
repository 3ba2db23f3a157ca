import { partitionPoint, type Span } from '../../record/index.ts'
import { BODY_WORDS, NEVER, SMALL_IN_TITLES } from '../who/name-words.ts'
import { isTitle, type NameMention } from '../who/names.ts'
import { GIVEN_NAMES, PARTIES } from '../words/lexicon.ts'
import type { Word } from '../words/words.ts'
import { isSpeaker } from './acting.ts'
import { countriesMaybe, countryOfDemonym, countryOfName } from './countries.ts'
import { ABBREVIATIONS, isUnlisted } from './exonyms.ts'
import { type GazetteerPlace, placesNamed } from './gazetteer.ts'
import { placeKey } from './keys.ts'
import { metonymNamed } from './metonyms.ts'

/** A name in the text that some place bears, with all the places that do. */
export interface PlaceName {
  readonly span: Span
  readonly name: string
  readonly places: readonly GazetteerPlace[]
  /** "Colo." after a city, or "N.Y.". */
  readonly abbreviated: boolean
  readonly sentence: number
  /** In Title Case, where capitals tell nothing. */
  readonly headline: boolean
  /** In capitals all through, as in a dateline. */
  readonly shouted: boolean
  /** What the words around it say it is: "in", "the city of", "the state of". */
  readonly cue: 'place' | 'city' | 'capital' | 'region' | null
}

interface Lines {
  readonly body: string
  /** The words of each sentence. */
  readonly lines: readonly (readonly Word[])[]
  readonly names: readonly NameMention[]
  /** The article's own dateline. */
  readonly dateline: Span | null
}

/** Names that places bear, the longest first, in order; without those inside the names of persons and bodies. */
export function findPlaceNames({ body, lines, names, dateline }: Lines): PlaceName[] {
  const known = new Map<string, readonly GazetteerPlace[] | null>()
  const look = (name: string): readonly GazetteerPlace[] | null => {
    let places = known.get(name)
    if (places === undefined) {
      places = isUnlisted(name) ? null : placesFor(name)
      known.set(name, places)
    }
    return places
  }
  const persons = personWords(names)
  return lines.flatMap((words, sentence) => {
    const headline = isTitleCase(words)
    const found: PlaceName[] = []
    for (let at = 0; at < words.length; at++) {
      if (!words[at]!.capital) continue
      const match = longest({ body, words, at, look })
      if (!match) continue
      const first = found.at(-1)
      const mention = mentionOf({ body, words, at, match, sentence, headline, before: first, persons, names, dateline })
      if (mention) found.push(mention)
      at += match.length - 1
    }
    return found
  })
}

/** The longest name of a place, in words: "Bosnia and Herzegovina", "Santa Cruz de la Sierra". */
const PLACE_WORDS_MAX = 6
const JOINTS = new Set(
  'and of de del la las le les los el al an am im upon on under the der den do da dos das d d. du sur en ed ez bin y e'.split(
    ' ',
  ),
)

interface Match {
  readonly name: string
  readonly span: Span
  readonly length: number
  readonly places: readonly GazetteerPlace[]
  readonly abbreviated: boolean
  /** "Miami-based". */
  readonly compound: boolean
}

function longest(input: {
  readonly body: string
  readonly words: readonly Word[]
  readonly at: number
  /** Null for a name that is never taken for a place's. */
  readonly look: (name: string) => readonly GazetteerPlace[] | null
}): Match | null {
  const { body, words, at, look } = input
  let length = 1
  while (length < PLACE_WORDS_MAX && at + length < words.length && isJoined(body, words, at + length)) {
    const word = words[at + length]!
    // "Democratic People's Republic of Korea"
    if (
      (words[at + length - 1]!.possessive && words[at + length - 1]!.lower !== 'people') ||
      !(word.capital || JOINTS.has(word.lower))
    )
      break
    length++
  }
  for (; length > 0; length--) {
    const last = words[at + length - 1]!
    if (!last.capital) continue
    const suffix = SUFFIX.exec(body.slice(...last.span))?.[0].length ?? 0
    const end = last.span[1] - suffix
    const start = words[at]!.span[0]
    const dotted = body[end] === '.' ? ABBREVIATIONS.get(body.slice(start, end + 1)) : undefined
    const region = dotted ?? ABBREVIATIONS.get(body.slice(start, end))
    if (region) {
      const span: Span = [start, dotted ? end + 1 : end]
      const name = body.slice(...span)
      if (dotted || length > 1 || look(name)?.every(place => place.kind === 'region')) {
        return { name, span, length, places: [region], abbreviated: true, compound: suffix > 0 }
      }
    }
    // "Washington, D.C." is one name.
    const capital = CAPITAL.exec(body.slice(start, start + 17))?.[0]
    const name = capital ?? body.slice(start, end)
    const places = look(name)
    if (places === null || places.length > 0) {
      const compound = suffix > 0
      return {
        name,
        span: [start, start + name.length],
        length: capital ? 2 : length,
        places: places ?? [],
        abbreviated: false,
        compound,
      }
    }
  }
  return null
}

const CAPITAL = /^Washington,? (?:D\.C\.|DC\b)/

/** "Miami-based" names Miami, but "US-led" is about a government. */
const SUFFIX = /-(?:based|area|born|bound|headquartered|wide)$/

function placesFor(name: string): readonly GazetteerPlace[] {
  if (name.length < 2) return []
  const places = placesNamed(name)
  if (places.length === 0) return places
  const country = countryOfName(name)
  const maybe = countriesMaybe(name)
  const part = places.some(place => place.kind === 'region' && place.own && place.country === country)
  return places.filter(place =>
    place.kind === 'country'
      ? maybe.includes(place.country) || (place.country === country && !(part && placeKey(name) !== placeKey(place.name)))
      : name.length > 3 || /\p{Ll}/u.test(name),
  )
}

function mentionOf(input: {
  readonly body: string
  readonly words: readonly Word[]
  readonly at: number
  readonly match: Match
  readonly sentence: number
  readonly headline: boolean
  readonly before: PlaceName | undefined
  readonly persons: ReadonlySet<string>
  readonly names: readonly NameMention[]
  readonly dateline: Span | null
}): PlaceName | null {
  const { body, words, at, match, sentence, headline, before, persons, names, dateline } = input
  const { span, name, places, abbreviated, compound } = match
  if (places.length === 0 || body[span[1]] === '$') return null
  const follows = before !== undefined && /^,\s$/.test(body.slice(before.span[1], span[0]))
  if (abbreviated && !(follows || DOTTED_STATE.test(name))) return null
  const shouted = !abbreviated && /^\P{Ll}{4,}$/u.test(name) && !isShoutedCountry(name)
  const inDateline = dateline !== null && dateline[0] <= span[0] && span[1] <= dateline[1]
  if (shouted && !inDateline && !isDateline(body, span)) return null
  const cue = inDateline ? 'city' : cueOf({ body, span, words, at, length: match.length })
  if (!headline && !isWhole({ body, words, at, length: match.length, places, compound })) return null
  const sure = cue !== null || follows || isContained(body, span[1])
  const speaks = places.every(place => place.kind === 'city') && metonymNamed(name) === null && isSpeaker({ body, span })
  if (isSomebody({ span, name, persons, names, cue: sure, speaks })) return null
  return { span, name, places, abbreviated, sentence, headline, shouted, cue }
}

const DOTTED_STATE = /^(?:\p{L}\.){2}$/u
const isShoutedCountry = (name: string): boolean => countryOfName(name) !== null && name.length <= 5

/** "NAIROBI, Kenya (AP) _", "PARIS —": at the head of a line. */
export function isDateline(body: string, span: Span): boolean {
  const from = Math.max(0, span[0] - DATELINE_OFFSET_MAX - 1)
  const before = body.slice(from, span[0])
  const opens = from === 0 && !before.includes('\n') ? before : before.slice(before.lastIndexOf('\n') + 1)
  if ((from > 0 && !before.includes('\n')) || !/^[\s(]*$/.test(opens)) return false
  return /^(?:,\s[^—–_\n(]{1,30})?\s*(?:\([^)\n]{1,30}\)\s*)?(?:—|–|-|_|:\s|\/)/.test(body.slice(span[1], span[1] + 80))
}

const DATELINE_OFFSET_MAX = 4

/** Words before a name that make it a place: a preposition, or what kind of place it is. */
function cueOf(input: {
  readonly body: string
  readonly span: Span
  readonly words: readonly Word[]
  readonly at: number
  readonly length: number
}): PlaceName['cue'] {
  const { body, span, words, at, length } = input
  const before = body.slice(Math.max(0, span[0] - 40), span[0])
  const next = words[at + length]
  if (next && isJoined(body, words, at + length) && REGION_NOUNS.has(next.lower) && !words[at + length - 1]!.possessive)
    return 'region'
  const kind =
    /(?:^|[^\p{L}])(city|capital|town|village|suburbs?|port|hamlet|settlement|state|province|region|prefecture|governorate|oblast|republic)(?:,|\sof)?\s+(?:the\s)?$/iu.exec(
      before,
    )?.[1]
  if (/^capital$/i.test(kind ?? '')) return 'capital'
  if (kind) return /^(?:state|prov|reg|pref|gov|obl|rep)/i.test(kind) ? 'region' : 'city'
  if (/(?:^|[^\p{L}])upstate\s$/iu.test(before)) return 'region'
  if (isDateline(body, span)) return 'city'
  return PLACE_PREPOSITION.test(before) ? 'place' : null
}

const REGION_NOUNS = new Set('state province region oblast governorate prefecture republic territory krai voivodeship'.split(' '))
const PLACE_PREPOSITION =
  /(?:^|[^\p{L}])(?:in|at|near|outside|inside|into|around|throughout|across|towards?|via|between|leaving|reach(?:ed|ing)?|visit(?:ed|ing|s)?|(?:,|all|native|resident|residents|people|streets|outskirts|city|north|south)\sof|(?:miles|kilomet(?:er|re)s|north|south|east|west)\s(?:of|from)|downtown|central|(?:north|south|east|west)(?:ern)?)\s+$/iu

/** Whether the match is no part of a longer name: "Georgia Tech", "the University of Miami", "Mayor London Breed". */
function isWhole(input: {
  readonly body: string
  readonly words: readonly Word[]
  readonly at: number
  readonly length: number
  readonly places: readonly GazetteerPlace[]
  readonly compound: boolean
}): boolean {
  const { body, words, at, length, places, compound } = input
  const last = words[at + length - 1]!
  const next = words[at + length]
  if (next?.capital && !last.possessive && !compound && isJoined(body, words, at + length)) {
    const office = places[0]!.kind === 'country' && leadsToTitle(body, words, at + length)
    if (!mayFollow(next) && !office) return false
  }
  if (/^\s?&/.test(body.slice(last.span[1], last.span[1] + 2))) return false
  const previous = words[at - 1]
  if (!previous || !isJoined(body, words, at)) return true
  if (previous.capital) {
    const opens = at === 1 || !isJoined(body, words, at - 1)
    return previous.possessive || mayPrecede(previous, places, opens)
  }
  const of = previous.lower === 'the' ? words[at - 2] : previous
  const head = words[at - (previous.lower === 'the' ? 3 : 2)]
  return !(of && (of.lower === 'of' || of.lower === 'for') && head?.capital && isBody(head))
}

const isBody = (word: Word): boolean =>
  BODY_WORDS.has(word.lower) ||
  /^(?:church|duke|duchess|earl|archdiocese|diocese|battle|republics?|treaty|prince|princess)$/.test(word.lower)

function mayFollow(word: Word): boolean {
  return (
    NEVER.has(word.lower) ||
    isTitle(word) ||
    PARTIES.has(word.text) ||
    FOLLOWERS.test(word.text) ||
    countryOfDemonym(word.text) !== null
  )
}

/** "U.S. Commerce Secretary": a country, then an office in capitals. */
function leadsToTitle(body: string, words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + OFFICE_WORDS_MAX); at++) {
    if (!words[at]!.capital || !isJoined(body, words, at)) return false
    if (isTitle(words[at]!)) return true
  }
  return false
}

const OFFICE_WORDS_MAX = 4

const FOLLOWERS =
  /^(?:Republicans?|Democrats?|GOP|Province|Oblast|Region|Governorate|Prefecture|Republic|State|Embassy|Ambassador|Attorney|Lieutenant|Supreme|First|Islamic|Muslims?|Jews?|Christians?)$/

function mayPrecede(word: Word, places: readonly GazetteerPlace[], opens: boolean): boolean {
  if ((NEVER.has(word.lower) && (opens || DAYS.test(word.text))) || countryOfDemonym(word.text) !== null) return true
  if (DIRECTIONS.test(word.text)) return places.some(place => place.kind !== 'city')
  return /^(?:Downtown|Greater|Upstate|Central|Inside|Outside|Near|Nearby|Both|Neighbou?ring|Oil-rich)$/.test(word.text)
}

const DAYS =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|The|In|At)$/
const DIRECTIONS = /^(?:North|South|East|West|Northern|Southern|Eastern|Western)$/

/** Whether it is a person's name here: inside one, or a word of a name that the article uses for somebody. */
function isSomebody(input: {
  readonly span: Span
  readonly name: string
  readonly persons: ReadonlySet<string>
  readonly names: readonly NameMention[]
  readonly cue: boolean
  /** Whether it is told of as one who speaks or acts. */
  readonly speaks: boolean
}): boolean {
  const { span, name, persons, names, cue, speaks } = input
  const over = names[partitionPoint(names, other => other.span[1] <= span[0])]
  // "St. Albans" is no saint, and "Franklin Park, Ill." no person.
  const inside = over !== undefined && over.span[0] >= span[0] && over.span[1] <= span[1]
  const person = over !== undefined && over.kind === 'person' && over.span[0] < span[1] && (over.parts.length > 1 || over.titled)
  if (person && !(inside && (cue || over.span[0] > span[0]))) return true
  return !cue && (persons.has(name) || speaks)
}

/** Whether a region's abbreviation or name follows: ", Ill.". */
function isContained(body: string, end: number): boolean {
  const next = /^,\s((?:\p{L}\.){2,}|\p{L}+\.?)/u.exec(body.slice(end, end + 24))?.[1]
  return next !== undefined && (ABBREVIATIONS.get(next) ?? ABBREVIATIONS.get(next.replace(/\.$/, ''))) !== undefined
}

function personWords(names: readonly NameMention[]): Set<string> {
  const words = new Set<string>()
  for (const name of names) {
    const unsure = name.kind === 'unknown' && isLikePerson(name)
    if (!unsure && (name.kind !== 'person' || (name.parts.length < 2 && !name.titled))) continue
    words.add(name.parts.at(-1)!)
    if (GIVEN_NAMES.has(name.parts[0]!)) words.add(name.parts[0]!)
  }
  return words
}

/** Two or three words with capitals that are no place themselves: mostly somebody whose given name is in no list. */
function isLikePerson({ parts }: NameMention): boolean {
  if (parts.length < 2 || parts.length > 3 || NO_GIVEN_NAME.test(parts[0]!)) return false
  return placesNamed(parts.join(' ')).length === 0
}

const NO_GIVEN_NAME =
  /^(?:New|North|South|East|West|Northern|Southern|Eastern|Western|Central|Greater|Upper|Lower|Downtown|Old|Big|The)$/

function isJoined(body: string, words: readonly Word[], at: number): boolean {
  const between = body.slice(words[at - 1]!.span[1], words[at]!.span[0])
  return between === ' ' || between === '\u00a0' || (words[at - 1]!.possessive && /^['’][sS] $/.test(between))
}

/** Whether nearly all words of a line have a capital. */
function isTitleCase(words: readonly Word[]): boolean {
  const long = words.filter(word => /^\p{L}/u.test(word.text) && !SMALL_IN_TITLES.has(word.lower))
  return long.length >= TITLE_WORDS_MIN && long.every(word => word.capital)
}

/** Lines of fewer words are not judged by their capitals. */
const TITLE_WORDS_MIN = 4
