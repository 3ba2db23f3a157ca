/** Holds back weights that few pairs speak for. */
const RIDGE = 1
const STEPS = 30
/** A step of less changes no weight that is written down. */
const SMALL = 1e-4

export interface Row {
  readonly x: readonly number[]
  readonly y: number
  /** For how many it counts; 1 where it is not given. */
  readonly weight?: number
}

/** The weights of a logistic regression by Newton's method; the last of each `x` is the bias, which is not held back. */
export function fitted(rows: readonly Row[]): number[] {
  const size = rows[0]!.x.length
  let weights = new Array<number>(size).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, index) => (index === size - 1 ? 0 : RIDGE * weight))
    const hessian = weights.map((_, i) => weights.map((_, j) => (i === j && i < size - 1 ? RIDGE : 0)))
    for (const { x, y, weight = 1 } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, index) => sum + value * weights[index]!, 0)))
      for (let i = 0; i < size; i++) {
        gradient[i]! += weight * (p - y) * x[i]!
        for (let j = 0; j <= i; j++) hessian[i]![j]! += weight * p * (1 - p) * x[i]! * x[j]!
      }
    }
    hessian.forEach((row, i) => {
      for (let j = i + 1; j < size; j++) row[j] = hessian[j]![i]!
    })
    const change = solved(hessian, gradient)
    weights = weights.map((weight, index) => weight - change[index]!)
    if (change.every(each => Math.abs(each) < SMALL)) break
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
