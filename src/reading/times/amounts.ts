import { duration } from './duration.ts'
import { afterHyphen, afterPhrase, isHyphen, type Line, signAt, wordAt } from './line.ts'
import { AMOUNT_MODS, PLURAL_UNITS, UNITS, type Unit, words } from './lists.ts'
import type { Found } from './mention.ts'
import { type Amount, amountAt, cardinalAt } from './numbers.ts'
import { isRate } from './sets.ts'

/** "two years", "at least 72 hours", "the past five days", "8-month-old", "two years ago", "a year earlier", "years". */
export function amount(line: Line, at: number): Found | null {
  const mod = modAt(line, at)
  const start = mod?.to ?? at
  const lead = leadAt(line, start)
  const counted = countedUnits(line, lead ?? start, lead !== null)
  if (!counted) return lead || mod ? yearAgo(line, at) : (bareUnits(line, at) ?? yearAgo(line, at))
  if (isFraction(line, at, counted) || isAge(line, counted.to)) return null
  const from = lead === at + 1 && counted.hyphened ? lead : at
  const away = lead ? null : awayFrom(line, counted)
  const chosen = mod?.mod ?? counted.mod
  if (away) return { ...away, mod: chosen }
  const { to, unit, count } = counted
  if (counted.article && isRate(line, at)) return { to, meaning: { kind: 'fixed', type: 'SET', value: duration(unit, count) } }
  const so = afterPhrase(line, to, ['or', 'so'])
  const long = afterHyphen(line, to)
  const end = so > 0 ? so : long > to && LENGTHS.has(wordAt(line, long)) ? long + 1 : to
  return {
    from,
    to: end,
    meaning: { kind: 'fixed', type: 'DURATION', value: duration(unit, count) },
    mod: so > 0 ? 'APPROX' : chosen,
  }
}

const LENGTHS = words('long old')

/** "three-quarters of the food", "a quarter of the price". */
function isFraction(line: Line, at: number, { to, unit, article, hyphened }: CountedUnit): boolean {
  return unit === 'quarter' && (hyphened || article || wordAt(line, at) === 'a' || wordAt(line, to) === 'of')
}

/** "33 years old", "a 33-year-old" tell of somebody's age; "a 10-day-old strike" of a time. */
function isAge(line: Line, at: number): boolean {
  const old = afterHyphen(line, at)
  if (old === at) return AGES.has(wordAt(line, at)) || (wordAt(line, at) === 'of' && wordAt(line, at + 1) === 'age')
  return wordAt(line, old) === 'old' && /^years?$/.test(wordAt(line, at - 1))
}

const AGES = words('old older younger')

function modAt(line: Line, at: number): { readonly to: number; readonly mod: string } | null {
  for (const { phrase, mod } of AMOUNT_MODS.get(wordAt(line, at)) ?? []) {
    const to = afterPhrase(line, at, phrase)
    if (to > 0) return { to, mod }
  }
  return null
}

/** The index after "the", "the past", "the first", "recent", "the year-earlier": what makes of an amount one stretch of time. */
function leadAt(line: Line, at: number): number | null {
  const the = DEFINITE.has(wordAt(line, at)) ? at + 1 : at
  const lead = LEADS.has(wordAt(line, the)) ? the + 1 : the
  const year = wordAt(line, lead) === 'year' ? afterHyphen(line, lead + 1) : -1
  if (year > 0 && AGO.has(wordAt(line, year))) return year + 1
  return lead > at ? lead : null
}

const AGO = words('ago earlier')
const DEFINITE = words('the these those his her its their our')
const LEADS = words('past last next first coming final latest previous following preceding initial full opening ensuing same')

interface CountedUnit {
  readonly to: number
  readonly unit: Unit
  readonly count: number | null
  readonly mod: string | null
  /** "a week": may be a rate. */
  readonly article: boolean
  /** "two-week": the article before it belongs to what follows. */
  readonly hyphened: boolean
}

