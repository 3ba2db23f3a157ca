/** The likeliest labelling under a linear-chain CRF, with the log-probability that the chain gives it. */
export interface Path {
  readonly labels: Uint8Array
  readonly logProbability: number
}

/**
 * Labels for `emissions`, [words, labels] row-major, under `transition`, [from][to].
 *
 * Lafferty, McCallum and Pereira 2001; Viterbi for the path, the forward sum for its probability.
 */
export function viterbi(emissions: Float32Array, transition: readonly (readonly number[])[]): Path {
  const labels = transition.length
  const count = emissions.length / labels
  const back = new Uint8Array(emissions.length)
  let best = Float64Array.from(emissions.subarray(0, labels))
  let sum = best.slice()
  let nextBest = new Float64Array(labels)
  let nextSum = new Float64Array(labels)
  for (let i = 1; i < count; i++) {
    for (let to = 0; to < labels; to++) {
      let top = Number.NEGATIVE_INFINITY
      let topSum = Number.NEGATIVE_INFINITY
      for (let from = 0; from < labels; from++) {
        const score = best[from]! + transition[from]![to]!
        if (score > top) {
          top = score
          back[i * labels + to] = from
        }
        topSum = Math.max(topSum, sum[from]! + transition[from]![to]!)
      }
      let total = 0
      for (let from = 0; from < labels; from++) total += Math.exp(sum[from]! + transition[from]![to]! - topSum)
      const emission = emissions[i * labels + to]!
      nextBest[to] = top + emission
      nextSum[to] = topSum + Math.log(total) + emission
    }
    ;[best, nextBest] = [nextBest, best]
    ;[sum, nextSum] = [nextSum, sum]
  }
  const path = new Uint8Array(count)
  let label = best.indexOf(Math.max(...best))
  const score = best[label]!
  for (let i = count - 1; i >= 0; i--) {
    path[i] = label
    label = back[i * labels + label]!
  }
  const top = Math.max(...sum)
  const logZ = top + Math.log(sum.reduce((total, value) => total + Math.exp(value - top), 0))
  return { labels: path, logProbability: score - logZ }
}
