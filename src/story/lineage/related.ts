import type { Span } from '../../record/index.ts'
import type { Told } from './article.ts'
import { releaseTie, spanOf, type Tie, tieOf } from './kind.ts'
import { type Measures, measured } from './measures.ts'

/** Two articles whose texts are tied, by index, and what of the measures is still needed. */
export interface Related {
  readonly a: number
  readonly b: number
  readonly tie: Tie
  readonly shareA: number
  readonly shareB: number
  /** Words of each that stand in the other, one byte a word: small, since a story may have thousands of pairs. */
  readonly coverA: Uint8Array
  readonly coverB: Uint8Array
  /** Shared words side by side; sentences where no words are shared. */
  readonly sideBySide: readonly { readonly a: Span; readonly b: Span }[]
}

/**
 * All that is tied among the pairs given. Two that are tied to one release, and to each other by nothing else, are tied by what both have of it.
 */
export function relatedIn(told: readonly Told[], pairs: readonly (readonly [number, number])[]): Related[] {
  const found = pairs.map(pair => relatedBy(told, pair, tieOf))
  const releases = new Map<number, Set<number>>()
  for (const each of found) {
    if (each === null || told[each.a]!.isRelease === told[each.b]!.isRelease) continue
    const [release, article] = told[each.a]!.isRelease ? [each.a, each.b] : [each.b, each.a]
    releases.set(article, (releases.get(article) ?? new Set()).add(release))
  }
  return pairs.flatMap((pair, at) => {
    const [ofA, ofB] = pair.map(article => releases.get(article))
    const isOfOne = found[at] === null && ofA && ofB && [...ofA].some(release => ofB.has(release))
    return (isOfOne ? relatedBy(told, pair, (_a, _b, measures) => releaseTie(measures)) : found[at]) ?? []
  })
}

function relatedBy(told: readonly Told[], [a, b]: readonly [number, number], tieBy: typeof tieOf): Related | null {
  const [left, right] = [told[a]!, told[b]!]
  const measures = measured(left.text, right.text)
  const tie = tieBy(left, right, measures)
  if (tie === null) return null
  const { shareA, shareB, passages } = measures
  const coverA = new Uint8Array(left.text.words.length)
  const coverB = new Uint8Array(right.text.words.length)
  for (const [i, j] of passages.flatMap(({ matches }) => matches)) {
    coverA[i] = 1
    coverB[j] = 1
  }
  return { a, b, tie, shareA, shareB, coverA, coverB, sideBySide: evidence(left, right, { tie, measures }) }
}

function evidence(a: Told, b: Told, of: { readonly tie: Tie; readonly measures: Measures }): Related['sideBySide'] {
  const { passages } = of.measures
  const shared = passages.map(passage => ({ a: spanOf(a, passage.a), b: spanOf(b, passage.b) }))
  if (of.tie.kind !== 'rewrite') return shared
  const sentences = of.measures.parallel.pairs.map(([i, j]) => ({ a: a.text.sentences[i]!, b: b.text.sentences[j]! }))
  const isInside = ({ a: left, b: right }: { a: Span; b: Span }): boolean =>
    sentences.some(sentence => within(left, sentence.a) && within(right, sentence.b))
  return [...sentences, ...shared.filter(each => !isInside(each))].sort((x, y) => x.b[0] - y.b[0])
}

const within = (inner: Span, outer: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1]
