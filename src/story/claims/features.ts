import { isWithin } from '../merging/events.ts'
import { isSameUnit, isTellingAmount } from './amounts.ts'
import type { Content, Term } from './content.ts'
import { isSameFigure } from './figures.ts'
import { isOtherMood } from './moods.ts'
import { oppositesOf } from './opposites.ts'
import { PREPOSITIONS, subjectOf } from './subject.ts'
import { dot } from './vectors.ts'

/** What is known of an entity beside its id: words that it goes by in the story. */
export type WordsOf = (key: string) => ReadonlySet<string>

/** How two contents agree; `least` and `most` are of the two directions. */
export interface Features {
  /** Share of the weight of each that the other has. */
  readonly least: number
  readonly most: number
  /** The same by words and names alone, without likeness of meaning. */
  readonly plainLeast: number
  readonly plainMost: number
  /** The same without words that are carried. */
  readonly ownLeast: number
  readonly ownMost: number
  readonly cosine: number
  /** Likeness of what the clauses mean where they stand; null where their Readings do not say. */
  readonly sense: number | null
  /** Weight of what both have in words of their own, and with carried words. */
  readonly weight: number
  readonly carriedWeight: number
  /** The heaviest term that the other lacks. */
  readonly missingLeast: number
  readonly missingMost: number
  /** Whether each has the other's verb, or one like it. */
  readonly verbLeast: number
  readonly verbMost: number
  /** Both say that there is none of one thing. */
  readonly noneOf: number
  readonly sameAmounts: number
  /** Of these, numbers that hardly two things share by chance, said of the same: "480 homes". */
  readonly tellingAmounts: number
  /** Both count the dead, the hurt or the missing, and as many. */
  readonly sameFigure: number
  /** Amounts that only one of them has. */
  readonly otherAmounts: number
  readonly sameDates: number
  /** What one tells as done is to come, possible or asked in the other. */
  readonly otherMood: number
  readonly sameEntities: number
  /** Both name somebody and nobody of them is the same. */
  readonly otherEntities: number
  /** One says that there was nothing of what the other tells a deed of: "there was no fire", "a fire had destroyed the hall". */
  readonly noSuch: number
  /** One wording, save for small words. */
  readonly verbatim: number
  /** One is how the other begins, which goes on with nothing but where, when and the like: "there was no attack | of any kind". */
  readonly begun: number
  readonly pairs: readonly (readonly [Term, Term])[]
}

export function featuresOf(a: Content, b: Content, wordsOf: WordsOf): Features {
  const credits = creditsOf(a, b, wordsOf)
  const there = cover(a, b, (at, beside) => credits[at * b.terms.length + beside]!)
  const back = cover(b, a, (at, beside) => credits[beside * b.terms.length + at]!)
  const same = a.amounts.filter(one => b.amounts.some(other => other.value === one.value && isSameUnit(one, other))).length
  const sameValues = a.amounts.filter(one => b.amounts.some(other => other.value === one.value)).length
  const [one, other] = [knownOf(a), knownOf(b)]
  const shared = one.entities.filter(({ key }) => b.carried.has(key) || other.byKey.has(key)).length
  return {
    least: Math.min(there.share, back.share),
    most: Math.max(there.share, back.share),
    plainLeast: Math.min(there.plain, back.plain),
    plainMost: Math.max(there.plain, back.plain),
    ownLeast: Math.min(there.own, back.own),
    ownMost: Math.max(there.own, back.own),
    cosine: a.vector && b.vector ? dot(a.vector, b.vector) : 0,
    sense: a.sense && b.sense ? dot(a.sense, b.sense) : null,
    weight: Math.min(there.weight, back.weight),
    carriedWeight: Math.max(there.weight, back.weight),
    missingLeast: Math.min(there.missing, back.missing),
    missingMost: Math.max(there.missing, back.missing),
    noneOf: isDenialOfAny(a, b) ? 1 : 0,
    verbLeast: isDenialOfAny(a, b) ? Math.max(there.verb, back.verb) : Math.min(there.verb, back.verb),
    verbMost: Math.max(there.verb, back.verb),
    sameAmounts: same,
    tellingAmounts: tellingAmounts(a, b),
    sameFigure: isSameFigure(a, b) ? 1 : 0,
    otherAmounts: Math.max(a.amounts.length, b.amounts.length) - sameValues,
    sameDates: a.dates.some(date => b.dates.some(other => isWithin(date.value, other.value))) ? 1 : 0,
    otherMood: isOtherMood(a, b) ? 1 : 0,
    sameEntities: shared,
    otherEntities: shared === 0 && one.entities.length > 0 && other.entities.length > 0 ? 1 : 0,
    noSuch: isNoSuch(a, b) || isNoSuch(b, a) ? 1 : 0,
    verbatim: one.wording === other.wording ? 1 : 0,
    begun: isBegun(a, b) || isBegun(b, a) ? 1 : 0,
    pairs: there.pairs,
  }
}

