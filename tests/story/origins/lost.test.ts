import { expect, it } from 'vitest'
import type { Statement } from '../../../src/record/index.ts'
import { tellStory } from '../../../src/story/tell.ts'
import { readingOf } from '../readings.ts'

const RULINGS = { notCopies: [], notOneClaim: [], notOneEntity: [] }
const ABOARD = 'there were 74 passengers and five members of the crew aboard the evening flight from Corvasa'
const BEYOND = 'the aircraft ran on for 280 metres beyond the end of the wet runway at Puerto Lirio'
const upper = (words: string) => words[0]!.toUpperCase() + words.slice(1)

/** An agency quotes Ana Ruiz for both; a paper that prints it names her, or somebody else, for the first alone. */
function lost(named: string, between = ' ', more = '', cueLemma = 'say', quotation: Statement['quotation'] = 'indirect') {
  const agency = readingOf({
    id: 'a',
    published: '2024-03-06',
    text: `Ana Ruiz said that ${ABOARD}. Ana Ruiz said that ${BEYOND}.`,
    entities: { e1: ['Ana Ruiz', 'person', 'Ana Ruiz', 'Ana Ruiz#2'] },
    statements: [
      { by: 'Ana Ruiz', says: ABOARD, speaker: 'e1' },
      { by: 'Ana Ruiz#2', cueWords: 'said#2', says: BEYOND, speaker: 'e1', cueLemma, quotation },
    ],
  })
  const paper = readingOf({
    id: 'b',
    published: '2024-03-08',
    text: `${named} said that ${ABOARD}.${between}${upper(BEYOND)}${more}.`,
    entities: { e1: [named, 'person', named], ...(more.includes('Ana Ruiz') && { e2: ['Ana Ruiz', 'person', 'Ana Ruiz'] }) },
    statements: [{ by: named, says: ABOARD, speaker: 'e1' }],
  })
  const { claims } = tellStory({ id: 's', readings: [agency, paper], rulings: RULINGS })
  return claims.flatMap(({ lostAttribution }) => lostAttribution).length
}

it('nothing is lost where who said it speaks in the sentence before', () => {
  expect(lost('Ana Ruiz')).toBe(0)
})

it('it is lost where another speaks there, or a paragraph begins', () => {
  expect(lost('Piet Oduya')).toBe(1)
  expect(lost('Ana Ruiz', '\n\n')).toBe(1)
})

it('it is attributed where somebody puts the loss at it', () => {
  expect(lost('Piet Oduya', ' ', ', and the airline puts its loss at two million')).toBe(0)
  expect(lost('Piet Oduya', ' ', ', and the damage comes to two million')).toBe(1)
})

it('what was reported to somebody is not attributed by that', () => {
  expect(lost('Piet Oduya', ' ', ', it was reported')).toBe(0)
  expect(lost('Piet Oduya', ' ', ', as was reported to the mayor')).toBe(1)
  expect(lost('Piet Oduya', ' ', ', she was told')).toBe(1)
  expect(lost('Piet Oduya', ' ', ', she told the mayor')).toBe(0)
  expect(lost('Piet Oduya', ' ', ', she reckons')).toBe(0)
  expect(lost('Piet Oduya', ' ', ', it goes on')).toBe(0)
  expect(lost('Piet Oduya', ' ', ', advises the maker')).toBe(0)
  expect(lost('Piet Oduya', ' ', ', moan the owners')).toBe(0)
  expect(lost('Piet Oduya', ' ', ', by the count of the council')).toBe(0)
  expect(lost('Piet Oduya', ' ', ', by the lake')).toBe(1)
  expect(lost('Piet Oduya', ' ', ', the owner whines')).toBe(0)
  expect(lost('Piet Oduya', ' ', ', and the maker goes on')).toBe(1)
  expect(lost('Piet Oduya', ' ', ', she wrote')).toBe(0)
  expect(lost('Piet Oduya', ' ', ', and a boy wrote the number down')).toBe(1)
})

it('nothing is lost where the sentence names who said it', () => {
  expect(lost('Piet Oduya', ' ', ', and Ana Ruiz frowns')).toBe(0)
  expect(lost('Piet Oduya', ' ', ', and a man frowns')).toBe(1)
})

it.each(['demand', 'record'])('who is told to %s something is told to do it', cueLemma => {
  expect(lost('Piet Oduya', ' ', '', cueLemma)).toBe(0)
})

it('what an authority orders it also says', () => {
  expect(lost('Piet Oduya', ' ', '', 'order', 'mixed')).toBe(1)
  expect(lost('Piet Oduya', ' ', '', 'demand', 'mixed')).toBe(0)
})
