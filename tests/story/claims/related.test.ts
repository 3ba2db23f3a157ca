import { describe, expect, it } from 'vitest'
import { packMeanings } from '../../../src/reading/meanings/meanings.ts'
import type { Reading } from '../../../src/record/index.ts'
import { findingClaims } from '../../../src/story/claims/claims.ts'
import { answered, type ClausePair, type CrossEncoder, type Relation, unanswered } from '../../../src/story/cross/asked.ts'
import { mergeEntities } from '../../../src/story/merging/index.ts'
import { readingOf } from '../readings.ts'

/** Each sentence means nearly what its place in `meant` says: those of one number come near one another. */
function meaning(id: string, published: string, ...sentences: readonly (readonly [text: string, meant: number])[]): Reading {
  const reading = readingOf({ id, published, text: sentences.map(([text]) => text).join(' ') })
  const near = (at: number) =>
    Float32Array.from({ length: 12 }, (_, index) => (index === at ? 0.66 : index === (id === 'a' ? 10 : 11) ? 0.75 : 0))
  const meant = reading.sentences!.map(({ span }, index) => ({ span, vector: near(sentences[index]![1]) }))
  return { ...reading, meanings: packMeanings(meant, 12) }
}

const SAME: Relation = { same: 0.95, contrary: 0.02 }
const CONTRARY: Relation = { same: 0.02, contrary: 0.95 }
const UNCLEAR: Relation = { same: 0.46, contrary: 0.46 }
const OTHER: Relation = { same: 0.01, contrary: 0.01 }

/** Says the same of every pair, and keeps what it was asked. */
function saying(relation: Relation): CrossEncoder & { readonly asked: ClausePair[] } {
  const asked: ClausePair[] = []
  return {
    asked,
    async relate(pairs) {
      asked.push(...pairs)
      return pairs.map(() => relation)
    },
  }
}

function finding(readings: readonly Reading[]) {
  const entities = mergeEntities({ readings, rulings: { notOneEntity: [] } })
  return findingClaims({ readings, rulings: { notOneClaim: [] }, entityOf: entities.of })
}

async function stances(relation: Relation, one: string, other: string): Promise<string[][]> {
  const readings = [meaning('a', '2024-03-06', [one, 0]), meaning('b', '2024-03-07', [other, 0])]
  const { claims } = await answered(finding(readings), saying(relation))
  return claims.map(({ appearances }) => appearances.map(({ article, stance }) => `${article} ${stance}`))
}

const TIED = 'The robbers tied the night watchman of the depot to a radiator.'
const BOUND = 'The old man sat there in ropes until dawn.'
const FREE = 'Nobody had tied the old watchman to anything.'

describe('clauses that are read together', () => {
  it('join where these words tell one thing, and as a denial where one tells that the other is not so', async () => {
    expect(await stances(SAME, TIED, BOUND)).toEqual([['a asserts', 'b asserts']])
    expect(await stances(CONTRARY, TIED, FREE)).toEqual([['a asserts', 'b denies']])
  })

  it('stay apart where they tell other things, or where it is not sure which of the two', async () => {
    expect(await stances(OTHER, TIED, BOUND)).toEqual([])
    expect(await stances(UNCLEAR, TIED, BOUND)).toEqual([])
  })

  it('are not asked for where their numbers differ, or within one article', async () => {
    const encoder = saying(SAME)
    const dead = meaning('a', '2024-03-06', ['Four people died in the fire.', 0], ['Four men were killed by the flames.', 0])
    await answered(finding([dead, meaning('b', '2024-03-07', ['Six people died in the fire.', 0])]), encoder)
    expect(encoder.asked).toEqual([])
  })

  it('are judged each by itself where nobody reads them', () => {
    const readings = [meaning('a', '2024-03-06', [TIED, 0]), meaning('b', '2024-03-07', [BOUND, 0])]
    expect(unanswered(finding(readings)).claims).toEqual([])
  })
})
