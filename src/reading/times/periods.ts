import { afterHyphen, afterPossessive, digitsAt, isJoined, type Line, wordAt } from './line.ts'
import { WHICH, type Which, words } from './lists.ts'
import type { Found } from './mention.ts'
import { ordinalAt, yearAt } from './numbers.ts'

/**
 * Parts of a business year: "the third quarter", "third-quarter", "the first half of 1990", "next year's first quarter", "Q3 2025",
 * "the year-ago period", "the latest quarter", "the 1988 quarter", "fiscal 1989", "the current fiscal year".
 */
export function period(line: Line, at: number): Found | null {
  return shortQuarter(line, at) ?? fiscalYear(line, at) ?? quarter(line, at)
}

/** "Q3", "3Q", "Q3 2025". */
function shortQuarter(line: Line, at: number): Found | null {
  const digit = wordAt(line, at) === 'q' && isJoined(line, at + 1) ? digitsAt(line, at + 1) : ''
  const turned = wordAt(line, at + 1) === 'q' && isJoined(line, at + 1) ? digitsAt(line, at) : ''
  const number = Number(digit || turned)
  if (!(number >= 1 && number <= 4)) return null
  const year = yearAt(line, wordAt(line, at + 2) === 'of' ? at + 3 : at + 2)
  return found(year?.to ?? at + 2, { number, half: false, year: year?.count ?? null, which: null, years: 0 })
}

/** "fiscal 1989", "fiscal year 1989", "the current fiscal year", "the 1989 fiscal year". */
function fiscalYear(line: Line, at: number): Found | null {
  let to = at
  if (wordAt(line, to) === 'a' || wordAt(line, to) === 'each') return null
  if (DETERMINERS.has(wordAt(line, to))) to++
  const before = yearAt(line, to)
  if (before) to = before.to
  const which = WHICH.get(wordAt(line, to)) ?? (LATEST.has(wordAt(line, to)) ? ('last' as const) : null)
  if (which) to++
  if (!FISCAL.has(wordAt(line, to))) return null
  to++
  if (wordAt(line, to) === 'year') to++
  else if (before || which) return null
  const year = before ?? yearAt(line, to)
  if (year) return { to: Math.max(to, year.to), meaning: { kind: 'fixed', type: 'DATE', value: String(year.count) } }
  if (wordAt(line, to - 1) !== 'year') return null
  return { to, meaning: { kind: 'unit', unit: 'year', which: which ?? 'that' } }
}

const FISCAL = words('fiscal financial')
const DETERMINERS = words('the its their his her our this that a an each')
const LATEST = words('latest recent')
/** Words that say that a period is set beside another. */
const LIKE = words('comparable corresponding same like equivalent similar')

interface Part {
  to: number
  number: number | null
  half: boolean
  year: number | null
  which: Which | null
  years: number
}

function quarter(line: Line, at: number): Found | null {
  const part: Part = { to: at, number: null, half: false, year: null, which: null, years: 0 }
  const owner = ownerAt(line, at)
  const first = wordAt(line, at)
  if (owner) Object.assign(part, owner)
  else if (DETERMINERS.has(first)) part.to++
  const inner = part.to
  if (!owner && (first === 'this' || first === 'that') && wordAt(line, inner) === 'quarter') part.which = first
  const described = describe(line, part)
  const ordinal = ordinalAt(line, part.to)
  if (ordinal && wordAt(line, part.to) !== 'final') {
    part.number = ordinal.count
    part.to = afterHyphen(line, ordinal.to)
    if (FISCAL.has(wordAt(line, part.to))) part.to++
  } else if (wordAt(line, part.to) === 'final') {
    part.to++
    part.number = 4
  }
  const noun = wordAt(line, part.to)
  const from = first === 'the' || owner || part.which === first ? at : inner
  const known = part.number !== null || part.year !== null || part.which !== null || part.years !== 0
  if (noun === 'half') {
    if (part.number === null || part.number > 2 || !isHalf(line, part.to)) return null
    part.half = true
  } else if (noun === 'quarter') {
    if (part.number !== null && (part.number > 4 || isOfSomething(line, part.to + 1))) return null
    if (!known && !described && !isDefinite(line, at)) return null
  } else if (noun !== 'period' || part.number !== null || !(described || owner)) return null
  part.to++
  after(line, part)
  // "a similar period" is no time; "the corresponding period last year" is.
  if (noun === 'period' && !known && part.year === null && part.years === 0) return null
  return { ...found(part.to, part), from }
}

