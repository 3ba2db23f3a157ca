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

/** The sample stories, which rules may be developed on. */
export const FIRST: GoldSet = { gold: at('gold.json'), corpus: at('../../samples/stories/corpus.jsonl') }

/** Kept back at first; rules are developed on it now. */
export const SECOND: GoldSet = { gold: at('second/gold.json'), corpus: at('second/corpus.jsonl') }

export const THIRD: GoldSet = { gold: at('third/gold.json'), corpus: at('third/corpus.jsonl') }

/** Written to develop rules on, disagreements above all. */
export const FOURTH: GoldSet = { gold: at('fourth/gold.json'), corpus: at('fourth/corpus.jsonl') }

export const FIFTH: GoldSet = { gold: at('fifth/gold.json'), corpus: at('fifth/corpus.jsonl') }

/** Kept back: looked at by its counts alone. */
export const SIXTH: GoldSet = { gold: at('sixth/gold.json'), corpus: at('sixth/corpus.jsonl') }

export const SEVENTH: GoldSet = { gold: at('seventh/gold.json'), corpus: at('seventh/corpus.jsonl') }

/** Kept back: looked at by its counts alone. */
export const EIGHTH: GoldSet = { gold: at('eighth/gold.json'), corpus: at('eighth/corpus.jsonl') }

/** Both kept back until 2026-11-26. */
export const NINTH: GoldSet = { gold: at('ninth/gold.json'), corpus: at('ninth/corpus.jsonl') }

export const TENTH: GoldSet = { gold: at('tenth/gold.json'), corpus: at('tenth/corpus.jsonl') }

export function readGold({ gold }: GoldSet): Gold {
  return JSON.parse(readFileSync(gold, 'utf8')) as Gold
}

export function readArticles({ corpus }: GoldSet): ReadonlyMap<string, GoldArticle> {
  return new Map(recordsOf<GoldArticle>(corpus).map(article => [article.id, article]))
}
