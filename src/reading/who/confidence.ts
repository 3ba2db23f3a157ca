import type { Way } from './resolved.ts'

/**
 * The share of speakers found in each way that were right on the hand-read speakers of PolNeAR's dev (`bench/speakers`), by how
 * clearly the speaker stood out: `clear` from a share of 0.8 on, else `close`. Ways seen fewer than ten times are set by judgement.
 */
const RIGHT: Readonly<Record<Way, { readonly clear: number; readonly close: number }>> = {
  name: { clear: 0.98, close: 0.9 },
  'own words': { clear: 0.85, close: 0.7 },
  pronoun: { clear: 0.97, close: 0.85 },
  'plural pronoun': { clear: 0.75, close: 0.6 },
  'thing pronoun': { clear: 0.8, close: 0.6 },
  'first person': { clear: 0.9, close: 0.75 },
  relative: { clear: 0.9, close: 0.8 },
  'role said': { clear: 0.9, close: 0.75 },
  'role in view': { clear: 0.8, close: 0.65 },
  'body called': { clear: 0.85, close: 0.7 },
  'body in view': { clear: 0.7, close: 0.55 },
  document: { clear: 0.8, close: 0.7 },
  'named later': { clear: 0.7, close: 0.6 },
  'goes on': { clear: 0.75, close: 0.75 },
}
const CLEAR_SHARE = 0.8

/** The probability that a speaker found this way is right. */
export function speakerConfidence(way: Way, share: number): number {
  return share >= CLEAR_SHARE ? RIGHT[way].clear : RIGHT[way].close
}
