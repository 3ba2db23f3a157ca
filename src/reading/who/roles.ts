import { isSameRole, SPOKEN_OF, UNIQUE_OFFICES } from '../words/lexicon.ts'
import { fitOf, genderOfNoun, isRole } from './nouns.ts'
import type { Referent } from './referents.ts'
import { cameIn, IN_VIEW_SHARE, NAMED_LATER_UNITS, type NominalInput, own, type Resolved } from './resolved.ts'
import { mostInView } from './salience.ts'

/** "the senator", "the Republican nominee", "the 34-year-old mother". */
export function resolveRole(input: NominalInput): Resolved | null {
  const { noun, appearances, people, unnamed, view } = input
  const gender = genderOfNoun(noun.head)
  const fits = (referent: Referent) => !(gender && referent.gender && referent.gender !== gender)
  const first = input.span[0]
  const met = [
    ...people.filter(person => person.mentions[0]!.span[0] < first),
    ...unnamed.filter(person => !person.plural && person.kind === 'unnamed'),
  ].filter(fits)
  const scored = met.map(referent => ({ referent, fit: fitOf(referent.said, noun) })).filter(({ fit }) => fit > 0)
  const best = Math.max(0, ...scored.map(({ fit }) => fit))
  const leaders = scored.filter(({ fit }) => fit === best).map(({ referent }) => referent)
  if (leaders.length === 1) {
    const seen = mostInView(appearances, view, referent => (referent === leaders[0] ? 1 : 0))
    if (seen || best > 1) return { referent: leaders[0]!, way: 'role said', share: seen ? 1 : 0.5 }
    // Out of view, and somebody in view whose role the text has not told: it may be theirs.
    const ranked = mostInView(appearances, view, referent => (referent.kind === 'person' && fits(referent) ? 1 : 0))
    if (ranked && ![...ranked.referent.said].some(isRole)) return null
    return { referent: leaders[0]!, way: 'role said', share: 0.5 }
  }
  if (leaders.length > 1) {
    const ranked = mostInView(appearances, view, referent => (leaders.includes(referent) ? 1 : 0))
    return ranked && ranked.share >= IN_VIEW_SHARE ? { referent: ranked.referent, way: 'role said', share: ranked.share } : null
  }
  const named = cameIn(input) !== null ? [] : UNIQUE_OFFICES.has(noun.head) ? takenUp(input) : namedLater(input)
  if (named.length === 1) return { referent: named[0]!, way: 'named later', share: 1 }
  if (noun.owned || (noun.owner && noun.owner.kind !== 'place')) return ownUnlessMet(input)
  const isAged = /-year-old$/.test(noun.head) || noun.modifiers.some(word => /-year-old$/.test(word))
  if (noun.told && !isAged && !isParent(input)) return ownUnlessMet(input)
  if (UNIQUE_OFFICES.has(noun.head)) return ownUnlessMet(input)
  const isPerson = (referent: Referent) =>
    referent.kind === 'person' && fits(referent) ? (gender && !referent.gender ? 0.6 : 1) : 0
  const ranked = mostInView(appearances, view, isPerson)
  const came = cameIn(input)
  if (!ranked) return ownUnlessMet(input)
  const hasRole = [...ranked.referent.said].some(isRole)
  if (came !== null) return !hasRole && ranked.referent.mentions[0]!.span[0] > came ? null : ownUnlessMet(input)
  if (!SPOKEN_OF.has(noun.head) && !isAged && !noun.modifiers.includes('former')) return ownUnlessMet(input)
  // "The bishop" behind Father Moy is another one, and so may be the mayor behind somebody of whom no office is told.
  if (!isAged && !OF_ANYBODY.has(noun.head) && (!hasRole || noun.modifiers.length === 0)) return null
  return ranked.share >= IN_VIEW_SHARE ? { referent: ranked.referent, way: 'role in view', share: ranked.share } : null
}

/** Under these anybody may go on being spoken of, whatever the text calls them. */
const OF_ANYBODY = new Set(
  'man woman widow widower mother father husband wife son daughter candidate nominee contender hopeful front-runner frontrunner lawmaker legislator politician republican democrat libertarian socialist conservative liberal independent businessman businesswoman mogul tycoon billionaire developer entrepreneur magnate incumbent challenger newcomer veteran activist star author writer'.split(
    ' ',
  ),
)

