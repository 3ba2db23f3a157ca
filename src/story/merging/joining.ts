import { countryOfName } from '../../reading/places/countries.ts'
import { metonymNamed } from '../../reading/places/metonyms.ts'
import { type Gender, GIVEN_NAMES, HONORIFICS } from '../../reading/words/lexicon.ts'
import type { Joined } from '../../record/index.ts'
import type { Clusters } from './clusters.ts'
import { type Bearer, isNamed } from './entities.ts'
import { acronymOf, bodyIn, initialsOf, nameWords, officeIn, officeOf, personKey } from './names.ts'

/** Joins what names, titles and offices say is one. Each step works on groups that share a key. */
export function joinNamed(bearers: readonly Bearer[], clusters: Clusters): void {
  const named = bearers.flatMap((bearer, index) => (isNamed(bearer.entity) ? [toldOf(bearer, index)] : []))
  joinCountries(named, clusters)
  joinSameNames(named, clusters)
  joinMiddleNames(named, clusters)
  joinSurnames(named, clusters)
  joinShortForms(named, clusters)
  joinAcronyms(named, clusters)
  joinOffices(bearers, clusters)
}

/** A named bearer with its name taken apart. */
interface Told {
  readonly index: number
  readonly bearer: Bearer
  readonly name: string
  readonly words: readonly string[]
  readonly isPerson: boolean
  readonly isPlace: boolean
  readonly gender: Gender | null
}

function toldOf(bearer: Bearer, index: number): Told {
  const { entity } = bearer
  const words = nameWords(entity.name)
  return {
    index,
    bearer,
    name: entity.name,
    words,
    isPerson: entity.kind === 'person',
    isPlace: entity.kind === 'place',
    gender: genderOf(bearer),
  }
}

/** What a given name or an honorific before one of the mentions says. */
function genderOf({ entity, body }: Bearer): Gender | null {
  const first = entity.name.split(/\s+/)
  const given = first.length > 1 ? GIVEN_NAMES.get(first[0]!) : null
  if (given) return given
  for (const { span, form } of entity.mentions) {
    if (form !== 'name') continue
    const before =
      body
        .slice(Math.max(0, span[0] - 12), span[0])
        .trim()
        .split(/\s+/)
        .at(-1) ?? ''
    const said = HONORIFICS.get(before)
    if (said) return said
  }
  return null
}

function joinAll(clusters: Clusters, members: readonly Told[], kind: Joined['kind']): void {
  const first = members[0]
  if (!first) return
  for (const other of members.slice(1)) {
    clusters.join(first.index, other.index, { kind, what: [...new Set([first.name, other.name])] })
  }
}

/** "Russia", "the Kremlin" and "Moscow" where it acts: a country, its government, and the seats that stand for it. */
function joinCountries(named: readonly Told[], clusters: Clusters): void {
  const byCountry = groupBy(named, ({ bearer: { entity }, isPlace, name }) => {
    const country = isPlace || entity.kind === 'organization' ? countryOfName(name) : null
    if (country) return country
    const isMetonym = entity.mentions.some(({ form }) => form === 'metonym')
    const metonym = isMetonym ? metonymNamed(name) : null
    return metonym?.standsFor === 'government' ? metonym.country : null
  })
  for (const members of byCountry.values()) joinAll(clusters, members, 'alias')
}

/** One name is one bearer: of one kind where it has one word, since "Washington" may be a town, a paper or a person. */
function joinSameNames(named: readonly Told[], clusters: Clusters): void {
  const byName = groupBy(named, ({ words, isPerson, isPlace }) => {
    if (words.length === 0) return null
    const kind = words.length > 1 ? '' : isPlace ? 'place' : isPerson ? 'person' : 'body'
    return `${kind} ${words.join(' ')}`
  })
  for (const members of byName.values()) {
    for (const group of byGender(members)) joinAll(clusters, group, 'name')
  }
}

/** "Mr. Marlow" and "Mrs. Marlow" are two; where all who are told agree, the untold go with them, else each untold one stays alone. */
function byGender(members: readonly Told[]): readonly (readonly Told[])[] {
  const told = new Set(members.flatMap(({ gender }) => gender ?? []))
  if (told.size < 2) return [members]
  return [...told].map(gender => members.filter(member => member.gender === gender))
}

/** "Daniel K. Okafor" and "Daniel Okafor". */
function joinMiddleNames(named: readonly Told[], clusters: Clusters): void {
  const byKey = groupBy(
    named.filter(({ isPerson }) => isPerson),
    ({ words }) => personKey(words),
  )
  for (const members of byKey.values()) {
    const middles = new Set(members.flatMap(({ words }) => (words.length > 2 ? words.slice(1, -1).join(' ') : [])))
    // Two middle names of one first and last name may be two people.
    if (middles.size <= 1) joinAll(clusters, members, 'name')
  }
}

/** A surname alone, or with a title, and the only bearer of it in the story. */
function joinSurnames(named: readonly Told[], clusters: Clusters): void {
  const people = named.filter(({ isPerson }) => isPerson)
  const full = groupBy(
    people.filter(({ words }) => words.length > 1),
    ({ words }) => words.at(-1)!,
  )
  for (const [surname, alone] of groupBy(
    people.filter(({ words }) => words.length === 1),
    ({ words }) => words[0]!,
  )) {
    const bearers = full.get(surname) ?? []
    if (new Set(bearers.map(({ index }) => clusters.rootOf(index))).size !== 1) continue
    const bearer = bearers[0]!
    const gender = bearers.find(each => each.gender)?.gender ?? null
    for (const one of alone) {
      if (one.gender && gender && one.gender !== gender) continue
      clusters.join(bearer.index, one.index, { kind: 'name', what: [bearer.name, one.name] })
    }
  }
}

