import type { Appearance, Lineage, Reading, Span } from '../../record/index.ts'
import { extentOf, overlaps, textOf } from '../../record/index.ts'
import { type Asking, unanswered } from '../cross/asked.ts'
import type { StoryRulings } from '../given.ts'
import { retellings, withRetellings } from '../lineage/index.ts'
import type { Lookup } from '../merging/merged.ts'
import { withAnswers } from './answers.ts'
import { candidatesAmong } from './candidates.ts'
import type { Content } from './content.ts'
import { disagreementsIn } from './disagreements.ts'
import type { FoundClaim, FoundDisagreement } from './found.ts'
import { groupsOf, JOINED_MIN, type Pairing } from './grouping.ts'
import { kindsOf } from './kinds.ts'
import { type Compared, compared, judged, type Likeness } from './likeness.ts'
import { overlapsAmong } from './overlap.ts'
import { relationsOf } from './related.ts'
import type { Reply } from './replies.ts'
import { withinRetellings } from './retellings.ts'
import type { Setting } from './scoring.ts'
import { settings } from './settings.ts'
import { isDenied, isNegated, isWithdrawal, stanceOf } from './stance.ts'
import { sureParts } from './sure.ts'
import { withTakenBack } from './taken-back.ts'
import { type Telling, tellingsIn } from './tellings.ts'
import { toldTogether, withWholeStatements } from './together.ts'
import { shippedVectors, type Vectors } from './vectors.ts'
import { weighed } from './weights.ts'
import { whyJoined } from './why.ts'
import { wordsOfEntities } from './words-of.ts'

export type { FoundClaim, FoundDisagreement } from './found.ts'

export interface ClaimsGiven {
  readonly readings: readonly Reading[]
  readonly rulings: Pick<StoryRulings, 'notOneClaim'> & Partial<Pick<StoryRulings, 'notCopies'>>
  readonly entityOf: Lookup
  /** Who copied whom: shared text is one wording. */
  readonly lineage?: readonly Lineage[]
  /** What words mean: those that ship, unless given; null compares words by their letters alone. */
  readonly vectors?: Vectors | null
}

export interface FoundClaims {
  /** Those told in two articles or more, or put in somebody's mouth; the most told first. */
  readonly claims: readonly FoundClaim[]
  readonly disagreements: readonly FoundDisagreement[]
  /** For each claim by its id, the part that each appearance is of: those of one part surely tell one thing. */
  readonly parts: ReadonlyMap<string, readonly string[]>
  /** Who copied whom, with who retells whom in other words. */
  readonly lineage: readonly Lineage[]
}

/** What `findingClaims` comes to where nobody reads clauses together. */
export const findClaims = (given: ClaimsGiven): FoundClaims => unanswered(findingClaims(given))

/**
 * What is claimed in a story, by whom and where, whoever says it in whatever words; and where figures, dates or actors differ.
 *
 * Clauses are compared with those that an index of words and one of meanings bring up, so that the work grows with their number.
 */
