import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freeArrays } from '../../src/reading/tagger/arrays.ts'
import { openTagger } from '../../src/reading/tagger/tagger.ts'

const MODELS = fileURLToPath(new URL('../../models', import.meta.url))
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-models-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a folder without a model is told apart from one with another model', async () => {
  await expect(openTagger(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'model-missing' })
  const changed = join(folder, 'changed')
  await cp(MODELS, changed, { recursive: true })
  await appendFile(join(changed, 'vocabulary.txt'), 'zebra\n')
  await expect(openTagger(changed)).rejects.toMatchObject({ code: 'model-mismatch' })
})

test('a statement far longer than the first look is labelled to its end', async () => {
  const tagger = await openTagger(MODELS)
  const list = Array.from({ length: 50 }, (_, i) => `street ${i + 1}`).join(', ')
  const text = `The mayor said that the water would be cut off in ${list}.`
  const { words, candidates } = await tagger.tag(text)
  const said = candidates.find(candidate => words[candidate.first]!.form === 'said')!
  expect(said.emissions.length / 4).toBeGreaterThan(70)
})

test('an empty text has neither words nor candidates', async () => {
  const tagger = await openTagger(MODELS)
  expect(await tagger.tag(' \n')).toMatchObject({ words: [], candidates: [] })
})

test('the memory of what an article needed is given back at once', () => {
  const [one, other] = [new Float32Array(1000), new Float32Array(1000)]
  freeArrays([one, other])
  expect([one.length, other.buffer.byteLength]).toEqual([0, 0])
})
