import type { Span, Time } from '../../record/index.ts'
import { anchorOf } from './calendar.ts'
import { mentionsIn } from './grammar.ts'
import type { Line } from './line.ts'
import type { Meaning, Mention } from './mention.ts'
import { type Course, type Setting, timeValue } from './resolve.ts'
import { type Direction, directionAt } from './tense.ts'
import { type Token, tokensIn } from './tokens.ts'

export interface TimesInput {
  readonly body: string
  /** ISO 8601, as precise as it is known; null where it is not. */
  readonly datePublished: string | null
  readonly sentences: readonly Span[]
}

/**
 * The expressions of time in `body`, in order and apart, with what they mean: TIMEX3 (TimeML 1.2.1), relative ones anchored at the
 * publication date. Values are as precise as the text. Without a publication date, what needs it is `XXXX-…` or `PAST_REF`,
 * `PRESENT_REF`, `FUTURE_REF`. Ids are `t1`, `t2`… in the order of the text.
 */
export function readTimes({ body, datePublished, sentences }: TimesInput): Time[] {
  const anchor = anchorOf(datePublished)
  const course: Course = { date: null, period: null }
  const times: Time[] = []
  for (const line of lines(tokensIn(body, sentences), sentences.length)) {
    const mentions = shareYears(mentionsIn(line))
    for (const mention of mentions) {
      const direction = needsTense(mention.meaning) ? directionAt(line, mention.from, mention.to) : 0
      const { type, value } = resolved(mention, { anchor, course, direction })
      follow(course, mention, value, direction)
      const span = [line[mention.from]!.start, line[mention.to - 1]!.end] as const
      times.push({ id: `t${times.length + 1}`, span, type, value, mod: mention.mod })
    }
  }
  return times
}

function lines(tokens: readonly Token[], count: number): Line[] {
  const result: Token[][] = Array.from({ length: count }, () => [])
  for (const token of tokens) result[token.sentence]!.push(token)
  return result
}

/** "between April and June 1998", "April 3 to May 5, 1998": a date without a year just before one with it is of the same year. */
function shareYears(mentions: readonly Mention[]): readonly Mention[] {
  const shared = [...mentions]
  for (let index = shared.length - 2; index >= 0; index--) {
    const { meaning, to } = shared[index]!
    const next = shared[index + 1]!
    if (
      meaning.kind !== 'date' ||
      meaning.year !== null ||
      meaning.which ||
      next.meaning.kind !== 'date' ||
      next.meaning.year === null
    )
      continue
    if (next.from - to <= 1 && next.meaning.month >= meaning.month)
      shared[index] = { ...shared[index]!, meaning: { ...meaning, year: next.meaning.year } }
  }
  return shared
}

function resolved({ meaning, clock }: Mention, setting: Setting): { type: Time['type']; value: string } {
  const value = timeValue(meaning, setting)
  if (clock) return { type: 'TIME', value: value.endsWith('_REF') ? value : value + clock }
  return { type: meaning.kind === 'fixed' ? meaning.type : 'DATE', value }
}

const needsTense = ({ kind }: Meaning): boolean => kind !== 'fixed' && kind !== 'near' && kind !== 'away'

/** Remembers what the text now speaks of. */
function follow(course: Course, { meaning, clock }: Mention, value: string, direction: Direction): void {
  if (meaning.kind === 'quarter') {
    // What is reported on is the last period that has passed; a forecast or a comparison does not change it.
    const match = /^(\d{4})-Q(\d)$/.exec(value)
    if (match && meaning.number !== null && meaning.years === 0 && meaning.year === null && direction <= 0) {
      course.period = { year: Number(match[1]), quarter: Number(match[2]) }
    }
    return
  }
  if (meaning.kind === 'fixed' && meaning.type === 'DURATION') {
    // "the nine months": the period is no quarter any more, its year is the one spoken of.
    if (/^P[69]M$/.test(value) && course.period) course.period = { year: course.period.year, quarter: null }
    return
  }
  const day = clock ? value.slice(0, value.indexOf('T')) : value
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day)
  if (match)
    course.date = { year: Number(match[1]), month: match[2] ? Number(match[2]) : null, day: match[3] ? Number(match[3]) : null }
}
