import { extentOf } from '../../../record/index.ts'
import type { Content, Term } from '../content.ts'
import type { WordsOf } from '../features.ts'
import type { Pairing } from '../grouping.ts'
import { PREPOSITIONS, subjectOf } from '../subject.ts'
import type { Telling } from '../tellings.ts'
import { dot } from '../vectors.ts'
import { creditOf, meaningOf, type Weighed } from './frame.ts'
import type { Pointed } from './pointed.ts'
import { areOfTwoVoices } from './voices.ts'

/** Who did what a clause tells. */
interface Deed {
  readonly item: number
  readonly telling: Telling
  /** Whom its clause, or the one before it, names: the head of the words and the rest of them. */
  readonly actor: Term
  readonly actorItem: number
  readonly about: readonly Term[]
  /** What is done, without who does it. */
  readonly done: readonly Term[]
  readonly meaning: Float32Array | null
}

export interface PointedAmongGiven {
  readonly tellings: readonly Telling[]
  readonly pairings: readonly Pairing[]
  readonly bodies: ReadonlyMap<string, string>
  readonly wordsOf: WordsOf
}

/**
 * Pairs of others who are told to have done one thing, where a clause points to one of them: "it was an employee of the builder who was driving it". Of
 * all clauses of the other article, or of other voices, the other's is by far the nearest.
 */
export function pointedAmong({ tellings, pairings, bodies, wordsOf }: PointedAmongGiven): (readonly [Pointed, Pointed])[] {
  const pointing = tellings.flatMap((telling, item) => {
    const before = tellings[item - 1]
    return before && isCleft(before, telling, bodies.get(telling.article)!) ? (deedAt(tellings, item, bodies) ?? []) : []
  })
  const comparedWith = new Map(pointing.map(({ item }) => [item, [] as number[]] as const))
  for (const { a, b } of pairings) {
    comparedWith.get(a)?.push(b)
    comparedWith.get(b)?.push(a)
  }
  return pointing.flatMap(one => {
    const others = comparedWith
      .get(one.item)!
      .flatMap(item => deedAt(tellings, item, bodies) ?? [])
      .filter(({ telling }) => areOfTwo(one.telling, telling))
      .map(other => ({ ...other, near: nearnessOf(one, other) }))
      .sort((x, y) => y.near - x.near)
    return [...new Set(others.map(({ telling }) => telling.article))].flatMap(article => {
      const [first, ...rest] = others.filter(({ telling }) => telling.article === article)
      const next = rest.find(({ actor }) => actor.key !== first!.actor.key)
      const isFound =
        first!.near >= NEAR_MIN &&
        first!.near - (next?.near ?? 0) >= MARGIN_MIN &&
        shareOf(one, first!, wordsOf) >= SHARE_MIN &&
        areOthers(one, first!, wordsOf)
      return isFound ? [[pointedIn(one), pointedIn(first!)] as const] : []
    })
  })
}

const areOfTwo = (a: Telling, b: Telling): boolean => a.article !== b.article || areOfTwoVoices(a, b)
/** With the words that say which: "employee of a builder". */
const pointedIn = ({ actorItem, actor, about }: Deed): Pointed => ({
  item: actorItem,
  term: { ...actor, span: actor.kind === 'word' ? extentOf([actor, ...about].map(({ span }) => span))! : actor.span },
})

/** Of what both clauses mean, by their words alone where it is not known, and of what is done in both. */
const nearnessOf = (a: Deed, b: Deed): number => {
  const [one, other] = [a.telling.content, b.telling.content]
  const areKnown = one.sense !== null && other.sense !== null
  return (areKnown ? dotOf(one.sense, other.sense) : dotOf(one.vector, other.vector)) + dotOf(a.meaning, b.meaning)
}
const dotOf = (a: Float32Array | null, b: Float32Array | null): number => (a && b ? dot(a, b) : 0)

/** By the sets of `bench/origins` in view and 324 stories of real news; what is right comes to 1.2 and .3. */
const NEAR_MIN = 1
const MARGIN_MIN = 0.1
const SHARE_MIN = 0.25

/** How much of what is done in each is done in the other, the lower. */
function shareOf(a: Deed, b: Deed, wordsOf: WordsOf): number {
  const share = (one: readonly Term[], other: readonly Term[]) =>
    one.reduce((sum, term) => sum + term.weight * Math.max(0, ...other.map(each => credit(term, each, wordsOf))), 0) /
    one.reduce((sum, { weight }) => sum + weight, 0)
  return Math.min(share(a.done, b.done), share(b.done, a.done))
}

