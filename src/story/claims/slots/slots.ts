import type { Span } from '../../../record/index.ts'
import type { Telling } from '../tellings.ts'
import {
  attributeOf,
  boundOf,
  CHANGING,
  DENIED,
  isBeside,
  isGrave,
  isOthers,
  isPartOf,
  isPolled,
  isProgress,
  isQuotation,
  roleOf,
  withUnit,
} from './around.ts'
import { measureOf } from './measure.ts'
import { thingPut } from './put.ts'

/** What a value measures: two of one dimension may fill the same slot. */
export type Dimension = 'count' | 'money' | 'share' | 'duration' | 'length' | 'age' | 'votes' | 'day' | 'time'

/** A value in its clause. */
export interface Slot {
  /** The telling that it stands in. */
  readonly item: number
  readonly span: Span
  readonly dimension: Dimension
  /** In seconds, metres, shares of one, whole units of money and of things, minutes of a half day; a TIMEX3 date for days, the two numbers of a vote. */
  readonly value: number | string
  /** Stems of what is counted, or of the unit. */
  readonly unit: readonly string[]
  /** The word that ties it to its clause: "by", "of", "for"; empty where none stands before it. */
  readonly role: string
  /** What it is the measure of: "an altitude *of* 770 kilometres", "a stake of 26 percent"; null where no noun says so. */
  readonly attribute: string | null
  /** "More than", "at least"; "less than", "up to"; "about". */
  readonly bound: 'more' | 'less' | 'about' | null
  readonly isPart: boolean
  /** "Ten others", "another 40". */
  readonly isOthers: boolean
  /** Whether its statement is denied, or a negation stands before it in its clause. */
  readonly isDenied: boolean
  /** By how much something rose or fell, not where it stands. */
  readonly isChange: boolean
  /** Whether only those badly hurt are counted. */
  readonly isGrave: boolean
  /** Of a day: whether its words name it. */
  readonly isNamed: boolean
}

/** The values of some tellings, each place once: one that stands in two tellings, one in the other, is of the shorter. */
export function slotsIn(tellings: readonly Telling[], bodies: ReadonlyMap<string, string>): Slot[] {
  const length = ({ item }: Slot) => tellings[item]!.span[1] - tellings[item]!.span[0]
  const places = new Map<string, Slot>()
  for (const [item, telling] of tellings.entries()) {
    for (const slot of slotsOf(telling, item, bodies.get(telling.article)!)) {
      const key = `${telling.article} ${slot.span[0]}`
      const known = places.get(key)
      if (!known || length(slot) < length(known)) places.set(key, slot)
    }
  }
  return [...places.values()]
}

/** "The 2009 final" is a name. */
const isInName = ({ span: [start, end] }: { readonly span: Span }, body: string): boolean =>
  /^\d{4}$/.test(body.slice(start, end)) && /\b(?:the|a|an|its|their|his|her) $/.test(body.slice(Math.max(0, start - 8), start))

/** "Said on Friday": a day of the saying, not of what is said. */
const isOfSaying = ({ span: [start] }: { readonly span: Span }, body: string): boolean =>
  /\b(?:said|says|added|wrote|told (?:\p{L}+ ){1,2}) ?(?:on |late |early )*$/u.test(body.slice(Math.max(0, start - 40), start))

/** A day by its own name, whichever day it is told on: not "yesterday", "midnight", "9 a.m.", "next November". */
const isNamed = (words: string): boolean => {
  const text = words.replace(/\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b/i, '')
  return (
    /\d|\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|spring|summer|autumn|winter)/.test(
      text,
    ) && !/^(?:next|last|this)\b/i.test(text)
  )
}

/** Whether a word says until when: "until", "not before". */
export const isUntil = (role: string): boolean => role === 'until' || role === 'before'

/** "The firm, which had no crane, was paid": what hangs on a noun says nothing of the value. */
const RELATIVE = /, (?:which|who|whom|whose|where) [^,;]*, /g

/** The values of a telling. */
function slotsOf({ content, span: clause, statement }: Telling, item: number, body: string): Slot[] {
  const isDenied = (span: Span) =>
    statement?.polarity === 'denied' || DENIED.test(body.slice(clause[0], span[0]).replace(RELATIVE, ', '))
  const amounts = content.amounts.flatMap(amount => {
    const read =
      isBeside(amount, body) || isQuotation(body, amount.span) || isPolled(body, amount.span) ? null : measureOf(amount, body)
    if (!read) return []
    const role = roleOf(body, amount.span)
    // "Raise tariffs from 10 percent", "from a profit of two billion": what was before.
    if (role === 'from' && (read.dimension === 'share' || read.dimension === 'money')) return []
    const isChange = role === 'by' && content.words.some(word => CHANGING.has(word))
    return [
      {
        item,
        span: withUnit(body, amount.span, read.dimension),
        ...read,
        unit: read.dimension === 'count' && read.unit.length === 0 ? thingPut(body.slice(clause[0], amount.span[0])) : read.unit,
        role,
        bound: boundOf(body, amount.span),
        attribute: attributeOf(body, amount.span),
        isPart: read.dimension === 'share' ? isProgress(body, amount.span) : isPartOf(amount, body),
        isOthers: isOthers(body, amount.span),
        isChange,
        isGrave: isGrave(body, amount.span),
        isDenied: isDenied(amount.span),
        isNamed: false,
      },
    ]
  })
  // "Thursday of next week" is one day.
  const dates = content.dates.filter(({ span }, at) => at === 0 || body.slice(content.dates[at - 1]!.span[1], span[0]) !== ' of ')
  const days = dates
    .filter(date => !isInName(date, body) && !isOfSaying(date, body))
    .map(({ span, value }) => ({
      item,
      span,
      dimension: 'day' as const,
      value,
      unit: [],
      role: roleOf(body, span),
      bound: null,
      attribute: null,
      isPart: false,
      isOthers: false,
      isChange: false,
      isGrave: false,
      // "Will not open before Monday" says when, as "closed until Saturday" does.
      isDenied: isDenied(span) && !isUntil(roleOf(body, span)),
      isNamed: isNamed(body.slice(...span)),
    }))
  return [...amounts, ...days]
}
