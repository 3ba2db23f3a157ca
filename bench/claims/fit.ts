/**
 * The weights by which two clauses are judged to be one claim: a logistic regression over ECB+ train, by Newton's method.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/claims/fit.ts
 */
import { SCORED, scoredValues } from '../../src/story/claims/scoring.ts'
import { shippedVectors } from '../../src/story/claims/vectors.ts'
import { CORPORA_MISSING, corporaFolder } from '../corpora.ts'
import { averagePrecision, ecbPairs } from './ecbplus.ts'

/** Holds back weights that few pairs speak for. */
const RIDGE = 1
const STEPS = 30

const corpora = corporaFolder()
if (!corpora) console.log(CORPORA_MISSING)
else {
  const pairs = ecbPairs(corpora, 'train', shippedVectors())
  const rows = pairs.map(({ features, same }) => ({ x: [...scoredValues(features), 1], y: same ? 1 : 0 }))
  const weights = fitted(rows)
  const dev = ecbPairs(corpora, 'dev', shippedVectors()).map(({ same, features }) => ({
    same,
    score: [...scoredValues(features), 1].reduce((sum, value, index) => sum + value * weights[index]!, 0),
  }))
  console.log(
    `${rows.length} pairs, ${rows.filter(({ y }) => y).length} the same; dev average precision ${averagePrecision(dev).toFixed(3)}`,
  )
  console.log(
    JSON.stringify(Object.fromEntries([...SCORED, 'bias'].map((name, index) => [name, Number(weights[index]!.toFixed(2))]))),
  )
}

function fitted(rows: readonly { readonly x: readonly number[]; readonly y: number }[]): number[] {
  const size = rows[0]!.x.length
  let weights = new Array<number>(size).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, index) => (index === size - 1 ? 0 : RIDGE * weight))
    const hessian = weights.map((_, i) => weights.map((_, j) => (i === j && i < size - 1 ? RIDGE : 0)))
    for (const { x, y } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, index) => sum + value * weights[index]!, 0)))
      for (let i = 0; i < size; i++) {
        gradient[i]! += (p - y) * x[i]!
        for (let j = 0; j < size; j++) hessian[i]![j]! += p * (1 - p) * x[i]! * x[j]!
      }
    }
    const change = solved(hessian, gradient)
    weights = weights.map((weight, index) => weight - change[index]!)
  }
  return weights
}

/** `matrix`⁻¹ · `vector`, by Gauss with pivots. */
function solved(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, vector[index]!])
  rows.forEach((_, at) => {
    const pivot = rows.reduce(
      (best, row, index) => (index >= at && Math.abs(row[at]!) > Math.abs(rows[best]![at]!) ? index : best),
      at,
    )
    const moved = rows[at]!
    rows[at] = rows[pivot]!
    rows[pivot] = moved
    for (let index = 0; index < rows.length; index++) {
      if (index === at) continue
      const factor = rows[index]![at]! / rows[at]![at]!
      for (let column = at; column <= rows.length; column++) rows[index]![column]! -= factor * rows[at]![column]!
    }
  })
  return rows.map((row, index) => row[rows.length]! / row[index]!)
}
