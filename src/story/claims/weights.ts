import type { Content } from './content.ts'
import type { Telling } from './tellings.ts'
import { unitOf } from './vectors.ts'

/**
 * The tellings with their words weighed for this story: what every article of it says tells little of which claim is meant.
 *
 * A word keeps from `LEAST` of its weight, where all articles have it, to all of it, where one has.
 */
export function weighed(tellings: readonly Telling[]): Telling[] {
  const articles = new Map<string, Set<string>>()
  for (const { article, content } of tellings) {
    for (const { key } of content.terms) {
      const known = articles.get(key)
      if (known) known.add(article)
      else articles.set(key, new Set([article]))
    }
  }
  const count = new Set(tellings.map(({ article }) => article)).size
  // Two articles that tell one thing share their words: that makes these no less telling.
  const share = (key: string) => (count < FEW_ARTICLES ? 0 : (articles.get(key)!.size - 1) / (count - 1))
  const vectors = tellings.flatMap(({ content }) => content.vector ?? [])
  const middle = middleOf(vectors)
  const common = COMMON_SHARE * Math.max(0, 1 - OWN_CLAUSES / vectors.length)
  const reweigh = (content: Content): Content => ({
    ...content,
    terms: content.terms.map(term => ({ ...term, weight: term.weight * (1 - (1 - LEAST) * share(term.key)) })),
    main: content.main && reweigh(content.main),
    vector: content.vector && apartFrom(content.vector, middle, common),
  })
  return tellings.map(telling => ({ ...telling, content: reweigh(telling.content) }))
}

/** The mean of some directions. */
function middleOf(vectors: readonly Float32Array[]): Float32Array | null {
  const first = vectors[0]
  if (!first) return null
  const sum = new Float32Array(first.length)
  for (const vector of vectors) for (let at = 0; at < sum.length; at++) sum[at]! += vector[at]! / vectors.length
  return sum
}

/** What a clause means beside what all of the story is about. */
function apartFrom(vector: Float32Array, middle: Float32Array | null, share: number): Float32Array {
  return middle ? unitOf(vector.map((value, at) => value - share * middle[at]!)) : vector
}

const COMMON_SHARE = 0.7
/** Of so few clauses the mean is what they say themselves, and nothing to take off; by judgement. */
const OWN_CLAUSES = 8
const LEAST = 0.3
const FEW_ARTICLES = 3
