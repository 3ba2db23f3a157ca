import type { Span } from '../../../record/index.ts'
import type { Telling } from '../tellings.ts'
import {
  attributeOf,
  boundOf,
  CHANGING,
  DENIED,
  directionOf,
  hospitalOf,
  isBeside,
  isCapacity,
  isForecast,
  isGrave,
  isOwned,
  isPartOf,
  isPolled,
  isProgress,
  isQuotation,
  roleOf,
  withUnit,
} from './around.ts'
import { measureOf } from './measure.ts'

/** What a value measures: two of one dimension may fill the same slot. */
export type Dimension = 'count' | 'money' | 'share' | 'duration' | 'length' | 'age' | 'votes' | 'day'

/** A value in its clause. */
export interface Slot {
  /** The telling that it stands in. */
  readonly item: number
  readonly span: Span
  readonly dimension: Dimension
  /** In seconds, metres, shares of one, whole units of money and of things; a TIMEX3 date for days, the two numbers of a vote. */
  readonly value: number | string
  /** Stems of what is counted, or of the unit. */
  readonly unit: readonly string[]
  /** The word that ties it to its clause: "by", "of", "for"; empty where none stands before it. */
  readonly role: string
  /** What it is the measure of: "an altitude *of* 770 kilometres", "a stake of 26 percent"; null where no noun says so. */
  readonly attribute: string | null
  /** Of a length: how high, how long, how far off; null where its words leave it open. */
  readonly direction: 'up' | 'along' | 'off' | null
  /** "More than", "at least"; "less than", "up to"; "about". */
  readonly bound: 'more' | 'less' | 'about' | null
  readonly isPart: boolean
  /** Whether a negation stands before it in its clause. */
  readonly isDenied: boolean
  /** By how much something rose or fell, not where it stands. */
  readonly isChange: boolean
  /** Whether only those badly hurt are counted. */
  readonly isGrave: boolean
  readonly isOwned: boolean
  readonly isCapacity: boolean
  readonly isForecast: boolean
  /** The hospital that its clause or speaker names, whose patients it counts; null where none is. */
  readonly hospital: string | null
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

/** The values of a telling. */
function slotsOf({ content, span: clause }: Telling, item: number, body: string): Slot[] {
  const isDenied = (span: Span) => DENIED.test(body.slice(clause[0], span[0]))
  const amounts = content.amounts.flatMap(amount => {
    const read =
      isBeside(amount, body) || isQuotation(body, amount.span) || isPolled(body, amount.span) ? null : measureOf(amount, body)
    if (!read) return []
    const role = roleOf(body, amount.span)
    const isChange = role === 'by' && content.words.some(word => CHANGING.has(word))
    return [
      {
        item,
        span: withUnit(body, amount.span, read.dimension),
        ...read,
        role,
        bound: boundOf(body, amount.span),
        attribute: attributeOf(body, amount.span),
        direction: read.dimension === 'length' ? directionOf(body, amount.span) : null,
        isPart: read.dimension === 'share' ? isProgress(body, amount.span) : isPartOf(amount, body),
        isChange,
        isGrave: isGrave(body, amount.span),
        isOwned: read.dimension === 'count' && isOwned(body, amount.span),
        isCapacity: read.dimension === 'length' && isCapacity(body, amount.span),
        isForecast: isForecast(body, amount.span),
        hospital: hospitalOf(body, amount.span),
        isDenied: isDenied(amount.span),
      },
    ]
  })
  // "Thursday of next week" is one day.
  const dates = content.dates.filter(({ span }, at) => at === 0 || body.slice(content.dates[at - 1]!.span[1], span[0]) !== ' of ')
  const days = dates
    .filter(date => !isInName(date, body))
    .map(({ span, value }) => ({
      item,
      span,
      dimension: 'day' as const,
      value,
      unit: [],
      role: roleOf(body, span),
      bound: null,
      attribute: null,
      direction: null,
      isPart: false,
      isChange: false,
      isGrave: false,
      isOwned: false,
      isCapacity: false,
      isForecast: false,
      hospital: null,
      isDenied: isDenied(span),
    }))
  return [...amounts, ...days]
}
