/**
 * Fits the weights of `src/reading/events/confidence.ts` on the judged deeds of running news, and says how well confidence holds by
 * folds. Prints the weights; they are written into the file by hand.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/events/calibrate.ts
 */
import { traitsOf } from '../../src/reading/events/confidence.ts'
import { CORPORA_MISSING, corporaFolder } from '../corpora.ts'
import { judgedDeeds } from './news.ts'

interface Example {
  readonly traits: readonly number[]
  readonly right: number
}

/** Pulls the weights to nought: there are few examples. */
const RIDGE = 2
const STEPS = 4000
const RATE = 0.02
const FOLDS = 5

function main(): void {
  const corpora = corporaFolder()
  if (!corpora) {
    console.log(CORPORA_MISSING)
    return
  }
  const { found, gone } = judgedDeeds(corpora)
  const examples = found.map(({ body, deed, right }) => ({ traits: traitsOf(body, deed), right: Number(right) }))
  const guessed = examples.map((example, index) => {
    const rest = examples.filter((_, other) => other % FOLDS !== index % FOLDS)
    return { sure: sigmoid(score(fitted(rest), example.traits)), right: example.right }
  })
  const [bias, ...weights] = fitted(examples)
  console.log(
    `${examples.length} judged deeds, ${sum(examples.map(({ right }) => right))} right; no more found: ${gone.right} right, ${gone.wrong} wrong`,
  )
  console.log(`bias ${bias!.toFixed(2)}\nweights ${weights.map(weight => weight.toFixed(2)).join(', ')}`)
  console.log(`by folds: calibration error ${calibrationError(guessed).toFixed(3)}`)
  for (const from of [0, 0.5, 0.6, 0.7, 0.8]) {
    const part = guessed.filter(({ sure }) => sure >= from)
    console.log(
      `  from ${from.toFixed(1)} on: ${part.length} deeds, ${((100 * sum(part.map(({ right }) => right))) / part.length).toFixed(0)} % right`,
    )
  }
}

/** Logistic regression by gradient descent; the first weight is the bias. */
function fitted(examples: readonly Example[]): number[] {
  const weights = new Array<number>(examples[0]!.traits.length + 1).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, index) => (index === 0 ? 0 : RIDGE * weight))
    for (const { traits, right } of examples) {
      const miss = sigmoid(score(weights, traits)) - right
      slope[0]! += miss
      for (const [index, trait] of traits.entries()) slope[index + 1]! += miss * trait
    }
    for (const [index, value] of slope.entries()) weights[index]! -= RATE * value
  }
  return weights
}

const score = ([bias, ...weights]: readonly number[], traits: readonly number[]): number =>
  traits.reduce((total, trait, index) => total + trait * weights[index]!, bias!)
const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Mean distance of confidence from the share that is right, in fifths of the deeds by confidence. */
export function calibrationError(guessed: readonly { readonly sure: number; readonly right: number }[]): number {
  const order = guessed.toSorted((a, b) => a.sure - b.sure)
  const size = Math.ceil(order.length / FOLDS)
  let error = 0
  for (let from = 0; from < order.length; from += size) {
    const part = order.slice(from, from + size)
    error += Math.abs(sum(part.map(({ sure }) => sure)) - sum(part.map(({ right }) => right)))
  }
  return error / order.length
}

if (process.argv[1]?.endsWith('calibrate.ts')) main()
