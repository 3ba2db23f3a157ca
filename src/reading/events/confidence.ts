import type { Span } from '../../record/index.ts'
import type { Deed } from './deeds.ts'

/**
 * The probability that a deed's type and parties are right, rounded to two digits, from what tells it: whether both parties are named,
 * how, and of which type it is. Fitted by `bench/events/calibrate.ts` on deeds that the program found in running news and one reader
 * judged (`bench/events/news.jsonl`), which played no part in the word list.
 */
export function confidenceOf(body: string, deed: Deed): number {
  const sum = traitsOf(body, deed).reduce((total, trait, index) => total + trait * WEIGHTS[index]!, BIAS)
  return Number((1 / (1 + Math.exp(-sum))).toFixed(2))
}

/** What the confidence is read off, each 0 or 1; in the order of `WEIGHTS`. */
export function traitsOf(body: string, { type, actors, recipients }: Deed): number[] {
  const words = (spans: readonly Span[]) => spans.map(span => body.slice(...span))
  const short = [...words(actors), ...words(recipients)].every(party => party.split(/\s+/).length <= PARTY_WORDS)
  const isNamed = (party: string) => /\p{Lu}/u.test(party.slice(/^(?:The|A|An|His|Her|Its|Their)\b/.test(party) ? 3 : 0))
  return [
    actors.length === 0,
    words(actors).some(isNamed),
    words(recipients).some(isNamed),
    [...words(actors), ...words(recipients)].some(party => /^(?:he|she|it|they|him|her|them|we|i|who|what|which)$/i.test(party)),
    short,
    MATERIAL.has(type),
    SPOKEN.has(type),
  ].map(Number)
}

/** A party of more words has often taken in what is not its own. */
const PARTY_WORDS = 4
const MATERIAL = new Set(['COERCE', 'ASSAULT', 'MOBILIZE', 'FIGHT', 'AID'])
const SPOKEN = new Set(['ACCUSE', 'REQUEST', 'INVESTIGATE'])

const BIAS = 0.27
const WEIGHTS = [-0.06, 0.11, 0.13, -0.15, 0.03, 0.36, 0.81]
