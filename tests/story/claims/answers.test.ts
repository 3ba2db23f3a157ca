import { describe, expect, it } from 'vitest'
import { type Reading, type Statement, textOf } from '../../../src/record/index.ts'
import { findClaims } from '../../../src/story/claims/claims.ts'
import { repliesIn } from '../../../src/story/claims/replies.ts'
import type { StoryRulings } from '../../../src/story/given.ts'
import { readingOf } from '../readings.ts'

type Said = Partial<Statement> & { readonly says: string; readonly by?: string; readonly cueWords?: string }

const ACCUSATION: Said = {
  by: 'Lena Okoro',
  cueWords: 'accused',
  cueLemma: 'accuse',
  says: 'Iriza Works of opening the sluices at night',
  speaker: 'e1',
}
const LOHM = 'Greta Lohm of Iriza Works'

/** An article in which the works are accused and go on with some words. */
function articleOf(rest: string, said: readonly Said[]): Reading {
  const own = rest.includes(LOHM) ? (['Iriza Works', 'Iriza Works#2'] as const) : (['Iriza Works'] as const)
  return readingOf({
    id: 'a1',
    text: `Lena Okoro accused Iriza Works of opening the sluices at night. ${rest}`,
    entities: { e1: ['Lena Okoro', 'person', 'Lena Okoro'], e2: ['Iriza Works', 'organization', ...own] },
    statements: [ACCUSATION, ...said],
  })
}

const claimsOf = (readings: readonly Reading[], notOneClaim: StoryRulings['notOneClaim'] = []) =>
  findClaims({ readings, rulings: { notOneClaim }, entityOf: (_, entity) => entity ?? null, vectors: null }).claims

const stancesOf = (...readings: Reading[]) => claimsOf(readings).map(({ appearances }) => appearances.map(({ stance }) => stance))

const EMPTY = 'no waste had entered the reservoir'
const ANSWERS: readonly (readonly [string, readonly Said[]])[] = [
  [`${LOHM} replied that ${EMPTY}.`, [{ by: LOHM, cueWords: 'replied', cueLemma: 'reply', says: EMPTY, speaker: 'e3' }]],
  [`Responding to the allegation, ${LOHM} said ${EMPTY}.`, [{ by: LOHM, says: EMPTY, speaker: 'e3' }]],
  [`Asked about it, ${LOHM} said ${EMPTY}.`, [{ by: LOHM, says: EMPTY, speaker: 'e3' }]],
  [
    `${LOHM} rejected the accusation, saying ${EMPTY}.`,
    [
      { by: LOHM, cueWords: 'rejected', cueLemma: 'reject', polarity: 'denied', says: 'the accusation', speaker: 'e3' },
      { by: LOHM, cueWords: 'saying', says: EMPTY, speaker: 'e3' },
    ],
  ],
]

describe('an answer to an accusation', () => {
  it.each(ANSWERS)('stands with it: %s', (rest, said) => {
    const claims = claimsOf([articleOf(rest, said)])
    expect(claims.map(({ text }) => text)).toEqual([ACCUSATION.says])
    const stances = said.length === 1 ? ['asserts', 'answers'] : ['asserts', 'denies', 'answers']
    expect(claims[0]!.appearances.map(({ stance }) => stance)).toEqual(stances)
  })

  it('says why it stands there, in the words of the article', () => {
    const [rest, said] = ANSWERS[1]!
    const [, answer] = claimsOf([articleOf(rest, said)])[0]!.appearances
    expect(answer).toMatchObject({ why: [{ kind: 'answer', what: ['Responding to the allegation,'] }] })
  })

  it('is a claim of its own where somebody tells it without being accused', () => {
    const [rest, said] = ANSWERS[0]!
    const other = readingOf({ id: 'a2', text: 'No waste had entered the reservoir.' })
    expect(stancesOf(articleOf(rest, said), other)).toEqual([['asserts', 'asserts'], ['asserts']])
  })

  it('is none where people said that it is not', () => {
    const [rest, said] = ANSWERS[0]!
    const reading = articleOf(rest, said)
    const body = reading.article.articleBody
    const passages = reading.statements!.map(({ content: [span] }) => ({
      article: 'a1',
      span: span!,
      exact: textOf(body, span!),
    }))
    expect(claimsOf([reading], [[passages[0]!, passages[1]!]])).toHaveLength(2)
  })
})

const NONE: readonly (readonly [string, readonly Said[]])[] = [
  [`${LOHM} said ${EMPTY}.`, [{ by: LOHM, says: EMPTY, speaker: 'e3' }]],
  [
    `${LOHM} rejected the new accusation.`,
    [{ by: LOHM, cueWords: 'rejected', cueLemma: 'reject', says: 'the new accusation', speaker: 'e3' }],
  ],
  [
    `${LOHM} rejected the claim that wages were late.`,
    [{ by: LOHM, cueWords: 'rejected', cueLemma: 'reject', says: 'that wages were late', speaker: 'e3' }],
  ],
  [
    `The dam is old. Its wall is grey. It leaks. ${LOHM} replied that ${EMPTY}.`,
    [{ by: LOHM, cueWords: 'replied', cueLemma: 'reply', says: EMPTY, speaker: 'e3' }],
  ],
  [
    `Amina Dorv said it rained. ${LOHM} replied that ${EMPTY}.`,
    [
      { by: 'Amina Dorv', says: 'it rained', speaker: 'e4' },
      { by: LOHM, cueWords: 'replied', cueLemma: 'reply', says: EMPTY, speaker: 'e3' },
    ],
  ],
  [
    `Amina Dorv replied that it had rained.`,
    [{ by: 'Amina Dorv', cueWords: 'replied', cueLemma: 'reply', says: 'it had rained', speaker: 'e4' }],
  ],
  [
    `${LOHM} replied that it was unclear.`,
    [{ by: LOHM, cueWords: 'replied', cueLemma: 'reply', says: 'it was unclear', speaker: null }],
  ],
]

it.each(NONE)('nothing is answered: %s', (rest, said) => {
  expect(repliesIn(articleOf(rest, said))).toEqual([])
})
