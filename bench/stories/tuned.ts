import { createHash } from 'node:crypto'

/** Half of giveme5w1h's events, by a hash of their number: weights and thresholds were found on these, and checked on the others. */
export function isTuned({ story }: { readonly story: string }): boolean {
  return createHash('sha256').update(story).digest()[0]! % 2 === 0
}
