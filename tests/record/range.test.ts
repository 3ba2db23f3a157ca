import { expect, it } from 'vitest'
import { rangeOf } from '../../src/record/index.ts'

/** `pairs`: which may be the same. */
function range(origins: string, ...pairs: string[]) {
  return rangeOf([...origins], (a, b) => pairs.some(pair => pair.includes(a) && pair.includes(b)))
}

it('counts all at most', () => {
  expect(range('')).toEqual([0, 0])
  expect(range('a')).toEqual([1, 1])
  expect(range('abc')).toEqual([3, 3])
})

it('counts those that may be the same once at least', () => {
  expect(range('ab', 'ab')).toEqual([1, 2])
  expect(range('abc', 'ab', 'bc', 'ac')).toEqual([1, 3])
  expect(range('abcd', 'ab', 'cd')).toEqual([2, 4])
})

it('does not make two one because a third may be either', () => {
  expect(range('abc', 'ac', 'bc')).toEqual([2, 3])
  expect(range('abcde', 'ab', 'ac', 'ad', 'ae')).toEqual([4, 5])
})
