import type { Content } from './content.ts'
import type { Telling } from './tellings.ts'

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
  const reweigh = (content: Content): Content => ({
    ...content,
    terms: content.terms.map(term => ({ ...term, weight: term.weight * (1 - (1 - LEAST) * share(term.key)) })),
    main: content.main && reweigh(content.main),
  })
  return tellings.map(telling => ({ ...telling, content: reweigh(telling.content) }))
}

const LEAST = 0.4
const FEW_ARTICLES = 3
