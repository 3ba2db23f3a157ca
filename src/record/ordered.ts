/**
 * How many items come first for which `isBefore` holds, and so where the others begin; none for which it holds may stand after one for
 * which it does not. By halving, as `std::partition_point` of C++ does.
 */
export function partitionPoint<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(items[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
