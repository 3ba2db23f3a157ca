import { isFiniteVerb } from '../../reading/clauses/verbs.ts'
import { SCALES, SMALL_NUMBERS } from '../../reading/times/lists.ts'
import type { Word } from '../../reading/words/words.ts'
import type { Span } from '../../record/index.ts'
import { stemOf } from '../terms.ts'

/** The unit of a result, "23 votes to 20". */
export const VOTES = '≥'

/** How many of what: "about 1,200 homes" is 1200 of `home`. */
export interface Amount {
  readonly value: number
  /** The number as it stands, with its scale and its sign of money or percent. */
  readonly span: Span
  /** Stems of what is counted: the next words, up to two; `%` for shares, `$` and the currency for money; empty where nothing follows. */
  readonly unit: readonly string[]
  /** Whether it counts some of those that are spoken of: "nine of the dead". */
  readonly isPart: boolean
  /** "Fourteen of them": some of those that stand before, and perhaps all of those that the clause is about. */
  readonly isOfThem: boolean
}

/** The numbers of some words of `body`, in order; years, dates and clock times are left to `skipped`. */
export function amountsIn(body: string, words: readonly Word[], skipped: (span: Span) => boolean): Amount[] {
  const amounts: Amount[] = []
  for (let at = 0; at < words.length; at++) {
    const read = numberAt(body, words, at)
    if (!read) continue
    const start = words[at]!.span[0]
    const money = /[$€£¥]\s?$/.test(body.slice(Math.max(0, start - 2), start))
    const found = { ...read, value: read.value * scaleIn(words[read.to - 1]!, money) }
    const result = resultAt(body, words, found)
    if (result) {
      const span: Span = [words[at]!.span[0], words[result.to - 1]!.span[1]]
      if (!skipped(span)) amounts.push({ value: result.value, span, unit: [VOTES], isPart: false, isOfThem: false })
      at = result.to - 1
      continue
    }
    const end = words[found.to - 1]!.span[1]
    const share = /^\s?%/.test(body.slice(end, end + 2))
    const span: Span = [money ? start - 1 : start, share ? end + 1 : end]
    const currency = money ? CURRENCIES[body.slice(0, start).trimEnd().at(-1)!]! : null
    const unit =
      hyphenUnit(words[found.to - 1]!) ??
      unitOf({ body, words, at: found.to, currency: currency ?? marksAt(words, found), share })
    if (isAge(body, span)) continue
    const isClock = unit.length === 0 && CLOCK.test(body.slice(...span))
    if (!skipped(span) && !isClock)
      amounts.push({
        value: found.value,
        span,
        unit,
        isPart: (isPartAt(body, words, found.to) && !numberAt(body, words, found.to + 2)) || isAmongAt(words, at),
        isOfThem: isOfThemAt(body, words, found.to),
      })
    at = found.to - 1
  }
  return amounts
}

/** "23 votes to 20", "23 to 20": a result is one figure. Null where no second number follows. */
function resultAt(body: string, words: readonly Word[], first: Found): Found | null {
  const named = /^votes?$/.test(words[first.to]?.lower ?? '')
  const to = first.to + (named ? 1 : 0)
  if (words[to]?.lower !== 'to') return null
  const second = numberAt(body, words, to + 1)
  const isResult =
    second &&
    Number.isInteger(first.value) &&
    Number.isInteger(second.value) &&
    !/\d:\d/.test(body.slice(words[to]!.span[0], words[to]!.span[0] + 8))
  // "From 20 to 23 percent" is a way, no result.
  if (!isResult || (!named && !isOfVote(body, words))) return null
  return { value: first.value * RESULT_SCALE + second.value, to: second.to }
}

const RESULT_SCALE = 100_000
/** "The council had voted nine to four", "It had been eight to five" behind it. */
const isOfVote = (body: string, words: readonly Word[]): boolean =>
  VOTING.test(words.map(({ lower }) => lower).join(' ')) ||
  (/^(?:it|that|this)$/.test(words[0]!.lower) &&
    VOTING.test(body.slice(Math.max(0, words[0]!.span[0] - BEFORE_UNITS), words[0]!.span[0])))
