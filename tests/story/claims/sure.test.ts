import { describe, expect, it } from 'vitest'
import type { Pairing } from '../../../src/story/claims/grouping.ts'
import { sureParts } from '../../../src/story/claims/sure.ts'
import type { Telling } from '../../../src/story/claims/tellings.ts'

/** One telling an article, in the outlet's own voice, with the numbers in it. */
const telling = (article: string, numbers: readonly number[] = [], sentence = 0) =>
  ({
    article,
    sentence,
    statement: null,
    identifies: false,
    content: { amounts: numbers.map(value => ({ value })) },
  }) as unknown as Telling

const pair = (a: number, b: number, score: number): Pairing => ({ a, b, likeness: { score } as Pairing['likeness'] })

/** Whether the first two tellings of one claim are of one part. */
function isOnePart(tellings: readonly Telling[], pairings: readonly Pairing[]): boolean {
  const partOf = sureParts([tellings.map((_, item) => item)], { tellings, pairings })
  return partOf(0) === partOf(1)
}

describe('tellings of a claim', () => {
  it('surely tell one thing where they are much alike, or one between them is', () => {
    expect(isOnePart([telling('a'), telling('b')], [pair(0, 1, 0.9)])).toBe(true)
    expect(isOnePart([telling('a'), telling('b')], [pair(0, 1, 0.65)])).toBe(false)
    const three = [telling('a'), telling('b'), telling('c')]
    expect(isOnePart(three, [pair(0, 1, 0.65), pair(0, 2, 0.9), pair(1, 2, 0.9)])).toBe(true)
  })

  it('surely tell one thing where both have a number that hardly two things share', () => {
    expect(isOnePart([telling('a', [480]), telling('b', [480])], [pair(0, 1, 0.65)])).toBe(true)
    expect(isOnePart([telling('a', [480]), telling('b', [480])], [pair(0, 1, 0)])).toBe(false)
    expect(isOnePart([telling('a', [4]), telling('b', [4])], [pair(0, 1, 0.65)])).toBe(false)
  })

  it('are to be more alike where one has a number and the other none', () => {
    expect(isOnePart([telling('a', [14]), telling('b')], [pair(0, 1, 0.85)])).toBe(false)
    expect(isOnePart([telling('a', [14]), telling('b', [3])], [pair(0, 1, 0.85)])).toBe(true)
    expect(isOnePart([telling('a', [14]), telling('b')], [pair(0, 1, 0.95)])).toBe(true)
  })

  it('do not surely tell what they only say to tell which thing is meant', () => {
    expect(isOnePart([telling('a'), { ...telling('b'), identifies: true }], [pair(0, 1, 0.95)])).toBe(false)
  })

  it('surely tell one thing where they stand in one sentence', () => {
    expect(isOnePart([telling('a'), telling('a')], [])).toBe(true)
    expect(isOnePart([telling('a'), telling('a', [], 1)], [])).toBe(false)
  })

  it('of two claims are of two parts', () => {
    const tellings = [telling('a'), telling('b')]
    const partOf = sureParts([[0], [1]], { tellings, pairings: [pair(0, 1, 0.9)] })
    expect(partOf(0)).not.toBe(partOf(1))
  })
})
