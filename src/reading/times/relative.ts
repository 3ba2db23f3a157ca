import { calendarDate, monthAt } from './dates.ts'
import { holidayAt } from './holidays.ts'
import { afterPhrase, isCapital, isHyphen, type Line, signAt, wordAt } from './line.ts'
import {
  DOUBTFUL_WEEKDAYS,
  NEAR_DAYS,
  PLURAL_UNITS,
  REFERENCES,
  SEASONS,
  UNITS,
  WEEKDAYS,
  WHICH,
  type Which,
  words,
} from './lists.ts'
import type { Found, Meaning } from './mention.ts'
import { yearAt } from './numbers.ts'
import { directionAt } from './tense.ts'

/** "today", "the day before yesterday". */
export function nearDay(line: Line, at: number): Found | null {
  const start = wordAt(line, at) === 'the' ? at + 1 : at
  const side = wordAt(line, start) === 'day' ? wordAt(line, start + 1) : ''
  const step = side === 'before' ? -1 : side === 'after' ? 1 : undefined
  const days = NEAR_DAYS.get(wordAt(line, step === undefined ? at : start + 2))
  if (days === undefined) return null
  if (step !== undefined) return { to: start + 3, meaning: { kind: 'near', days: days + step } }
  const night = wordAt(line, at).startsWith('toni')
  // A newspaper's or a programme's name: "USA Today".
  if (isCapital(line, at) && at > 0 && isCapital(line, at - 1)) return null
  return { to: at + 1, meaning: { kind: 'near', days }, clock: night ? 'TNI' : null }
}

/** "Friday", "last Friday", "the previous Friday", "last week", "this summer", "next April", "the following year", "the weekend". */
export function oneOfKind(line: Line, at: number): Found | null {
  const start = wordAt(line, at) === 'the' ? at + 1 : at
  const which = whichAt(line, start)
  const kind = which?.to ?? start
  const meaning = kindAt(line, kind, which?.which ?? null, start > at)
  if (!meaning) return null
  return meaning
}

function whichAt(line: Line, at: number): { readonly to: number; readonly which: Which } | null {
  const which = WHICH.get(wordAt(line, at))
  if (!which) return null
  const next = wordAt(line, at + 1)
  if (wordAt(line, at) === 'that' && next === 'same') return { to: at + 2, which: 'that' }
  if (wordAt(line, at) === 'this' && (next === 'past' || next === 'last')) return { to: at + 2, which: 'last' }
  if (wordAt(line, at) === 'this' && (next === 'coming' || next === 'very'))
    return { to: at + 2, which: next === 'very' ? 'this' : 'next' }
  if ((wordAt(line, at) === 'same' || wordAt(line, at) === 'that') && next === 'very') return { to: at + 2, which: 'that' }
  return { to: at + 1, which }
}

function kindAt(line: Line, at: number, which: Which | null, the: boolean): Found | null {
  const word = wordAt(line, at)
  const weekday = weekdayAt(line, at)
  if (weekday) return { to: weekday.to, meaning: { kind: 'weekday', weekday: weekday.weekday, which } }
  const season = SEASONS.get(word)
  if (season) return seasonFrom(line, at, season, which, the)
  if (word === 'weekend') return { to: at + 1, meaning: { kind: 'unit', unit: 'week', which, weekend: true } }
  if (word === 'fortnight' && which === 'last') return { to: at + 1, meaning: { kind: 'fixed', type: 'DURATION', value: 'P2W' } }
  const holiday = holidayAt(line, at)
  if (holiday && (which !== 'that' || the)) {
    const year = yearAt(line, signAt(line, holiday.to) === ',' || wordAt(line, holiday.to) === 'of' ? holiday.to + 1 : holiday.to)
    return { to: year?.to ?? holiday.to, meaning: { kind: 'holiday', name: holiday.name, year: year?.count ?? null, which } }
  }
  if (which === null) return the ? definiteUnit(line, at) : null
  const month = monthAt(line, at)
  if (month) return datedWithin(line, at, which)
  const unit = UNITS.get(word)
  // "This Week" is a programme.
  if (!unit || isCapital(line, at) || PLURAL_UNITS.has(word) || unit === 'second' || unit === 'quarter') return null
  return unitFrom(at + 1, unit, which, { the, said: wordAt(line, at - 1) })
}

