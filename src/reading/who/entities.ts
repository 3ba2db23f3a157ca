import { partitionPoint } from '../../record/index.ts'
import { countryOfName } from '../places/countries.ts'
import { type Gender, GIVEN_NAMES, ROLES } from '../words/lexicon.ts'
import { PLACES, RELATIVES } from './name-words.ts'
import type { NameMention } from './names.ts'
import { genderSaid } from './names.ts'

/** Somebody or something that the text names, with what it says of it: an entity in the making. */
export interface Figure {
  kind: NameMention['kind']
  /** The words of the fullest name. */
  parts: readonly string[]
  gender: Gender | null
  /** Lower-case words said of it in titles and appositions. */
  readonly said: Set<string>
  /** Its names in order of the text. */
  readonly names: NameMention[]
  /** ISO 3166-1 alpha-3, where the name itself tells: a country, or the government that a metonym stands for. */
  readonly country: string | null
}

export interface Cast {
  readonly figures: readonly Figure[]
  /** The bearer of each name; null where two could be meant. What is no name after all is missing. */
  readonly bearers: ReadonlyMap<NameMention, Figure | null>
}

/**
 * The names of a text joined to their bearers: full names with surnames, short forms and acronyms of bodies.
 *
 * Two people of one surname: a bare surname is the one introduced first, where it was already used before the other came in or
 * where only the other is always called by the full name; else it is unclear, and stays so.
 */
export function castFigures(names: readonly NameMention[]): Cast {
  const figures: Figure[] = []
  const bearers = new Map<NameMention, Figure | null>()
  const tallies = new Map<Figure, Tally>()
  const alone = new Set(names.filter(name => name.parts.length === 1 && !name.article).map(name => name.parts[0]!))
  const bare = new Set(names.filter(name => !name.article).map(name => wordsOf(name.parts)))
  const join = (name: NameMention, figure: Figure) => {
    bearers.set(name, figure)
    addName(figure, name)
    count(tallies, figure, name)
  }
  const create = (name: NameMention, kind: NameMention['kind']) => {
    const figure: Figure = { kind, parts: name.parts, gender: name.gender, said: new Set(), names: [], country: countryOf(name) }
    figures.push(figure)
    join(name, figure)
    return figure
  }
  const people = new Map<string, Figure[]>()
  const others = new Map<string, Figure>()

  for (const name of names) {
    if (!isFullPerson(name, alone) || (name.article && !bare.has(wordsOf(name.parts)))) continue
    const surname = surnameOf(name.parts)
    const known = people.get(surname) ?? []
    const same = known.find(figure => isSamePerson(figure, name))
    if (same) join(name, same)
    else people.set(surname, [...known, create(name, 'person')])
  }
  for (const name of namesakes(names, people, bearers)) {
    people.set(surnameOf(name.parts), [...people.get(surnameOf(name.parts))!, create(name, 'person')])
  }
  const byGiven = groupByGivenName(people)
  // "Obama" in a headline is the "President Obama" of the text: whoever has a title comes first.
  const isTitled = (name: NameMention) => name.kind === 'person' && !name.headline
  for (const name of [...names.filter(isTitled), ...names.filter(name => !isTitled(name))]) {
    if (bearers.has(name)) continue
    if (name.parts.length === 1 || name.titled) {
      const bearer = bearerOf(name, people, byGiven, tallies)
      if (bearer) join(name, bearer)
      if (bearer !== undefined) {
        if (bearer === null) bearers.set(name, null)
        continue
      }
      if (name.kind === 'person') {
        people.set(surnameOf(name.parts), [...(people.get(surnameOf(name.parts)) ?? []), create(name, 'person')])
        continue
      }
    }
    // "Judge rejects plea": a role with a capital is nobody's name.
    if (name.parts.length === 1 && ROLES.has(name.parts[0]!.toLowerCase())) continue
    const key = keyOf(name)
    const known = others.get(key)
    if (known) join(name, known)
    else others.set(key, create(name, name.metonym ? 'organization' : name.kind === 'person' ? 'unknown' : name.kind))
  }
  for (const figure of figures) {
    figure.names.sort((a, b) => a.span[0] - b.span[0])
    if (figure.kind === 'unknown' && figure.names.some(name => name.inside)) figure.kind = 'place'
  }
  return { figures: joinShortForms(figures, bearers), bearers }
}

const countryOf = (name: NameMention): string | null =>
  name.metonym ? name.metonym.country : name.kind === 'place' ? countryOfName(name.parts.join(' ')) : null

/**
 * For each surname the first "Mr. Marlow" whom no full name of that surname can mean: of the Marlows only Ines has her full name
 * in the text, so he is somebody else.
 */
function* namesakes(
  names: readonly NameMention[],
  people: ReadonlyMap<string, readonly Figure[]>,
  bearers: ReadonlyMap<NameMention, Figure | null>,
): Generator<NameMention> {
  const seen = new Set<string>()
  for (const name of names) {
    if (bearers.has(name) || !name.titled || name.parts.length > 1 || name.gender === null) continue
    const surname = surnameOf(name.parts)
    const known = people.get(surname)
    if (!known || seen.has(surname) || known.some(({ gender }) => gender === null || gender === name.gender)) continue
    seen.add(surname)
    yield name
  }
}

