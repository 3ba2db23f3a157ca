import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeOf, EVENTS_MODEL, openCoder } from '../../src/reading/events/coder.ts'
import { encodePair } from '../../src/reading/events/marked.ts'
import { Vocabulary } from '../../src/reading/tagger/tokens.ts'
import type { EventType } from '../../src/record/index.ts'

interface Parity {
  readonly sentence: string
  readonly source: string
  readonly target: string
  readonly ids: readonly number[]
  readonly roles: readonly number[]
  readonly logits: readonly number[]
}

const parity = JSON.parse(readFileSync(join(EVENTS_MODEL, 'parity.json'), 'utf8')) as readonly Parity[]
const vocabulary = new Vocabulary(readFileSync(join(EVENTS_MODEL, '..', 'vocabulary.txt'), 'utf8'))

describe('the event coder', () => {
  it('cuts and marks sentences as training does', () => {
    for (const { ids, roles, ...pair } of parity) expect(encodePair(pair, vocabulary)).toEqual({ ids, roles })
  })

  it('sees in them what training saw', async () => {
    const coder = await openCoder(EVENTS_MODEL)
    const { types, temperature } = JSON.parse(readFileSync(join(EVENTS_MODEL, 'manifest.json'), 'utf8'))
    for (const { logits, ...pair } of parity) {
      const code = await coder.code(pair)
      const wanted = codeOf(Float32Array.from(logits), { types, temperature })
      expect(code.root).toBe(wanted.root)
      expect(code.confidence).toBeCloseTo(wanted.confidence, 1)
    }
  })

  it('tells the quad by the sum of its types', () => {
    const types: EventType[] = ['AGREE', 'CONSULT', 'ASSAULT']
    const { root, quad } = codeOf(Float32Array.from([1, 1, 1.2]), { types, temperature: 1 })
    expect([root, quad]).toEqual(['ASSAULT', 1])
  })

  it('does not take another file for the one that its manifest names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'coder-'))
    await expect(openCoder(folder)).rejects.toMatchObject({ code: 'model-missing' })
    writeFileSync(
      join(folder, 'manifest.json'),
      JSON.stringify({ files: { 'a.onnx': '00' }, graph: 'a.onnx', pieces: 'a.onnx', vocabulary: 'a.onnx' }),
    )
    writeFileSync(join(folder, 'a.onnx'), 'no model')
    await expect(openCoder(folder)).rejects.toMatchObject({ code: 'model-mismatch' })
  })
})