/** "last April", "this Sept. 11": the rule for dates reads on, the word before tells the year. */
function datedWithin(line: Line, at: number, which: Which): Found | null {
  const found = calendarDate(line, at)
  return found?.meaning.kind === 'date' && found.meaning.year === null
    ? { to: found.to, meaning: { ...found.meaning, which } }
    : null
}

function unitFrom(
  to: number,
  unit: NonNullable<ReturnType<typeof UNITS.get>>,
  which: Which,
  { the, said }: { the: boolean; said: string },
): Found | null {
  // "the past year" is a stretch of time up to now, "last year" the calendar's.
  if (said === 'past' || (the && said === 'last' && unit !== 'day'))
    return { to, meaning: { kind: 'fixed', type: 'DURATION', value: stretch(unit) } }
  if (unit === 'minute' || unit === 'hour')
    return which === 'last' || which === 'next' ? null : { to, meaning: { kind: 'fixed', type: 'DATE', value: 'PRESENT_REF' } }
  if (unit === 'day' && which === 'last' && !the) return null
  // "the next day" is the one after the day spoken of.
  const shown = which === 'next' && the && unit !== 'year' ? 'after' : which
  return { to, meaning: { kind: 'unit', unit, which: shown } }
}

/** "the year ended March 31", "for the year", "the full year". */
function definiteUnit(line: Line, at: number): Found | null {
  const full = wordAt(line, at) === 'full' ? at + 1 : at
  const word = wordAt(line, full)
  if (word !== 'year' && word !== 'month' && word !== 'week') return null
  const next = wordAt(line, full + 1)
  if (next === 'ended' || next === 'ending')
    return { to: full + 1, meaning: { kind: 'fixed', type: 'DURATION', value: stretch(word) } }
  const preceded = UNIT_BEFORE.has(wordAt(line, at - 2))
  if (!preceded || /^(?:before|after|that|when|of|following)$/.test(next)) return null
  return { to: full + 1, meaning: { kind: 'unit', unit: word, which: 'this' } }
}

const UNIT_BEFORE = words('of for in during throughout this and')

function stretch(unit: string): string {
  if (unit === 'decade') return 'P10Y'
  if (unit === 'century') return 'P100Y'
  if (unit === 'hour' || unit === 'minute') return unit === 'hour' ? 'PT1H' : 'PT1M'
  return `P1${unit[0]!.toUpperCase()}`
}

export function weekdayAt(line: Line, at: number): { readonly to: number; readonly weekday: number } | null {
  const word = wordAt(line, at)
  const weekday = WEEKDAYS.get(word)
  if (weekday === undefined || !isCapital(line, at) || DOUBTFUL_WEEKDAYS.has(word)) return null
  if (NOT_A_WEEKDAY.has(wordAt(line, at - 1)) && isCapital(line, at - 1)) return null
  return { to: at + 1, weekday }
}

const NOT_A_WEEKDAY = words('ruby joe tuesday man girl super black bloody cyber fat good ash holy easter palm super')

function seasonFrom(line: Line, at: number, season: string, which: Which | null, the: boolean): Found | null {
  const word = wordAt(line, at)
  const of = wordAt(line, at + 1) === 'of' ? at + 2 : at + 1
  const year = yearAt(line, of)
  if (year) return { to: year.to, meaning: { kind: 'season', season, year: year.count, which } }
  if (!which && wordAt(line, at + 1) === 'of') return null
  // "spring" and "fall" have other senses: without "last" or "the" a preposition must stand before.
  const said =
    which !== null || (the && word !== 'fall' && word !== 'spring') || SEASON_BEFORE.has(wordAt(line, at - (the ? 2 : 1)))
  return said ? { to: at + 1, meaning: { kind: 'season', season, year: null, which } } : null
}

const SEASON_BEFORE = words('in since by until till through during throughout early late mid every each')

