interface Row {
  readonly x: readonly number[]
  readonly y: number
  readonly weight: number
}

/** The weights of a logistic regression, by Newton's steps; `penalty` is ridge's, the first weight (the bias) is free of it. */
export function regression(rows: readonly Row[], { penalty }: { readonly penalty: number }): number[] {
  const size = rows[0]!.x.length
  const weights = new Array<number>(size).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const matrix = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size + 1 }, (_, column) => (row === column ? (row === 0 ? 1e-6 : penalty) : 0)),
    )
    for (let row = 1; row < size; row++) matrix[row]![size] = -penalty * weights[row]!
    for (const { x, y, weight } of rows) {
      const odds = x.reduce((sum, value, index) => sum + value * weights[index]!, 0)
      const chance = 1 / (1 + Math.exp(-odds))
      const curve = weight * chance * (1 - chance)
      for (let row = 0; row < size; row++) {
        const line = matrix[row]!
        line[size]! += weight * (y - chance) * x[row]!
        const part = curve * x[row]!
        if (part !== 0) for (let column = 0; column < size; column++) line[column]! += part * x[column]!
      }
    }
    const change = solved(matrix)
    for (let index = 0; index < size; index++) weights[index]! += change[index]!
    if (Math.max(...change.map(Math.abs)) < 1e-6) break
  }
  return weights
}

const STEPS = 25

/** Solves the equations of an extended matrix (Gauss and Jordan, with pivots). */
function solved(matrix: number[][]): number[] {
  const size = matrix.length
  for (let at = 0; at < size; at++) {
    let pivot = at
    for (let row = at; row < size; row++) if (Math.abs(matrix[row]![at]!) > Math.abs(matrix[pivot]![at]!)) pivot = row
    ;[matrix[at], matrix[pivot]] = [matrix[pivot]!, matrix[at]!]
    for (let row = 0; row < size; row++) {
      if (row === at) continue
      const factor = matrix[row]![at]! / matrix[at]![at]!
      for (let column = at; column <= size; column++) matrix[row]![column]! -= factor * matrix[at]![column]!
    }
  }
  return matrix.map((row, index) => row[size]! / row[index]!)
}
