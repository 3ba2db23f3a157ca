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
  /** Stems of what is counted: the next words, up to two; `%` and `$` for shares and money; empty where nothing follows. */
  readonly unit: readonly string[]
  /** Whether it counts some of those that are spoken of: "nine of the dead". */
  readonly isPart: boolean
}

/** The numbers of some words of `body`, in order; years, dates and clock times are left to `skipped`. */
export function amountsIn(body: string, words: readonly Word[], skipped: (span: Span) => boolean): Amount[] {
  const amounts: Amount[] = []
  for (let at = 0; at < words.length; at++) {
    const found = numberAt(body, words, at)
    if (!found) continue
    const result = resultAt(body, words, found)
    if (result) {
      const span: Span = [words[at]!.span[0], words[result.to - 1]!.span[1]]
      if (!skipped(span)) amounts.push({ value: result.value, span, unit: [VOTES], isPart: false })
      at = result.to - 1
      continue
    }
    const start = words[at]!.span[0]
    const money = /[$€£¥]\s?$/.test(body.slice(Math.max(0, start - 2), start))
    const end = words[found.to - 1]!.span[1]
    const share = /^\s?%/.test(body.slice(end, end + 2))
    const span: Span = [money ? start - 1 : start, share ? end + 1 : end]
    const unit = hyphenUnit(words[found.to - 1]!) ?? unitOf({ words, at: found.to, money, share })
    if (isAge(body, span)) continue
    const isClock = unit.length === 0 && CLOCK.test(body.slice(...span))
    if (!skipped(span) && !isClock) amounts.push({ value: found.value, span, unit, isPart: isPartAt(words, found.to) })
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
  if (!isResult || (!named && !VOTING.test(words.map(({ lower }) => lower).join(' ')))) return null
  return { value: first.value * RESULT_SCALE + second.value, to: second.to }
}

const RESULT_SCALE = 100_000
const VOTING = /\bvot(?:e|es|ed|ing)\b/

const isPartAt = (words: readonly Word[], at: number): boolean =>
  words[at]?.lower === 'of' && /^(?:the|them|those|these|whom|which|his|her|its|their|our)$/.test(words[at + 1]?.lower ?? '')

/** What the word itself counts: "a 45-foot truck", "a 31-year-old". */
function hyphenUnit({ lower }: Word): readonly string[] | null {
  const noun = /^\d[\d.]*-(\p{L}+)/u.exec(lower)?.[1]
  return noun === undefined ? null : [stemOf(noun)]
}

/** "Dora Klimt, 71, …": an age between commas behind a name. */
function isAge(body: string, [start, end]: Span): boolean {
  return (
    /\p{Lu}[\p{L}’'-]*,\s$/u.test(body.slice(Math.max(0, start - 30), start)) &&
    /^\d{1,3}(?:,|\.?$|\.\s)/.test(body.slice(start, end + 2))
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
  for (let scale = scaleAt(words, to); scale; scale = scaleAt(words, to)) {
    value *= scale
    to++
    const after = words[to]?.lower === 'and' ? to + 1 : to
    const rest = simpleAt(body, words, after)
    if (rest && rest.value < scale && scale <= 1000) {
      value += rest.value
      to = rest.to
    }
  }
  return { value, to }
}

const scaleAt = (words: readonly Word[], at: number): number | undefined => SCALES.get(words[at]?.lower ?? '')

function simpleAt(body: string, words: readonly Word[], at: number): Found | null {
  const word = words[at]
  if (!word) return null
  if (/^\d/.test(word.lower)) return digitsAt(body, words, at)
  const next = words[at + 1]?.lower ?? ''
  if (word.lower === 'a' || word.lower === 'an' || word.lower === 'one') {
    const share = SHARES.get(next)
    if (share && words[at + 2]?.lower !== 'time') return { value: share, to: at + 2 }
    if (word.lower !== 'one' && SCALES.has(next)) return { value: SCALES.get(next)!, to: at + 2 }
    if (word.lower !== 'one' && next === 'dozen') return { value: 12, to: at + 2 }
    if (word.lower !== 'one' && next === 'couple') return { value: 2, to: at + 2 }
    // "one of them", "one by one" count nothing.
    return word.lower === 'one' && /^(?:person|man|woman|child|death|officer|worker|other|more)$/.test(next)
      ? { value: 1, to: at + 1 }
      : null
  }
  if (word.lower === 'half' && (at > 0 || /^(?:of|the|a|an|its|their)$/.test(next))) return { value: 0.5, to: at + 1 }
  const [tens, ones] = word.lower.split('-') as [string, string | undefined]
  const value = SMALL_NUMBERS.get(tens)
  if (value === undefined || tens === 'one') return null
  const more = ones === undefined ? null : SMALL_NUMBERS.get(ones)
  if (ones !== undefined && more === undefined) return value > 1 ? { value, to: at + 1 } : null
  return { value: value + (more ?? 0), to: at + 1 }
}

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
  ['tenth', 0.1],
])

/** Words between a number and what it counts. */
const PASSED = new Set('of the more other a an its their his her new additional further people’s'.split(' '))
const UNIT_WORDS = 2

function unitOf({ words, at, money, share }: { words: readonly Word[]; at: number; money: boolean; share: boolean }): string[] {
  if (money) return ['$']
  if (share) return ['%']
  const unit: string[] = []
  for (let index = at; index < words.length && unit.length < UNIT_WORDS; index++) {
    const { lower } = words[index]!
    if (PASSED.has(lower) && unit.length === 0) continue
    if (/^per(?:cent|centage)?$/.test(lower)) return ['%']
    if (STOPS.has(lower)) break
    unit.push(stemOf(lower))
  }
  return unit
}

const STOPS = new Set(
  'the a an and or but in on at by for to from with as was were is are be been had have has who which that when after before'.split(
    ' ',
  ),
)

/** Whether two amounts count the same thing, as far as their words tell: one of them may count what is not said. */
export function isSameUnit(a: Amount, b: Amount): boolean {
  if (a.unit.length === 0 || b.unit.length === 0) return true
  const marked = (unit: readonly string[]) => (unit[0] === '%' || unit[0] === '$' ? unit[0] : '')
  if (marked(a.unit) !== marked(b.unit)) return false
  if (a.unit.some(word => b.unit.includes(word))) return true
  const people = (unit: readonly string[]) => unit.some(word => PEOPLE.has(word))
  return people(a.unit) && people(b.unit)
}

/** Whether two amounts are one number, of the same, that hardly two things share by chance: "480 homes". */
export const isTellingAmount = (a: Amount, b: Amount): boolean =>
  a.value === b.value && a.value > CHANCE_MAX && a.unit.length > 0 && isSameUnit(a, b)

/** Small numbers are many things' by chance. */
const CHANCE_MAX = 12

/** Nouns that count people; "four dead" counts them too. */
const PEOPLE = new Set(
  `people person man men woman women child children dead death live life casualty victim survivor worker passenger resident injur wound
   hurt fatality other kill miss officer soldier civilian employee staff household home hom hous`
    .split(/\s+/)
    .map(stemOf),
)