function countedUnits(line: Line, at: number, led: boolean): CountedUnit | null {
  const found = amountAt(line, at)
  if (!found) return null
  if (led && found.article) return null
  let to = afterHyphen(line, found.to)
  // "two or three years", "10 to 15 minutes": the second number is as good as the first.
  const or = wordAt(line, to) === 'or' || wordAt(line, to) === 'to' ? cardinalAt(line, to + 1) : null
  const second = or && UNITS.has(wordAt(line, or.to)) ? or : null
  if (second) to = second.to
  while (BETWEEN.has(wordAt(line, to))) to++
  const unit = UNITS.get(wordAt(line, to))
  if (!unit || isTooShort(line, to, found)) return null
  if (unit === 'second' && !PLURAL_UNITS.has(wordAt(line, to))) return null
  const half = wordAt(line, to + 1) === 'and' && wordAt(line, to + 2) === 'a' && wordAt(line, to + 3) === 'half'
  const count = found.count === null ? null : (second?.count ?? found.count) + (half ? 0.5 : 0)
  return {
    to: half ? to + 4 : to + 1,
    unit,
    count,
    mod: found.mod,
    article: found.article && !half,
    hyphened: to > found.to && isHyphen(line, to - 1),
  }
}

/** Words that stand between a number and its unit and change no value. */
const BETWEEN = words('full whole straight consecutive long more solid short calendar business working additional other')

/** "mo", "min", "sec" and "yr" want a number of digits before them. */
const isTooShort = (line: Line, at: number, { article }: Amount): boolean =>
  wordAt(line, at).length < 4 && wordAt(line, at) !== 'day' && (article || line[at - 1]?.kind !== 'number')

/** "ago", "earlier", "before", "later", "from now" after an amount. */
function awayFrom(line: Line, { to: at, unit, count }: Pick<CountedUnit, 'to' | 'unit' | 'count'>): Found | null {
  const or = Math.max(afterPhrase(line, at, ['or', 'so']), afterPhrase(line, at, ['or', 'more']))
  const to = afterHyphen(line, or > 0 ? or : at)
  const word = wordAt(line, to)
  const past = PAST_AWAY.has(word)
  const fromNow = afterPhrase(line, to, ['from', 'now'])
  if (!past && !FUTURE_AWAY.has(word) && fromNow < 0) return null
  // "a week before the vote" is a distance from an event: how far is told, the day is not.
  if ((word === 'before' || word === 'earlier') && !endsClause(line, to + 1, word)) return null
  const end = fromNow > 0 ? fromNow : to + 1
  const from = word === 'ago' || word === 'hence' || fromNow > 0 ? 'publication' : 'text'
  const short = unit === 'hour' || unit === 'minute' || unit === 'second'
  // "a few days later", "two hours earlier" stay lengths: which time they end at cannot be told.
  if (from === 'text' && (short || count === null)) return null
  if (count === null) return { to: end, meaning: { kind: 'fixed', type: 'DATE', value: past ? 'PAST_REF' : 'FUTURE_REF' } }
  return { to: end, meaning: { kind: 'away', unit, count: past ? -count : count, from } }
}

const PAST_AWAY = words('ago earlier before previously')
const FUTURE_AWAY = words('later hence afterward afterwards')

function endsClause(line: Line, at: number, word: string): boolean {
  if (word === 'earlier') return wordAt(line, at) !== 'than'
  const next = line[at]
  return !next || next.kind === 'sign' || next.lower === 'and' || next.lower === 'when' || next.lower === 'in'
}

/** "year-earlier net income", "year-ago results" without an amount. */
function yearAgo(line: Line, at: number): Found | null {
  const next = afterHyphen(line, at + 1)
  if (wordAt(line, at) !== 'year' || next === at + 1 || !AGO.has(wordAt(line, next))) return null
  return { to: next + 1, meaning: { kind: 'away', unit: 'year', count: -1, from: 'text' } }
}

/** "for years", "weeks", "decades-long", "years ago", "weeks or months". */
function bareUnits(line: Line, at: number): Found | null {
  const word = wordAt(line, at)
  const unit = UNITS.get(word)
  if (!unit || !PLURAL_UNITS.has(word) || unit === 'second' || unit === 'quarter' || word.length < 4) return null
  const away = awayFrom(line, { to: at + 1, unit, count: null })
  if (away) return away
  const before = wordAt(line, at - 1)
  const old = afterHyphen(line, at + 1)
  if (wordAt(line, old) === 'long' && old > at + 1)
    return { to: old + 1, meaning: { kind: 'fixed', type: 'DURATION', value: duration(unit, null) } }
  if (signAt(line, at - 1) === '-' || NOT_BARE.has(before) || line[at - 1]?.kind === 'number') return null
  return { to: at + 1, meaning: { kind: 'fixed', type: 'DURATION', value: duration(unit, null) } }
}

const NOT_BARE = words('of old')
