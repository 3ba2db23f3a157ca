import { afterAll, beforeAll, it } from 'vitest'
import { survivesFiveKills } from './five-kills.ts'
import { folders, type Places } from './places.ts'

let places: Places
beforeAll(async () => {
  places = await folders()
}, 60_000)
afterAll(() => places?.close(), 30_000)

it('hearsay add on a folder, killed five times, loses nothing, doubles nothing and goes on', { timeout: 120_000 }, async () => {
  await survivesFiveKills(places)
})
