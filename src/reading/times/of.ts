import { overlaps, partitionPoint, type Span, type Statement, type Time } from '../../record/index.ts'
import { indexAt } from '../words/spans.ts'
import { words } from './lists.ts'

type Roles = Pick<Statement, 'source' | 'cue' | 'content'>

interface Placed {
  readonly body: string
  readonly sentences: readonly Span[]
  /** In the order of the text, as `readTimes` gives them. */
  readonly times: readonly Time[]
  readonly statements: readonly Roles[]
}

/**
 * For each statement the id of the Time that says when it was said: a date in its sentence that stands with source and cue, outside
 * all content ("Reese said on Tuesday that …", "On Tuesday, Reese said …", "in a 2019 interview"). Null where there is none: the
 * publication date never stands in. Lengths, sets and references ("now") date nothing. Gap: a date in the sentence before.
 */
export function timesOfStatements({ body, sentences, times, statements }: Placed): (string | null)[] {
  const free = outsideContents(times, statements)
  return statements.map(statement => {
    const cue = statement.cue[0]
    if (!cue) return null
    const sentence = sentences[indexAt(sentences, cue[0])]
    if (!sentence) return null
    let best: { readonly rank: number; readonly id: string } | null = null
    for (const time of near(times, cue, sentence)) {
      const rank = canDate(body, time) ? saidRank(body, { time, statement, sentence, free: free.has(time) }) : null
      if (rank !== null && (!best || rank < best.rank)) best = { rank, id: time.id }
    }
    return best?.id ?? null
  })
}

/**
 * For each trigger of an event the id of the date in its sentence that is nearest to it, clause borders counted; null where none can
 * date it. A date that stands with source and cue dates the statement, not what is told in it. The publication date never stands in.
 */
export function timesOfEvents({
  body,
  sentences,
  times,
  statements,
  triggers,
}: Placed & { readonly triggers: readonly Span[] }): (string | null)[] {
  const contents = statements.flatMap(statement => statement.content).sort((a, b) => a[0] - b[0])
  return triggers.map(trigger => {
    const sentence = sentences[indexAt(sentences, trigger[0])]
    if (!sentence) return null
    const told = depthAt(contents, trigger)
    let best: { readonly cost: number; readonly id: string } | null = null
    for (const time of near(times, trigger, sentence)) {
      if (!isDate(time) || depthAt(contents, time.span) !== told) continue
      const cost = overlaps(time.span, trigger) ? null : eventCost(body, time, trigger, sentence)
      if (cost !== null && cost <= EVENT_COST_MAX && (!best || cost < best.cost)) best = { cost, id: time.id }
    }
    return best?.id ?? null
  })
}

/** How far from a cue or a trigger a date is looked for, in UTF-16 units: farther ones belong to another clause. */
const REACH_UNITS = 200

/** The times of a sentence around a span. */
function near(times: readonly Time[], [start, end]: Span, sentence: Span): Time[] {
  const found: Time[] = []
  const from = Math.max(sentence[0], start - REACH_UNITS)
  const to = Math.min(sentence[1], end + REACH_UNITS)
  const first = partitionPoint(times, time => time.span[0] < from)
  for (let index = first; index < times.length && times[index]!.span[0] < to; index++) found.push(times[index]!)
  return found
}

/** A date or a time of day, not "now", "recently", "soon". */
const isDate = ({ type, value }: Time): boolean => (type === 'DATE' || type === 'TIME') && !value.endsWith('_REF')

/** A date that is no limit ("since Monday", "by Friday") and belongs to no other thing ("Monday's vote"). */
function canDate(body: string, time: Time): boolean {
  return isDate(time) && !LIMITS.has(wordBefore(body, time.span[0])) && !isPossessive(body, time)
}

