import type { Filed } from './sets.ts'

interface Measure {
  readonly P: number
  readonly R: number
  readonly F1: number
}

export interface Scores {
  readonly bcubed: Measure
  readonly pairs: Measure
  readonly gold: number
  readonly predicted: number
}

/** The measures of the corpora's own scorer (`score/stories.mjs`), in percent: BCubed (Bagga and Baldwin 1998), and pairs. */
export function scoresOf(articles: readonly Filed[], stories: ReadonlyMap<string, string>): Scores {
  const golds = new Map<string, number>()
  const found = new Map<string, number>()
  const cells = new Map<string, Map<string, number>>()
  for (const { id, story } of articles) {
    const guess = stories.get(id)!
    golds.set(story, (golds.get(story) ?? 0) + 1)
    found.set(guess, (found.get(guess) ?? 0) + 1)
    const row = cells.get(story) ?? new Map<string, number>()
    cells.set(story, row.set(guess, (row.get(guess) ?? 0) + 1))
  }
  let [precision, recall, both] = [0, 0, 0]
  for (const [story, row] of cells) {
    for (const [guess, count] of row) {
      precision += count ** 2 / found.get(guess)!
      recall += count ** 2 / golds.get(story)!
      both += pairs(count)
    }
  }
  const sum = (sizes: ReadonlyMap<string, number>) => [...sizes.values()].reduce((all, size) => all + pairs(size), 0)
  const [inGold, inFound] = [sum(golds), sum(found)]
  return {
    bcubed: measure(precision / articles.length, recall / articles.length),
    pairs: measure(inFound > 0 ? both / inFound : 1, inGold > 0 ? both / inGold : 1),
    gold: golds.size,
    predicted: found.size,
  }
}

const pairs = (count: number): number => (count * (count - 1)) / 2

const measure = (P: number, R: number): Measure => ({ P: 100 * P, R: 100 * R, F1: P + R > 0 ? (200 * P * R) / (P + R) : 0 })
