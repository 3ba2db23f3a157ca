import { describe, expect, it } from 'vitest'
import { packMeanings } from '../../../src/reading/meanings/meanings.ts'
import type { Lineage, Reading } from '../../../src/record/index.ts'
import { findClaims } from '../../../src/story/claims/claims.ts'
import type { Pairing } from '../../../src/story/claims/grouping.ts'
import type { Likeness } from '../../../src/story/claims/likeness.ts'
import { overlapsAmong } from '../../../src/story/claims/overlap.ts'
import { withinRetellings } from '../../../src/story/claims/retellings.ts'
import type { Telling } from '../../../src/story/claims/tellings.ts'
import { mergeEntities } from '../../../src/story/merging/index.ts'
import { readingOf } from '../readings.ts'

/** Each sentence means what its place in `meant` says: those of one number the same, others nothing of it. */
function meaning(id: string, published: string, ...sentences: readonly (readonly [text: string, meant: number])[]): Reading {
  const reading = readingOf({ id, published, text: sentences.map(([text]) => text).join(' ') })
  const axis = (at: number) => Float32Array.from({ length: 12 }, (_, index) => (index === at ? 1 : 0))
  const meant = reading.sentences!.map(({ span }, index) => ({ span, vector: axis(sentences[index]![1]) }))
  return { ...reading, meanings: packMeanings(meant, 12) }
}

function told(readings: readonly Reading[]) {
  const entities = mergeEntities({ readings, rulings: { notOneEntity: [] } })
  return findClaims({ readings, rulings: { notOneClaim: [] }, entityOf: entities.of })
}

const shown = (readings: readonly Reading[]) =>
  told(readings).claims.map(({ appearances }) => appearances.map(({ article, text }) => `${article}: ${text}`))

const BRIDGE = 'The old bridge collapsed into the river overnight.'
const CROSSING = 'The old crossing gave way.'

describe('claims of clauses of which it is known what they mean', () => {
  it('join where they mean the same and nothing else comes near', () => {
    const [a, b] = [meaning('a', '2024-03-06', [BRIDGE, 0]), meaning('b', '2024-03-07', [CROSSING, 0])]
    expect(shown([a, b])).toEqual([[`a: ${BRIDGE}`, `b: ${CROSSING}`]])
  })

  it('stay apart where they mean another thing, or where their Readings do not say', () => {
    const [a, b] = [meaning('a', '2024-03-06', [BRIDGE, 0]), meaning('b', '2024-03-07', [CROSSING, 1])]
    expect(shown([a, b])).toEqual([])
    const without = ({ meanings: _, ...reading }: Reading): Reading => reading
    expect(shown([a, without(meaning('b', '2024-03-07', [CROSSING, 0]))])).toEqual([])
  })

  it('stay apart where another clause of the article comes as near', () => {
    const a = meaning('a', '2024-03-06', [BRIDGE, 0])
    const b = meaning('b', '2024-03-07', [CROSSING, 0], ['The old bridge had stood over the river since 1871.', 0])
    expect(shown([a, b])).not.toContainEqual([`a: ${BRIDGE}`, `b: ${CROSSING}`])
  })

  it('stay apart where their numbers differ, whatever they mean', () => {
    const a = meaning('a', '2024-03-06', ['Four people died in the fire.', 0])
    expect(shown([a, meaning('b', '2024-03-07', ['Six people died in the fire.', 0])])).toEqual([])
  })
})

describe('clauses of which only one has a "not"', () => {
  const stances = (one: string, other: string) =>
    told([meaning('a', '2024-03-06', [one, 0]), meaning('b', '2024-03-07', [other, 0])]).claims.map(({ appearances }) =>
      appearances.map(({ article, stance }) => `${article} ${stance}`),
    )

  it('tell one thing where the verb is another, and neither denies it', () => {
    const broken = 'The radar of the ferry had been out of order for nine days before the crossing.'
    const idle = 'The radar on the bridge had not worked for nine days when the ship struck a reef.'
    expect(stances(broken, idle)).toEqual([['a asserts', 'b asserts']])
    expect(stances(idle, broken)).toEqual([['a asserts', 'b asserts']])
  })

  it('stay apart where one verb is said and denied in other words', () => {
    const signed = 'The council had signed with a firm from the harbour.'
    expect(stances(signed, 'The town hall had not signed with the builders.')).toEqual([])
  })

  it('stay apart where one is with what the other is without', () => {
    expect(stances('The talks ended with an agreement.', 'The talks ended without an agreement.')).toEqual([])
    expect(stances('The firm had a licence for the pit.', 'The firm dug the pit without a licence.')).toEqual([])
    const none = ['The fleet had no forecasts for two days.', 'The fleet was without forecasts for two days.'] as const
    expect(stances(...none)).toEqual([['a asserts', 'b asserts']])
  })

  it('are one where what was not done is told beside', () => {
    const pair = ['The mayor took the file home.', 'The mayor took the file home without reading it.'] as const
    expect(stances(...pair)).toEqual([['a asserts', 'b asserts']])
  })
})

