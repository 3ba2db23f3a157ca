import { rarityOf } from '../frequencies.ts'
import { STOP, stemOf } from '../terms.ts'
import type { Text } from './text.ts'

/** Weights of the stems of one sentence. */
export type Stems = ReadonlyMap<string, number>

/**
 * The telling stems of a text by sentence: outside quotations, and all, since who rewrites may turn a quotation into his own words. Small
 * words weigh little among `all`, which says what a sentence tells, and as much as rare ones in `own`, which says how: who takes a sentence
 * keeps them.
 */
export interface Sentences {
  readonly own: readonly Stems[]
  readonly all: readonly Stems[]
  /** The sentences that hold each stem, rising. */
  readonly places: ReadonlyMap<string, readonly number[]>
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
  const places = new Map<string, number[]>()
  for (const { key, sentence, quoted, notice } of text.words) {
    if (notice) continue
    const stem = stemOf(key)
    const weight = rarityOf(stem)
    if (weight < TELLING) continue
    all[sentence]!.set(stem, STOP.has(key) ? SMALL : weight)
    if (!quoted) own[sentence]!.set(stem, weight)
    const known = places.get(stem)
    if (!known) places.set(stem, [sentence])
    else if (known.at(-1) !== sentence) known.push(sentence)
  }
  return { own, all, places }
}

/** What a small word says of what is told, which the table of frequencies does not have. From .3 to 2 the same in `bench/lineage`. */
const SMALL = 0.5

/** A stem in more than about every seventh article tells nothing. */
const TELLING = 2
