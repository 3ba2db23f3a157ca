import { partitionPoint } from '../record/index.ts'

/**
 * From UTF-16 units to code points of one text: the only place where Hearsay's offsets become W3C's. `unit` must not stand inside
 * a surrogate pair.
 */
export function codePointsIn(text: string): (unit: number) => number {
  const pairs: number[] = []
  for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) pairs.push(match.index)
  return unit => unit - partitionPoint(pairs, pair => pair < unit)
}
