/**
 * From UTF-16 units to code points of one text: the only place where Hearsay's offsets become W3C's. `unit` must not stand inside
 * a surrogate pair.
 */
export function codePointsIn(text: string): (unit: number) => number {
  const pairs: number[] = []
  for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) pairs.push(match.index)
  return unit => unit - countBelow(pairs, unit)
}

/** How many of the ascending `values` are smaller than `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}
