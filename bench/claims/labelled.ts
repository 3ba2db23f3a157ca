import type { Reading, Span } from '../../src/record/index.ts'
import { candidatesAmong } from '../../src/story/claims/candidates.ts'
import { type Compared, compared } from '../../src/story/claims/likeness.ts'
import type { Setting } from '../../src/story/claims/scoring.ts'
import { settings } from '../../src/story/claims/settings.ts'
import { type Telling, tellingsIn } from '../../src/story/claims/tellings.ts'
import { shippedVectors } from '../../src/story/claims/vectors.ts'
import { weighed } from '../../src/story/claims/weights.ts'
import { wordsOfEntities } from '../../src/story/claims/words-of.ts'
import { readLineage } from '../../src/story/lineage/index.ts'
import { mergeEntities } from '../../src/story/merging/index.ts'
import { byPublication } from '../../src/story/publication.ts'
import { covers } from '../origins/score.ts'

/** Where a claim is told, as a reader marked it. */
export interface Place {
  readonly claim: string
  readonly article: string
  readonly spans: readonly Span[]
}

/** Two clauses of two articles on one event, and whether they tell one claim. */
export interface LabelledPair {
  readonly same: boolean
  readonly found: readonly Compared[]
  readonly setting: Setting
}

/** A story as the program has it when it compares its clauses. */
interface Opened {
  readonly tellings: readonly Telling[]
  readonly isBrought: (a: number, b: number) => boolean
  readonly pairOf: (a: number, b: number, same: boolean) => LabelledPair
}

function opened(given: readonly Reading[]): Opened {
  const readings = [...given].sort((a, b) => byPublication(a.article, b.article))
  const rulings = { notCopies: [], notOneClaim: [], notOneEntity: [] }
  const lineage = readLineage(readings, rulings)
  const entities = mergeEntities({ readings, rulings, lineage })
  const tellings = weighed(tellingsIn({ readings, entityOf: entities.of, vectors: shippedVectors() }))
  const wordsOf = wordsOfEntities(readings, entities.of)
  const candidates = candidatesAmong(tellings.map(({ content }) => content))
  const settingOf = settings({ tellings, candidates, entityOf: entities.of })
  const found = (a: number, b: number) => compared(tellings[a]!.content, tellings[b]!.content, wordsOf)
  const brought = new Set(candidates.pairs.map(pair => pair.join()))
  return {
    tellings,
    isBrought: (a, b) => brought.has(`${a},${b}`),
    pairOf: (a, b, same) => ({ same, found: found(a, b), setting: settingOf(a, b) }),
  }
}

/**
 * Pairs of clauses of one story: the same where both are places of one claim, other where one is a place of a claim and the other touches
 * none of its places. Of pairs that nothing brings together every fifth.
 */
export function labelledPairs(
  readings: readonly Reading[],
  places: readonly Place[],
  areOne: (a: string, b: string) => boolean,
): LabelledPair[] {
  const { tellings, isBrought, pairOf } = opened(readings)
  const marked = tellings.map(telling => claimsAt(telling, places))
  return tellings.flatMap((one, a) =>
    tellings.slice(a + 1).flatMap((other, at): LabelledPair[] => {
      const b = a + 1 + at
      const [first, second] = [marked[a]!, marked[b]!]
      if (one.article === other.article || (first.told.size === 0 && second.told.size === 0)) return []
      const same = [...first.told].some(claim => second.told.has(claim))
      const near = [...first.touched].some(claim => [...second.touched].some(each => each === claim || areOne(each, claim)))
      if (!same && (near || (!isBrought(a, b) && (a * 7 + b * 13) % 5 !== 0))) return []
      return [pairOf(a, b, same)]
    }),
  )
}

/** A pair of clauses that somebody has judged, each by its article and its span. */
export interface JudgedPair {
  readonly a: JudgedClause
  readonly b: JudgedClause
  readonly same: boolean
}

export interface JudgedClause {
  readonly article: string
  readonly span: Span
}

/** The pairs that were judged, as far as the program still cuts their clauses so. */
export function judgedPairs(readings: readonly Reading[], pairs: readonly JudgedPair[]): LabelledPair[] {
  const { tellings, pairOf } = opened(readings)
  const at = ({ article, span }: JudgedClause) =>
    tellings.findIndex(telling => telling.article === article && telling.span[0] === span[0] && telling.span[1] === span[1])
  return pairs.flatMap(({ a, b, same }) => {
    const [one, other] = [at(a), at(b)]
    return one === -1 || other === -1 ? [] : [pairOf(Math.min(one, other), Math.max(one, other), same)]
  })
}

/** The claims that a clause tells, and those that it has a part of. */
function claimsAt({ article, span }: Telling, places: readonly Place[]) {
  const here = places.filter(place => place.article === article)
  const told = here.filter(({ spans }) => covers([span], spans) && covers(spans, [span]))
  const touched = here.filter(({ spans }) => covers([span], spans) || covers(spans, [span]))
  const claims = (some: readonly Place[]): ReadonlySet<string> => new Set(some.map(({ claim }) => claim))
  return { told: claims(told), touched: claims(touched) }
}
