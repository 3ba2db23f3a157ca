import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Lineage, Range, Span } from '../../src/record/index.ts'
import { recordsOf } from '../corpora.ts'

/** What a careful reader finds in a set of articles, as `README.md` has it. `words` are written by hand, spans are made of them by `place.ts`. */
export interface Gold {
  readonly about: string
  /** Ids of articles by the story that they belong to. */
  readonly stories: Readonly<Record<string, readonly string[]>>
  readonly lineage: readonly GoldPair[]
  readonly claims: readonly GoldClaim[]
  readonly lostAttributions: readonly GoldLoss[]
  readonly disagreements: readonly GoldDisagreement[]
  readonly notHeard: readonly { readonly story: string; readonly entity: string }[]
}

export interface GoldPair extends Pick<Lineage, 'from' | 'to' | 'kind' | 'credited' | 'commonWith' | 'direction'> {
  /** Another kind that is right as well. */
  readonly or?: Lineage['kind']
}

export interface GoldClaim {
  readonly id: string
  readonly story: string
  readonly text: string
  readonly independentOrigins: Range
  /** Which origins they are, in words for people. */
  readonly roots: string
  /** Ids of claims that say the contrary: a program that joins them, with other stances, is not wrong. */
  readonly opposites?: readonly string[]
  readonly appearances: readonly GoldAppearance[]
}

export interface GoldAppearance {
  readonly article: string
  readonly words: readonly string[]
  readonly spans: readonly Span[]
  readonly voice: 'outlet' | 'statement'
  /** As the article names it; null in the outlet's own voice. */
  readonly speaker: string | null
  readonly stance: 'asserts' | 'denies' | 'withdraws' | 'answers' | 'withholds'
}

export interface GoldLoss {
  readonly article: string
  readonly words: string
  readonly span: Span
  readonly fromArticle: string
  readonly fromWords: string
  readonly fromSpan: Span
}

export interface GoldDisagreement {
  readonly story: string
  readonly about: string
  readonly values: readonly { readonly value: string; readonly article: string; readonly words: string; readonly span: Span }[]
}

/** The line of a corpus that a set is made of. */
export interface GoldArticle {
  readonly id: string
  readonly text: string
  readonly headline: string
  readonly datePublished: string
  readonly publisher: string
}

/** A set: its articles and what was read in them. */
export interface GoldSet {
  readonly gold: string
  readonly corpus: string
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const inFolder = (name: string): GoldSet => ({ gold: at(`${name}/gold.json`), corpus: at(`${name}/corpus.jsonl`) })

/** All sets; the README tells of each. Of the sixth and the eighth only the counts are looked at. */
export const SETS = {
  /** The sample stories. */
  first: { gold: at('gold.json'), corpus: at('../../samples/stories/corpus.jsonl') },
  second: inFolder('second'),
  third: inFolder('third'),
  /** Written to develop rules on, disagreements above all. */
  fourth: inFolder('fourth'),
  fifth: inFolder('fifth'),
  sixth: inFolder('sixth'),
  seventh: inFolder('seventh'),
  eighth: inFolder('eighth'),
  ninth: inFolder('ninth'),
  tenth: inFolder('tenth'),
  eleventh: inFolder('eleventh'),
  twelfth: inFolder('twelfth'),
  thirteenth: inFolder('thirteenth'),
  fourteenth: inFolder('fourteenth'),
  fifteenth: inFolder('fifteenth'),
  sixteenth: inFolder('sixteenth'),
  seventeenth: inFolder('seventeenth'),
  eighteenth: inFolder('eighteenth'),
} satisfies Readonly<Record<string, GoldSet>>

export function readGold({ gold }: GoldSet): Gold {
  return JSON.parse(readFileSync(gold, 'utf8')) as Gold
}

export function readArticles({ corpus }: GoldSet): ReadonlyMap<string, GoldArticle> {
  return new Map(recordsOf<GoldArticle>(corpus).map(article => [article.id, article]))
}
