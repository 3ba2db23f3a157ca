import { describe, expect, it } from 'vitest'
import { groupsOf } from '../../../src/story/claims/grouping.ts'
import type { Likeness } from '../../../src/story/claims/likeness.ts'

type Pair = readonly [a: number, b: number, alike: number, opposed?: boolean]

/** Items of one article each, in order; pairs that are not given are unlike. `negated` say that it is not so. */
function grouped(size: number, pairs: readonly Pair[], negated: readonly number[] = []) {
  const likeness = (alike: number, opposed = false): Likeness => ({
    score: alike,
    alike,
    near: alike,
    decided: false,
    opposed,
    apart: null,
    sameFigure: false,
    counts: false,
  })
  const compare = (a: number, b: number): Likeness => {
    const pair = pairs.find(([x, y]) => (x === a && y === b) || (x === b && y === a))
    return pair ? likeness(pair[2], pair[3]) : likeness(0, negated.includes(a) !== negated.includes(b))
  }
  return groupsOf({
    size,
    pairings: pairs.map(([a, b]) => ({ a, b, likeness: compare(a, b) })),
    compare,
    apart: () => false,
    negated: item => negated.includes(item),
    order: item => item,
  })
}

describe('groups of tellings', () => {
  it('are of those that are alike on average', () => {
    const near: readonly Pair[] = [
      [0, 1, 0.9],
      [1, 2, 0.8],
    ]
    expect(grouped(3, [...near, [0, 2, 0.3]]).groups).toEqual([[0, 1, 2]])
    expect(grouped(3, near).groups).toEqual([[0, 1], [2]])
  })

  it('have a denial by the wording that it is nearest to', () => {
    const pairs: readonly Pair[] = [
      [0, 1, 0.9],
      [0, 2, 0.8, true],
    ]
    expect(grouped(3, pairs, [2]).groups).toEqual([[0, 1, 2]])
    expect(grouped(3, [pairs[0]!, [0, 2, 0.65, true]], [2]).groups).toEqual([[0, 1], [2]])
  })

  it('have no denial that comes before what it denies', () => {
    expect(grouped(2, [[0, 1, 0.8, true]], [0]).groups).toEqual([[0], [1]])
  })

  it('tell which say with a "not" what the others say without', () => {
    const { groups, turned } = grouped(2, [[0, 1, 0.9, false]], [1])
    expect(groups).toEqual([[0, 1]])
    expect([...turned]).toEqual([1])
  })
})
