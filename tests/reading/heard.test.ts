import { describe, expect, test } from 'vitest'
import { readHeard } from '../../src/reading/statements/heard.ts'
import type { Entity, Event, Heard, Statement } from '../../src/record/index.ts'
import { type Marked, read } from './attributing.ts'
import { exampleOf } from './examples.ts'

const EVENT: Event = {
  id: 'v1',
  eventType: 'ACCUSE',
  mode: null,
  trigger: [],
  actors: [],
  recipients: [],
  time: null,
  place: null,
  modality: 'asserted',
  onWordOf: 'outlet',
  confidence: 1,
}

/** Heard, by names; `acting` are the parties of a deed, `also` entities that the text has beside those found. */
function heard(text: string, marked: readonly Marked[], acting: readonly string[] = [], also: readonly string[] = []) {
  const described = read(text, ...marked)
  const added = also.map((name, index): Entity => {
    const start = text.indexOf(name)
    const mentions = [{ span: [start, start + name.length] as const, form: 'name' as const }]
    return { id: `x${index + 1}`, name, kind: 'organization', country: null, mentions }
  })
  const entities = [...described.entities, ...added]
  const ids = acting.map(name => entities.find(entity => entity.name === name)!.id)
  const found = readHeard({ ...described, body: text, entities, events: [{ ...EVENT, actors: ids }] })
  const byName = new Map(found.map(row => [entities.find(({ id }) => id === row.entity)!.name, row]))
  return (name: string): Omit<Heard, 'entity'> | undefined => {
    const row = byName.get(name)
    return row && { direct: row.direct, indirect: row.indirect, doubted: row.doubted, sought: row.sought }
  }
}

describe('a party', () => {
  test('is counted direct, indirect and doubted', () => {
    const text = '“The dam leaks,” said Ada Lowe. Ada Lowe claimed that it was old.'
    const of = heard(text, [
      { source: 'Ada Lowe', cue: 'said', content: '“The dam leaks,”' },
      { source: 'Ada Lowe', cue: 'claimed', content: 'that it was old', after: 'Ada Lowe. ' },
    ])
    expect(of('Ada Lowe')).toEqual({ direct: 1, indirect: 1, doubted: 1, sought: false })
  })

  test('that acts and never speaks is not heard', () => {
    const of = heard(
      'Martin Pell closed the dam. Ada Lowe said so.',
      [{ source: 'Ada Lowe', cue: 'said', content: 'so' }],
      ['Martin Pell'],
    )
    expect(of('Martin Pell')).toEqual({ direct: 0, indirect: 0, doubted: 0, sought: false })
  })

  test('that is accused in a statement is one, though it does nothing and says nothing', () => {
    const text = 'Ada Lowe accused Martin Pell of neglect.'
    const of = heard(text, [{ source: 'Ada Lowe', cue: 'accused', content: 'Martin Pell of neglect' }])
    expect(of('Martin Pell')).toEqual({ direct: 0, indirect: 0, doubted: 0, sought: false })
  })

  test('is not heard in what somebody else says that it said', () => {
    const text = 'Ada Lowe said that Martin Pell admitted he slept.'
    const of = heard(text, [
      { source: 'Ada Lowe', cue: 'said', content: 'Martin Pell admitted he slept' },
      { source: 'Martin Pell', cue: 'admitted', content: 'he slept' },
    ])
    expect(of('Martin Pell')).toEqual({ direct: 0, indirect: 0, doubted: 0, sought: false })
    expect(of('Ada Lowe')).toMatchObject({ indirect: 1 })
  })

  test('is heard where one speaks for it, and not where a critic names it', () => {
    const text = 'A spokesman for Sund Water said the dam was safe. Ada Lowe, a critic of Sund Water, said it was not.'
    const spokesman = { source: 'A spokesman for Sund Water', cue: 'said', content: 'the dam was safe' }
    const critic = { source: 'Ada Lowe, a critic of Sund Water', cue: 'said', content: 'it was not', after: 'safe' }
    expect(heard(text, [spokesman, critic], ['Sund Water'], ['Sund Water'])('Sund Water')).toMatchObject({ indirect: 1 })
    const second = text.slice(text.indexOf('Ada'))
    expect(heard(second, [{ ...critic, after: 'Ada' }], ['Sund Water'], ['Sund Water'])('Sund Water')).toMatchObject({
      indirect: 0,
    })
  })

  test('is not heard through a former spokesman', () => {
    const text = 'A former spokesman for Sund Water said the dam was safe.'
    const marked = [{ source: 'A former spokesman for Sund Water', cue: 'said', content: 'the dam was safe' }]
    expect(heard(text, marked, ['Sund Water'], ['Sund Water'])('Sund Water')).toMatchObject({ indirect: 0 })
  })
})

describe('sought', () => {
  const sought: Readonly<Record<string, boolean>> = {
    'Sund Water did not respond to a request.': true,
    'Sund Water could not immediately be reached.': true,
    'A spokesman for Sund Water declined to comment.': true,
    'Requests for comment sent to Sund Water went nowhere.': true,
    'Sund Water was asked about the leak on Monday.': true,
    'The paper has contacted Sund Water.': true,
    'Neither Ada Lowe nor Sund Water could be reached.': true,
    'Sund Water was never asked about the leak.': false,
    'Sund Water returned to work.': false,
    'Sund Water did not return home.': false,
    'Sund Water closed the dam.': false,
  }
  for (const [text, expected] of Object.entries(sought)) {
    test(`${expected ? 'is' : 'is not'} told by "${text}"`, () => {
      expect(heard(text, [], ['Sund Water'], ['Sund Water'])('Sund Water')).toMatchObject({ sought: expected })
    })
  }

  test('is told of each of two that are joined', () => {
    const text = 'Neither Ada Lowe nor Martin Pell could be reached.'
    const of = heard(text, [])
    expect([of('Ada Lowe')?.sought, of('Martin Pell')?.sought]).toEqual([true, true])
  })

  test('is told by a statement that was declined', () => {
    const text = 'Ada Lowe declined to comment on the dam.'
    const of = heard(text, [{ source: 'Ada Lowe', cue: 'declined', content: 'to comment on the dam' }])
    expect(of('Ada Lowe')).toEqual({ direct: 0, indirect: 0, doubted: 0, sought: true })
  })
})

test('statements told in a circle are no endless loop', () => {
  const described = read('Ada Lowe said so.', { source: 'Ada Lowe', cue: 'said', content: 'so' })
  const [one] = described.statements
  const statements: Statement[] = [
    { ...one!, id: 's1', within: 's2' },
    { ...one!, id: 's2', within: 's1' },
  ]
  expect(readHeard({ ...described, body: 'Ada Lowe said so.', statements })).toHaveLength(1)
})

test('docs/heard.md shows what comes out', () => {
  const { text, json } = exampleOf('heard')
  const described = read(
    text,
    { source: 'Ada Lowe', cue: 'accused', content: 'Martin Pell of neglect' },
    { source: 'Ada Lowe', cue: 'said', content: '“He let it rot,”' },
    { source: 'Tilde Brandt', cue: 'claimed', content: 'the dam was sound' },
  )
  expect(readHeard({ ...described, body: text })).toEqual(json)
})
