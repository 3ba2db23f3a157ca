import { expect, it } from 'vitest'
import { modelDigest } from '../../src/reading/model.ts'
import { openTools } from '../../src/reading/read.ts'

it('says what Readings will say of their model, without loading it', async () => {
  expect(await modelDigest()).toBe((await openTools()).modelDigest)
  await expect(modelDigest('/nowhere')).rejects.toMatchObject({ code: 'model-missing' })
})
