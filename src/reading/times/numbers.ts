import { afterHyphen, digitsAt, isJoined, type Line, signAt, wordAt } from './line.ts'
import { ORDINAL_ENDINGS, ORDINALS, SCALES, SMALL_NUMBERS, TENS, VAGUE_COUNTS } from './lists.ts'

/** A number and the index after it. */
export interface Counted {
  readonly to: number
  readonly count: number
}

/** How many of a unit; `count` null where no number is said ("several"). */
export interface Amount {
  readonly to: number
  readonly count: number | null
  /** "a", "an": a unit after it may be one, or a rate ("a year"). */
  readonly article: boolean
  readonly mod: string | null
}

/** "ten", "1,000", "2.5", "a", "half a", "two and a half", "a couple of", "several". */
export function amountAt(line: Line, at: number): Amount | null {
  const word = wordAt(line, at)
  if (word === 'half' && (wordAt(line, at + 1) === 'a' || wordAt(line, at + 1) === 'an')) {
    return { to: at + 2, count: 0.5, article: false, mod: null }
  }
  const start = word === 'a' || word === 'an' || word === 'the' ? at + 1 : at
  const next = wordAt(line, start)
  if (next === 'couple')
    return { to: wordAt(line, start + 1) === 'of' ? start + 2 : start + 1, count: 2, article: false, mod: 'APPROX' }
  if (next === 'dozen' || next === 'half') {
    const count = next === 'dozen' ? 12 : 0.5
    return start > at ? { to: afterHyphen(line, start + 1), count, article: false, mod: null } : null
  }
  if (next === 'few' || next === 'number')
    return { to: next === 'few' ? start + 1 : start + 2, count: null, article: false, mod: null }
  if (VAGUE_COUNTS.has(next) && start === at) return { to: start + 1, count: null, article: false, mod: null }
  const number = cardinalAt(line, start)
  if (number && (start === at || SCALES.has(next))) {
    const half =
      wordAt(line, number.to) === 'and' && wordAt(line, number.to + 1) === 'a' && wordAt(line, number.to + 2) === 'half'
    return { to: half ? number.to + 3 : number.to, count: number.count + (half ? 0.5 : 0), article: false, mod: null }
  }
  return word === 'a' || word === 'an' ? { to: at + 1, count: 1, article: true, mod: null } : null
}

/** "10", "1,000", "2.5", "twenty-five", "two hundred", "two thousand"; "hundred" after an article too. */
export function cardinalAt(line: Line, at: number): Counted | null {
  const token = line[at]
  if (token?.kind === 'number') {
    const count = Number(token.lower === '' ? Number.NaN : token.text.replaceAll(',', ''))
    if (!Number.isFinite(count)) return null
    const scale = SCALES.get(wordAt(line, at + 1))
    return scale ? { to: at + 2, count: count * scale } : { to: at + 1, count }
  }
  const small = smallAt(line, at)
  let to = small?.to ?? at
  let count = small?.count ?? 1
  for (let scale = SCALES.get(wordAt(line, to)); scale; scale = SCALES.get(wordAt(line, to))) {
    count *= scale
    to++
    const rest = smallAt(line, wordAt(line, to) === 'and' ? to + 1 : to)
    if (rest && rest.count < scale) {
      count += rest.count
      to = rest.to
    }
    if (to - at > 8) break
  }
  return to > at ? { to, count } : null
}

/** "nine", "nineteen", "ninety", "ninety-seven". */
function smallAt(line: Line, at: number): Counted | null {
  const count = SMALL_NUMBERS.get(wordAt(line, at))
  if (count === undefined) return null
  const next = afterHyphen(line, at + 1)
  const one = SMALL_NUMBERS.get(wordAt(line, next))
  if (TENS.has(wordAt(line, at)) && one !== undefined && one > 0 && one < 10) return { to: next + 1, count: count + one }
  return { to: at + 1, count }
}

/** "third", "24th", "twenty-first"; -1 stands for "final". */
export function ordinalAt(line: Line, at: number): Counted | null {
  const digits = digitsAt(line, at)
  if (digits) {
    const ends = ORDINAL_ENDINGS.has(wordAt(line, at + 1)) && isJoined(line, at + 1)
    return ends ? { to: at + 2, count: Number(digits) } : null
  }
  const tens = TENS.get(wordAt(line, at))
  const next = tens ? afterHyphen(line, at + 1) : at
  const ordinal = ORDINALS.get(wordAt(line, next))
  if (ordinal === undefined || (tens && ordinal >= 10)) return null
  return { to: next + 1, count: (tens ?? 0) + ordinal }
}

/** "1998", "'98", "nineteen ninety-eight", "two thousand and five". Whether a bare number is a year, its surroundings must tell. */
export function yearAt(line: Line, at: number): Counted | null {
  const digits = digitsAt(line, at)
  if (digits.length === 4 && !line[at]!.text.includes(',')) {
    const count = Number(digits)
    return count >= EARLIEST_YEAR && count <= LATEST_YEAR ? { to: at + 1, count } : null
  }
  const apostrophe = signAt(line, at)
  if ((apostrophe === "'" || apostrophe === '’' || apostrophe === '‘') && isJoined(line, at + 1)) {
    const short = digitsAt(line, at + 1)
    if (short.length === 2 && !(wordAt(line, at + 2) === 's' && isJoined(line, at + 2)))
      return { to: at + 2, count: fromShort(Number(short)) }
  }
  return spokenYearAt(line, at)
}

function spokenYearAt(line: Line, at: number): Counted | null {
  const first = SMALL_NUMBERS.get(wordAt(line, at))
  if (first === 2 && wordAt(line, at + 1) === 'thousand') {
    const rest = smallAt(line, wordAt(line, at + 2) === 'and' ? at + 3 : at + 2)
    return rest ? { to: rest.to, count: 2000 + rest.count } : null
  }
  if (first === undefined || first < 15 || first > 20) return null
  const rest = smallAt(line, at + 1)
  return rest && rest.count >= 10 ? { to: rest.to, count: first * 100 + rest.count } : null
}

/** Numbers of four digits outside are hardly ever meant as years in news. */
const EARLIEST_YEAR = 1000
const LATEST_YEAR = 2199

/** Two digits of a year: those to 39 are of this century. */
export const fromShort = (short: number): number => (short < 40 ? 2000 : 1900) + short
