import { expect, it } from 'vitest'
import { citationAnswer } from '../../src/mcp/citation-answer.ts'
import { readingOf } from '../story/readings.ts'

it('words that a speaker denies are not verified as that speaker’s', () => {
  const reading = readingOf({
    id: 'a',
    text: 'Jon Falk denied that the steel had been faulty.',
    entities: { e1: ['Jon Falk', 'person', 'Jon Falk'] },
    statements: [{ by: 'Jon Falk', cueWords: 'denied', says: 'the steel had been faulty', speaker: 'e1', polarity: 'denied' }],
  })
  const words = 'the steel had been faulty'
  expect(citationAnswer(reading, { words, speaker: 'Jon Falk' })).toMatchObject({
    verified: false,
    reason: 'They stand there, and that speaker does not assert them: denied.',
  })
  expect(citationAnswer(reading, { words })).toMatchObject({ verified: true, places: [{ statements: [{ polarity: 'denied' }] }] })
})
