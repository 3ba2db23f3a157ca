import type { Amount } from './amounts.ts'
import type { Content } from './content.ts'

/** What a clause counts among people: the dead, the hurt, the missing. */
export type Toll = 'dead' | 'hurt' | 'missing'

const WORDS: Readonly<Record<Toll, ReadonlySet<string>>> = {
  dead: new Set(
    'kill kills killed killing dead death deaths die died dies dying body bodies toll lives perished fatalities'.split(' '),
  ),
  hurt: new Set('injure injured injuries injuring wounded wounds hurt hospital hospitalised hospitalized'.split(' ')),
  missing: new Set('missing unaccounted'.split(' ')),
}

/** The tolls of a clause; none where it speaks of another year, which another accident is of. */
export function tollsOf({ words, amounts, dates }: Content): { readonly toll: Toll; readonly amount: Amount }[] {
  if (dates.some(({ value }) => value.length === 4) || words.some(word => /^(?:19|20)\d\d$/.test(word))) return []
  const toll = (Object.keys(WORDS) as Toll[]).filter(each => words.some(word => WORDS[each].has(word)))
  // "Four killed, 17 hurt" in one clause: which number is whose is not told.
  if (toll.length !== 1) return []
  const people = amounts.filter(({ unit }) => unit.length === 0 || !NOT_PEOPLE.test(unit.join(' ')))
  return people.length === 1 ? [{ toll: toll[0]!, amount: people[0]! }] : []
}

const NOT_PEOPLE = /^(?:[%$]|day|hour|hor|minut|year|month|week|tim|car|hom|hous|build|mil|metr|kilomet)/

export function isSameToll(a: Content, b: Content): boolean {
  const others = tollsOf(b)
  return tollsOf(a).some(one => others.some(other => one.toll === other.toll && one.amount.value === other.amount.value))
}
