import { expect, test } from 'vitest'
import { Likeliest } from '../../../src/story/claims/likeliest.ts'
import { seeded } from '../../seeded.ts'

test('the likeliest others of an item are those that sorting them all would give', () => {
  const random = seeded(1)
  const offers = Array.from({ length: 200 }, (_, other) => ({ other, score: Math.floor(random() * 20) }))
  const shuffled = offers.map(offer => ({ offer, key: random() })).sort((a, b) => a.key - b.key)
  const likeliest = new Likeliest(2, 24)
  for (const { offer } of shuffled) likeliest.offer(1, offer.other, offer.score)
  const sorted = [...offers].sort((a, b) => b.score - a.score || a.other - b.other).slice(0, 24)
  expect([...likeliest.of(1)]).toEqual(sorted.map(({ other }) => other))
  expect([...likeliest.of(0)]).toEqual([])
})