/** What is asked of a content with each that it is compared with. */
interface Known {
  readonly byKey: ReadonlyMap<string, Term>
  readonly entities: readonly Term[]
  /** Its words without the small ones, in one tense. */
  readonly wording: string
}

const KNOWN = new WeakMap<Content, Known>()

function knownOf(content: Content): Known {
  const known = KNOWN.get(content)
  if (known) return known
  const made = {
    byKey: new Map(content.terms.map(term => [term.key, term])),
    entities: content.terms.filter(({ kind }) => kind === 'entity'),
    wording: wordingOf(content),
  }
  KNOWN.set(content, made)
  return made
}

/** "There was no alarm" and "no alarm had been sounded": that there is none says what happened to it too. */
function isDenialOfAny(a: Content, b: Content): boolean {
  if (!a.negated || !b.negated) return false
  const lacked = lackedIn(a)
  if (lacked !== null && lacked === lackedIn(b)) return true
  if (a.words[0] !== 'there' && b.words[0] !== 'there') return false
  const head = subjectOf(a)
  return head !== null && head.key === subjectOf(b)?.key
}

function isNoSuch(a: Content, b: Content): boolean {
  const [thing, ...others] = a.terms
  if (!a.negated || b.negated || a.words[0] !== 'there' || thing === undefined || others.length > 0) return false
  return thing.kind === 'word' && thing.weight >= TELLING_THING && subjectOf(b)?.key === thing.key
}
/** "There was no time" denies nothing that time did. */
const TELLING_THING = 1.5

/** What a clause says that there is none of: "had no *watchman* at night", "were without ballot *papers*"; null where it does not say so. */
function lackedIn({ words, terms }: Content): string | null {
  const from = words.findIndex((word, at) => (word === 'no' || word === 'without') && HAVING.has(words[at - 1] ?? ''))
  if (from === -1) return null
  const end = words.findIndex((word, at) => at > from && (PREPOSITIONS.has(word) || word === 'and' || word === 'but'))
  return terms.filter(({ at, kind }) => kind === 'word' && at > from && (end === -1 || at < end)).at(-1)?.key ?? null
}
const HAVING = new Set('has have had having is are was were be been'.split(' '))

interface Cover {
  readonly share: number
  readonly plain: number
  readonly own: number
  readonly weight: number
  readonly missing: number
  readonly verb: number
  readonly pairs: readonly (readonly [Term, Term])[]
}

/** What a term is worth to another: by its letters, and by the better of letters and meaning. */
interface Credit {
  readonly byWord: number
  readonly most: number
}

/** Of each term of `a` for each of `b`, row by row: the same both ways. Left out where both have the very word. */
function creditsOf(a: Content, b: Content, wordsOf: WordsOf): readonly Credit[] {
  const [own, others] = [knownOf(a).byKey, knownOf(b).byKey]
  const credits: Credit[] = []
  for (const term of a.terms) {
    const isInBoth = others.has(term.key)
    for (const other of b.terms) {
      if (isInBoth && own.has(other.key)) {
        credits.push(NO_CREDIT)
        continue
      }
      const byWord = plainCredit(term, other, wordsOf)
      const most = Math.max(byWord, meaningCredit(term, other))
      credits.push(most === 0 ? NO_CREDIT : { byWord, most })
    }
  }
  return credits
}

const NO_CREDIT: Credit = { byWord: 0, most: 0 }

