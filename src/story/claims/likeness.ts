import type { Relation } from '../cross/asked.ts'
import { isSameUnit } from './amounts.ts'
import type { Content, Term } from './content.ts'
import { type Features, featuresOf, type WordsOf } from './features.ts'
import { oppositesOf } from './opposites.ts'
import { NO_SETTING, probabilityOf, type Setting } from './scoring.ts'
import { agentOf, subjectOf } from './subject.ts'
import { dot } from './vectors.ts'

/** How much two contents say the same, and what keeps them apart. */
export interface Likeness {
  /** Probability that they are one content, negation aside; 0 where something keeps them apart. */
  readonly score: number
  /** What it would be without what keeps them apart. */
  readonly alike: number
  /** How near they come by words and meanings, whatever keeps them apart and whichever of them is a denial. */
  readonly near: number
  /** One says that it is so, the other that it is not. */
  readonly opposed: boolean
  readonly apart: 'amount' | 'date' | 'actor' | 'deed' | 'modality' | null
  /** Whether a wording or a figure that both have decides by itself. */
  readonly decided: boolean
  /** Whether they are alike for a figure of the same kind, whatever else they say. */
  readonly sameFigure: boolean
  /** Whether they are so near that what both count is one thing, though not as many. */
  readonly counts: boolean
}

/**
 * Compares two contents: as they stand, and without what depends on them, whichever is more alike. `anyMood`: one of them is a
 * refusal to say whether it is so, which fits every mood.
 */
export function likenessOf(a: Content, b: Content, wordsOf: WordsOf, anyMood = false): Likeness {
  return judged(compared(a, b, wordsOf, anyMood), NO_SETTING)
}

/** What two contents have in common and apart, as they stand and without what depends on them. */
export interface Compared {
  readonly a: Content
  readonly b: Content
  readonly features: Features
  readonly apart: Likeness['apart']
}

export function compared(a: Content, b: Content, wordsOf: WordsOf, anyMood = false): readonly Compared[] {
  const found = [comparedAs(a, b, wordsOf, anyMood)]
  if (a.main && b.main) found.push(comparedAs(a.main, b.main, wordsOf, anyMood))
  else if (a.main) found.push(comparedAs(a.main, b, wordsOf, anyMood))
  else if (b.main) found.push(comparedAs(a, b.main, wordsOf, anyMood))
  return found
}

/** How much two contents that were compared say the same, where they stand. */
export function judged(all: readonly Compared[], setting: Setting): Likeness {
  const found = all.map(each => judgedAs(each, setting))
  const near = Math.max(...found.map(each => each.near))
  const decided = found.some(each => each.decided)
  // What the main clauses have apart is apart, however alike the rest is.
  const main = found.at(-1)!
  if (main.apart) return { ...main, near, decided, alike: Math.max(...found.map(({ alike }) => alike)) }
  return { ...found.reduce((best, each) => (each.score > best.score ? each : best)), near, decided }
}

function comparedAs(a: Content, b: Content, wordsOf: WordsOf, anyMood: boolean): Compared {
  const features = featuresOf(a, b, wordsOf)
  const found = features.verbatim && a.words.length >= VERBATIM_WORDS ? null : apartOf(a, b, features)
  return { a, b, features, apart: anyMood && found === 'modality' ? null : found }
}

function judgedAs({ a, b, features, apart }: Compared, setting: Setting): Likeness {
  const near = probabilityOf(features, setting)
  const { relation } = setting
  const isRead = relation !== null && relation.same + relation.contrary >= ONE_MIN
  const { opposed, unlike } = isRead ? asRead(a, b, relation) : asWorded(a, b, features, near)
  const counts = !opposed && features.most >= COUNTED_MOST && features.cosine >= COUNTED_COSINE && features.otherEntities === 0
  return {
    score: apart || unlike ? 0 : near,
    alike: unlike ? 0 : near,
    near,
    opposed,
    apart,
    decided: Boolean(features.verbatim || features.begun || features.sameFigure || features.noSuch),
    sameFigure: features.sameFigure === 1,
    counts,
  }
}

interface Polarity {
  readonly opposed: boolean
  /** Neither surely the same nor surely its denial. */
  readonly unlike: boolean
}

/** By who has read both together: sooner a denial where one of two has a "not", sooner the same where none has, or both. */
function asRead(a: Content, b: Content, { same, contrary }: Relation): Polarity {
  const share = contrary / (same + contrary)
  const { sameBelow, contraryFrom } = a.negated === b.negated ? WITHOUT_NOT : WITH_NOT
  return { opposed: share >= contraryFrom, unlike: share >= sameBelow && share < contraryFrom }
}

/** Who has read both and hardly takes them for one thing does not say which of the two they tell of it. */
const ONE_MIN = 0.2

