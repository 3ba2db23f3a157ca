import { baseForm } from '../../../reading/words/lemma.ts'
import type { Span } from '../../../record/index.ts'
import { stemOf } from '../../terms.ts'
import type { Content, Term } from '../content.ts'
import type { WordsOf } from '../features.ts'
import { figuresOf, type Kind } from '../figures.ts'
import { subjectOf } from '../subject.ts'
import { maySayTheSame } from '../synonyms.ts'
import { dot, unitOf } from '../vectors.ts'
import { deedOf, namedDeedOf } from './deed.ts'
import { putAt } from './put.ts'
import type { Slot } from './slots.ts'

/** What stands around a value, the nearer the weightier. */
export interface Frame {
  readonly slot: Slot
  readonly content: Content
  readonly terms: readonly Weighed[]
  /** Words of the other clauses of its sentence. */
  readonly beside: readonly Weighed[]
  /** What the words near the value mean together. */
  readonly meaning: Float32Array | null
  /** What its clause means where it stands; null where its Reading does not say. */
  readonly sense: Float32Array | null
  /** What news counts again and again that it is a number of. */
  readonly kind: Kind | null
  /** The term of `slot.attribute`. */
  readonly attribute: Weighed | null
  /** The term of what is counted, the last word of it. */
  readonly counted: Weighed | null
  /** What is done with it. */
  readonly deed: readonly Weighed[]
  /** Words that name what is done with it, or what it is the measure of. */
  readonly namedDeed: readonly Weighed[]
  /** What its clause tells something of, unless that is what is counted. */
  readonly subject: Weighed | null
  /** Keys of those that its clause names: not "the police", "four people". */
  readonly named: readonly string[]
  /** When its article was, in milliseconds. */
  readonly published: number | null
  /** Its clause names a day long before its article. */
  readonly isOld: boolean
}

export interface Weighed {
  readonly key: string
  readonly isEntity: boolean
  readonly vector: Float32Array | null
  readonly weight: number
}

export interface FrameGiven {
  readonly slot: Slot
  /** Of its clause. */
  readonly whole: Content
  /** The other clauses of its sentence, which may hold whom and what it is said of. */
  readonly beside: readonly Content[]
  readonly body: string
  /** In milliseconds. */
  readonly published: number | null
}

export function frameOf({ slot, whole, beside, body, published }: FrameGiven): Frame {
  const isIn = ({ amounts, dates }: Content) => [...amounts, ...dates].some(({ span }) => span[0] === slot.span[0])
  const content = whole.main && isIn(whole.main) ? whole.main : whole
  const own = content.terms.map(term => weighed(term, FAR + (1 - FAR) * nearness(slot.span, term.span)))
  const others = new Map(beside.flatMap(each => each.terms.map(term => [term.key, weighed(term, BESIDE)] as const)))
  for (const { key } of own) others.delete(key)
  const isShort = own.reduce((sum, { weight }) => sum + weight, 0) < SHORT_WEIGHT
  const terms = isShort ? [...own, ...others.values()] : own
  const attribute =
    slot.attribute === null ? undefined : content.terms.find(({ key }) => key === stemOf(baseForm(slot.attribute!)))
  const counted = content.terms.find(({ key, kind }) => kind === 'word' && key === slot.unit.at(-1))
  // Who puts a number to a thing tells of it, and is not what is told of.
  const put = putIn(content, slot, body)
  const subject = put ? (put.find(({ kind }) => kind === 'word') ?? null) : subjectOf(content)
  return {
    slot,
    content,
    terms,
    beside: isShort ? [] : [...others.values()],
    meaning: meaningOf(terms),
    sense: whole.sense,
    kind: kindOf(slot, whole),
    attribute: attribute ? weighed(attribute, 1) : null,
    counted: counted ? weighed(counted, 1) : null,
    deed: deedOf(content, slot).map(term => weighed(term, 1)),
    namedDeed: [
      ...(attribute && slot.dimension !== 'count' && slot.dimension !== 'day' ? [attribute] : []),
      ...namedDeedOf(content, slot.span[0], body),
    ].map(term => weighed(term, 1)),
    subject: subject && !slot.unit.includes(subject.key) ? weighed(subject, 1) : null,
    named: (put ?? content.terms)
      .filter(({ kind, at, span }) => kind === 'entity' && isNamed(body.slice(...span), at, body))
      .map(({ key }) => key),
    published,
    // What went on since then goes on.
    isOld:
      whole.words.some(word => PAST.has(word)) ||
      (!whole.words.includes('since') &&
        (whole.dates.length > 0
          ? whole.dates
          : beside.flatMap(({ dates }) => dates).filter(({ span }) => span[0] < slot.span[0])
        ).some(({ span, value }) => span[0] !== slot.span[0] && isLongBefore(value, published))),
  }
}

