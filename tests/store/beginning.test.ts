import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { databases, type Places } from './places.ts'

let places: Places
beforeAll(async () => {
  places = await databases()
}, 60_000)
afterAll(() => places?.close(), 30_000)

it('several processes begin one store on a server at the same moment', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 3; round++) {
    const place = await places.fresh()
    // As processes do, each has connections of its own.
    const opened = await Promise.allSettled(
      Array.from({ length: 4 }, async () => {
        const store = await openStore(place)
        await store.intake().finally(() => store.close())
      }),
    )
    expect(opened).toEqual(opened.map(() => ({ status: 'fulfilled', value: undefined })))
  }
})
