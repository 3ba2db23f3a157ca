import type { Article, Span } from '../../record/index.ts'
import type { Word } from '../words/words.ts'
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

/** The deeds of a text, in its order; `lines` are the words of each sentence, read again where they are not given. */
export function placedDeeds(
  { articleBody, datePublished }: Pick<Article, 'articleBody' | 'datePublished'>,
  sentences: readonly Span[],
  lines?: readonly (readonly Word[])[],
): ToldDeed[] {
  if (isSportReport(articleBody)) return []
  const year = datePublished ? Number(datePublished.slice(0, 4)) : null
  return sentences.flatMap((sentence, index) =>
    deedsIn(articleBody, sentence, year, lines?.[index]).map(deed => ({ deed, sentence })),
  )
}
