import { describe, expect, it } from 'vitest'
import { openMeanings, packMeanings } from '../../src/reading/meanings/meanings.ts'
import { openTools, readArticle } from '../../src/reading/read.ts'
import { dot } from '../../src/story/claims/vectors.ts'
import { articleOf } from './attributing.ts'

const vector = (...values: number[]) => Float32Array.from(values)

describe('meanings that are packed', () => {
  const packed = packMeanings(
    [
      { span: [0, 10], vector: vector(3, 0, 4) },
      { span: [12, 20], vector: vector(0, -2, 0) },
    ],
    3,
  )

  it('open as directions of length 1', () => {
    const meanings = openMeanings(packed)
    expect(meanings.width).toBe(3)
    expect([...meanings.of([0, 10])!].map(value => value.toFixed(2))).toEqual(['0.60', '0.00', '0.80'])
    expect([...meanings.of([12, 20])!]).toEqual([0, -1, 0])
  })

  it('say of a clause that was cut otherwise what lies in it, by how much, and of others nothing', () => {
    const meanings = openMeanings(packed)
    const [x, y, z] = meanings.of([4, 20])!
    expect(y).toBeLessThan(-0.5)
    expect([x! > 0, z! > x!]).toEqual([true, true])
    expect(meanings.of([40, 60])).toBeNull()
  })

  it('open from a part of a larger buffer, as a database gives them', () => {
    const around = new Uint8Array(packed.length + 5)
    around.set(packed, 5)
    expect(openMeanings(around.subarray(5)).of([12, 20])).not.toBeNull()
  })
})

describe('what the model makes of clauses', () => {
  it('is nearer for one thing told in two articles than for two things told in one', async () => {
    const tools = await openTools()
    const clauses = async (text: string) => {
      const { sentences, meanings } = await readArticle(articleOf(text), tools, { meanings: true })
      return sentences.map(({ span }) => openMeanings(meanings!).of(span)!)
    }
    const [died, vote] = await clauses(
      'Three people died in the fire at the mill. The council will vote on a new road on Friday.',
    )
    const [killed, ballot] = await clauses(
      'The blaze at the mill killed three. Councillors decide about the road at the end of the week.',
    )
    expect(dot(died!, killed!)).toBeGreaterThan(dot(died!, ballot!) + 0.1)
    expect(dot(vote!, ballot!)).toBeGreaterThan(dot(vote!, killed!) + 0.1)
  })

  it('is left out where nobody asks', async () => {
    const tools = await openTools()
    expect(await readArticle(articleOf('Three people died.'), tools)).not.toHaveProperty('meanings')
  })
})