/** "the mother of three": no other one's mother. */
const isParent = ({ noun, after }: NominalInput): boolean =>
  /^(?:mother|father|mum|mom|dad|grandmother|grandfather)$/.test(noun.head) &&
  /^ of (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b/.test(after)

/** "a judge", "Former harbour chief": named in the lines that follow, or a source of their own; null where it is unclear which. */
export function resolveFirstRole(input: NominalInput): Resolved | null {
  const { noun } = input
  if (/^(?:one|another|some|any|every|no|two|three)$/.test(noun.determiner) || noun.owner?.kind === 'person')
    return ownUnlessMet(input)
  const later = namedLater(input)
  if (later.length === 0) return ownUnlessMet(input)
  return later.length === 1 ? { referent: later[0]!, way: 'named later', share: 1 } : null
}

/**
 * Who gets the same role with a name further on: the one taken up as "the judge, Malcolm Frye," or, where few in a text can hold it, all
 * with that role.
 */
export function namedLater(input: NominalInput): Referent[] {
  const { noun } = input
  const again = takenUp(input)
  if (again.length === 1) return again
  const near = metLater(input)
  const later = isRole(noun.head) ? near.filter(({ said, taken }) => fitOf(new Set([...said, ...taken]), noun) > 0) : []
  return HELD_BY_MANY.has(noun.head) ? [] : later
}

/** Who is taken up by the same role further on: "The minister, Tovan Reshk,". */
function takenUp(input: NominalInput): Referent[] {
  const met = metLater(input)
  const sex = genderOfNoun(input.noun.head)
  // "Her name is Ines Prado": whoever has come up without one, where nobody else gets a name before.
  const [next] = [...met].sort((a, b) => a.mentions[0]!.span[0] - b.mentions[0]!.span[0])
  if (next?.taken.has(NAME_GIVEN) && (!sex || !next.gender || sex === next.gender)) return [next]
  return met.filter(({ taken }) => [...taken].some(role => isSameRole(role, input.noun.head)))
}

/** Among the roles by which somebody is taken up: a sentence that gives the name. */
export const NAME_GIVEN = '(name)'

const metLater = ({ people, span }: NominalInput): Referent[] =>
  people.filter(({ mentions }) => {
    const at = mentions[0]!.span[0]
    return at > span[1] && at - span[1] < NAMED_LATER_UNITS
  })

/** Another one with such a role is mostly somebody else. */
const HELD_BY_MANY = new Set(
  'spokesman spokeswoman spokesperson official aide adviser advisor lawyer attorney resident neighbour neighbor supporter voter member'.split(
    ' ',
  ),
)

export const KIN = new Set(
  `wife husband son daughter father mother brother sister widow widower ex-wife ex-husband girlfriend boyfriend`.split(' '),
)

/** "his wife", "Lowe's wife": whoever is said to be one, or else has the surname and no other part in the family, where that is one person only; null where several may be meant. */
export function resolveKin(input: NominalInput): Resolved | null {
  const head = input.noun.head.replace(/^ex-/, '')
  const owner = input.owner()
  const said =
    owner === null || !input.noun.owner ? input.people.filter(({ said }) => said.has(head) || said.has(`ex-${head}`)) : []
  if (said.length === 1) return { referent: said[0]!, way: 'role said', share: 0.5 }
  const family = owner ? namesakesOf(owner, input) : []
  if (family.length > 1) return null
  return family[0] ? { referent: family[0], way: 'role said', share: 0.5 } : ownUnlessMet(input)
}

/** Others of somebody's surname who may be the relative that the noun says. */
function namesakesOf(owner: Referent, { noun, people }: NominalInput): Referent[] {
  const sex = genderOfNoun(noun.head)
  const surname = stemOf(owner)
  return people.filter(person => {
    const { figure, gender, said } = person
    return (
      figure !== owner.figure &&
      figure!.parts.length > 1 &&
      stemOf(person) === surname &&
      (gender === null || sex === null || gender === sex) &&
      (said.has(noun.head) || ![...said].some(word => KIN.has(word)))
    )
  })
}

/** A surname without the ending by which husband's and wife's differ: "Chalupka", "Chalupková". */
const stemOf = ({ figure }: Referent): string | undefined =>
  figure?.parts.at(-1)?.replace(/(?<=\p{L}{4})(?:ov[aá]|ev[aá]|sk[aáiý]|[aáý])$/u, '')

/** A source of its own; null where somebody whose role the text does not tell is introduced right behind it: it may be theirs. */
const ownUnlessMet = (input: NominalInput): Resolved | null => (isMetNext(input) ? null : own(input))

function isMetNext({ noun, people, span, leads }: NominalInput): boolean {
  if (!isRole(noun.head) || HELD_BY_MANY.has(noun.head) || (UNIQUE_OFFICES.has(noun.head) && !noun.owned)) return false
  const sex = genderOfNoun(noun.head)
  return people.some(({ mentions, said, figure, gender }) => {
    const at = mentions[0]!.span[0]
    const isNear = at > span[1] && at - span[1] < MET_NEXT_UNITS
    const fits = !sex || !gender || sex === gender
    return isNear && fits && figure!.parts.length > 1 && ![...said].some(isRole) && leads(at)
  })
}

/**
 * How far on they are introduced, in UTF-16 units. On PolNeAR's dev 150, 300 and 600 leave 16.1, 14.3 and 10.7 % of the nominals wrong and
 * 73.2 % right.
 */
const MET_NEXT_UNITS = 600
