import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Vocabulary } from '../../../src/reading/tagger/tokens.ts'
import type { ClausePair } from '../../../src/story/cross/asked.ts'
import { openCrossEncoder, relationOf, shippedCrossEncoder } from '../../../src/story/cross/cross-encoder.ts'
import { encodeClauses } from '../../../src/story/cross/encoded.ts'

interface Parity {
  readonly words: ClausePair
  readonly ids: readonly number[]
  readonly clauses: readonly number[]
  readonly logits: readonly number[]
}

const models = new URL('../../../models/', import.meta.url)
const parity = JSON.parse(readFileSync(new URL('cross/parity.json', models), 'utf8')) as readonly Parity[]
const vocabulary = new Vocabulary(readFileSync(new URL('vocabulary.txt', models), 'utf8'))
/** The shipped graph has seven bits a weight, the parity file comes from 32. */
const QUANTISATION_SLACK = 0.15

describe('the cross-encoder', () => {
  it('cuts clauses as training does', () => {
    for (const { words, ids, clauses } of parity) expect(encodeClauses(...words, vocabulary)).toEqual({ ids, clauses })
  })

  it('sees in them what training saw', async () => {
    const found = await shippedCrossEncoder.relate(parity.map(({ words }) => words))
    found.forEach(({ same, contrary }, at) => {
      const wanted = relationOf(parity[at]!.logits)
      expect(Math.abs(same - wanted.same)).toBeLessThan(QUANTISATION_SLACK)
      expect(Math.abs(contrary - wanted.contrary)).toBeLessThan(QUANTISATION_SLACK)
    })
  })

  it('says the same of two whichever comes first, takes other words for one thing, and hears a denial', async () => {
    const pairs: ClausePair[] = [
      ['The board dismissed the head teacher on Thursday evening', 'the headmaster was shown the door by the governors'],
      ['the headmaster was shown the door by the governors', 'The board dismissed the head teacher on Thursday evening'],
      ['Two cars were stolen from the yard', 'The yard had been rented in May'],
      ['The guard had been tied to a chair', 'Nobody had tied the guard to a chair'],
      ['The warning never came', 'Nobody had warned them'],
    ]
    const [one, turned, other, denied, both] = await shippedCrossEncoder.relate(pairs)
    expect(one).toEqual(turned)
    expect(one!.same).toBeGreaterThan(0.5)
    expect(other!.same + other!.contrary).toBeLessThan(0.5)
    expect(denied!.contrary).toBeGreaterThan(0.5)
    expect(both!.same).toBeGreaterThan(0.5)
  })

  it('is asked nothing and loads nothing', async () => {
    expect(await shippedCrossEncoder.relate([])).toEqual([])
  })

  it('does not take another file for the one that its manifest names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cross-'))
    await expect(openCrossEncoder(folder)).rejects.toMatchObject({ code: 'model-missing' })
    const manifest = { files: { 'a.onnx': '00' }, graph: 'a.onnx', pieces: 'a.onnx', vocabulary: 'a.onnx' }
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
    writeFileSync(join(folder, 'a.onnx'), 'no model')
    await expect(openCrossEncoder(folder)).rejects.toMatchObject({ code: 'model-mismatch' })
  })
})