/** "Norrland" and "Norrland Maritime": the first words of the only longer name that begins with them. */
function joinShortForms(named: readonly Told[], clusters: Clusters): void {
  const bodies = named.filter(({ isPerson, isPlace }) => !isPerson && !isPlace)
  const longer = new Map<string, Told[]>()
  for (const body of bodies) {
    for (let length = 1; length < body.words.length; length++) {
      const key = body.words.slice(0, length).join(' ')
      const list = longer.get(key)
      if (list) list.push(body)
      else longer.set(key, [body])
    }
  }
  for (const body of bodies) {
    const candidates = longer.get(body.words.join(' ')) ?? []
    if (new Set(candidates.map(({ index }) => clusters.rootOf(index))).size !== 1) continue
    clusters.join(candidates[0]!.index, body.index, { kind: 'alias', what: [candidates[0]!.name, body.name] })
  }
}

/** "PAT" and "Port Authority of Tolvany", where the story has one name of these initials. */
function joinAcronyms(named: readonly Told[], clusters: Clusters): void {
  const byInitials = new Map<string, Told[]>()
  for (const one of named) {
    if (one.isPerson) continue
    for (const initials of initialsOf(one.name)) {
      const list = byInitials.get(initials)
      if (list) list.push(one)
      else byInitials.set(initials, [one])
    }
  }
  for (const one of named) {
    const candidates = byInitials.get(acronymOf(one.name) ?? '') ?? []
    if (new Set(candidates.map(({ index }) => clusters.rootOf(index))).size !== 1) continue
    clusters.join(candidates[0]!.index, one.index, { kind: 'alias', what: [candidates[0]!.name, one.name] })
  }
}

/**
 * "The harbour master" of an article that gives no name, and the only one in the story who is called so elsewhere; "police" of two
 * articles. Who shares a role with others ("a spokesman") stays apart.
 */
function joinOffices(bearers: readonly Bearer[], clusters: Clusters): void {
  const holders = new Map<string, Set<number>>()
  const untold: { readonly index: number; readonly office: string; readonly phrase: string }[] = []
  const bodies = new Map<string, { readonly index: number; readonly phrase: string }>()
  bearers.forEach((bearer, index) => {
    if (isNamed(bearer.entity)) {
      if (bearer.entity.kind !== 'person') return
      for (const office of officesOf(bearer)) {
        const known = holders.get(office)
        if (known) known.add(index)
        else holders.set(office, new Set([index]))
      }
      return
    }
    for (const phrase of nominalsOf(bearer)) {
      const office = officeIn(phrase)
      if (office) untold.push({ index, office, phrase })
      const body = bodyIn(phrase)
      if (!body) continue
      const known = bodies.get(body)
      if (known) clusters.join(known.index, index, { kind: 'office', what: [...new Set([known.phrase, phrase])] })
      else bodies.set(body, { index, phrase })
    }
  })
  const firsts = new Map<string, { readonly index: number; readonly phrase: string }>()
  for (const { index, office, phrase } of untold) {
    const roots = new Set([...(holders.get(office) ?? [])].map(clusters.rootOf))
    if (roots.size > 1) continue
    const [root] = roots
    if (root !== undefined) {
      clusters.join(root, index, { kind: 'office', what: [bearers[root]!.entity.name, phrase] })
      continue
    }
    const first = firsts.get(office)
    if (first) clusters.join(first.index, index, { kind: 'office', what: [...new Set([first.phrase, phrase])] })
    else firsts.set(office, { index, phrase })
  }
}

const nominalsOf = ({ entity, body }: Bearer): string[] =>
  entity.mentions.flatMap(({ span, form }) => (form === 'nominal' ? [body.slice(span[0], span[1])] : []))

/** The offices that an article gives a person: by a title before the name ("Harbour Master Roux"), or by calling them so. */
function officesOf(bearer: Bearer): Set<string> {
  const { entity, body } = bearer
  const offices = new Set(nominalsOf(bearer).flatMap(phrase => officeIn(phrase) ?? []))
  for (const { span, form } of entity.mentions) {
    if (form !== 'name') continue
    const before = body.slice(Math.max(0, span[0] - TITLE_UNITS), span[0])
    const words = /(?:^|[^\p{L}\p{N}’'-])((?:[\p{L}’'-]+ ){1,5})$/u.exec(before)?.[1]?.trim().split(' ') ?? []
    for (let from = 0; from < words.length; from++) {
      const office = officeOf(words.slice(from))
      if (office) offices.add(office)
    }
    const after = /^, (?:the |its |their |who (?:is|was) the )([\p{L}’' -]{3,50}?)(?:,|\.| who| of | for )/u.exec(
      body.slice(span[1], span[1] + TITLE_UNITS),
    )?.[1]
    const apposed = after ? officeOf(after.split(' ')) : null
    if (apposed) offices.add(apposed)
  }
  return offices
}

/** How far from a name its title is looked for, in UTF-16 units: five long words. */
const TITLE_UNITS = 60

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
