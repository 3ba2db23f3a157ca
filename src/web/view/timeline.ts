import { type Event, extentOf, type Reading, type Span, type Statement, type Time } from '../../record/index.ts'
import type { Placed } from './order.ts'
import { type Passage, passageOf } from './passage.ts'
import { type Period, periodOf } from './periods.ts'

/** What a time is the time of. `named`: the text names it, and nothing that was read took place then. */
export type Lane = 'said' | 'happened' | 'published' | 'named'

export const LANES: readonly Lane[] = ['said', 'happened', 'published', 'named']

/** One line of the table. */
export interface Moment {
  readonly lane: Lane
  /** TIMEX3, or ISO 8601 for a publication. */
  readonly value: string
  readonly mod: string | null
  /** The words that name the time; null for a publication, which the body need not name. */
  readonly time: Time | null
  readonly statement: Placed | null
  readonly event: Event | null
  /** Null for a publication. */
  readonly passage: Passage | null
  /** `updated` for the date of the last change. */
  readonly publication: 'published' | 'updated' | null
}

/** One mark of the drawing: everything in one lane that has the same value. */
export interface Mark {
  readonly number: number
  readonly lane: Lane
  readonly period: Period
  readonly moments: readonly Moment[]
}

export interface Timeline {
  readonly marks: readonly Mark[]
  /** What no calendar has a place for: durations, sets, "now". */
  readonly others: readonly Moment[]
}

/** Statements, events and publication by their times, earliest first; null where times were not read. */
export function timelineOf(reading: Reading, placed: readonly Placed[]): Timeline | null {
  if (!reading.times) return null
  const marks = new Map<string, { lane: Lane; period: Period; moments: Moment[] }>()
  const others: Moment[] = []
  for (const moment of momentsOf(reading, placed)) {
    const period = periodOf(moment.value, moment.mod)
    if (!period) {
      others.push(moment)
      continue
    }
    const key = `${moment.lane} ${period.start} ${period.end} ${period.open}`
    const mark = marks.get(key)
    if (mark) mark.moments.push(moment)
    else marks.set(key, { lane: moment.lane, period, moments: [moment] })
  }
  const sorted = [...marks.values()].sort(
    (a, b) => a.period.start - b.period.start || a.period.end - b.period.end || LANES.indexOf(a.lane) - LANES.indexOf(b.lane),
  )
  return { marks: sorted.map((mark, index) => ({ ...mark, number: index + 1 })), others }
}

function momentsOf(reading: Reading, placed: readonly Placed[]): readonly Moment[] {
  const times = new Map((reading.times ?? []).map(time => [time.id, time]))
  const taken = new Set<string>()
  const moments: Moment[] = []
  const { datePublished, dateModified } = reading.article
  if (datePublished) moments.push({ ...NOTHING, lane: 'published', value: datePublished, publication: 'published' })
  if (dateModified) moments.push({ ...NOTHING, lane: 'published', value: dateModified, publication: 'updated' })
  for (const one of placed) {
    const time = timeOf(one.statement.time)
    if (time) moments.push({ ...at('said', time, wordsOf(one.statement)), statement: one })
  }
  for (const event of reading.events ?? []) {
    const time = timeOf(event.time)
    if (time) moments.push({ ...at('happened', time, event.trigger), event })
  }
  for (const time of times.values()) if (!taken.has(time.id)) moments.push(at('named', time, []))
  return moments

  function timeOf(id: string | null | undefined): Time | undefined {
    const time = id ? times.get(id) : undefined
    if (time) taken.add(time.id)
    return time
  }

  /** The sentence that is opened is the statement's or event's own; the words of its time are shown too, wherever they stand. */
  function at(lane: Lane, time: Time, words: readonly Span[]): Moment {
    const passage = passageOf(reading, words.length > 0 ? words : [time.span])
    return {
      ...NOTHING,
      lane,
      value: time.value,
      mod: time.mod,
      time,
      passage: { ...passage, words: [...new Set([...words, time.span])] },
    }
  }
}

const NOTHING: Omit<Moment, 'lane' | 'value'> = {
  mod: null,
  time: null,
  statement: null,
  event: null,
  passage: null,
  publication: null,
}

/** The words that a statement is known by: its cue, else its source, else the beginning of its content. */
function wordsOf({ source, cue, content }: Statement): readonly Span[] {
  const extent = extentOf(cue) ?? extentOf(source) ?? content[0]
  return extent ? (cue.length > 0 ? cue : [extent]) : []
}