export function* findingClaims({
  readings,
  rulings,
  entityOf,
  lineage = [],
  vectors = shippedVectors(),
}: ClaimsGiven): Asking<FoundClaims> {
  const tellings = weighed(tellingsIn({ readings, entityOf, vectors }))
  const bodies = new Map(readings.map(({ article }) => [article.id, article.articleBody]))
  const published = new Map(readings.map(({ article }) => [article.id, Date.parse(article.datePublished ?? '')]))
  const publishedAt = (article: string) => (Number.isNaN(published.get(article)) ? null : published.get(article)!)
  const wordsOf = wordsOfEntities(readings, entityOf)
  const persons = personsIn(readings, entityOf)
  const candidates = candidatesAmong(tellings.map(({ content }) => content))
  const settingOf = settings({ tellings, candidates, entityOf })
  const judge = comparer({ tellings, wordsOf })
  const alone = candidates.pairs
    .filter(([a, b]) => !isSameSentence(tellings[a]!, tellings[b]!) && !isMerelyNamed(tellings[a]!, tellings[b]!, entityOf))
    .map(([a, b]): Pairing => ({ a, b, likeness: judge(a, b, settingOf(a, b)) }))
  const relationOf = yield* relationsOf({ tellings, bodies, pairings: alone })
  const related = (a: number, b: number) => judge(a, b, { ...settingOf(a, b), relation: relationOf(a, b) })
  const overlaps = overlapsAmong(
    tellings,
    alone.map(({ a, b }) => ({ a, b, likeness: related(a, b) })),
  )
  const retold = retellings({ readings, lineage, overlaps, rulings: { notCopies: [], ...rulings } })
  const compare = withinRetellings(related, { tellings, retold, lineage })
  const pairings = alone.map(({ a, b }) => ({ a, b, likeness: compare(a, b) }))
  const ruled = ruledApart(tellings, rulings.notOneClaim)
  const { groups, turned } = groupsOf({
    size: tellings.length,
    pairings,
    compare,
    apart: (a, b) =>
      ruled(a, b) || isSameSentence(tellings[a]!, tellings[b]!) || isMerelyNamed(tellings[a]!, tellings[b]!, entityOf),
    negated: item => isNegated(tellings[item]!.statement, tellings[item]!.content),
    order: item => tellings[item]!.order,
  })
  const meant = tellings.map((telling, item) => (turned.has(item) ? turnedRound(telling) : telling))
  const isOne = (a: number, b: number) => compare(a, b).score >= JOINED_MIN
  const whole = withWholeStatements(withTakenBack(toldTogether(groups, { tellings, isOne }), tellings), tellings)
  const answered = withAnswers(whole, { tellings, readings, ruled })
  const replyBy = new Map([...answered.replies].map(([item, reply]) => [meant[item]!, reply]))
  const partOf = sureParts(answered.groups, { tellings, pairings })
  const listed = answered.groups
    .map(items => ({
      items,
      ...claimOf({ tellings: items.map(item => meant[item]!), parts: items.map(partOf), replyBy, bodies, entityOf }),
    }))
    .filter(({ claim }) => isListed(claim))
    .sort((x, y) => toldBy(y.claim) - toldBy(x.claim) || x.items[0]! - y.items[0]!)
  const claims = listed.map(({ claim }, index) => ({ ...claim, id: `c${index + 1}` }))
  const claimOfTelling = new Map(listed.flatMap(({ items }, index) => items.map(item => [item, `c${index + 1}`] as const)))
  return {
    claims,
    parts: new Map(listed.map(({ parts }, index) => [`c${index + 1}`, parts] as const)),
    lineage: withRetellings(lineage, retold),
    disagreements: disagreementsIn({
      tellings,
      groups,
      pairings,
      bodies,
      wordsOf,
      publishedAt,
      claimOf: item => claimOfTelling.get(item) ?? null,
      isPerson: key => persons.has(key),
    }),
  }
}

/** Keys of the terms that are persons. */
const personsIn = (readings: readonly Reading[], entityOf: Lookup): ReadonlySet<string> =>
  new Set(
    readings.flatMap(({ article, entities = [] }) =>
      entities.filter(({ kind }) => kind === 'person').map(({ id }) => `@${entityOf(article.id, id)}`),
    ),
  )

interface ComparerGiven {
  readonly tellings: readonly Telling[]
  readonly wordsOf: (key: string) => ReadonlySet<string>
}

/** Compares two tellings where they stand; what two of the same words have in common is found once. */
function comparer({ tellings, wordsOf }: ComparerGiven): (a: number, b: number, setting: Setting) => Likeness {
  const known = new Map<number, readonly Compared[]>()
  const kinds = kindsOf(tellings)
  return (a, b, setting) => {
    const [first, second] = [Math.min(a, b), Math.max(a, b)]
    const [one, other] = [tellings[first]!, tellings[second]!]
    const key = kinds[first]! * tellings.length + kinds[second]!
    const isDeclined = [one, other].some(({ statement }) => statement?.polarity === 'declined')
    const found = known.get(key) ?? compared(one.content, other.content, wordsOf, isDeclined)
    known.set(key, found)
    const likeness = judged(found, setting)
    return { ...likeness, opposed: likeness.opposed !== (isDenied(one.statement) !== isDenied(other.statement)) }
  }
}

/** With its "not" counted the other way: it says with "did not work" what the others say with "was out of order". */
const turnedRound = (telling: Telling): Telling => ({
  ...telling,
  content: { ...telling.content, negated: !telling.content.negated },
})

const isSameSentence = (a: Telling, b: Telling): boolean => a.article === b.article && a.sentence === b.sentence

/**
 * Whether one of two tellings only names a thing ("opposed the deal", "praised the deal") and the other is not in the same mouth: what is
 * said of the thing stands in the verbs that tell it.
 */
