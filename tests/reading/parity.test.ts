import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { beforeAll, describe, expect, test } from 'vitest'
import { encode, Vocabulary, windowsOf, wordsOf } from '../../src/reading/tagger/tokens.ts'

interface Parity {
  readonly text: string
  readonly words: [number, number][]
  readonly features: number[]
  readonly pieces: number[][]
  readonly windows: [number, number][]
  readonly cueLogits: [number, number, number][]
  readonly likeliestCue: number
  readonly labels: number[]
}

const model = (name: string) => fileURLToPath(new URL(`../../models/${name}`, import.meta.url))
const cases = JSON.parse(readFileSync(model('parity.json'), 'utf8')) as Parity[]
const vocabulary = new Vocabulary(readFileSync(model('vocabulary.txt'), 'utf8'))
/** The offsets that training looks at. */
const REACH = Array.from({ length: 145 }, (_, i) => i - 72)
/** The shipped graphs have seven bits a weight, the parity file comes from 32. */
const QUANTISATION_SLACK = 1.5

describe.each(cases.map((parity, i) => [i, parity] as const))('text %i', (_i, parity) => {
  test('has the words, features and pieces that training had', () => {
    const words = wordsOf(parity.text, vocabulary)
    expect(words.map(word => [word.start, word.end])).toEqual(parity.words)
    expect(words.map(word => word.feature)).toEqual(parity.features)
    expect(words.map(word => word.pieces)).toEqual(parity.pieces)
    expect(windowsOf(words).map(window => [window.first, window.last])).toEqual(parity.windows)
  })
})

describe('the shipped graphs', () => {
  let encoder: InferenceSession
  let pair: InferenceSession
  beforeAll(async () => {
    encoder = await InferenceSession.create(model('encoder.onnx'))
    pair = await InferenceSession.create(model('pair.onnx'))
  })

  test.each(cases.map((parity, i) => [i, parity] as const))(
    'agree with training on the cues and labels of text %i',
    async (_i, parity) => {
      const words = wordsOf(parity.text, vocabulary)
      const { ids, features, starts } = encode(words, windowsOf(words)[0]!, vocabulary)
      const row = (list: readonly number[], dims: number[]) => new Tensor('int64', BigInt64Array.from(list, BigInt), dims)
      const states = await encoder.run({
        ids: row(ids, [1, ids.length]),
        features: row(features, [1, ids.length]),
        starts: row(starts, [starts.length]),
      })
      const logits = states.cue!.data as Float32Array
      const distances = parity.cueLogits.flat().map((logit, i) => Math.abs(logit - logits[i]!))
      expect(distances.reduce((a, b) => a + b, 0) / distances.length).toBeLessThan(QUANTISATION_SLACK / 5)
      expect(Math.max(...distances)).toBeLessThan(QUANTISATION_SLACK)
      const at = row([parity.likeliestCue], [1])
      const found = await pair.run({
        word: states.word!,
        first_of: states.first_of!,
        last_of: states.last_of!,
        first: at,
        last: at,
        offsets: row(REACH, [REACH.length]),
      })
      const emissions = found.emissions!.data as Float32Array
      const middle = (found.emissions!.dims[1]! - 1) / 2
      const from = Math.max(0, parity.likeliestCue - middle)
      const labels = parity.labels.map((_, i) => {
        const base = 4 * (from - parity.likeliestCue + middle + i)
        return [0, 1, 2, 3].reduce((best, label) => (emissions[base + label]! > emissions[base + best]! ? label : best), 0)
      })
      const agreeing = labels.filter((label, i) => label === parity.labels[i]).length
      expect(agreeing / labels.length).toBeGreaterThan(0.9)
    },
  )
})