describe('disagreements of clauses of which it is known what they mean', () => {
  const values = (meant: number) => {
    const a = meaning('a', '2024-03-06', ['About 90,000 litres had run into the river.', 0])
    const b = meaning('b', '2024-03-07', ['Some 240,000 litres reached the river.', meant])
    return told([a, b]).disagreements.map(each => each.values.map(({ value }) => value))
  }

  it('are told where they would be one claim but for the number, whatever tells the deed', () => {
    expect(values(0)).toEqual([['90,000', '240,000']])
    expect(values(1)).toEqual([])
  })

  it('are told of other words for the deed, but not where another clause of the article comes nearer, nor of other things or another size', () => {
    const cut = ['The failure cut off 210,000 households in the valley.', 0] as const
    const hit = (text: string, ...more: (readonly [string, number])[]) =>
      told([meaning('a', '2024-03-06', cut), meaning('b', '2024-03-07', [text, 0], ...more)]).disagreements.map(each =>
        each.values.map(({ value }) => value),
      )
    expect(hit('The valley counted 260,000 homes in the dark after the failure.')).toEqual([['210,000', '260,000']])
    expect(hit('The valley counted 260,000 Istrans in the dark after the failure.')).toEqual([['210,000', '260,000']])
    expect(hit('The valley counted 260,000 teachers in the dark after the failure.')).toEqual([['210,000', '260,000']])
    expect(hit('The valley counted 260,000 lamps in the dark after the failure.')).toEqual([])
    expect(hit('The valley counted 900,000 homes in the dark after the failure.')).toEqual([])
    expect(
      hit('The valley counted 260,000 homes after the failure.', ['The failure left 240,000 households dark in the valley.', 0]),
    ).toEqual([['210,000', '240,000']])
  })
})

describe('what articles tell in common', () => {
  const telling = (article: string, at: number, statement: string | null = null) =>
    ({
      article,
      sentence: Math.floor(at / 10),
      span: [at, at + 5],
      statement: statement && { id: statement },
    }) as unknown as Telling
  const tellings = [
    ...[0, 10, 20, 30].map(at => telling('a', at)),
    ...[0, 10, 20, 30].map(at => telling('b', at, at === 0 ? 's1' : null)),
  ]
  const pairing = (a: number, b: number, score: number) => ({ a, b, likeness: { near: score, apart: null } }) as Pairing

  it('is what each is expected to tell of the other, by the likeliest of its tellings', () => {
    const pairings = [
      pairing(0, 4, 0.9),
      pairing(1, 5, 0.9),
      pairing(1, 6, 0.5),
      pairing(2, 6, 0.8),
      pairing(3, 7, 0.6),
      pairing(0, 1, 1),
    ]
    const [a, b] = overlapsAmong(tellings, pairings)
    expect([a!.article, a!.other, a!.shared.toFixed(1), a!.tellings]).toEqual(['a', 'b', '3.2', 4])
    expect([b!.article, b!.sharedOwn.toFixed(1)]).toEqual(['b', '2.3'])
    expect(b!.evidence).toHaveLength(4)
    expect(overlapsAmong(tellings, pairings.slice(0, 2))).toEqual([])
    const apart = pairings.map(({ a, b, likeness }) => ({ a, b, likeness: { ...likeness, apart: 'date' as const } }))
    expect(overlapsAmong(tellings, apart)).toEqual([])
  })

  it('makes what is like in a retelling likelier to be one, also of a copy, and nothing else', () => {
    const link = { from: 'a', to: 'b' } as Lineage
    const copy = { from: 'a', to: 'c', kind: 'copy', share: 0.9 } as Lineage
    const compare = () => ({ score: 0.5, alike: 0 }) as Likeness
    const all = [...tellings, telling('c', 0), telling('d', 0)]
    const kindly = withinRetellings(compare, { tellings: all, retold: [link], lineage: [copy] })
    expect(kindly(0, 4).score).toBeCloseTo(4 / 5)
    expect(kindly(0, 4).alike).toBe(0)
    expect(kindly(8, 4).score).toBeCloseTo(4 / 5)
    expect([kindly(0, 1).score, kindly(9, 4).score]).toEqual([0.5, 0.5])
  })
})