function putIn({ terms }: Content, { span: [start] }: Slot, body: string): readonly Term[] | null {
  const first = terms[0]?.span[0] ?? start
  const at = first < start ? putAt(body.slice(first, start)) : null
  return at && terms.filter(({ span }) => span[0] >= first + at[0] && span[1] <= first + at[1])
}

/** Whether a word has its capital for being a name, not for standing first. */
const isNamed = (word: string, at: number, body: string): boolean =>
  /^\p{Lu}/u.test(word) && (at > 0 || (/^\p{L}+$/u.test(word) && new RegExp(`\\p{Ll},? ${word}\\b`, 'u').test(body)))

/** Another time than the one that is told of. */
const PAST = new Set('previously formerly'.split(' '))

/** "On June 12 last year". */
function isLongBefore(value: string, published: number | null): boolean {
  const day = Date.parse(value.slice(0, 10))
  return published !== null && !Number.isNaN(day) && (published - day) / DAY_MS > OLD_DAYS && /^\d{4}(?:-\d\d){0,2}$/.test(value)
}
const OLD_DAYS = 62
const DAY_MS = 24 * 3600 * 1000

const weighed = ({ key, kind, vector, weight }: Term, share: number): Weighed => ({
  key,
  isEntity: kind === 'entity',
  vector,
  weight: weight * share,
})

/** What a word of another clause counts. */
const BESIDE = 0.5
/** A clause with less than this is told by those around it: "was arrested on Tuesday". */
const SHORT_WEIGHT = 4
/** Share of its weight that a word keeps at the far end of the clause, and over how many UTF-16 units it is lost. */
const FAR = 0.25
const NEAR_UNITS = 35

const nearness = ([start, end]: Span, [from, to]: Span): number => Math.exp(-Math.max(0, from - end, start - to) / NEAR_UNITS)

/** What some words mean together. */
export function meaningOf(terms: readonly Pick<Weighed, 'vector' | 'weight'>[]): Float32Array | null {
  let sum: Float32Array | null = null
  for (const { vector, weight } of terms) {
    if (!vector) continue
    sum ??= new Float32Array(vector.length)
    for (let at = 0; at < sum.length; at++) sum[at]! += vector[at]! * weight
  }
  return sum && unitOf(sum)
}

const kindOf = (slot: Slot, content: Content): Kind | null =>
  figuresOf(content).find(({ amount }) => amount.span[0] === slot.span[0])?.kind ?? null

/** Whether both are numbers of one kind. */
export const isOneKind = (a: Frame, b: Frame): boolean => a.kind !== null && a.kind === b.kind

/** How two frames agree. */
export interface FrameFeatures {
  /** Share of the weight of each that the other has, the lower and the higher. */
  readonly least: number
  readonly most: number
  /** Weight of what both have. */
  readonly evidence: number
  /** Of the two clauses, and of the words near the values. */
  readonly cosine: number
  readonly near: number
  /** How much the verb of one is in the other, by whichever. */
  readonly sameDeed: number
  /** The same small word ties both to their clauses. */
  readonly sameRole: number
  /** How far the values are apart: of numbers the logarithm of their ratio, of days in months. */
  readonly distance: number
}