/** What stands between the article and the noun; whether anything did. */
function describe(line: Line, part: Part): boolean {
  const start = part.to
  for (let steps = 0; steps < 4; steps++) {
    const word = wordAt(line, part.to)
    const next = afterHyphen(line, part.to + 1)
    const year = yearAt(line, part.to)
    const which = WHICH.get(word)
    if (FISCAL.has(word) || LIKE.has(word)) part.to++
    else if (LATEST.has(word) || (word === 'most' && LATEST.has(wordAt(line, part.to + 1)))) {
      part.which = 'last'
      part.to += word === 'most' ? 2 : 1
    } else if (word === 'year' && (wordAt(line, next) === 'ago' || wordAt(line, next) === 'earlier')) {
      part.years = -1
      part.to = next + 1
    } else if (year) {
      part.year = year.count
      part.to = year.to
    } else if (which && word !== 'past') {
      part.which = which
      part.to++
    } else break
    part.to = afterHyphen(line, part.to)
  }
  return part.to > start
}

const YEARS_AWAY: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
])

/** "next year's", "last year's", "1990's". */
function ownerAt(
  line: Line,
  at: number,
): { readonly to: number; readonly years: number; readonly which: Which; readonly year: number | null } | null {
  const year = yearAt(line, at)
  if (year && afterPossessive(line, year.to) > year.to + 1)
    return { to: afterPossessive(line, year.to), years: 0, which: 'this', year: year.count }
  const years = YEARS_AWAY.get(wordAt(line, at))
  if (years === undefined || wordAt(line, at + 1) !== 'year') return null
  const to = afterPossessive(line, at + 2)
  return to > at + 2 ? { to, years, which: 'this', year: null } : null
}

/** "of 1990", "of fiscal 1990", "of last year", "a year ago", "last year", "1990". */
function after(line: Line, part: Part): void {
  const start = wordAt(line, part.to) === 'of' || wordAt(line, part.to) === 'in' ? part.to + 1 : part.to
  const fiscal = FISCAL.has(wordAt(line, start)) ? start + 1 : wordAt(line, start) === 'the' ? start + 1 : start
  const year = yearAt(line, fiscal)
  const years = YEARS_AWAY.get(wordAt(line, fiscal))
  if (year) Object.assign(part, { to: year.to, year: year.count })
  else if (years !== undefined && wordAt(line, fiscal + 1) === 'year')
    Object.assign(part, { to: fiscal + 2, years, which: part.which === 'that' ? null : part.which })
  else if (
    start === part.to &&
    wordAt(line, start) === 'a' &&
    wordAt(line, start + 1) === 'year' &&
    /^(?:ago|earlier|before)$/.test(wordAt(line, start + 2))
  )
    Object.assign(part, { to: start + 3, years: -1 })
}

/** "the first half" of a match is no half of a year. */
function isHalf(line: Line, at: number): boolean {
  const next = wordAt(line, at + 1)
  const before = wordAt(line, at - 1)
  if (next === 'of')
    return (
      yearAt(line, at + 2) !== null ||
      (['the', 'this', 'last', 'next', 'fiscal'].includes(wordAt(line, at + 2)) &&
        /^(?:year|fiscal|\d*)$/.test(wordAt(line, at + 3)))
    )
  return before !== '' && (yearAt(line, at + 1) !== null || MONEY.has(next) || isJoined(line, at))
}

/** "the first quarter of the game" */
function isOfSomething(line: Line, at: number): boolean {
  const article = wordAt(line, at + 1)
  if (wordAt(line, at) !== 'of' || (article !== 'the' && article !== 'a' && article !== 'his' && article !== 'her')) return false
  return yearAt(line, at + 2) === null && !BUSINESS_YEAR.has(wordAt(line, at + 2))
}

const BUSINESS_YEAR = words('year fiscal financial current next last previous')

const MONEY = words('net profit profits loss losses results earnings sales revenue revenues income')

const isDefinite = (line: Line, at: number): boolean => wordAt(line, at) === 'the'

function found(to: number, { number, half, year, which, years }: Omit<Part, 'to'>): Found {
  return { to, meaning: { kind: 'quarter', number, half, year, which, years } }
}
