import { describe, expect, it } from 'vitest'
import type { Reading } from '../../../src/record/index.ts'
import { findClaims } from '../../../src/story/claims/claims.ts'
import { mergeEntities } from '../../../src/story/merging/index.ts'
import { placeOf, readingOf } from '../readings.ts'

function found(readings: readonly Reading[], rulings: Parameters<typeof findClaims>[0]['rulings'] = { notOneClaim: [] }) {
  const entities = mergeEntities({ readings, rulings: { notOneEntity: [] } })
  return findClaims({ readings, rulings, entityOf: entities.of })
}

/** The appearances of each claim, in short. */
const shown = (readings: readonly Reading[], rulings?: Parameters<typeof findClaims>[0]['rulings']) =>
  found(readings, rulings).claims.map(({ appearances }) =>
    appearances.map(({ article, stance, text }) => `${article} ${stance}: ${text}`),
  )

const said = (
  id: string,
  says: string,
  more: Partial<Parameters<typeof readingOf>[0]> & { polarity?: 'denied' | 'declined' } = {},
) => {
  const { polarity = 'asserted', ...rest } = more
  return readingOf({
    id,
    text: `Elena Ruiz said that ${says}.`,
    entities: { e1: ['Elena Ruiz', 'person', 'Elena Ruiz'] },
    statements: [{ by: 'Elena Ruiz', says, speaker: 'e1', polarity }],
    ...rest,
  })
}

describe('the claims of a story', () => {
  it('join what is told in other words, the outlet’s own voice too', () => {
    const own = readingOf({ id: 'b', text: 'Police have detained two men in connection with the robbery.' })
    expect(shown([said('a', 'officers arrested two men over the robbery'), own])).toEqual([
      [
        'a asserts: officers arrested two men over the robbery',
        'b asserts: Police have detained two men in connection with the robbery.',
      ],
    ])
  })

  it('have speakers of the story, and none in the outlet’s own voice', () => {
    const own = readingOf({ id: 'b', text: 'The water is safe to drink.' })
    const [claim] = found([said('a', 'the water is safe to drink'), own]).claims
    expect(claim!.appearances.map(({ speaker, statement }) => [speaker, statement])).toEqual([
      ['e1', 's1'],
      [null, null],
    ])
    expect(claim!.appearances[1]!.why).toEqual([{ kind: 'text', what: ['water', 'safe', 'drink'] }])
  })

  it('keep a denial with the claim that it speaks of', () => {
    expect(
      shown([
        said('a', 'the company dumped waste in the river'),
        said('b', 'the company dumped waste in the river', { polarity: 'denied' }),
      ]),
    ).toEqual([['a asserts: the company dumped waste in the river', 'b denies: the company dumped waste in the river']])
    expect(
      shown([said('a', 'the company dumped waste in the river'), said('b', 'the company has not dumped waste in the river')]),
    ).toEqual([['a asserts: the company dumped waste in the river', 'b denies: the company has not dumped waste in the river']])
  })

  it('keep a refusal with it', () => {
    expect(
      shown([
        said('a', 'the company dumped waste in the river'),
        said('b', 'whether the company dumped waste in the river', { polarity: 'declined' }),
      ]),
    ).toEqual([
      ['a asserts: the company dumped waste in the river', 'b withholds: whether the company dumped waste in the river'],
    ])
  })

  it('are two where "no" was said first', () => {
    expect(shown([said('a', 'no report on the leak exists'), said('b', 'a report on the leak exists')])).toHaveLength(2)
  })

  it.each([
    ['another number', 'the tanker carried 300 tonnes of fuel', 'the tanker carried 500 tonnes of fuel'],
    ['another actor', 'the union rejected the offer', 'the company rejected the offer'],
    ['places changed', 'the pilot blamed the controllers', 'the controllers blamed the pilot'],
    ['the contrary', 'the council voted to cut the budget', 'the council voted to raise the budget'],
    ['what may be', 'the company has closed its plant', 'the company may close its plant'],
    ['what will be', 'the governor has resigned over the leak', 'the governor will resign over the leak'],
    ['the same words about something else', 'the dam failed after three days of rain', 'the dam was built in three years'],
  ])('are two with %s', (_, one, other) => {
    expect(shown([said('a', one), said('b', other)])).toHaveLength(2)
  })

  it('are two on other days, and disagree', () => {
    const on = (id: string, words: string, value: string) =>
      said(id, `the minister resigned on ${words}`, { times: [{ words, value }] })
    const { claims, disagreements } = found([on('a', 'Monday', '2024-03-04'), on('b', 'Tuesday', '2024-03-05')])
    expect(claims).toHaveLength(2)
    expect(disagreements).toEqual([
      {
        about: 'the minister resigned on Monday',
        values: [
          { value: 'Monday', article: 'a', span: [46, 52], claim: 'c1' },
          { value: 'Tuesday', article: 'b', span: [46, 53], claim: 'c2' },
        ],
      },
    ])
  })

  it('list each figure of one kind with its article', () => {
    const { disagreements } = found([
      said('a', 'four people were killed'),
      said('b', 'six bodies were found'),
      said('c', 'the death toll rose to six'),
    ])
    expect(disagreements.map(({ values }) => values.map(({ value, article }) => `${article} ${value}`))).toEqual([
      ['a four', 'b six', 'c six'],
    ])
  })

  it('keep a figure that is taken back with the claim that gave it', () => {
    const back = readingOf({ id: 'b', text: 'Police withdrew the figure of four.' })
    expect(shown([said('a', 'four people were killed'), back])).toEqual([
      ['a asserts: four people were killed', 'b withdraws: Police withdrew the figure of four.'],
    ])
  })

  it('leave the dead of another year alone', () => {
    const old = readingOf({ id: 'b', text: 'In 1987 nine people were killed here.', times: [{ words: '1987', value: '1987' }] })
    expect(found([said('a', 'four people were killed'), old]).disagreements).toEqual([])
  })

  it('are apart where people said so', () => {
    const readings = [said('a', 'the water is safe to drink'), said('b', 'the water is safe to drink')]
    const passage = (article: string) => ({
      article,
      span: placeOf(readings[0]!.article.articleBody, 'the water is safe to drink'),
      exact: 'the water is safe to drink',
    })
    expect(shown(readings)).toHaveLength(1)
    expect(shown(readings, { notOneClaim: [[passage('a'), passage('b')]] })).toHaveLength(2)
  })

  it('leave out what one outlet alone tells in its own voice', () => {
    expect(
      shown([
        readingOf({ id: 'a', text: 'The church is open all night.' }),
        readingOf({ id: 'b', text: 'A ferry sank in the fog.' }),
      ]),
    ).toEqual([])
  })

  it('list a statement whole where nobody else tells a part of it', () => {
    expect(shown([said('a', 'the dam failed and the valley was flooded')])).toEqual([
      ['a asserts: the dam failed and the valley was flooded'],
    ])
  })
})