export function frameFeatures(a: Frame, b: Frame, wordsOf: WordsOf): FrameFeatures {
  const there = cover(a, b, wordsOf)
  const back = cover(b, a, wordsOf)
  return {
    least: Math.min(there.share, back.share),
    most: Math.max(there.share, back.share),
    evidence: Math.min(EVIDENCE_MOST, there.found, back.found),
    cosine: a.content.vector && b.content.vector ? dot(a.content.vector, b.content.vector) : 0,
    near: a.meaning && b.meaning ? dot(a.meaning, b.meaning) : 0,
    sameDeed: Math.max(deedIn(a, b, wordsOf), deedIn(b, a, wordsOf)),
    sameRole: a.slot.role !== '' && a.slot.role === b.slot.role ? 1 : 0,
    distance: Math.min(DISTANCE_MOST, distanceOf(a.slot, b.slot)),
  }
}

const EVIDENCE_MOST = 6
const DISTANCE_MOST = 3
const MONTH_MS = 30 * 24 * 3600 * 1000

export function distanceOf(a: Slot, b: Slot): number {
  if (typeof a.value === 'number' && typeof b.value === 'number')
    return Math.log(Math.max(1e-6, a.value, b.value) / Math.max(1e-6, Math.min(a.value, b.value)))
  if (a.dimension === 'votes') return 0
  const apart = Math.abs(Date.parse(`${a.value}`.slice(0, 10)) - Date.parse(`${b.value}`.slice(0, 10))) / MONTH_MS
  return Number.isNaN(apart) ? DISTANCE_MOST : apart
}

function deedIn({ content: { terms, verbAt } }: Frame, other: Frame, wordsOf: WordsOf): number {
  const verb = verbAt === -1 ? undefined : terms.find(({ at, kind }) => at >= verbAt && kind === 'word')
  if (!verb) return 0
  const deed = weighed(verb, 1)
  return Math.max(0, ...other.terms.map(term => creditOf(deed, term, wordsOf)))
}

/** How much of `a` is in `b`. */
export function cover(a: Frame, b: Frame, wordsOf: WordsOf): { readonly share: number; readonly found: number } {
  let all = 0
  let found = 0
  for (const term of a.terms) {
    let best = b.content.carried.has(term.key) ? CARRIED : 0
    for (const other of b.terms) {
      // A word beside the value says little of one that stands far off.
      const credit = creditOf(term, other, wordsOf) * Math.min(1, other.weight / term.weight + CLOSE)
      if (credit > best) best = credit
    }
    for (const other of best >= BESIDE ? [] : b.beside) best = Math.max(best, BESIDE * creditOf(term, other, wordsOf))
    all += term.weight
    found += best * term.weight
  }
  return { share: all === 0 ? 0 : found / all, found }
}

const CARRIED = 0.5
const CLOSE = 0.3

export function creditOf(a: Weighed, b: Weighed, wordsOf: WordsOf): number {
  if (a.key === b.key) return 1
  if (a.isEntity && b.isEntity) return 0
  if (a.isEntity) return wordsOf(a.key).has(b.key) ? NAMED : 0
  if (b.isEntity) return wordsOf(b.key).has(a.key) ? NAMED : 0
  const deed = maySayTheSame(a.key, b.key) ? DEED : 0
  if (!a.vector || !b.vector) return deed
  return Math.max(deed, Math.min(MEANING_MOST, (dot(a.vector, b.vector) - MEANING_MIN) * MEANING_SLOPE))
}

const NAMED = 0.8
const DEED = 0.8
/** Lower than for claims: a value of one measure stands there as well. */
const MEANING_MIN = 0.2
const MEANING_SLOPE = 1.6
const MEANING_MOST = 0.9
