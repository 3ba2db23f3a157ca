import type { Place, Span, Statement, Time } from '../../record/index.ts'
import { contains } from '../../record/span.ts'
import { lineOf, type Token } from './line.ts'

/** When and where a deed was done, as far as its own clause tells. */
export interface Setting {
  readonly time: string | null
  readonly place: string | null
}

export interface SettingInput {
  readonly body: string
  readonly sentence: Span
  /** Of all deeds that the sentence tells. */
  readonly triggers: readonly Span[]
  readonly times: readonly Time[]
  readonly places: readonly Place[]
  readonly statements: readonly Statement[]
  /** Where the report was written: nobody said that the deed was done there. */
  readonly dateline: Span | null
}

/**
 * For each trigger the time and the place that belong to it: those that stand nearest in its clause, a place only behind a preposition
 * that says where. Null where the clause has none, or two that are joined or equally near; the date of a statement ("said on Monday")
 * is none of a deed's, and neither is a bound ("since Monday", "by Friday").
 */
export function settingsOf(input: SettingInput): Setting[] {
  const { body, sentence, triggers, dateline } = input
  const times = input.times.filter(({ span, type }) => contains(sentence, span) && (type === 'DATE' || type === 'TIME'))
  const places = input.places.filter(({ span }) => contains(sentence, span) && !(dateline && contains(dateline, span)))
  if (times.length + places.length === 0) return triggers.map(() => ({ time: null, place: null }))
  const line = lineOf(body, sentence)
  const said = new Set(input.statements.map(({ time }) => time))
  const at = triggers.map(span => indexOf(line, span))
  const when = times.filter(({ id, span }) => !said.has(id) && isDated(line, indexOf(line, span)))
  const where = places.filter(({ span }) => isLocated(line, indexOf(line, span)))
  const time = attached(line, at, { items: when, all: times })
  const place = attached(line, at, { items: where, all: places })
  return triggers.map((_, index) => ({ time: time[index] ?? null, place: place[index] ?? null }))
}

const indexOf = (line: readonly Token[], [start]: Span): number => {
  const found = line.findIndex(({ span }) => span[1] > start)
  return found < 0 ? line.length - 1 : found
}

type Item = { readonly id: string; readonly span: Span }

/** For each trigger the id of the item that belongs to it. */
function attached(
  line: readonly Token[],
  triggers: readonly number[],
  { items, all }: { readonly items: readonly Item[]; readonly all: readonly Item[] },
): (string | null)[] {
  const owned: { readonly item: Item; readonly at: number }[][] = triggers.map(() => [])
  for (const item of items) {
    const at = indexOf(line, item.span)
    const owner = ownerOf(line, triggers, at)
    if (owner !== null) owned[owner]!.push({ item, at })
  }
  return owned.map((list, index) => {
    const near = list.toSorted((a, b) => Math.abs(a.at - triggers[index]!) - Math.abs(b.at - triggers[index]!))
    const [first] = near
    if (!first) return null
    const isOneOfTwo = all.some(other => other.id !== first.item.id && areJoined(line, first.at, indexOf(line, other.span)))
    return isOneOfTwo ? null : first.item.id
  })
}

/** The last trigger before the item in its clause, else the first one behind it. */
function ownerOf(line: readonly Token[], triggers: readonly number[], at: number): number | null {
  const before = triggers.findLastIndex(trigger => trigger <= at)
  if (before >= 0 && !isParted(line, triggers[before]!, at)) return before
  const after = triggers.findIndex(trigger => trigger > at)
  return after >= 0 && !isParted(line, at, triggers[after]!) ? after : null
}

/** Whether another clause begins between two words. */
function isParted(line: readonly Token[], from: number, to: number): boolean {
  for (let i = from + 1; i <= to; i++) {
    const { lower, before } = line[i]!
    if (/[;:—–“”"()]|--/.test(before)) return true
    if (SAYING.has(lower)) return true
    if (OPENING.has(lower)) return true
    if (before.includes(',') && /^(?:and|but|or|then|he|she|it|they)$/.test(lower)) return true
    if (lower === 'and' && /^(?:has|have|had|is|are|was|were|will|he|she|it|they)$/.test(line[i + 1]?.lower ?? '')) return true
  }
  return false
}

const OPENING = new Set(
  'after before while when because although though who which whom whose where that as until if unless whether than'.split(' '),
)
const SAYING = new Set('said says told announced reported added according'.split(' '))

/** "in Paris and Lyon", "on Monday and Thursday". */
function areJoined(line: readonly Token[], one: number, other: number): boolean {
  const [from, to] = one < other ? [one, other] : [other, one]
  return to - from <= JOINED_WORDS && line.slice(from + 1, to + 1).some(({ lower }) => lower === 'and' || lower === 'or')
}
const JOINED_WORDS = 5

/** Not a bound, and not the day on which something was said. */
function isDated(line: readonly Token[], at: number): boolean {
  const before = line[at - 1]?.lower ?? ''
  if (/^(?:since|until|till|by|before|after|from|between)$/.test(before)) return false
  let i = at - 1
  while (i > 0 && /^(?:on|late|early|in|at|the|earlier)$/.test(line[i]!.lower)) i--
  return !SAYING.has(line[i]?.lower ?? '')
}

/** A preposition of place before it, with what may stand between: "in the northern town of Garo". */
function isLocated(line: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - LOCATED_WORDS); i--) {
    const { lower } = line[i]!
    if (line[i + 1]!.before !== '') return false
    if (LOCATIVE.has(lower)) return true
    if (
      lower === 'of' &&
      /^(?:town|city|village|province|region|state|district|island|port|suburb|capital|county|coast|north|south|east|west|centre|center|outskirts|area)$/.test(
        line[i - 1]?.lower ?? '',
      )
    )
      continue
    if (
      !/^(?:the|a|an|northern|southern|eastern|western|central|north|south|east|west|town|city|village|province|region|state|district|island|port|suburb|capital|county|coast|centre|center|outskirts|area|nearby|downtown)$/.test(
        lower,
      ) &&
      !line[i]!.capital
    )
      return false
  }
  return false
}
const LOCATIVE = new Set('in at near outside inside off across around throughout within'.split(' '))
const LOCATED_WORDS = 6
