import { describe, expect, it } from 'vitest'
import { partitionPoint } from '../../src/record/index.ts'

describe('the partition point', () => {
  it.each([0, 1, 2, 3, 7, 8, 9])('of %i items is where the others begin, wherever that is', length => {
    const items = Array.from({ length }, (_, index) => index)
    for (let at = 0; at <= length; at++) expect(partitionPoint(items, item => item < at)).toBe(at)
  })

  it('is found without looking at every item', () => {
    let looks = 0
    partitionPoint(Array.from({ length: 1000 }), () => {
      looks++
      return true
    })
    expect(looks).toBeLessThanOrEqual(10)
  })
})
