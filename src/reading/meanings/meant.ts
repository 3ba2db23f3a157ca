import type { Article, Sentence, Span, Statement } from '../../record/index.ts'
import { clausesTold } from '../clauses/told.ts'
import type { Tagged } from '../tagger/tagger.ts'
import type { MeaningHead } from './head.ts'
import { type Meant, packMeanings } from './meanings.ts'

export interface MeantGiven {
  readonly article: Article
  readonly sentences: readonly Sentence[]
  readonly statements: readonly Statement[]
  readonly tagged: Tagged
  readonly head: MeaningHead
}

/** What each clause of an article means, packed: by the mean of the tagger's states over its words, which have read what stands around. */
export function meantIn({ article, sentences, statements, tagged, head }: MeantGiven): Uint8Array {
  const toldIn = clausesTold(article, statements)
  const found = new Map<string, Meant>()
  for (const { span: sentence } of sentences) {
    for (const span of toldIn(sentence).flatMap(({ clauses }) => clauses)) {
      const mean = found.has(span.join()) ? null : meanOf(tagged, span)
      if (mean) found.set(span.join(), { span, vector: head.of(mean) })
    }
  }
  return packMeanings([...found.values()], head.width)
}

/** The mean of the tagger's states over the words of a span; null where no word stands there. */
export function meanOf({ words, states }: Tagged, [start, end]: Span): Float32Array | null {
  const width = states.length / words.length
  const mean = new Float32Array(width)
  const first = firstFrom(words, start)
  let last = first
  for (; last < words.length && words[last]!.start < end; last++) {
    for (let k = 0; k < width; k++) mean[k]! += states[last * width + k]!
  }
  return last === first ? null : mean.map(value => value / (last - first))
}

/** The first of the words that ends behind a place. */
function firstFrom(words: Tagged['words'], start: number): number {
  let [from, to] = [0, words.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (words[middle]!.end <= start) from = middle + 1
    else to = middle
  }
  return from
}
