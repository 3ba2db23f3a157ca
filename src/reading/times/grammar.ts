import { amount } from './amounts.ts'
import { clockAt, partOfDayAt } from './clock.ts'
import { calendarDate, dayOfMonth, monthAt } from './dates.ts'
import { afterComma, afterHyphen, afterPhrase, isHyphen, isJoined, type Line, signAt, wordAt } from './line.ts'
import { EDGE_MODS, NEAR_DAYS, PLURAL_UNITS, UNITS, type Which } from './lists.ts'
import type { Found, Mention, Rule } from './mention.ts'
import { yearAt } from './numbers.ts'
import { canOpen } from './openers.ts'
import { period } from './periods.ts'
import { nearDay, oneOfKind, reference, thePast, weekdayAt, withYear } from './relative.ts'
import { set } from './sets.ts'

/** The expressions of time in one sentence, in order and apart: at each token the first rule that reads something takes it. */
export function mentionsIn(line: Line): Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < line.length; ) {
    const days = line[at]!.kind === 'number' ? daysBefore(line, at) : []
    if (days.length > 0) {
      mentions.push(...days)
      at = days.at(-1)!.to
      continue
    }
    const found = canOpen(line[at]!) ? expression(line, at) : null
    if (!found) {
      at++
      continue
    }
    mentions.push({
      from: found.from ?? at,
      to: found.to,
      meaning: found.meaning,
      mod: found.mod ?? null,
      clock: found.clock ?? null,
    })
    at = moreDays(line, found, mentions)
  }
  return mentions
}

const RULES: readonly Rule[] = [set, reference, period, amount, point, clockAlone, thePast]

function expression(line: Line, at: number): Found | null {
  for (const rule of RULES) {
    const found = rule(line, at)
    if (found) return found
  }
  return null
}

/** A date or a day, with the words before it that say which part of it, and a time of day on either side. */
function point(line: Line, at: number): Found | null {
  const clock = clockAt(line, at) ?? partBefore(line, at)
  if (clock) {
    const on = wordAt(line, clock.to) === 'on' || wordAt(line, clock.to) === 'of' ? clock.to + 1 : afterComma(line, clock.to)
    const day = bare(line, on)
    return day && isDayLike(day) ? { ...day, clock: clock.value } : null
  }
  return weekOf(line, at) ?? edged(line, at) ?? withPart(line, bare(line, at))
}

function partBefore(line: Line, at: number): { readonly to: number; readonly value: string } | null {
  const the = wordAt(line, at) === 'the' ? at + 1 : at
  const part = partOfDayAt(line, the)
  if (!part) return null
  // "the morning of Friday", "mid-afternoon yesterday"
  return wordAt(line, part.to) === 'of' || NEAR_DAYS.has(wordAt(line, part.to)) ? part : null
}

/** "the week of March 6" */
function weekOf(line: Line, at: number): Found | null {
  const the = afterPhrase(line, at, ['the', 'week', 'of'])
  const found = the > 0 ? dated(line, the) : null
  return found?.meaning.kind === 'date' && found.meaning.day !== null
    ? { ...found, meaning: { ...found.meaning, week: true } }
    : null
}

const isDayLike = ({ meaning }: Found): boolean =>
  meaning.kind === 'near' ||
  meaning.kind === 'weekday' ||
  meaning.kind === 'holiday' ||
  (meaning.kind === 'date' && meaning.day !== null) ||
  (meaning.kind === 'unit' && meaning.unit === 'day') ||
  (meaning.kind === 'fixed' && meaning.type === 'DATE' && meaning.value.length === 10)

function bare(line: Line, at: number): Found | null {
  const date = dated(line, at)
  return date ? withYear(line, date) : (nearDay(line, at) ?? partOfToday(line, at) ?? period(line, at) ?? oneOfKind(line, at))
}

/** "Friday, Oct. 23" comes before "Friday"; "the 1990s" with its article. */
function dated(line: Line, at: number): Found | null {
  return calendarDate(line, at) ?? (weekdayAt(line, at) ? oneOfKind(line, at) : null)
}

/** "early 1991", "late last week", "mid-November", "the end of the year", "later this month", "earlier Sunday". */
function edged(line: Line, at: number): Found | null {
  const the = wordAt(line, at) === 'the' || wordAt(line, at) === 'very' ? at + 1 : at
  const mod = EDGE_MODS.get(wordAt(line, the))
  if (!mod) return yearEnd(line, at)
  const noun = NOUNS.has(wordAt(line, the))
  if (noun && wordAt(line, the + 1) !== 'of') return null
  const inner = noun ? the + 2 : afterHyphen(line, the + 1)
  const on = !noun && wordAt(line, inner) === 'in' ? inner + 1 : wordAt(line, inner) === 'on' ? inner + 1 : inner
  const day = partOfDayAt(line, on)
  const found = day && !noun ? null : (withPart(line, bare(line, on)) ?? wholeUnit(line, on))
  return found ? { ...found, mod: found.mod ?? mod } : null
}

const NOUNS = new Set(['beginning', 'start', 'opening', 'outset', 'onset', 'middle', 'end', 'close'])

/** "the end of the year": the unit that the text is in. */
function wholeUnit(line: Line, at: number): Found | null {
  if (wordAt(line, at) !== 'the') return null
  const unit = UNITS.get(wordAt(line, at + 1))
  const long =
    unit &&
    !PLURAL_UNITS.has(wordAt(line, at + 1)) &&
    unit !== 'second' &&
    unit !== 'minute' &&
    unit !== 'hour' &&
    unit !== 'quarter'
  return long ? { to: at + 2, meaning: { kind: 'unit', unit, which: 'this' } } : null
}

