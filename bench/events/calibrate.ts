/**
 * Fits the weights of `src/reading/events/confidence.ts` on judged deeds of running news, and says how well confidence holds on those of
 * later goes. Prints the weights; they are written into the file by hand. Says too how many of the deeds marked in whole articles are found.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/events/calibrate.ts
 */
import { traitsOf } from '../../src/reading/events/confidence.ts'
import { CORPORA_MISSING, corporaFolder } from '../corpora.ts'
import { grouped, judgedDeeds, markedDeeds } from './news.ts'

interface Example {
  readonly traits: readonly number[]
  readonly right: number
}

/** Pulls the weights to nought: there are few examples. */
const RIDGE = 2
const STEPS = 4000
const RATE = 1
/** Fifths of the deeds by confidence. */
const PARTS = 5
/** Goes that the weights are not fitted on, so that they can be tested. */
const UNSEEN_FROM = 3
const BANDS = [
  [0, 0.6],
  [0.6, 0.75],
  [0.75, 0.85],
  [0.85, 1],
] as const

function main(): void {
  const corpora = corporaFolder()
  if (!corpora) {
    console.log(CORPORA_MISSING)
    return
  }
  const { found, gone } = judgedDeeds(corpora)
  const examples = found.map(({ body, deed, right, reading }) => ({
    traits: traitsOf(body, deed),
    right: Number(right),
    reading,
  }))
  const learnt = examples.filter(({ reading }) => reading < UNSEEN_FROM)
  const unseen = examples.filter(({ reading }) => reading >= UNSEEN_FROM)
  console.log(`${examples.length} judged deeds are found; no more: ${gone.right} right, ${gone.wrong} wrong`)
  for (const [reading, part] of grouped(examples, example => example.reading))
    console.log(`  ${reading === 0 ? 'train parts' : `go ${reading}`}: ${rightOf(part)}`)
  const weights = fitted(learnt)
  console.log(
    `bias ${weights[0]!.toFixed(2)}\nweights ${weights
      .slice(1)
      .map(weight => weight.toFixed(2))
      .join(', ')}`,
  )
  const guessed = unseen.map(({ traits, right }) => ({ sure: sigmoid(score(weights, traits)), right }))
  console.log(`on goes ${UNSEEN_FROM} and later, not fitted on: calibration error ${calibrationError(guessed).toFixed(3)}`)
  for (const [from, to] of BANDS)
    console.log(`  ${from} to ${to}: ${rightOf(guessed.filter(({ sure }) => sure >= from && sure < to))}`)
  const { met, marked } = markedDeeds(corpora)
  console.log(`of ${marked} deeds marked in whole articles ${met} are found with their type`)
}

const rightOf = (part: readonly { readonly right: number }[]): string => {
  const right = sum(part.map(example => example.right))
  return `${right} of ${part.length} right${part.length ? `, ${((100 * right) / part.length).toFixed(0)} %` : ''}`
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
    for (const [index, value] of slope.entries()) weights[index]! -= (RATE * value) / examples.length
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
  const size = Math.ceil(order.length / PARTS)
  let error = 0
  for (let from = 0; from < order.length; from += size) {
    const part = order.slice(from, from + size)
    error += Math.abs(sum(part.map(({ sure }) => sure)) - sum(part.map(({ right }) => right)))
  }
  return error / order.length
}

if (process.argv[1]?.endsWith('calibrate.ts')) main()
