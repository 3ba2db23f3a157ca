import { describe, expect, test } from 'vitest'
import { chainWords, nestedChains, TRAIL_ENDS } from '../../src/format/chain.ts'
import { chainOf } from '../../src/reading/statements/chains.ts'
import type { Article, Reading, Statement } from '../../src/record/index.ts'
import { articleOf, read } from './attributing.ts'
import { exampleOf, examplesOf } from './examples.ts'

const TEXT = 'Ada Lowe said that Orrin Pell had told the court that the guard admitted he slept.'
const described = read(
  TEXT,
  { source: 'Ada Lowe', cue: 'said', content: 'Orrin Pell had told the court that the guard admitted he slept' },
  { source: 'Orrin Pell', cue: 'told', content: 'the guard admitted he slept' },
  { source: 'the guard', cue: 'admitted', content: 'he slept' },
)

function readingOf(changes: Partial<Article> = {}, statements: readonly Statement[] = described.statements): Reading {
  const article = { ...articleOf(TEXT), publisher: 'Aunedale Courier', ...changes }
  const reader = { version: '0', model: 'sha256:0' }
  const { entities } = described
  return { schema: 'hearsay-reading/1', input: 'a', reader, article, entities, statements, problems: [] }
}

function words(reading: Reading, id: string): string {
  const statement = reading.statements!.find(each => each.id === id)!
  return chainWords(reading, chainOf(statement, reading.statements!, reading.entities!, reading.article))
}

/** The same statement as if it stood after a credit. */
const LATER: readonly Statement[] = [{ ...described.statements[0]!, source: [[20, 28]], cue: [[29, 33]], content: [[40, 50]] }]

describe('the chain of a statement', () => {
  test('leads from the outlet over every teller to its own source', () => {
    expect(words(readingOf(), 's3')).toBe(`Aunedale Courier ← Ada Lowe ← Orrin Pell ← the guard ← ${TRAIL_ENDS}`)
    expect(words(readingOf(), 's1')).toBe('Aunedale Courier ← Ada Lowe')
  })

  test('has a step for the agency that is credited, unless it is the publisher itself', () => {
    const credits = [{ name: 'Norden Wire', kind: 'wire', span: [0, 3] }] as const
    expect(words(readingOf({ credits }, LATER), 's1')).toBe('Aunedale Courier ← Norden Wire ← Ada Lowe')
    expect(words(readingOf({ credits, publisher: 'Norden Wire' }, LATER), 's1')).toBe('Norden Wire ← Ada Lowe')
  })

  test('has none for an agency that is thanked at the foot', () => {
    const credits = [{ name: 'Norden Wire', kind: 'wire', span: [70, 80] }] as const
    expect(words(readingOf({ credits }, LATER), 's1')).toBe('Aunedale Courier ← Ada Lowe')
  })

  test('does not choose between two agencies', () => {
    const credits = [
      { name: 'Norden Wire', kind: 'wire', span: [0, 3] },
      { name: 'Sund Press', kind: 'wire', span: [4, 8] },
    ] as const
    expect(words(readingOf({ credits }, LATER), 's1')).toBe('Aunedale Courier ← an agency ← Ada Lowe')
  })

  test('says that the trail ends where nobody is named, or where it is unclear who is meant', () => {
    const [first, second, third] = described.statements
    const unclear = [first!, second!, { ...third!, speaker: null, speakerConfidence: null }]
    expect(words(readingOf({}, unclear), 's3')).toBe(`Aunedale Courier ← Ada Lowe ← Orrin Pell ← the guard ← ${TRAIL_ENDS}`)
    const empty = [first!, second!, { ...third!, speaker: null, source: [] }]
    expect(words(readingOf({}, empty), 's3')).toBe(`Aunedale Courier ← Ada Lowe ← Orrin Pell ← ${TRAIL_ENDS}`)
  })

  test('ends where statements are told in a circle', () => {
    const [first, second] = described.statements
    const circle = [
      { ...first!, within: 's2' },
      { ...second!, within: 's1' },
    ]
    expect(words(readingOf({}, circle), 's1')).toBe('Aunedale Courier ← Orrin Pell ← Ada Lowe')
  })

  test('follows any depth', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({
      ...described.statements[0]!,
      id: `s${index + 1}`,
      within: index === 0 ? null : `s${index}`,
    }))
    expect(chainOf(many.at(-1)!, many, described.entities, articleOf(TEXT)).steps).toHaveLength(5001)
  })

  test('is shown for the innermost statement alone', () => {
    expect(nestedChains(readingOf()).map(({ statement }) => statement.id)).toEqual(['s3'])
  })
})

test('docs/chain.md shows what comes out', () => {
  const { text, json } = exampleOf('chain')
  expect(text).toBe(TEXT)
  const { statements, entities } = described
  expect(chainOf(statements[2]!, statements, entities, { publisher: 'Aunedale Courier', credits: [] })).toEqual(json)
  expect(examplesOf('chain', 'console')[0]).toBe(words(readingOf(), 's3'))
})
