import { rarityOf } from '../frequencies.ts'
import { stemOf } from '../terms.ts'
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
  const toA = right.own.map(stems => best(stems, left.all))
  const toB = left.own.map(stems => best(stems, right.all))
  const pairs = toA.flatMap((place, at) => (place === null ? [] : [[place, at] as const]))
  return {
    pairs,
    shareA: shareOf(left.own, toB),
    shareB: shareOf(right.own, toA),
    order: pairs.length === 0 ? 0 : rising(pairs.map(([place]) => place)) / pairs.length,
  }
}

/** Weights of the stems of one sentence. */
export type Stems = ReadonlyMap<string, number>

/** The telling stems of each sentence: outside quotations, and all, since who rewrites may turn a quotation into his own words. */
interface Sentences {
  readonly own: readonly Stems[]
  readonly all: readonly Stems[]
}

const KNOWN = new WeakMap<Text, Sentences>()

/** Worked out once a text. */
export function stemsBySentence(text: Text): Sentences {
  const known = KNOWN.get(text) ?? readStems(text)
  KNOWN.set(text, known)
  return known
}

function readStems(text: Text): Sentences {
  const own = text.sentences.map(() => new Map<string, number>())
  const all = text.sentences.map(() => new Map<string, number>())
  for (const { key, sentence, quoted, notice } of text.words) {
    if (notice) continue
    const stem = stemOf(key)
    const weight = rarityOf(stem)
    if (weight < TELLING) continue
    all[sentence]!.set(stem, weight)
    if (!quoted) own[sentence]!.set(stem, weight)
  }
  return { own, all }
}

/** A stem in more than about every seventh article tells nothing. */
const TELLING = 2

/** The sentence that holds most of the stems' weight together with its neighbour; null where it is too little. */
function best(stems: Stems, others: readonly Stems[]): number | null {
  if (stems.size < STEMS_MIN) return null
  let found: number | null = null
  let most = SIMILAR
  const all = sum(stems.values())
  others.forEach((other, at) => {
    const next = others[at + 1]
    let own = 0
    let both = 0
    for (const [stem, weight] of stems) {
      if (other.has(stem)) own += weight
      if (other.has(stem) || next?.has(stem)) both += weight
    }
    const score = Math.max(own, both * NEIGHBOUR) / all
    if (own > 0 && score >= most) {
      if (score > most || found === null) found = at
      most = score
    }
  })
  return found
}

/** A sentence with fewer telling stems has a partner by chance. */
const STEMS_MIN = 3
/** Half the weight: rewriters keep names, numbers and nouns. Calibrated on the pairs of `bench/lineage`. */
const SIMILAR = 0.5
/** A sentence that was split in two counts a little less. */
const NEIGHBOUR = 0.9

function shareOf(sentences: readonly Stems[], partners: readonly (number | null)[]): number {
  const all = sum(sentences.map(({ size }) => size))
  return all === 0 ? 0 : sum(sentences.map(({ size }, at) => (partners[at] === null ? 0 : size))) / all
}

function rising(places: readonly number[]): number {
  const lengths: number[] = []
  places.forEach((place, at) => {
    let length = 1
    for (let i = 0; i < at; i++) if (places[i]! <= place) length = Math.max(length, lengths[i]! + 1)
    lengths.push(length)
  })
  return Math.max(0, ...lengths)
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