const VOTING = /\bvot(?:e|es|ed|ing)\b/
/** About a sentence. */
const BEFORE_UNITS = 120

const isPartAt = (body: string, words: readonly Word[], at: number): boolean =>
  isOfAt(body, words, at) && /^(?:the|them|those|these|whom|which|his|her|its|their|our)$/.test(words[at + 1]?.lower ?? '')

/** "Nine of the dead"; not "seventeen, of whom two". */
const isOfAt = (body: string, words: readonly Word[], at: number): boolean =>
  words[at]?.lower === 'of' && !/,/.test(body.slice(words[at - 1]!.span[1], words[at]!.span[0]))

/** "Among them two firefighters", "of whom two", "including six children". */
const isAmongAt = (words: readonly Word[], at: number): boolean =>
  words[at - 1]?.lower === 'including' ||
  (/^(?:among|of)$/.test(words[at - 2]?.lower ?? '') && /^(?:them|whom|which)$/.test(words[at - 1]?.lower ?? ''))

const isOfThemAt = (body: string, words: readonly Word[], at: number): boolean =>
  isOfAt(body, words, at) && /^(?:them|whom)$/.test(words[at + 1]?.lower ?? '')

/** What the word itself counts: "a 45-foot truck", "a 31-year-old", "a two-day rise". */
function hyphenUnit({ lower }: Word): readonly string[] | null {
  const [, number, noun] = /^(\d[\d.]*|\p{L}+)-(\p{L}+)/u.exec(lower) ?? []
  const counts = noun !== undefined && (/^\d/.test(number!) || (SMALL_NUMBERS.has(number!) && !SMALL_NUMBERS.has(noun)))
  return counts && !SHARES.has(noun.replace(/s$/, '')) ? [stemOf(noun)] : null
}

/** "Dora Klimt, 71, …": an age between commas behind a name. */
function isAge(body: string, [start, end]: Span): boolean {
  return (
    /\p{Lu}[\p{L}’'-]*,\s$/u.test(body.slice(Math.max(0, start - 30), start)) &&
    /^\d{1,3}(?:,(?!\d)|\.?$|\.\s)/.test(body.slice(start, end + 2))
  )
}

/** "Between 22.40 and 23.15". */
const CLOCK = /^(?:[01]?\d|2[0-3])[.:][0-5]\d$/

interface Found {
  readonly value: number
  readonly to: number
}

/** "four", "twenty-five", "1,200", "2.5 million", "a dozen", "a third"; null where no number begins. */
function numberAt(body: string, words: readonly Word[], at: number): Found | null {
  const first = simpleAt(body, words, at)
  if (!first) return null
  let { value, to } = first
  const part = SHARES.get((words[to]?.lower ?? '').replace(/s$/, ''))
  // "Two thirds", "nine tenths"; "two quarters" may be six months.
  if (part && value > 1 && value * part < 1 && words[to + 1]?.lower !== 'time') return { value: value * part, to: to + 1 }
  for (let scale = scaleAt(words, to); scale; scale = scaleAt(words, to)) {
    value *= scale
    to++
    const after = words[to]?.lower === 'and' ? to + 1 : to
    const rest = simpleAt(body, words, after)
    if (rest && rest.value < scale && scale <= 1000) {
      // "Seven thousand *one hundred*".
      const hundreds = words[rest.to]?.lower === 'hundred' && scale === 1000 ? 100 : 1
      value += rest.value * hundreds
      to = hundreds === 1 ? rest.to : rest.to + 1
    }
  }
  return { value, to }
}

const scaleAt = (words: readonly Word[], at: number): number | undefined => SCALE.get(words[at]?.lower ?? '')
const SCALE: ReadonlyMap<string, number> = new Map([...SCALES, ['billion', 1e9], ['bn', 1e9], ['trillion', 1e12]])

/** "€310m", "4.5bn": a scale that is written to its number. "310m" alone may be metres. */
function scaleIn({ lower }: Word, money: boolean): number {
  const letters = /^\d[\d.]*(k|mn?|bn|tn)$/.exec(lower)?.[1]
  return letters !== undefined && (money || letters.length === 2) ? SCALE_LETTERS[letters]! : 1
}
const SCALE_LETTERS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, tn: 1e12 }

