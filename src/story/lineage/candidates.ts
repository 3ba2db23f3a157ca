import { sequencesOf, type Text } from './text.ts'

/**
 * Pairs of texts that share a sequence of `SHINGLE_WORDS` words, as indices into `texts`, the lower first. Found through one index of the
 * sequences: the work grows with the words and not with the pairs, and each text keeps the `PARTNERS_MAX` before it that it shares most with.
 */
export function candidatesIn(texts: readonly Text[]): (readonly [number, number])[] {
  const index = new Map<string, number[]>()
  return texts.flatMap((text, at) => {
    const shared = new Map<number, number>()
    for (const shingle of new Set(sequencesOf(text, SHINGLE_WORDS))) {
      if (shingle === null) continue
      const holders = index.get(shingle)
      for (const holder of holders ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1)
      if (!holders) index.set(shingle, [at])
      else if (holders.length < HOLDERS_MAX) holders.push(at)
    }
    const most = [...shared].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, PARTNERS_MAX)
    return most.map(([holder]) => [holder, at] as const).sort((x, y) => x[0] - y[0])
  })
}

/** Short enough that a sentence with one word changed still gives some; names and set phrases are seldom as long. */
const SHINGLE_WORDS = 6
/** Of the articles with one sequence the first so many are kept in the index; all later ones are still compared with these. */
const HOLDERS_MAX = 40
/** A story of 300 articles so compares at most 9,600 pairs, whatever they share. */
const PARTNERS_MAX = 32
