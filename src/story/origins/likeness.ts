import type { Wording } from './wording.ts'

/** Why two sources may be one although nothing says so; null where their words tell them apart, or say nothing about it. */
export function likeness(
  a: Wording,
  b: Wording,
): 'like wording' | 'may speak for it' | 'unnamed sources' | 'speaker unclear' | null {
  if (speaksFor(a, b) || speaksFor(b, a)) return 'may speak for it'
  if (a.isAnybody !== b.isAnybody && !a.isDocument && !b.isDocument) return 'unnamed sources'
  if (a.people.size > 0 && b.people.size > 0) return some(a.people, b.people, mayBeOnePerson) ? 'like wording' : null
  if (meets(a.names, b.names) || meets(a.heads, b.words) || meets(b.heads, a.words)) return 'like wording'
  if (mayRepresent(a, b) || mayRepresent(b, a)) return 'may speak for it'
  if (mayBeOfficialOf(a, b) || mayBeOfficialOf(b, a)) return 'may speak for it'
  if (a.isBody && b.isBody && (a.bodies.size === 0 || b.bodies.size === 0) && some(a.words, b.words, beginAlike))
    return 'like wording'
  // A memo and a letter may be one paper; those of two authors are two.
  if (a.isDocument && b.isDocument && (a.names.size <= 1 || b.names.size <= 1)) return 'like wording'
  if (isUntold(a, b) || isUntold(b, a)) return 'speaker unclear'
  return a.isHidden && b.isHidden ? 'unnamed sources' : null
}

/** Whether one has no name but an office of a body that is not told, and the other is a body, or has an office as well. */
const mayBeOfficialOf = (a: Wording, b: Wording): boolean => a.isAnyOfficial && (b.isBody || b.isOfficer)

/** Whether one may speak for the other, a body: not who serves another that is told ("a spokeswoman for the university hospital"). */
const mayRepresent = (a: Wording, b: Wording): boolean =>
  a.mayRepresent && b.isBody && (a.serves.size === 0 || b.isAnyBody || some(a.serves, b.words, beginAlike))

/** Whether one has an office of the other: "a spokesman for Calder Homes", "director of operations at Air Solenza". */
const speaksFor = (a: Wording, b: Wording): boolean =>
  meets(a.speaksFor, b.names) ||
  (a.isMouth && !b.isMouth && !b.isDocument) ||
  some(a.offices, b.bodies, (office, body) => office.includes(body))

/** Whether words for one that name nobody leave open that it is the other. */
const isUntold = (a: Wording, b: Wording): boolean => (a.isAnyBody && (b.isBody || b.isOfficer)) || (a.isOffice && b.isBare)

/** Whether both are named by the same noun: "police" and "the police", "a report" and "the report"; two people with names are compared by them. */
export function sameWording(a: Wording, b: Wording): boolean {
  if (a.people.size > 0 && b.people.size > 0) return some(a.people, b.people, isOnePerson)
  return meets(a.heads, b.heads)
}

/** "laura chinchilla" and "laura chinchilla miranda", "brandt" and "ivo brandt", and also "hanna brandt": one name stands in the other, or both have a surname in common. */
export function mayBeOnePerson(a: string, b: string): boolean {
  const [one, other] = [a.split(' '), b.split(' ')]
  const surnames = (parts: readonly string[]) => (parts.length === 1 ? parts : parts.slice(1))
  if (one.length === 1 || other.length === 1) return one.some(part => other.includes(part))
  return surnames(one).some(part => surnames(other).includes(part))
}

/** "brandt" and "ivo brandt", "i. brandt" and "ivo brandt"; not "hanna brandt" and "ivo brandt". */
function isOnePerson(a: string, b: string): boolean {
  const [one, other] = [a.split(' '), b.split(' ')]
  if (one.at(-1) !== other.at(-1)) return false
  return one.length === 1 || other.length === 1 || one[0]![0] === other[0]![0]
}

/** "firefighters" and "the fire brigade", "the ministry" and "the minister". */
const beginAlike = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length)
  return length >= ALIKE_LETTERS && a.slice(0, length) === b.slice(0, length)
}
const ALIKE_LETTERS = 4

function some<T>(a: ReadonlySet<T>, b: ReadonlySet<T>, test: (one: T, other: T) => boolean): boolean {
  return [...a].some(one => [...b].some(other => test(one, other)))
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  for (const item of small) if (large.has(item)) return true
  return false
}