function isMerelyNamed(one: Telling, other: Telling, entityOf: Lookup): boolean {
  if (!isName(one.content) && !isName(other.content)) return false
  const [a, b] = [one, other].map(({ article, statement }) => (statement ? entityOf(article, statement.speaker) : null))
  return a === null || a !== b
}

const isName = ({ verbAt, words, amounts }: Content): boolean =>
  amounts.length === 0 && (verbAt === -1 || (verbAt === words.length - 1 && DETERMINER.test(words[verbAt - 1] ?? '')))

/** "the launch": what ends such words is no verb. */
const DETERMINER = /^(?:the|an?|his|her|its|their|our|my|your|these|those)$/

/** Whether people said of two tellings that they are not one claim. */
function ruledApart(tellings: readonly Telling[], pairs: StoryRulings['notOneClaim']): (a: number, b: number) => boolean {
  if (pairs.length === 0) return () => false
  const isAt = (telling: Telling, { article, span }: { article: string; span: Span }) =>
    telling.article === article && overlaps(telling.span, span)
  return (a, b) => {
    const [one, other] = [tellings[a]!, tellings[b]!]
    return pairs.some(([x, y]) => (isAt(one, x) && isAt(other, y)) || (isAt(one, y) && isAt(other, x)))
  }
}

const isListed = ({ appearances }: FoundClaim): boolean =>
  new Set(appearances.map(({ article }) => article)).size > 1 || appearances.some(({ statement }) => statement !== null)

/** In how many articles and how often a claim is told: articles first. */
const toldBy = ({ appearances }: FoundClaim): number =>
  new Set(appearances.map(({ article }) => article)).size * TIMES_MAX + Math.min(TIMES_MAX - 1, appearances.length)
const TIMES_MAX = 1000

interface ClaimGiven {
  readonly tellings: readonly Telling[]
  /** The part of each telling. */
  readonly parts: readonly string[]
  /** Those that answer the claim. */
  readonly replyBy: ReadonlyMap<Telling, Reply>
  readonly bodies: ReadonlyMap<string, string>
  readonly entityOf: Lookup
}

/** The claim that some tellings make, without its id. */
function claimOf({ tellings, parts, replyBy, bodies, entityOf }: ClaimGiven): {
  readonly claim: FoundClaim
  readonly parts: readonly string[]
} {
  const first = tellings[0]!
  const told = new Map<string, Telling[]>()
  for (const telling of tellings) {
    const key = `${telling.statement?.id ?? telling.span[0]}\n${telling.article}`
    told.set(key, [...(told.get(key) ?? []), telling])
  }
  const heads = [...told.values()].map(([head]) => head!)
  const worded = heads.indexOf(wordingAmong(heads.filter(head => !replyBy.has(head))))
  const appearances = [...told.values()].map((clauses, index): Appearance => {
    const { article, statement, content } = heads[index]!
    const reply = replyBy.get(heads[index]!)
    const spans = clauses.map(({ span }) => span)
    return {
      article,
      statement: statement?.id ?? null,
      spans,
      text: textOf(bodies.get(article)!, extentOf(spans)!),
      speaker: statement ? entityOf(article, statement.speaker) : null,
      stance: stanceOf({ statement, content, claimNegated: heads[worded]!.content.negated, isReply: reply !== undefined }),
      why: reply
        ? [{ kind: 'answer', what: [textOf(bodies.get(article)!, reply.said)] }]
        : content === first.content
          ? []
          : whyJoined({ first, other: { article, content }, bodies }),
    }
  })
  return {
    claim: { id: '', text: appearances[worded]!.text, appearances },
    parts: heads.map(head => parts[tellings.indexOf(head)]!),
  }
}

/**
 * Which telling has the claim's wording: the first that says in so many words that it is so; else that it is not so; else the first
 * that denies it. What everybody does is told against these words.
 */
function wordingAmong(heads: readonly Telling[]): Telling {
  const says = ({ statement, content }: Telling) =>
    statement?.polarity !== 'declined' && !content.withdrawn && !isWithdrawal(statement)
  const wanted = [
    (head: Telling) => says(head) && !isDenied(head.statement) && !head.content.negated,
    (head: Telling) => says(head) && !isDenied(head.statement),
    says,
  ]
  return wanted.map(wants => heads.find(wants)).find(head => head !== undefined) ?? heads[0]!
}