/** How much of `a` is in `b`. `creditOf`: by the places of a term in `a` and of one in `b`. */
function cover(a: Content, b: Content, creditOf: (at: number, beside: number) => Credit): Cover {
  const sums = { all: 0, found: 0, plain: 0, own: 0 }
  let missing = 0
  let verb: number | null = null
  const pairs: (readonly [Term, Term])[] = []
  const { byKey } = knownOf(b)
  for (let at = 0; at < a.terms.length; at++) {
    const term = a.terms[at]!
    const carried = b.carried.has(term.key) ? 1 : 0
    let credit = carried
    let own = 0
    const same = byKey.get(term.key)
    let partner: Term | null = same ?? null
    if (same) {
      credit = 1
      own = 1
    }
    for (let beside = same ? b.terms.length : 0; beside < b.terms.length; beside++) {
      const { byWord, most } = creditOf(at, beside)
      own = Math.max(own, byWord)
      if (most > credit || (most === credit && most > 0 && !partner)) {
        credit = most
        partner = b.terms[beside]!
      }
    }
    sums.all += term.weight
    sums.found += term.weight * credit
    sums.plain += term.weight * Math.max(carried, own)
    sums.own += term.weight * own
    missing = Math.max(missing, term.weight * (1 - credit))
    if (verb === null && term.at >= a.verbAt) verb = credit
    if (partner && credit >= PAIR_CREDIT) pairs.push([term, partner])
  }
  const share = (part: number) => (sums.all === 0 ? 0 : part / sums.all)
  return {
    share: share(sums.found),
    plain: share(sums.plain),
    own: share(sums.own),
    weight: sums.found,
    missing,
    verb: verb ?? 0,
    pairs,
  }
}

const tellingAmounts = (a: Content, b: Content): number =>
  a.amounts.filter(one => b.amounts.some(other => isTellingAmount(one, other))).length

/** From this credit on two terms count as partners. */
const PAIR_CREDIT = 0.6

/** 1 for the same word or entity, less for what shares a root or goes by the other's name. */
function plainCredit(a: Term, b: Term, wordsOf: WordsOf): number {
  if (a.key === b.key) return 1
  if (a.kind === 'entity' && b.kind === 'entity') return 0
  if (a.kind === 'entity') return wordsOf(a.key).has(b.key) ? NAMED : 0
  if (b.kind === 'entity') return wordsOf(b.key).has(a.key) ? NAMED : 0
  return isRelated(a.key, b.key) ? RELATED : 0
}

/** "The port chief" for her who goes by that in the story. */
const NAMED = 0.8
/** "Inspected" and "inspection". */
const RELATED = 0.9

/** How near two words are in meaning, from a cosine on that hardly ever joins what has nothing to do with each other. */
function meaningCredit(a: Term, b: Term): number {
  if (!a.vector || !b.vector) return 0
  const near = dot(a.vector, b.vector)
  return near < NEAR_MIN || oppositesOf(a.key).has(b.key) ? 0 : Math.min(NEAR_MOST, NEAR_LEAST + (near - NEAR_MIN) * NEAR_SLOPE)
}

/** Read off pairs of near words and of words of one field: "truce/ceasefire" .55, "ship/ferry" .47, "mayor/governor" .46. */
const NEAR_MIN = 0.48
const NEAR_LEAST = 0.5
const NEAR_SLOPE = 1.4
const NEAR_MOST = 0.9

/** Whether two stems begin alike and differ in an ending only. */
export function isRelated(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  if (length < 4) return false
  let common = 0
  while (common < length && a[common] === b[common]) common++
  return common >= Math.max(4, Math.max(a.length, b.length) * ROOT_SHARE) || (common >= 5 && common === length)
}

/** Takes in "evacuat" and "evacuation", leaves out "port" and "portion". */
const ROOT_SHARE = 0.7

/** Whether `b` begins with all of `a`. */
function isBegun(a: Content, b: Content): boolean {
  const { length } = a.words
  return (
    length >= BEGUN_WORDS &&
    length < b.words.length &&
    a.words.every((word, at) => unshifted(word) === unshifted(b.words[at]!)) &&
    PREPOSITIONS.has(b.words[length]!)
  )
}

/** Fewer words begin too many sentences. */
const BEGUN_WORDS = 5

const wordingOf = ({ words }: Content): string =>
  words
    .filter(word => !SMALL.has(word))
    .map(unshifted)
    .join(' ')
const SMALL = new Set('a an the that and but also then'.split(' '))

/** Who reports speech shifts its tense: "there is", "there was". */
const unshifted = (word: string): string => SHIFTED.get(word) ?? word
const SHIFTED = new Map(
  'has:have had:have is:be was:be are:be were:be would:will could:can might:may'
    .split(' ')
    .map(pair => pair.split(':') as [string, string]),
)
