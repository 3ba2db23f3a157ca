import { describe, expect, test } from 'vitest'
import { type Candidate, LABEL } from '../../src/reading/tagger/candidates.ts'
import { type DecoderSettings, decode } from '../../src/reading/tagger/decode.ts'
import { Vocabulary, wordsOf } from '../../src/reading/tagger/tokens.ts'

const vocabulary = new Vocabulary('[PAD]\n[UNK]\n[CLS]\n[SEP]')
const NEUTRAL = Array.from({ length: 4 }, () => [0, 0, 0, 0])
/** The validity logit alone decides. */
const settings: DecoderSettings = { transition: NEUTRAL, calibration: [0, 1, 0, 0, 0, 0, 0], threshold: 0.5 }

/** A candidate whose emissions plainly say the role that stands for each word: `o`, `s`, `q` or `c`. */
function candidate(roles: string, options: { valid?: number; from?: number } = {}): Candidate {
  const from = options.from ?? 0
  const first = from + roles.indexOf('q')
  const emissions = new Float32Array(roles.length * 4)
  const labels = { o: LABEL.outside, s: LABEL.source, q: LABEL.cue, c: LABEL.content }
  ;[...roles].forEach((role, i) => {
    emissions[4 * i + labels[role as keyof typeof labels]] = 5
  })
  return { first, last: first, cueLogit: 3, validLogit: options.valid ?? 3, from, emissions }
}

function read(text: string, candidates: Candidate[]) {
  const found = decode({ words: wordsOf(text, vocabulary), candidates, states: new Float32Array() }, settings)
  const slices = (spans: readonly (readonly [number, number])[]) => spans.map(([start, end]) => text.slice(start, end))
  return found.map(a => ({ source: slices(a.source), cue: slices(a.cue), content: slices(a.content), confidence: a.confidence }))
}

describe('an attribution', () => {
  test('has the words that the chain labels, each run of neighbours one span', () => {
    expect(read('Rain fell, Ana Ruiz said, all day', [candidate('cccssqocc')])).toMatchObject([
      { source: ['Ana Ruiz'], cue: ['said'], content: ['Rain fell,', 'all day'] },
    ])
  })

  test('may lack its source', () => {
    expect(read('Rain is expected', [candidate('cqq')])).toMatchObject([{ source: [], cue: ['is expected'], content: ['Rain'] }])
  })

  test('takes the whole cue that the pair head sees, wherever the candidate began', () => {
    expect(read('she has also said so', [{ ...candidate('sqqqc'), first: 3, last: 3 }])).toMatchObject([
      { cue: ['has also said'] },
    ])
  })

  test('without any word of content is none', () => {
    expect(read('she said ,', [candidate('sqc')])).toEqual([])
  })

  test('under the threshold is none', () => {
    expect(read('she said so', [candidate('sqc', { valid: -1 })])).toEqual([])
  })

  test('keeps a cue for the likelier of two', () => {
    const both = [candidate('sqc', { valid: 1 }), candidate('oqc', { valid: 2 })]
    expect(read('she said so', both)).toMatchObject([{ source: [], confidence: 0.881 }])
  })

  test('is not joined over the end of a paragraph', () => {
    expect(read('She said\nrain\nand snow', [candidate('sqccc')])).toMatchObject([{ content: ['rain', 'and snow'] }])
  })

  test('does not end in a span of marks alone', () => {
    expect(read('“Rain” she said “', [candidate('cccsqc')])).toMatchObject([{ content: ['“Rain”'] }])
  })
})
