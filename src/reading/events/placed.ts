import type { Article, Span } from '../../record/index.ts'
import { type Deed, deedsIn } from './deeds.ts'
import { isSportReport } from './elsewhere.ts'

/** A deed with the sentence that tells it. */
export interface ToldDeed {
  readonly deed: Deed
  readonly sentence: Span
}

/** A deed whose parties are entities. */
export interface PlacedDeed extends ToldDeed {
  /** Entities' ids; a party of which it is unclear who that is, is missing. */
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
}

/** The deeds of a text, in its order. */
export function placedDeeds(
  { articleBody, datePublished }: Pick<Article, 'articleBody' | 'datePublished'>,
  sentences: readonly Span[],
): ToldDeed[] {
  if (isSportReport(articleBody)) return []
  const year = datePublished ? Number(datePublished.slice(0, 4)) : null
  return sentences.flatMap(sentence => deedsIn(articleBody, sentence, year).map(deed => ({ deed, sentence })))
}
