import { expect, test } from 'vitest'
import { viterbi } from '../../src/reading/tagger/viterbi.ts'

const TRANSITION = [
  [0.5, -0.3, 0.1],
  [-0.2, 0.4, 0],
  [0, 0.2, 0.3],
]

/** Every labelling of `count` words over three labels. */
function* paths(count: number): Generator<number[]> {
  if (count === 0) yield []
  else for (const rest of paths(count - 1)) for (let label = 0; label < 3; label++) yield [...rest, label]
}

test('finds the likeliest labelling and the probability that the chain gives it', () => {
  const emissions = Float32Array.from({ length: 15 }, (_, i) => Math.sin(7 * i + 1))
  const score = (path: number[]) =>
    path.reduce((sum, label, i) => sum + emissions[3 * i + label]! + (i ? TRANSITION[path[i - 1]!]![label]! : 0), 0)
  const all = [...paths(5)].map(path => ({ path, score: score(path) })).sort((a, b) => b.score - a.score)
  const logZ = Math.log(all.reduce((sum, { score }) => sum + Math.exp(score), 0))
  const found = viterbi(emissions, TRANSITION)
  expect([...found.labels]).toEqual(all[0]!.path)
  expect(found.logProbability).toBeCloseTo(all[0]!.score - logZ, 5)
})

test('a single word gets its best label', () => {
  expect([...viterbi(Float32Array.of(0, 2, 1), TRANSITION).labels]).toEqual([1])
})
