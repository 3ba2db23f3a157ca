import { describe, expect, it } from 'vitest'
import { clausesIn, mainOf } from '../../../src/reading/clauses/clauses.ts'
import { wordsIn } from '../../../src/reading/words/words.ts'
import { amountsIn } from '../../../src/story/claims/amounts.ts'
import { moodOf } from '../../../src/story/claims/modality.ts'

const clauses = (text: string): string[] => clausesIn(text, [0, text.length]).map(span => text.slice(...span))
const main = (text: string): string | null =>
  mainOf(text, [0, text.length])
    ?.map(span => text.slice(...span))
    .join(' … ') ?? null
const amounts = (text: string) =>
  amountsIn(text, wordsIn(text, [0, text.length]), () => false).map(({ value, unit }) => [value, ...unit])

describe('clauses', () => {
  it.each([
    ['The dam failed and four people died.', ['The dam failed', 'four people died.']],
    ['A man was shot and killed by police.', ['A man was shot and killed by police.']],
    ['They signed a ceasefire that is to begin on Sunday.', ['They signed a ceasefire', 'is to begin on Sunday.']],
    ['Students and guards fled.', ['Students and guards fled.']],
    ['The port was fined and the yard employs 40 people.', ['The port was fined', 'the yard employs 40 people.']],
    ['The ship sank; nobody was hurt.', ['The ship sank', 'nobody was hurt.']],
  ])('of "%s"', (text, expected) => {
    expect(clauses(text)).toEqual(expected)
  })

  it.each([
    ['Four people died when the dam failed', 'Four people died'],
    ['The dam, which was built in 1960, failed', 'The dam … failed'],
    ['The radar had not worked for days, a member of the crew has told the paper', 'The radar had not worked for days'],
    ['If the rain goes on the dam could fail', null],
  ])('have a main part: "%s"', (text, expected) => {
    expect(main(text)).toBe(expected)
  })
})

describe('amounts', () => {
  it.each([
    ['about 1,200 homes', [[1200, 'home']]],
    ['twenty-five people', [[25, 'peopl']]],
    ['38 million crowns', [[38_000_000, '$', 'crown']]],
    ['€310m', [[310_000_000, '$', 'euro']]],
    ['310m tall', [[310, 'tall']]],
    ['two thirds of the pupils', [[2 / 3, 'pupil']]],
    ['8.4 billion euros', [[8_400_000_000, '$', 'euro']]],
    [
      '8 percent and 4%',
      [
        [8, '%'],
        [4, '%'],
      ],
    ],
    ['a third of the budget', [[1 / 3, 'budget']]],
    ['a dozen children', [[12, 'children']]],
    ['one of them', []],
  ])('in "%s"', (text, expected) => {
    expect(amounts(text)).toEqual(expected)
  })

  it('take the result of a vote as one', () => {
    expect(amounts('carried by 23 votes to 20')).not.toEqual(amounts('carried by 23 votes to 19'))
    expect(amounts('carried by 23 votes to 20')).toHaveLength(1)
  })
})

describe('the mood of a clause', () => {
  const mood = (text: string, verbAt: number) => moodOf(wordsIn(text, [0, text.length]), verbAt, null)
  it.each([
    ['the mayor resigned', 2, 'told', false],
    ['the mayor will resign', 2, 'ahead', false],
    ['the mayor may resign', 2, 'possible', false],
    ['the mayor did not resign', 2, 'told', true],
    ['the mayor is expected to resign', 2, 'ahead', false],
    ['the mayor failed to resign', 2, 'told', true],
    ['the mayor could not resign', 2, 'told', true],
    ['the mayor spent no more than 45 crowns', 2, 'told', false],
    ['the mayor neither signed nor read it', 3, 'told', true],
    ['the mayor survived a vote of no confidence', 2, 'told', false],
    ['the mayor signed it without reading it', 2, 'told', false],
    ['it was noon before anybody signed', 1, 'told', true],
    ['it was signed in May', 1, 'told', false],
    ['the mayor had signed it are untrue', 2, 'told', true],
    ['it is false that the mayor signed it', 1, 'told', true],
    ['the report of the mayor is false', 4, 'told', false],
  ] as const)('of "%s"', (text, verbAt, modality, negated) => {
    expect(mood(text, verbAt)).toEqual({ modality, negated })
  })
})