function simpleAt(body: string, words: readonly Word[], at: number): Found | null {
  const word = words[at]
  if (!word) return null
  if (/^\d/.test(word.lower)) return digitsAt(body, words, at)
  const next = words[at + 1]?.lower ?? ''
  if (word.lower === 'a' || word.lower === 'an' || word.lower === 'one') {
    const share = SHARES.get(next)
    if (share && words[at + 2]?.lower !== 'time') return { value: share, to: at + 2 }
    // "A hundred and twenty", "one million": the scale is read with what follows.
    if (SCALE.has(next)) return { value: 1, to: at + 1 }
    if (word.lower !== 'one' && next === 'dozen') return { value: 12, to: at + 2 }
    if (word.lower !== 'one' && next === 'couple') return { value: 2, to: at + 2 }
    const before = words[at - 1]?.lower ?? ''
    if (TIME_UNIT.test(next) && ROUGHLY.has(before)) return { value: 1, to: at + 1 }
    if (LENGTH_UNIT.test(next) && (before === 'as' || before === 'to')) return { value: 1, to: at + 1 }
    // "one of them", "one by one" count nothing.
    return word.lower === 'one' && /^(?:person|man|woman|child|death|officer|worker|other|more)$/.test(next)
      ? { value: 1, to: at + 1 }
      : null
  }
  if (word.lower === 'half' && (at > 0 || /^(?:of|the|a|an|its|their)$/.test(next))) return { value: 0.5, to: at + 1 }
  const [tens, ones] = word.lower.split('-') as [string, string | undefined]
  const value = SMALL_NUMBERS.get(tens)
  const part = ones && SHARES.get(ones.replace(/s$/, ''))
  if (part && value !== undefined && value * part < 1) return { value: value * part, to: at + 1 }
  if (value === undefined || tens === 'one') return null
  const more = ones === undefined ? null : SMALL_NUMBERS.get(ones)
  if (ones !== undefined && more === undefined) return value > 1 ? { value, to: at + 1 } : null
  return { value: value + (more ?? 0), to: at + 1 }
}

/** "More than a day"; "a day" alone may be any. */
const TIME_UNIT = /^(?:minute|hour|day|week|month|year|decade)$/
/** "As far as a mile", "up to a mile". */
const LENGTH_UNIT = /^(?:kilomet(?:er|re)|mile)$/
const ROUGHLY = new Set('than over under nearly almost about least'.split(' '))

function digitsAt(body: string, words: readonly Word[], at: number): Found | null {
  // "The 10th" counts nothing.
  if (/^\d+(?:st|nd|rd|th)\b/.test(words[at]!.lower)) return null
  const match = /^\d+(?:\.\d+)?(?![\d:])/.exec(words[at]!.lower)
  if (!match) return null
  let text = match[0]
  let to = at + 1
  while (
    to < words.length &&
    body.slice(words[to - 1]!.span[1], words[to]!.span[0]) === ',' &&
    /^\d{3}(?:\.\d+)?$/.test(words[to]!.lower)
  ) {
    text += words[to]!.lower
    to++
  }
  return { value: Number(text), to }
}

const SHARES = new Map([
  ['third', 1 / 3],
  ['quarter', 0.25],
  ['half', 0.5],
  ['fifth', 0.2],
  ['sixth', 1 / 6],
  ['eighth', 1 / 8],
  ['tenth', 0.1],
])

/** Words between a number and what it counts. */
const PASSED = new Set('of the more other a an its their his her new additional further people’s'.split(' '))
const UNIT_WORDS = 2

