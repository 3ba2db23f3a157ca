import { type Reading, type Span, textOf } from '../../src/record/index.ts'
import { candidatesAmong } from '../../src/story/claims/candidates.ts'
import { type Compared, compared, judged, type Likeness } from '../../src/story/claims/likeness.ts'
import type { Setting } from '../../src/story/claims/scoring.ts'
import { settings } from '../../src/story/claims/settings.ts'
import { isDenied } from '../../src/story/claims/stance.ts'
import { type Telling, tellingsIn } from '../../src/story/claims/tellings.ts'
import { shippedVectors } from '../../src/story/claims/vectors.ts'
import { weighed } from '../../src/story/claims/weights.ts'
import { wordsOfEntities } from '../../src/story/claims/words-of.ts'
import { readLineage } from '../../src/story/lineage/index.ts'
import { mergeEntities } from '../../src/story/merging/index.ts'
import { byPublication } from '../../src/story/publication.ts'
import { covers } from '../origins/score.ts'

/** Where a claim is told, or denied, as a reader marked it. */
export interface Place {
  readonly claim: string
  readonly article: string
  readonly spans: readonly Span[]
  readonly denied: boolean
}

/** What two clauses tell of one another; `one`: of one thing, and nobody has said whether one is a denial. */
export type Told = 'same' | 'contrary' | 'one' | 'other'

/** Two clauses of two articles on one event, and what a reader says of them; null where nobody has. */
export interface LabelledPair {
  readonly told: Told | null
  readonly words: readonly [string, string]
  readonly found: readonly Compared[]
  readonly setting: Setting
  /** By what each says alone. */
  readonly likeness: Likeness
}

/** A story as the program has it when it compares its clauses. */
interface Opened {
  readonly tellings: readonly Telling[]
  readonly isBrought: (a: number, b: number) => boolean
  readonly pairOf: (a: number, b: number, told: Told | null) => LabelledPair
}

function opened(given: readonly Reading[]): Opened {
  const readings = [...given].sort((a, b) => byPublication(a.article, b.article))
  const rulings = { notCopies: [], notOneClaim: [], notOneEntity: [] }
  const lineage = readLineage(readings, rulings)
  const entities = mergeEntities({ readings, rulings, lineage })
  const tellings = weighed(tellingsIn({ readings, entityOf: entities.of, vectors: shippedVectors() }))
  const bodies = new Map(readings.map(({ article }) => [article.id, article.articleBody]))
  const wordsOf = wordsOfEntities(readings, entities.of)
  const candidates = candidatesAmong(tellings.map(({ content }) => content))
  const settingOf = settings({ tellings, candidates, entityOf: entities.of })
  const brought = new Set(candidates.pairs.map(pair => pair.join()))
  const textAt = ({ article, span }: Telling) => textOf(bodies.get(article)!, span)
  return {
    tellings,
    isBrought: (a, b) => brought.has(`${a},${b}`),
    pairOf: (a, b, told) => {
      const [one, other] = [tellings[a]!, tellings[b]!]
      const found = compared(one.content, other.content, wordsOf)
      const setting = settingOf(a, b)
      return { told, words: [textAt(one), textAt(other)], found, setting, likeness: judged(found, setting) }
    },
  }
}

/**
 * Pairs of clauses of one story: of one thing where both are places of one claim, other where one is a place of a claim and the other touches
 * none of its places. Of pairs that nothing brings together every fifth of these; of those that something does also what no reader speaks of.
 */
export function labelledPairs(
  readings: readonly Reading[],
  places: readonly Place[],
  areOpposite: (a: string, b: string) => boolean,
): LabelledPair[] {
  const { tellings, isBrought, pairOf } = opened(readings)
  const marked = tellings.map(telling => claimsAt(telling, places))
  return tellings.flatMap((one, a) =>
    tellings.slice(a + 1).flatMap((other, at): LabelledPair[] => {
      const b = a + 1 + at
      if (one.article === other.article) return []
      const told = toldOf(marked[a]!, marked[b]!, areOpposite)
      const isOne = told === 'same' || told === 'contrary'
      return isOne || isBrought(a, b) || (told === 'other' && (a * 7 + b * 13) % 5 === 0) ? [pairOf(a, b, told)] : []
    }),
  )
}

function toldOf(first: Marked, second: Marked, areOpposite: (a: string, b: string) => boolean): Told | null {
  const shared = [...first.told.keys()].find(claim => second.told.has(claim))
  if (shared !== undefined) return first.told.get(shared) === second.told.get(shared) ? 'same' : 'contrary'
  const meet = (some: Iterable<string>, others: Iterable<string>, how: (a: string, b: string) => boolean) =>
    [...some].some(claim => [...others].some(each => how(each, claim)))
  if (meet(first.told.keys(), second.told.keys(), areOpposite)) return 'contrary'
  const near = meet(first.touched, second.touched, (a, b) => a === b || areOpposite(a, b))
  return near || (first.told.size === 0 && second.told.size === 0) ? null : 'other'
}

/** A pair of clauses that somebody has judged, each by its article and its span. */
export interface JudgedPair {
  readonly a: JudgedClause
  readonly b: JudgedClause
  readonly told: Told
}

export interface JudgedClause {
  readonly article: string
  readonly span: Span
}

/** The pairs that were judged, as far as the program still cuts their clauses so; then the others that something brings together. */
export function judgedPairs(readings: readonly Reading[], pairs: readonly JudgedPair[]): LabelledPair[] {
  const { tellings, isBrought, pairOf } = opened(readings)
  const at = ({ article, span }: JudgedClause) =>
    tellings.findIndex(telling => telling.article === article && telling.span[0] === span[0] && telling.span[1] === span[1])
  const told = new Map(pairs.map(({ a, b, told }) => [[at(a), at(b)].sort((x, y) => x - y).join(), told]))
  return tellings.flatMap((one, a) =>
    tellings.slice(a + 1).flatMap((other, index) => {
      const b = a + 1 + index
      const known = told.get(`${a},${b}`) ?? null
      if (one.article === other.article || (known === null && !isBrought(a, b))) return []
      // Who judged had not been asked which of two is a denial.
      return [pairOf(a, b, known === 'one' && one.content.negated === other.content.negated ? 'same' : known)]
    }),
  )
}

interface Marked {
  /** The claims that a clause tells, each with whether its own words deny it. */
  readonly told: ReadonlyMap<string, boolean>
  /** Those that it has a part of. */
  readonly touched: ReadonlySet<string>
}

function claimsAt({ article, span, statement }: Telling, places: readonly Place[]): Marked {
  const here = places.filter(place => place.article === article)
  const told = here.filter(({ spans }) => covers([span], spans) && covers(spans, [span]))
  const touched = here.filter(({ spans }) => covers([span], spans) || covers(spans, [span]))
  return {
    told: new Map(told.map(({ claim, denied }) => [claim, denied !== isDenied(statement)])),
    touched: new Set(touched.map(({ claim }) => claim)),
  }
}