/** "now", "recently", "in recent years", "in the future", "these days", "at the moment". */
export function reference(line: Line, at: number): Found | null {
  const word = wordAt(line, at)
  const before = wordAt(line, at - 1)
  for (const { phrase, value, after } of PHRASES.get(word) ?? []) {
    const to = afterPhrase(line, at, phrase)
    if (to > 0 && (!after || after.has(before))) return fixed(to, value)
  }
  const value = REFERENCES.get(word)
  if (!value || isHyphen(line, at - 1) || isHyphen(line, at + 1)) return null
  if (word === 'recent' && PLURAL_UNITS.has(wordAt(line, at + 1))) {
    const more = wordAt(line, at + 2) === 'and' && PLURAL_UNITS.has(wordAt(line, at + 3))
    return fixed(more ? at + 4 : at + 2, value)
  }
  // "most recently" stands before the date itself; "as soon as"; "which soon became".
  if (before === 'most' || before === 'more') return null
  if (
    word === 'soon' &&
    (before === 'as' || before === 'too' || wordAt(line, at + 1) === 'after' || directionAt(line, at, at + 1) < 0)
  )
    return null
  return fixed(at + 1, value)
}

const fixed = (to: number, value: string): Found => ({ to, meaning: { kind: 'fixed', type: 'DATE', value } })

interface Phrase {
  readonly phrase: readonly string[]
  readonly value: string
  /** One of these must stand before it; any word where it is not given. */
  readonly after?: ReadonlySet<string>
}

const IN = words('in into for')
const AT = words('at for')

/** By their first word. */
const PHRASES: ReadonlyMap<string, readonly Phrase[]> = new Map([
  ['right', [phrase('right now', 'PRESENT_REF')]],
  ['these', [phrase('these days', 'PRESENT_REF')]],
  ['this', [phrase('this moment', 'PRESENT_REF', AT)]],
  ['present', [phrase('present', 'PRESENT_REF', words('at'))]],
  ['a', [phrase('a later date', 'FUTURE_REF')]],
  ['one', [phrase('one day', 'FUTURE_REF', words('will would could may might can ll'))]],
  ['some', [phrase('some day', 'FUTURE_REF')]],
  ['someday', [phrase('someday', 'FUTURE_REF')]],
  ['coming', [phrase('coming quarters', 'FUTURE_REF')]],
  [
    'the',
    [
      phrase('the moment', 'PRESENT_REF', AT),
      phrase('the time being', 'PRESENT_REF'),
      phrase('the present', 'PRESENT_REF', AT),
      phrase('the near future', 'FUTURE_REF'),
      phrase('the near term', 'FUTURE_REF'),
      phrase('the foreseeable future', 'FUTURE_REF'),
      phrase('the future', 'FUTURE_REF', IN),
      phrase('the recent past', 'PAST_REF'),
      phrase('the distant past', 'PAST_REF'),
    ],
  ],
])

function phrase(text: string, value: string, after?: ReadonlySet<string>): Phrase {
  return { phrase: text.split(' '), value, ...(after ? { after } : {}) }
}

/** "in the past", but not "the past two years". */
export function thePast(line: Line, at: number): Found | null {
  if (afterPhrase(line, at, ['the', 'past']) < 0 || wordAt(line, at - 1) !== 'in') return null
  const next = line[at + 2]
  if (next && (next.kind === 'number' || (next.kind === 'word' && (UNITS.has(next.lower) || !THE_PAST_ENDS.has(next.lower)))))
    return null
  return fixed(at + 2, 'PAST_REF')
}

const THE_PAST_ENDS = words(
  'that and but or is was have has had were are they he she it we when as by to with for because which who',
)

/** "July last year", "January this year", "Tuesday of last week", "Monday's", "last year's". */
export function withYear(line: Line, found: Found): Found {
  const { meaning } = found
  if (meaning.kind !== 'date' || meaning.year !== null || meaning.which) return found
  const of = wordAt(line, found.to) === 'of' ? found.to + 1 : found.to
  const which = whichAt(line, of)
  if (!which || wordAt(line, which.to) !== 'year' || !['last', 'this', 'next'].includes(which.which)) return found
  return { ...found, to: which.to + 1, meaning: { ...meaning, which: which.which, byYear: true } as Meaning }
}
