import { expect, it } from 'vitest'
import { byPublication, publishedOf } from '../../src/story/publication.ts'

it('orders by the instant, whatever the offset; undated ones come last', () => {
  const articles = [
    { id: 'undated', datePublished: null },
    { id: 'later', datePublished: '2025-03-04T16:00-03:00' },
    { id: 'earlier', datePublished: '2025-03-04T18:30:00Z' },
    { id: 'b', datePublished: '2025-03-04' },
    { id: 'a', datePublished: '2025-03-04' },
  ]
  expect([...articles].sort(byPublication).map(({ id }) => id)).toEqual(['a', 'b', 'earlier', 'later', 'undated'])
})

it('takes a date for the stretch that it names', () => {
  const days = (datePublished: string) => {
    const published = publishedOf({ datePublished })!
    return (published[1] - published[0]) / 86_400_000
  }
  expect(days('2025')).toBe(365)
  expect(days('2025-02')).toBe(28)
  expect(days('2025-12')).toBe(31)
  expect(days('2025-02-03')).toBe(1)
  expect(publishedOf({ datePublished: 'yesterday' })).toBeNull()
})
