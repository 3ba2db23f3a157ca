export interface Judged {
  readonly probability: number
  readonly right: boolean
  readonly weight: number
}

const BINS = 10

/** Mean distance between probability and share of right ones over ten equal bins, weighted by what lies in them (Naeini et al. 2015). */
export function expectedCalibrationError(judged: readonly Judged[]): number {
  const total = judged.reduce((n, j) => n + j.weight, 0)
  return bins(judged).reduce((sum, bin) => sum + (bin.weight / total) * Math.abs(bin.probability - bin.right), 0)
}

/** One line a bin that holds anything: its range, how many, the mean probability, the share that is right. */
export function reliabilityTable(judged: readonly Judged[]): string[] {
  return bins(judged).map(
    bin =>
      `    ${(bin.index / BINS).toFixed(1)}–${((bin.index + 1) / BINS).toFixed(1)}  n ${bin.weight.toFixed(0).padStart(5)}  said ${bin.probability.toFixed(2)}  right ${bin.right.toFixed(2)}`,
  )
}

function bins(judged: readonly Judged[]) {
  return Array.from({ length: BINS }, (_, index) => {
    const inside = judged.filter(j => Math.min(BINS - 1, Math.floor(j.probability * BINS)) === index)
    const weight = inside.reduce((n, j) => n + j.weight, 0)
    const mean = (of: (j: Judged) => number) => (weight ? inside.reduce((n, j) => n + j.weight * of(j), 0) / weight : 0)
    return { index, weight, probability: mean(j => j.probability), right: mean(j => Number(j.right)) }
  }).filter(bin => bin.weight > 0)
}
