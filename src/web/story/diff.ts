import { type Span, textOf } from '../../record/index.ts'

/** A stretch of one side: whether the other side has these words too. */
export interface Part {
  readonly span: Span
  readonly shared: boolean
}

/** Words that are compared with each other word; beyond, a side is shown as it is: the table would have millions of cells. */
const WORDS_MAX = 1200

interface Side {
  readonly body: string
  readonly span: Span
}

/**
 * Two passages cut into stretches that both have and stretches that one has: the longest common subsequence of their words, without
 * regard to case and to the marks at their ends. All units of both spans are in the parts.
 */
export function differencesOf(a: Side, b: Side): readonly [readonly Part[], readonly Part[]] {
  const [left, right] = [wordsIn(a), wordsIn(b)]
  if (left.length > WORDS_MAX || right.length > WORDS_MAX) {
    return [[{ span: a.span, shared: true }], [{ span: b.span, shared: true }]]
  }
  const [keptLeft, keptRight] = commonOf(left, right)
  return [partsOf(a, left, keptLeft), partsOf(b, right, keptRight)]
}

interface Word {
  readonly span: Span
  readonly key: string
}

function wordsIn({ body, span }: Side): readonly Word[] {
  return [...textOf(body, span).matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    span: [span[0] + index, span[0] + index + word.length],
    key: word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || word,
  }))
}

/** Which words of either side belong to the longest common subsequence. */
function commonOf(a: readonly Word[], b: readonly Word[]): readonly [ReadonlySet<number>, ReadonlySet<number>] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i]!.key === b[j]!.key
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
    }
  }
  const kept: [Set<number>, Set<number>] = [new Set(), new Set()]
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]!.key === b[j]!.key) {
      kept[0].add(i++)
      kept[1].add(j++)
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++
    else j++
  }
  return kept
}

/** The words joined into stretches; white space goes with the word before it. */
function partsOf({ span }: Side, words: readonly Word[], kept: ReadonlySet<number>): readonly Part[] {
  const parts: { span: [number, number]; shared: boolean }[] = []
  for (const [index, word] of words.entries()) {
    const shared = kept.has(index)
    const start = parts.length === 0 ? span[0] : word.span[0]
    const last = parts.at(-1)
    if (last) last.span[1] = start
    if (last?.shared === shared) continue
    parts.push({ span: [start, span[1]], shared })
  }
  const last = parts.at(-1)
  if (last === undefined) return [{ span, shared: true }]
  last.span[1] = span[1]
  return parts
}