/** "year end", "year's end", "year-end". */
function yearEnd(line: Line, at: number): Found | null {
  if (wordAt(line, at) !== 'year') return null
  const possessive = /^['’]$/.test(signAt(line, at + 1)) ? at + 3 : afterHyphen(line, at + 1)
  return wordAt(line, possessive) === 'end'
    ? { to: possessive + 1, meaning: { kind: 'unit', unit: 'year', which: 'this' }, mod: 'END' }
    : null
}

/** "this morning", "last night", "the next morning", "that evening". */
function partOfToday(line: Line, at: number): Found | null {
  const the = wordAt(line, at) === 'the' ? at + 1 : at
  const word = wordAt(line, the)
  const part = partOfDayAt(line, the + 1)
  if (!part) return null
  if (word === 'this') return { to: part.to, meaning: { kind: 'near', days: 0 }, clock: part.value, mod: part.mod }
  if (word === 'last') return { to: part.to, meaning: { kind: 'near', days: -1 }, clock: part.value, mod: part.mod }
  const which = PARTED.get(word)
  return which ? { to: part.to, meaning: { kind: 'unit', unit: 'day', which }, clock: part.value, mod: part.mod } : null
}

const PARTED: ReadonlyMap<string, Which> = new Map([
  ['next', 'after'],
  ['following', 'after'],
  ['previous', 'before'],
  ['that', 'that'],
  ['same', 'that'],
])

/** "Friday morning", "yesterday afternoon", "Friday at 10 p.m.", "Oct. 23, 10 p.m." */
function withPart(line: Line, found: Found | null): Found | null {
  if (!found || found.clock || !isDayLike(found)) return found
  const part = partOfDayAt(line, found.to)
  if (part) return { ...found, to: part.to, clock: part.value, mod: found.mod ?? part.mod }
  const at = wordAt(line, found.to) === 'at' ? found.to + 1 : afterComma(line, found.to)
  const clock = clockAt(line, at)
  return clock ? { ...found, to: clock.to, clock: clock.value } : found
}

/** A time of day without a day: the day spoken of, or the one of publication. */
function clockAlone(line: Line, at: number): Found | null {
  const clock = clockAt(line, at)
  if (clock) return { to: clock.to, meaning: { kind: 'daypart' }, clock: clock.value }
  const the = afterPhrase(line, at, ['the'])
  const part = the > 0 && (wordAt(line, at - 1) === 'in' || wordAt(line, at - 1) === 'during') ? partOfDayAt(line, the) : null
  if (part) return { to: part.to, meaning: { kind: 'daypart' }, clock: part.value, mod: part.mod }
  if (wordAt(line, at) === 'overnight') return { to: at + 1, meaning: { kind: 'daypart' }, clock: 'TNI' }
  return null
}

/** "April 24 and 25", "Oct. 3-5, 1998": each further day is an expression of its own. Returns the index to read on from. */
function moreDays(line: Line, found: Found, mentions: Mention[]): number {
  const { meaning } = found
  if (meaning.kind !== 'date' || meaning.day === null || found.clock) return found.to
  const first = mentions.length - 1
  let to = found.to
  for (let steps = 0; steps < DAYS_MAX; steps++) {
    const at = nextDay(line, to)
    const day = at > to ? dayOfMonth(line, at) : null
    const listed = wordAt(line, at - 1) !== '' || isHyphen(line, at - 1)
    if (!day || monthAt(line, day.to) || (line[day.to]?.kind === 'word' && !listed)) break
    mentions.push({ from: at, to: day.to, meaning: { ...meaning, day: day.day }, mod: null, clock: null })
    to = day.to
  }
  // The year after the last day is the year of all.
  const year = meaning.year === null && to > found.to && signAt(line, to) === ',' ? yearAt(line, to + 1) : null
  if (!year) return to
  for (let index = first; index < mentions.length; index++) {
    const mention = mentions[index]!
    if (mention.meaning.kind !== 'date') continue
    mentions[index] = {
      ...mention,
      to: index === mentions.length - 1 ? year.to : mention.to,
      meaning: { ...mention.meaning, year: year.count },
    }
  }
  return year.to
}

const DAYS_MAX = 10
const JOINS = new Set(['and', 'to', 'or', 'through'])

/** The index of what a comma, a hyphen or a word joins to what ends at `to`; `to` where nothing does. */
function nextDay(line: Line, to: number): number {
  const sign = isHyphen(line, to) && isJoined(line, to + 1) ? to + 1 : afterComma(line, to)
  return JOINS.has(wordAt(line, sign)) ? sign + 1 : sign
}

/** "24-26 September", "3, 4 and 5 October": days whose month comes after the last of them. */
function daysBefore(line: Line, at: number): Mention[] {
  const days: { from: number; to: number; day: number }[] = []
  for (let from = at, steps = 0; steps < DAYS_MAX; steps++) {
    const day = dayOfMonth(line, from)
    if (!day) return []
    const of = wordAt(line, day.to) === 'of' ? day.to + 1 : day.to
    if (monthAt(line, of)) {
      const found = days.length > 0 ? calendarDate(line, from) : null
      if (found?.meaning.kind !== 'date') return []
      const { meaning } = found
      return [
        ...days.map(({ from, to, day }) => ({ from, to, meaning: { ...meaning, day }, mod: null, clock: null })),
        { from, to: found.to, meaning, mod: null, clock: null },
      ]
    }
    days.push({ from, to: day.to, day: day.day })
    const next = nextDay(line, day.to)
    if (next === day.to) return []
    from = next
  }
  return []
}