/**
 * Shares of contrary in what is of one thing; between the two it is not sure which. Read off 1,766 pairs of clauses of one thing, of the sets of `bench/origins` that have been read and of real news: where one has a "not",
 * 2 of 61 below are denials and 103 of 115 from there on; else 39 of 1,399 below and 9 of 16 from there on.
 */
const WITH_NOT = { sameBelow: 0.05, contraryFrom: 0.6 }
const WITHOUT_NOT = { sameBelow: 0.4, contraryFrom: 0.95 }

/** By a "not" in one of two: one denies the other only where the words themselves are the same, since much that is merely different has one. */
function asWorded(a: Content, b: Content, features: Features, near: number): Polarity {
  const isOne = a.negated === b.negated || lackBoth(a, b) || lackBoth(b, a)
  const otherWords = !isOne && !isSameWords(features) && !features.noSuch
  const unlike = otherWords && (near < OTHERWISE_MIN || features.verbLeast >= SAME_VERB)
  return { opposed: !isOne && (unlike || !otherWords), unlike }
}

/**
 * What comes so near with a "not" in only one of two, by another verb, says one thing in other words: "did not work", "was out of order". Of such pairs in the sets of
 * `bench/origins` that rules are developed on nearly all are one from .8 on; those of one verb are denials or tell something else, but for a few.
 */
const OTHERWISE_MIN = 0.85

/** By judgement, with what it lists of giveme5w1h in view. */
const COUNTED_MOST = 0.5
const COUNTED_COSINE = 0.5

/** So many words, letter by letter, are one quotation, whoever of an office is meant and on whatever day it was printed. */
const VERBATIM_WORDS = 4

const isSameWords = ({ ownLeast, ownMost }: Features): boolean => ownMost >= OPPOSED_MOST && ownLeast >= OPPOSED_LEAST
const OPPOSED_MOST = 0.8
const OPPOSED_LEAST = 0.45

function apartOf(a: Content, b: Content, features: Features): Likeness['apart'] {
  if (isOtherAmount(a, b)) return 'amount'
  if (namesDay(a) && namesDay(b) && features.sameDates === 0 && !isTally(a, b, features)) return 'date'
  // That a house has none and that there is none say one thing of what is not there.
  if (!features.noneOf && isOtherActor(a, b, features)) return 'actor'
  if (hasOpposite(a, b) || lacks(a, b) || lacks(b, a)) return 'deed'
  // The same deed in another mood is another claim; in other words a mood is told in many ways.
  if (features.otherMood && (features.sense === null || features.verbLeast >= SAME_VERB)) return 'modality'
  return null
}

const namesDay = ({ dates }: Content): boolean => dates.some(({ named }) => named)

/** "The toll rose to six on Tuesday", "police on Wednesday raised it to six": the day is that of the count. */
const isTally = (a: Content, b: Content, { sameFigure }: Features): boolean =>
  sameFigure === 1 && (isTallying(a) || isTallying(b))

/** Whether a clause tells how a count went on. */
export const isTallying = ({ words }: Content): boolean => words.some(word => TALLYING.has(word))
const TALLYING = new Set(
  'toll rise rises rose risen rising raise raises raised climb climbs climbed revise revised update updated'.split(' '),
)

/** A word of which the other has the contrary and not the word itself: "voted to cut" and "voted to raise". */
function hasOpposite(a: Content, b: Content): boolean {
  const has = ({ terms }: Content, key: string) => terms.some(term => term.key === key)
  return a.terms.some(one => {
    const contrary = oppositesOf(one.key)
    return contrary.size > 0 && !has(b, one.key) && b.terms.some(other => contrary.has(other.key) && !has(a, other.key))
  })
}

/** One is "without a licence", the other "with" one, or "had" it. What is told beside by "without" denies nothing else: "signed it without reading it". */
function lacks(a: Content, b: Content): boolean {
  const had = lackedIn(a, b)
  return had !== null && !b.negated && b.words.some((word, at) => HAVING.test(word) && at < had.at && at >= had.at - NEAR_WORDS)
}

/** One is "without a licence", the other "had no licence": both say that there was none. */
const lackBoth = (a: Content, b: Content): boolean => b.negated && !a.negated && lackedIn(a, b) !== null

/** The term of one of which the other is "without". */
function lackedIn({ words, terms }: Content, other: Content): Term | null {
  const from = words.indexOf('without')
  const thing = from === -1 ? undefined : terms.find(({ at }) => at > from && at <= from + NEAR_WORDS)
  return (thing && other.terms.find(({ key }) => key === thing.key)) ?? null
}

const HAVING = /^(?:with|has|have|had|holds?|held)$/
const NEAR_WORDS = 3

/** A number of the same thing that the other does not have, on both sides. */
function isOtherAmount(a: Content, b: Content): boolean {
  return a.amounts.some(
    one =>
      !b.amounts.some(other => other.value === one.value) &&
      b.amounts.some(other => isSameUnit(one, other) && !a.amounts.some(each => each.value === other.value)),
  )
}

