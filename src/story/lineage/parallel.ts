import { type Sentences, type Stems, stemsBySentence } from './stems.ts'
import type { Text } from './text.ts'

/** Sentences of two texts that say one thing in other words, as indices into their `sentences`. */
export interface Parallel {
  /** Pairs of sentences of `a` and `b`, in the order of `b`. */
  readonly pairs: readonly (readonly [a: number, b: number])[]
  /** The share of each text's telling words, outside quotations, whose sentence has a partner in the other. */
  readonly shareA: number
  readonly shareB: number
  /** How far the partners keep their order: the longest rising sequence over all pairs, 0 to 1. */
  readonly order: number
}

/** Whether one text goes through the other sentence by sentence, whatever its words. */
export function parallelOf(a: Text, b: Text): Parallel {
  const [left, right] = [stemsBySentence(a), stemsBySentence(b)]
  const toA = right.own.map(stems => best(stems, left))
  const toB = left.own.map(stems => best(stems, right))
  const pairs = toA.flatMap((place, at) => (place === null ? [] : [[place, at] as const]))
  return {
    pairs,
    shareA: shareOf(left.own, toB),
    shareB: shareOf(right.own, toA),
    order: pairs.length === 0 ? 0 : rising(pairs.map(([place]) => place)) / pairs.length,
  }
}

/** The sentence that holds most of the stems' weight, alone or with the next; null where it is too little. */
function best(stems: Stems, { places, all: sentences }: Sentences): number | null {
  if (stems.size < STEMS_MIN) return null
  const own = new Float64Array(sentences.length)
  const both = new Float64Array(sentences.length)
  let all = 0
  for (const [stem, weight] of stems) {
    all += weight
    let last = -1
    for (const at of places.get(stem) ?? []) {
      own[at]! += weight
      if (at - 1 > last) both[at - 1]! += weight
      both[at]! += weight
      last = at
    }
  }
  let found: number | null = null
  let most = SIMILAR * all
  for (let at = 0; at < own.length; at++) {
    if (own[at] === 0) continue
    const score = Math.max(own[at]!, both[at]! * NEIGHBOUR)
    if (score < most || (score === most && found !== null)) continue
    found = at
    most = score
  }
  return found
}

/** A sentence with fewer telling stems has a partner by chance. */
const STEMS_MIN = 3
/** Half the weight: rewriters keep names, numbers and nouns. Calibrated on the pairs of `bench/lineage`. */
const SIMILAR = 0.5
/** A sentence that was split in two counts a little less. */
const NEIGHBOUR = 0.9

function shareOf(sentences: readonly Stems[], partners: readonly (number | null)[]): number {
  let all = 0
  let found = 0
  sentences.forEach(({ size }, at) => {
    all += size
    if (partners[at] !== null) found += size
  })
  return all === 0 ? 0 : found / all
}

/** The length of the longest sequence that does not fall. */
function rising(places: readonly number[]): number {
  const tails: number[] = []
  for (const place of places) {
    const at = tails.findIndex(tail => tail > place)
    if (at === -1) tails.push(place)
    else tails[at] = place
  }
  return tails.length
}
