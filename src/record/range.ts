import type { Range } from './story.ts'

/**
 * The least and the most separate origins among `origins`: at most all, at least as many as there are of which no two may be the same.
 *
 * An origin that may be the same as either of two does not make those two one: "police said" and "a witness said" stay two beside an
 * outlet that names nobody. The least is found by taking, again and again, the origin that may be the same as the fewest that are
 * left; that may fall short of the true least, and never goes beyond it.
 */
export function rangeOf<T>(origins: readonly T[], mayBeSame: (a: T, b: T) => boolean): Range {
  const near = new Map(origins.map(one => [one, new Set(origins.filter(other => other !== one && mayBeSame(one, other)))]))
  const left = new Set(origins)
  let least = 0
  while (left.size > 0) {
    let loneliest: T | null = null
    for (const one of left) if (loneliest === null || near.get(one)!.size < near.get(loneliest)!.size) loneliest = one
    least += 1
    const gone = [loneliest!, ...near.get(loneliest!)!]
    for (const one of gone) left.delete(one)
    for (const one of left) for (const other of gone) near.get(one)!.delete(other)
  }
  return [least, origins.length]
}