/** Who does it differs: others before the verb; or two that change places around the same verb. */
function isOtherActor(a: Content, b: Content, features: Features): boolean {
  if (a.verbAt === -1 || b.verbAt === -1) return false
  if (isOtherLack(a, b)) return true
  if (a.passive !== b.passive) return a.passive ? isOtherAgent(a, b, features) : isOtherAgent(b, a, features)
  if (isOtherAntecedent(a, b, features) || isOtherAntecedent(b, a, features)) return true
  return isOtherSubject(a, b, features) || changedPlaces(a, b, features)
}

/** "There is no report", "there is no arsenic": each says of another thing that there is none. */
function isOtherLack(a: Content, b: Content): boolean {
  if (!a.negated || !b.negated || a.words[0] !== 'there' || b.words[0] !== 'there') return false
  const [one, other] = [a.terms.find(({ at }) => at > a.verbAt), b.terms.find(({ at }) => at > b.verbAt)]
  return one?.vector != null && other?.vector != null && dot(one.vector, other.vector) < OTHER_NOUN
}

/** "The strike was called by the union", "the party called the strike". */
function isOtherAgent(passive: Content, active: Content, { verbLeast }: Features): boolean {
  const [agent, subject] = [agentOf(passive), active.antecedent ?? subjectOf(active)]
  if (!agent || subject?.kind !== 'entity' || verbLeast < SAME_VERB) return false
  return agent.key !== subject.key && !active.carried.has(agent.key)
}

/** "It was Istra that broke off the talks", "the union broke off the talks". */
function isOtherAntecedent({ antecedent }: Content, other: Content, { verbLeast, pairs }: Features): boolean {
  const subject = other.antecedent ?? subjectOf(other)
  if (!antecedent || !subject || isPronoun(subject) || verbLeast < SAME_VERB) return false
  // A name that goes by other words in the story may be what they stand for.
  if (antecedent.kind === 'entity' && subject.kind !== 'entity') return false
  return antecedent.key !== subject.key && !other.carried.has(antecedent.key) && !pairs.some(pair => pair.includes(subject))
}

function isOtherSubject(a: Content, b: Content, { pairs, verbLeast }: Features): boolean {
  const [one, other] = [subjectOf(a), subjectOf(b)]
  // Another deed may have another subject for its words alone: "a storm took the pylon", "the pylon fell".
  if (!one || !other || verbLeast < SAME_VERB) return false
  if (b.carried.has(one.key) || a.carried.has(other.key)) return false
  if (isPronoun(one) !== isPronoun(other) && isSaidAlike(a, b)) return false
  if (pairs.some(pair => pair[0] === one || pair[1] === other)) return false
  if (one.kind !== other.kind) return false
  if (one.kind === 'entity' || !one.vector || !other.vector) return true
  // "Unemployment" and "the jobless rate": any word of the subject may be the one that is alike.
  const before = ({ terms, verbAt }: Content) => terms.filter(({ at, vector }) => at < verbAt && vector !== null)
  return !before(a).some(first => before(b).some(second => dot(first.vector!, second.vector!) >= OTHER_NOUN))
}

/** Whom a pronoun means may be told wrong, or be one with whom the other names: the same words about either are of one. */
const isPronoun = ({ kind, words }: Term): boolean => kind === 'entity' && words.length === 0

/** Whether all but the first words of two are the same, letter by letter: "he | received no call on any channel". */
function isSaidAlike(a: Content, b: Content): boolean {
  let same = 0
  while (same < Math.min(a.words.length, b.words.length) && a.words.at(-1 - same) === b.words.at(-1 - same)) same++
  return same >= ALIKE_WORDS && Math.max(a.words.length, b.words.length) - same <= SUBJECT_WORDS
}

const ALIKE_WORDS = 5
const SUBJECT_WORDS = 3

const SAME_VERB = 0.9
/** Nouns that are less alike name others: "union" and "company" .14, "mayor" and "governor" .46. */
const OTHER_NOUN = 0.47

const verbOf = ({ terms, verbAt }: Content): Term | null => terms.find(({ at }) => at >= verbAt) ?? null

function changedPlaces(a: Content, b: Content, { pairs }: Features): boolean {
  // "Paid" and "received", "died of" and "killed" turn places round and tell the same.
  if (verbOf(a)?.key !== verbOf(b)?.key) return false
  const side = (content: Content, term: Term) => Math.sign(term.at - content.verbAt)
  const moved = pairs.filter(([one, other]) => side(a, one) * side(b, other) === -1)
  return moved.length >= 2 && moved.some(([one]) => side(a, one) < 0) && moved.some(([one]) => side(a, one) > 0)
}
