import { partitionPoint } from '../../record/index.ts'
import type { Tagged } from '../tagger/tagger.ts'
import type { Word } from '../tagger/tokens.ts'
import type { InView, View } from './salience.ts'

/** A pronoun that asks whom it means. */
export interface Asked {
  readonly at: number
  /** In lower case. */
  readonly word: string
  readonly view: View
  /** Whether it stands for somebody who speaks, is spoken to or acts, not in passing. */
  readonly plays: boolean
}

/** How likely each of those in view is meant by a pronoun; what is missing to 1 stands for somebody else, or nobody. */
export interface Links {
  shares(asked: Asked, met: readonly InView[]): number[]
}

/** The learned weights (`models/links.json`); matrices row by row, a row for each output. */
export interface LinkWeights {
  /** The pronoun's state and that of the last word of whoever was met, made comparable. */
  readonly asked: Layer
  readonly met: Layer
  /** What the traits are by and large, and how much they differ. */
  readonly traits: { readonly mean: readonly number[]; readonly scale: readonly number[]; readonly weight: readonly number[] }
  /** Reads the products of the two, the second by itself, and the traits. */
  readonly hidden: Layer
  readonly out: readonly number[]
  readonly bias: number
  /** What anybody must reach to be likelier than nobody in view. */
  readonly nobody: number
}

interface Layer {
  readonly weight: readonly (readonly number[])[]
  readonly bias: readonly number[]
}

/** The link head, ready to read: learned from pronouns in GUM and ECB+ and CoreNLP's links over PolNeAR's train (`train/links`). */
export interface LinkHead {
  /** What a pronoun's state, and that of the last word of somebody met, are to the head. */
  readonly asked: (state: ArrayLike<number>) => Float64Array
  readonly met: (state: ArrayLike<number>) => Float64Array
  /** As `Links`, of what the two give and the traits of each. */
  readonly shares: (
    asked: Float64Array,
    met: readonly { readonly read: Float64Array; readonly traits: readonly number[] }[],
  ) => number[]
}

export function linkHead(weights: LinkWeights): LinkHead {
  const [asked, met, hidden] = [packed(weights.asked), packed(weights.met), packed(weights.hidden)]
  const { mean, scale, weight } = weights.traits
  const scoreOf = (pronoun: Float64Array, other: Float64Array, raw: readonly number[]) => {
    const rank = other.length
    const input = new Float64Array(2 * rank + raw.length)
    let score = weights.bias - weights.nobody
    for (let k = 0; k < rank; k++) input[k] = pronoun[k]! * other[k]!
    input.set(other, rank)
    for (let k = 0; k < raw.length; k++) {
      const trait = (raw[k]! - mean[k]!) / scale[k]!
      input[2 * rank + k] = trait
      score += weight[k]! * trait
    }
    const read = apply(hidden, input)
    for (let k = 0; k < read.length; k++) score += weights.out[k]! * gelu(read[k]!)
    return score
  }
  return {
    asked: state => apply(asked, new Float64Array(state)),
    met: state => apply(met, new Float64Array(state)),
    shares(pronoun, others) {
      const scores = others.map(({ read, traits }) => scoreOf(pronoun, read, traits))
      const top = Math.max(0, ...scores)
      const total = scores.reduce((sum, score) => sum + Math.exp(score - top), Math.exp(-top))
      return scores.map(score => Math.exp(score - top) / total)
    },
  }
}

/** The link head on the states of one text. */
export function openLinks({ words, states }: Tagged, head: LinkHead): Links {
  const width = words.length > 0 ? states.length / words.length : 0
  const known = new Map<number, Float64Array>()
  const stateAt = (word: number) => states.subarray(word * width, (word + 1) * width)
  const metAt = (offset: number) => {
    const word = wordAt(words, offset)
    const found = known.get(word) ?? head.met(stateAt(word))
    known.set(word, found)
    return found
  }
  return {
    shares: (asked, inView) =>
      head.shares(
        head.asked(stateAt(wordAt(words, asked.at))),
        inView.map(one => ({ read: metAt(one.last.head), traits: traitsOf(asked, one, inView) })),
      ),
  }
}

/** The word at an offset, or the last one before it. */
export const wordAt = (words: readonly Word[], offset: number): number =>
  Math.max(0, partitionPoint(words, word => word.start <= offset) - 1)

const KINDS = ['person', 'unnamed', 'unknown', 'organization', 'document', 'place', 'group'] as const

/** What is known of somebody in view without the states, in the order of the weights. */
export function traitsOf(
  { at, word, view, plays }: Asked,
  { referent, score, times, last }: InView,
  met: readonly InView[],
): number[] {
  const total = met.reduce((sum, one) => sum + one.score, 0)
  const best = Math.max(...met.map(one => one.score))
  const distance = view.beat - last.beat
  const is = (condition: boolean) => (condition ? 1 : 0)
  return [
    Math.log(score + SMALL),
    Math.log(score / total + SMALL),
    is(score === best),
    is(met.length === 1),
    Math.log1p(times),
    last.weight,
    Math.min(5, Math.max(0, distance)),
    is(distance <= 0),
    Math.log1p(Math.max(0, at - last.head)) / 5,
    is(last.content === view.content),
    is(last.quoted),
    is(view.quoted),
    is(view.content >= 0),
    is(referent.gender === null),
    ...KINDS.map(kind => is(referent.kind === kind)),
    is(/^(?:his|hers?|its|their)$/.test(word)),
    is(word === 'him' || word === 'them'),
    is(/^its?/.test(word)),
    is(/^the/.test(word)),
    is(/^(?:she|her)/.test(word)),
    is(plays),
  ]
}

const SMALL = 1e-4

/** A layer as numbers in a row, with its bias behind each row. */
interface Packed {
  readonly width: number
  readonly numbers: Float64Array
}

function packed({ weight, bias }: Layer): Packed {
  const width = weight[0]!.length + 1
  return { width, numbers: Float64Array.from(weight.flatMap((row, k) => [...row, bias[k]!])) }
}

function apply({ width, numbers }: Packed, input: Float64Array): Float64Array {
  const out = new Float64Array(numbers.length / width)
  for (let k = 0; k < out.length; k++) {
    const from = k * width
    let sum = numbers[from + width - 1]!
    for (let i = 0; i < width - 1; i++) sum += numbers[from + i]! * input[i]!
    out[k] = sum
  }
  return out
}

/** Its usual approximation by tanh, which training uses too. */
const gelu = (x: number): number => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)))
