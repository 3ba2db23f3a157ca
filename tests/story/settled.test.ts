import { expect, it } from 'vitest'
import { settled } from '../../src/story/filing/settled.ts'

/** Places 0 to 2 are one story, 3 to 5 another; 2 is likest to those of the other. */
const links = [
  [0, 4, 1, -2, -2, -2],
  [4, 0, 1, -2, -2, -2],
  [1, 1, 0, 3, 3, 3],
  [-2, -2, 3, 0, 4, 4],
  [-2, -2, 3, 4, 0, 4],
  [-2, -2, 3, 4, 4, 0],
].map(row => Float64Array.from(row))
const GROUPS = [
  [0, 1, 2],
  [3, 4, 5],
]
const FREE = { links, bound: new Set<number>(), ruledApart: () => false }

it('moves an article to the story whose articles it is likest to', () => {
  expect(settled(GROUPS, FREE)).toEqual([
    [0, 1],
    [2, 3, 4, 5],
  ])
})

it('moves nothing that is bound, and nothing to where a person ruled that it does not belong', () => {
  expect(settled(GROUPS, { ...FREE, bound: new Set([2]) })).toEqual(GROUPS)
  expect(settled(GROUPS, { ...FREE, ruledApart: place => place === 2 })).toEqual(GROUPS)
})

it('does not move to what an article is little like, nor out of a story of its own', () => {
  const little = links.map(row => row.map(link => link - 3))
  expect(settled(GROUPS, { ...FREE, links: little })).toEqual(GROUPS)
  const alone = [[0, 1], [2], [3, 4, 5]]
  expect(settled(alone, FREE)).toEqual(alone)
})