/** How somebody has been called so far. */
interface Tally {
  /** Where the full name stands, in order. */
  readonly fullAt: number[]
  bare: number
}

function count(tallies: Map<Figure, Tally>, figure: Figure, name: NameMention): void {
  const tally = tallies.get(figure) ?? { fullAt: [], bare: 0 }
  tallies.set(figure, tally)
  if (name.parts.length === 1) tally.bare++
  else tally.fullAt.push(name.span[0])
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i

function surnameOf(parts: readonly string[]): string {
  const last = parts.findLast(part => !SUFFIX.test(part)) ?? parts.at(-1)!
  return last.toLowerCase()
}

function isFullPerson(name: NameMention, alone: ReadonlySet<string>): boolean {
  const count = name.parts.filter(part => !SUFFIX.test(part)).length
  if (count < 2 || name.headline) return false
  if (name.kind === 'person') return true
  const surname = name.parts.findLast(part => !SUFFIX.test(part))!
  return (
    name.kind === 'unknown' &&
    count <= 3 &&
    (isSurname(surname, name.parts[0]!, alone) || name.said.some(word => ROLES.has(word) || /^\d\d$/.test(word)))
  )
}

/** A word that stands alone, too, and is neither a place nor what an acronym leads in ("RT America"). */
const isSurname = (word: string, first: string, alone: ReadonlySet<string>): boolean =>
  alone.has(word) && !countryOfName(word) && !PLACES.has(word.toLowerCase()) && !/^\p{Lu}{2,}$/u.test(first)

function isSamePerson(figure: Figure, name: NameMention): boolean {
  if (figure.gender && name.gender && figure.gender !== name.gender) return false
  return figure.names.some(({ parts }) => isSameGiven(parts[0]!, name.parts[0]!))
}

function isSameGiven(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  if (x === y) return true
  if (/^\p{L}\.$/u.test(x) || /^\p{L}\.$/u.test(y)) return x[0] === y[0]
  if (x.length >= 3 && y.length >= 3 && (x.startsWith(y) || y.startsWith(x))) return true
  return NICKNAMES.some(group => group.has(x) && group.has(y))
}

const NICKNAMES = [
  'william bill billy will willie',
  'robert bob bobby rob',
  'richard dick rick rich',
  'james jim jimmy jamie',
  'john jack johnny jon',
  'joseph joe joey',
  'edward ed ted teddy eddie',
  'thomas tom tommy',
  'timothy tim',
  'michael mike mick',
  'charles charlie chuck',
  'anthony tony',
  'bernard bernie',
  'henry harry hank',
  'elizabeth liz beth betty eliza',
  'margaret maggie meg peggy',
  'katherine catherine kathryn kate kathy cathy katie',
  'barbara barb',
  'susan sue',
  'deborah debbie debra',
  'lawrence larry',
  'andrew andy drew',
  'theodore ted teddy',
  'francis frank',
  'alexander alex sasha',
  'patricia pat patty trish',
].map(line => new Set(line.split(' ')))

function groupByGivenName(people: ReadonlyMap<string, readonly Figure[]>): Map<string, Figure[]> {
  const byGiven = new Map<string, Figure[]>()
  for (const figure of [...people.values()].flat()) {
    const given = figure.parts[0]!.toLowerCase()
    byGiven.set(given, [...(byGiven.get(given) ?? []), figure])
  }
  return byGiven
}

/** The bearer of a bare name; null where two could be meant, undefined where the name is nobody's yet. */
function bearerOf(
  name: NameMention,
  people: ReadonlyMap<string, readonly Figure[]>,
  byGiven: ReadonlyMap<string, readonly Figure[]>,
  tallies: ReadonlyMap<Figure, Tally>,
): Figure | null | undefined {
  const fits = (figure: Figure) => !(figure.gender && name.gender && figure.gender !== name.gender)
  const bearers = (people.get(surnameOf(name.parts)) ?? []).filter(figure => fits(figure) && !isRelative(figure, name))
  if (name.parts.length > 1 && !name.titled) return undefined
  if (bearers.length === 1 && (name.parts.length === 1 || isSamePerson(bearers[0]!, name))) return bearers[0]
  if (bearers.length > 1 && name.parts.length === 1) return principalOf(bearers, name, tallies)
  if (bearers.length === 0 && name.parts.length === 1) {
    const called = byGiven.get(name.parts[0]!.toLowerCase()) ?? []
    if (called.length === 1) return called[0]
    if (called.length > 1) return null
  }
  return undefined
}

/** "Lord Ashby … a cousin, Rupert Ashby": who comes in later as somebody's relative is not who had the surname before. */
const isRelative = (figure: Figure, name: NameMention): boolean =>
  figure.names[0]!.span[0] > name.span[0] && figure.names[0]!.said.some(word => RELATIVES.has(word))

function principalOf(bearers: readonly Figure[], name: NameMention, tallies: ReadonlyMap<Figure, Tally>): Figure | null {
  const introduced = bearers.map(figure => ({ figure, at: figure.names[0]!.span[0] })).sort((a, b) => a.at - b.at)
  const roles = introduced.filter(({ figure }) => name.said.some(word => figure.said.has(word) && ROLES.has(word)))
  if (roles.length === 1) return roles[0]!.figure
  const before = introduced.filter(({ at }) => at < name.span[0])
  if (before.length === 1) return before[0]!.figure
  // Whoever is always called by the full name is not who the bare surname means.
  const counts = introduced.map(({ figure }) => partitionPoint(tallies.get(figure)?.fullAt ?? [], at => at < name.span[0]))
  const bare = introduced.map(({ figure }) => tallies.get(figure)?.bare ?? 0)
  const most = Math.max(...bare)
  const leaders = introduced.filter((_, index) => bare[index] === most)
  if (most > 0 && leaders.length === 1) return leaders[0]!.figure
  const few = introduced.filter((_, index) => counts[index]! === 1)
  const often = introduced.filter((_, index) => counts[index]! > 1)
  return few.length === 1 && often.length === introduced.length - 1 ? few[0]!.figure : null
}

function addName(figure: Figure, name: NameMention): void {
  figure.names.push(name)
  if (figure.kind === 'unknown' && name.kind !== 'unknown') figure.kind = name.kind
  for (const word of name.said) figure.said.add(word)
  figure.gender ??= name.gender ?? genderSaid(name.said)
  if (figure.gender === null && figure.kind === 'person' && name.parts.length > 1)
    figure.gender = GIVEN_NAMES.get(name.parts[0]!) ?? null
  if (name.headline) return
  if (
    name.parts.length > figure.parts.length ||
    (name.parts.length === figure.parts.length && isFuller(name.parts, figure.parts))
  ) {
    figure.parts = name.parts
  }
}

const isFuller = (a: readonly string[], b: readonly string[]): boolean => a.join('').length > b.join('').length

/** What a body or place goes by: a country by its code, a government by what it is, others by their words. */
function keyOf(name: NameMention): string {
  if (name.metonym) return `= ${name.metonym.of}`
  const country = name.kind === 'place' ? countryOfName(name.parts.join(' ')) : null
  return country ? `= ${country}` : wordsOf(name.parts)
}

function wordsOf(parts: readonly string[]): string {
  const [first, ...rest] = parts.map(part => part.replaceAll('.', ''))
  return [SHORT[first!] ?? first!, ...rest].join(' ').toLowerCase()
}

/** Acronyms that begin the names of bodies: "U.N. Security Council" is the United Nations Security Council. */
const SHORT: Readonly<Record<string, string>> = {
  UN: 'United Nations',
  EU: 'European Union',
  US: 'United States',
  UK: 'United Kingdom',
}

/** Bodies under their acronym ("FEC") or the last word of their name ("the Times") are one, where only one can be meant. */
function joinShortForms(figures: readonly Figure[], bearers: Map<NameMention, Figure | null>): Figure[] {
  const long = figures.filter(figure => figure.kind !== 'person' && figure.parts.length > 1)
  const gone = new Set<Figure>()
  const byShort = new Map<string, Figure[]>()
  for (const figure of long) {
    for (const short of shortForms(figure.parts)) byShort.set(short, [...(byShort.get(short) ?? []), figure])
  }
  for (const figure of figures) {
    if (figure.kind === 'person' || figure.kind === 'place' || figure.country) continue
    const fits = (byShort.get(wordsOf(figure.parts)) ?? []).filter(other => other !== figure && !gone.has(other))
    if (fits.length !== 1) continue
    for (const name of figure.names) {
      bearers.set(name, fits[0]!)
      fits[0]!.names.push(name)
    }
    fits[0]!.names.sort((a, b) => a.span[0] - b.span[0])
    for (const word of figure.said) fits[0]!.said.add(word)
    if (fits[0]!.kind === 'unknown') fits[0]!.kind = 'organization'
    gone.add(figure)
  }
  return figures.filter(figure => !gone.has(figure))
}

/** "House" and "Court" are no short forms of "White House" and "Supreme Court": they are bodies of their own. */
const OWN_BODIES = new Set(
  'house senate state states congress commons lords assembly nations union street party office'.split(' '),
)

function shortForms(parts: readonly string[]): string[] {
  const initials = parts.filter(part => /^\p{Lu}/u.test(part)).map(part => part[0]!)
  const forms = new Set([initials.join('').toLowerCase()])
  for (let from = 1; from < parts.length; from++) {
    const form = wordsOf(parts.slice(from))
    if (!OWN_BODIES.has(form)) forms.add(form)
  }
  if (/^\p{Lu}{2,}$/u.test(parts[0]!)) forms.add(parts[0]!.toLowerCase())
  return [...forms]
}
