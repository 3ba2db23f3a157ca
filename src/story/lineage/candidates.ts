import { stemsBySentence } from './stems.ts'
import { sequencesOf, type Text } from './text.ts'

/**
 * Pairs of texts worth comparing, as indices into `texts`, the lower first. Each text looks up those before it in two indices, of its word sequences and of its telling stems, and
 * keeps the `PARTNERS_MAX` and `RETELLERS_MAX` that it shares most with: the work grows with the words and not with the pairs.
 */
export function candidatesIn(texts: readonly Text[]): (readonly [number, number])[] {
  const sequences = partners(
    texts.map(text => new Map(distinct(sequencesOf(text, SHINGLE_WORDS)))),
    PARTNERS_MAX,
  )
  const stems = partners(texts.map(stemsOf), RETELLERS_MAX)
  return texts.flatMap((_, at) => {
    const both = new Set([...sequences[at]!, ...stems[at]!])
    return [...both].sort((x, y) => x - y).map(before => [before, at] as const)
  })
}

/** Short enough that a sentence with one word changed still gives some; names and set phrases are seldom as long. */
const SHINGLE_WORDS = 6
/** Of the articles with one feature the first so many are kept in the index; all later ones are still compared with these. */
const HOLDERS_MAX = 40
/** A story of 300 articles so compares at most 9,600 pairs for what they share word for word. */
const PARTNERS_MAX = 32
/** Who retells an article wholly in other words has most of its names and nouns: it is among the nearest. */
const RETELLERS_MAX = 6

function* distinct(sequences: readonly (string | null)[]): Generator<readonly [string, number]> {
  for (const sequence of sequences) if (sequence !== null) yield [sequence, 1]
}

function stemsOf(text: Text): ReadonlyMap<string, number> {
  return new Map(stemsBySentence(text).all.flatMap(stems => [...stems]))
}

/** For each text those before it with the most weight of features in common, the earlier first where that is equal. */
function partners(texts: readonly ReadonlyMap<string, number>[], most: number): number[][] {
  const index = new Map<string, number[]>()
  return texts.map((features, at) => {
    const shared = new Map<number, number>()
    for (const [feature, weight] of features) {
      const holders = index.get(feature)
      for (const holder of holders ?? []) shared.set(holder, (shared.get(holder) ?? 0) + weight)
      if (!holders) index.set(feature, [at])
      else if (holders.length < HOLDERS_MAX) holders.push(at)
    }
    return [...shared]
      .sort((x, y) => y[1] - x[1] || x[0] - y[0])
      .slice(0, most)
      .map(([holder]) => holder)
  })
}