/** Two names, or two by what they are, of whom no word is of both: "a worker of the town" and "an employee of the builder" too. */
function areOthers(a: Deed, b: Deed, wordsOf: WordsOf): boolean {
  const isIn = (term: Term, terms: readonly Term[]) =>
    terms.some(each => credit(term, each, wordsOf) >= ALIKE_MIN || term.words.some(word => each.words.includes(word)))
  if (a.actor.kind !== b.actor.kind || [...a.about, a.actor].some(term => isIn(term, b.about)) || isIn(b.actor, a.about))
    return false
  return !isIn(a.actor, [b.actor]) || (a.about.length > 0 && b.about.length > 0 && a.actor.kind === 'word')
}
const ALIKE_MIN = 0.5

const weighed = ({ key, kind, vector, weight }: Term): Weighed => ({ key, isEntity: kind === 'entity', vector, weight })
const credit = (a: Term, b: Term, wordsOf: WordsOf): number => creditOf(weighed(a), weighed(b), wordsOf)

function deedAt(tellings: readonly Telling[], item: number, bodies: ReadonlyMap<string, string>): Deed | null {
  const telling = tellings[item]!
  const content = telling.content.main ?? telling.content
  if (content.modality !== 'told' || content.negated || telling.statement?.polarity === 'denied' || content.verbAt === -1)
    return null
  const body = bodies.get(telling.article)!
  const before = tellings[item - 1]
  const pointed = before && isCleft(before, telling, body) ? headOf(before.content, 2) : null
  const found = pointed
    ? { ...pointed, item: item - 1 }
    : content.passive
      ? { ...agentIn(content), item }
      : { ...actorIn(content, body), item }
  if (!found.head || (found.head.kind === 'entity' && found.head.words.length === 0)) return null
  const done = content.terms.filter(
    term => (pointed || content.passive || term.at >= content.verbAt) && !found.terms.includes(term),
  )
  if (done.length === 0) return null
  return {
    item,
    telling,
    actor: found.head,
    actorItem: found.item,
    about: found.terms.filter(term => term !== found.head),
    done,
    meaning: meaningOf(done),
  }
}

interface Actor {
  readonly head: Term | null
  readonly terms: readonly Term[]
}

/** "It was | the Tavarian boat | that | fired first": what follows lacks who does it. */
function isCleft(before: Telling, { article, sentence, span, content }: Telling, body: string): boolean {
  const opening = before.content.words.join(' ')
  if (!CLEFT.test(opening) || before.article !== article || before.sentence !== sentence) return false
  const isBound = /^,? (?:who|that|which) $/.test(body.slice(before.span[1], span[0])) && content.verbAt === 0
  return isBound || (/^(?:who|that|which)$/.test(content.words[0] ?? '') && content.verbAt === 1)
}

const CLEFT = /^it (?:was|had been) (?!.*\b(?:not|only|just|and)\b)/

/** The first name, or the last word before a preposition. */
function headOf({ terms, words }: Content, from: number): Actor {
  const [first] = terms
  if (!first || (first.kind === 'word' && !words.slice(from, first.at).some(word => DETERMINER.test(word))))
    return { head: null, terms: [] }
  if (first.kind === 'entity') return { head: first, terms: [first] }
  const end = words.findIndex((word, at) => at > first.at && PREPOSITIONS.has(word))
  const head = terms.filter(({ at, kind }) => kind === 'word' && (end === -1 || at < end)).at(-1)!
  return { head, terms }
}
const DETERMINER = /^(?:the|an?|his|her|its|their|our|one)$/

function actorIn(content: Content, body: string): Actor {
  const terms = content.terms.filter(({ at }) => at < content.verbAt)
  const last = terms.at(-1)
  // "The head of the laboratory, *Silvia Brandt*,".
  const isName = last?.kind === 'entity' && /[\p{L}\d],? $/u.test(body.slice(Math.max(0, last.span[0] - 3), last.span[0]))
  const named =
    isName && (/, $/.test(body.slice(last.span[0] - 2, last.span[0])) || !PREPOSITIONS.has(content.words[last.at - 1] ?? ''))
  return { head: named ? last : subjectOf(content), terms: named ? [last] : terms }
}

function agentIn({ terms, words, verbAt }: Content): Actor {
  const by = words.findIndex((word, at) => word === 'by' && at > verbAt)
  const end = words.findIndex((word, at) => at > by && PREPOSITIONS.has(word) && word !== 'by')
  const agents = by === -1 ? [] : terms.filter(({ at }) => at > by && (end === -1 || at < end))
  return { head: agents.at(-1) ?? null, terms: agents }
}