interface UnitInput {
  readonly body: string
  readonly words: readonly Word[]
  readonly at: number
  /** What its sign of money stands for. */
  readonly currency: string | null
  readonly share: boolean
}

function unitOf({ body, words, at, currency, share }: UnitInput): string[] {
  if (currency) return ['$', currency]
  if (share) return ['%']
  const unit: string[] = []
  for (let index = at; index < words.length && unit.length < UNIT_WORDS; index++) {
    const { lower, span } = words[index]!
    if (index > 0 && /[,;:()—–]/.test(body.slice(words[index - 1]!.span[1], span[0]))) break
    if (unit.length === 0 && isOfThemAt(body, words, index)) return []
    if (PASSED.has(lower) && unit.length === 0) continue
    if (/^percent(?:age)?$/.test(lower) || (lower === 'per' && words[index + 1]?.lower === 'cent')) return ['%']
    if (lower === 'of' && unit.length > 0) continue
    if (STOPS.has(lower) || (unit.length > 0 && BEHIND.has(lower)) || (unit.length > 0 && isFiniteVerb(lower))) break
    const named = MONEY.exec(lower)?.[1]
    if (named) return ['$', named]
    unit.push(stemOf(lower))
  }
  return unit
}

/** "61 million marks"; of fewer it may be those of a school or a tyre. */
const marksAt = (words: readonly Word[], { value, to }: Found): string | null =>
  value >= MARKS_MIN && words[to]?.lower === 'marks' ? 'mark' : null
const MARKS_MIN = 1000

/** What may stand before what is counted, and begins another phrase behind it; "tonnes of fuel" is one. */
const BEHIND = new Set('among until since during over near about there together alone'.split(' '))

const CURRENCIES: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro', '£': 'pound', '¥': 'yen' }
const MONEY =
  /^(crown|dollar|euro|pound|franc|yen|yuan|peso|rupee|ruble|rouble|rand|shilling|dinar|dirham|riyal|lira|naira|krona|krone|kronor|kroner|florin|guilder|forint|zloty|hryvnia|baht|ringgit|rupiah|shekel|cent|penn(?:y|ies)|pence)s?$/

const STOPS = new Set(
  'the a an and or but in on at by for to from with as was were is are be been had have has who which that when after before'.split(
    ' ',
  ),
)

/** Whether two amounts count the same thing, as far as their words tell: one of them may count what is not said. */
export function isSameUnit(a: Pick<Amount, 'unit'>, b: Pick<Amount, 'unit'>): boolean {
  if (a.unit.length === 0 || b.unit.length === 0) return true
  const marked = (unit: readonly string[]) => (unit[0] === '%' || unit[0] === '$' ? unit[0] : '')
  if (marked(a.unit) !== marked(b.unit)) return false
  if (a.unit.some(word => b.unit.includes(word))) return true
  return a.unit.some(isOfPeople) && b.unit.some(isOfPeople)
}

/** Whether two amounts are one number, of the same, that hardly two things share by chance: "480 homes". */
export const isTellingAmount = (a: Pick<Amount, 'value' | 'unit'>, b: Pick<Amount, 'value' | 'unit'>): boolean =>
  a.value === b.value && a.value > CHANCE_MAX && a.unit.length > 0 && isSameUnit(a, b)

/** Small numbers are many things' by chance. */
export const CHANCE_MAX = 12

/** Whether a stem counts people. */
export const isOfPeople = (word: string): boolean => PEOPLE.has(word)

/** Nouns that count people; "four dead" counts them too. */
const PEOPLE = new Set(
  `people person man men woman women child children dead death live life casualty victim survivor worker passenger traveller traveler resident visitor guest tourist student pupil patient migrant refugee villager injur wound
   hurt fatality other kill miss officer soldier civilian employee staff household home hom hous
   boy girl youth youngster adult bather swimmer spectator viewer customer consumer commuter holidaymaker farmer fisherman neighbour neighbor sailor crew miner fan school-leaver`
    .split(/\s+/)
    .map(stemOf),
)