const LIMITS = words('since until till by before after from through for between of about over following and or to than')
const isPossessive = (body: string, { span }: Time): boolean => /^['’]s?(?![\p{L}])/u.test(body.slice(span[1], span[1] + 3))

function wordBefore(body: string, at: number): string {
  return /(\p{L}+)[^\p{L}]{0,2}$/u.exec(body.slice(Math.max(0, at - 24), at))?.[1]?.toLowerCase() ?? ''
}

/** The times that lie in no statement's content. */
function outsideContents(times: readonly Time[], statements: readonly Roles[]): ReadonlySet<Time> {
  const contents = statements.flatMap(statement => statement.content).sort((a, b) => a[0] - b[0])
  return new Set(times.filter(time => depthAt(contents, time.span) === null))
}

/** The start of the smallest content around a span; null where it is in none. Only a few contents before it are looked at. */
function depthAt(contents: readonly Span[], [start, end]: Span): number | null {
  const last = indexAt(contents, start)
  for (let index = last; index >= 0 && index > last - CONTENTS_BACK; index--) {
    if (contents[index]![1] >= end) return contents[index]![0]
  }
  return null
}

/** Contents nest a few deep; more than so many that start before a date and end before it are none that hold it. */
const CONTENTS_BACK = 8

interface Said {
  readonly time: Time
  readonly statement: Roles
  readonly sentence: Span
  readonly free: boolean
}

/** How directly a time dates the act of saying, the smaller the better; null where it does not. */
function saidRank(body: string, { time, statement, sentence, free }: Said): number | null {
  const [start, end] = time.span
  const content = statement.content.find(span => overlaps(span, time.span))
  const cue = statement.cue.at(-1)!
  // The tagger may begin a content with the date: "said | Tuesday that …".
  if (content)
    return content[0] >= start - 3 &&
      /^\s*(?:on\s+)?$/i.test(body.slice(cue[1], start)) &&
      /^,?\s+that\b/.test(body.slice(end, end + 7))
      ? 0
      : null
  const holding = statement.source.find(span => overlaps(span, time.span))
  if (holding) return ISSUED.test(body.slice(Math.max(holding[0], start - 24), start)) ? 4 : null
  if (statement.cue.some(span => overlaps(span, time.span))) return 0
  if (!free) return null
  const frame = [...statement.source, ...statement.cue].filter(span => overlaps(span, sentence))
  const first = Math.min(...frame.map(span => span[0]))
  const last = Math.max(...frame.map(span => span[1]))
  if (start >= last) return isPlain(body.slice(last, start), AFTER_WORDS_MAX) && isDated(body, time) ? 2 : null
  const ended = Math.max(first, ...frame.map(span => span[1]).filter(at => at <= start))
  if (start >= first && !isPlain(body.slice(ended, start), AFTER_WORDS_MAX)) return null
  if (start >= first) return isPlain(body.slice(start, Math.max(end, nextStart(frame, end))), BETWEEN_WORDS_MAX) ? 1 : null
  // "On Tuesday, Reese said": nothing but a preposition before it in its clause, nothing but the source after it.
  const opening = /(?:^|[;:.“”"])[^;:.“”"]*$/.exec(body.slice(sentence[0], start))?.[0] ?? ''
  return isPlain(opening, OPENING_WORDS_MAX) && isPlain(body.slice(end, first), BETWEEN_WORDS_MAX) ? 3 : null
}

const nextStart = (frame: readonly Span[], at: number): number =>
  Math.min(...frame.map(span => span[0]).filter(start => start >= at))

/** "a report published on Tuesday" */
const ISSUED =
  /\b(?:published|released|issued|posted|dated|written|sent|signed|filed|aired|broadcast)\s+(?:on\s+|in\s+|late\s+|early\s+)?$/i

const AFTER_WORDS_MAX = 12
const BETWEEN_WORDS_MAX = 6
const OPENING_WORDS_MAX = 3

/** Few words, none of which opens another clause. */
function isPlain(text: string, wordsMax: number): boolean {
  if (/[;:“”"]/.test(text)) return false
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return found.length <= wordsMax && !found.some(word => CLAUSE.has(word))
}

const CLAUSE = words(
  'who whom whose which that after before when since until because while where whether if but though although ahead of',
)

/** "said in a 2019 interview" dates what was said, "said of the 2019 vote" does not: a bare date, or one before a word for speech. */
function isDated(body: string, { span: [start, end] }: Time): boolean {
  const next = /^\s+(\p{Ll}+)/u.exec(body.slice(end, end + 24))?.[1] ?? ''
  return !ARTICLES.has(wordBefore(body, start)) || SPEECH.has(next)
}

const ARTICLES = words('a an the his her its their this')
const SPEECH =
  words(`interview statement speech letter tweet post report email memo press news conference briefing address remarks article
  ruling broadcast call message hearing testimony rally debate meeting summit appearance event forum visit`)

/** A date farther away than so many words, clause borders counted, dates something else. Set by reading, not fitted. */
const EVENT_COST_MAX = 24
/** What a clause border between trigger and date counts, in words. */
const BORDER_WORDS = 10

/** The distance in words between a date and a trigger; null where it cannot date it. */
function eventCost(body: string, time: Time, trigger: Span, sentence: Span): number | null {
  const [start, end] = time.span
  const after = start >= trigger[1]
  const between = after ? body.slice(trigger[1], start) : body.slice(end, trigger[0])
  // "Monday's attack" is Monday's, "Monday's vote … attack" is not.
  if (isPossessive(body, time)) return !after && wordCount(between) <= 4 ? 0 : null
  if (LIMITS.has(wordBefore(body, start)) && wordBefore(body, start) !== 'and') return null
  const opens = !after && isPlain(body.slice(sentence[0], start), OPENING_WORDS_MAX)
  const clauses = (between.toLowerCase().match(/\p{L}+/gu) ?? []).filter(word => EVENT_BORDERS.has(word)).length
  const commas = between.match(/[,;—–]/g)?.length ?? 0
  return wordCount(between) + BORDER_WORDS * (opens ? Math.max(0, clauses) : clauses + commas)
}

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
const EVENT_BORDERS = words(
  'who whom whose which that after before when since until because while where whether if but though although and',
)
