import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { confidenceOf } from '../../src/reading/events/confidence.ts'
import { deedsIn } from '../../src/reading/events/deeds.ts'
import { readEvents } from '../../src/reading/events/events.ts'
import { placedDeeds } from '../../src/reading/events/placed.ts'
import type { Span, Statement } from '../../src/record/index.ts'

function deeds(text: string, year: number | null = null) {
  const words = (spans: readonly Span[]) => spans.map(span => text.slice(...span))
  return deedsIn(text, [0, text.length], year).map(({ type, modality, actors, recipients }) => [
    type,
    modality,
    words(actors),
    words(recipients),
  ])
}

describe('deeds', () => {
  it.each([
    ['Border guards arrested nine poachers near Olmo.', ['COERCE', 'asserted', ['Border guards'], ['nine poachers']]],
    ['Nine poachers were arrested by border guards.', ['COERCE', 'asserted', ['border guards'], ['Nine poachers']]],
    ['Nine poachers were arrested.', ['COERCE', 'asserted', [], ['Nine poachers']]],
    ['The arrest of Ola Brun by secret police shocked Tarn.', ['COERCE', 'asserted', ['secret police'], ['Ola Brun']]],
    ['Sudan and Chad signed an agreement on trade.', ['SUPPORT', 'asserted', ['Sudan', 'Chad'], []]],
    [
      'Peru, Chile and Cuba froze aid to the Tarn ministry.',
      ['SANCTION', 'asserted', ['Peru', 'Chile', 'Cuba'], ['the Tarn ministry']],
    ],
    ['Oman rejected a request by Greenpeace.', ['REJECT', 'asserted', ['Oman'], ['Greenpeace']]],
    ['Mr Oda, who owns the mill, sued the Olmo Post.', ['ACCUSE', 'asserted', ['Mr Oda'], ['the Olmo Post']]],
  ])('who did what to whom: %s', (text, wanted) => {
    expect(deeds(text)).toEqual([wanted])
  })

  it('holds what somebody is accused of for a deed of the accused', () => {
    expect(deeds('Kenya accused the militia of kidnapping two nurses.')).toEqual([
      ['ACCUSE', 'asserted', ['Kenya'], ['the militia']],
      ['ASSAULT', 'asserted', ['the militia'], ['two nurses']],
    ])
  })

  it.each([
    ['planned', 'The ministers of Laos and Fiji will meet in May.'],
    ['denied', 'Iceland has not recognised the breakaway government.'],
    ['hypothetical', 'If Norway attacked the fleet, Tarn would answer.'],
    ['hypothetical', 'Kenya could arrest the two editors.'],
  ])('tells %s ones apart: %s', (modality, text) => {
    expect(deeds(text).map(deed => deed[1])).toEqual([modality])
  })

  it.each([
    'The striker shot wide before the goalkeeper was beaten.',
    'The storm killed nine people in Samar.',
    'Supermarkets are fighting with each other over milk.',
    'The jury heard that Mr Oda stabbed the lodger.',
    'Villagers met, 30 years after militiamen massacred 47 people.',
    'A government that arrests poets has lost.',
    'She wants to attack the problem at its root.',
  ])('sees no deed in: %s', text => {
    expect(deeds(text).filter(deed => deed[0] !== 'CONSULT')).toEqual([])
  })

  it('takes a year that lies back for history', () => {
    expect(deeds('Rebels attacked Olmo in 2019.', 2026)).toEqual([])
    expect(deeds('Rebels attacked Olmo in 2026.', 2026)).toHaveLength(1)
  })

  it('does not look for deeds in what is too long for a sentence', () => {
    const text = 'the army attacked the police, '.repeat(30_000)
    expect(deeds(text)).toEqual([])
  })
})

describe('events', () => {
  const body = 'Qatar expelled three diplomats. Police shot Ola Brun, the union said.'
  const statement = { id: 's1', content: [[32, 52]] } as unknown as Statement
  const deedsOf = (text: string, sentences: readonly Span[]) =>
    placedDeeds({ articleBody: text, datePublished: null }, sentences).map((told, index) => ({
      ...told,
      actors: told.deed.actors.map((_, at) => `e${2 * index + at + 1}`),
      recipients: told.deed.recipients.map((_, at) => `e${2 * index + at + 2}`),
    }))
  const told = deedsOf(body, [
    [0, 31],
    [32, body.length],
  ])

  it('name the entities and whose word they rest on', () => {
    const events = readEvents({ body, deeds: told, statements: [statement] })
    expect(
      events.map(({ id, eventType, mode, actors, recipients, onWordOf }) => [id, eventType, mode, actors, recipients, onWordOf]),
    ).toEqual([
      ['v1', 'SANCTION', 'expel', ['e1'], ['e2'], 'outlet'],
      ['v2', 'ASSAULT', 'firearms', ['e3'], ['e4'], 's1'],
    ])
  })

  it('are as docs/event.md shows them', () => {
    const page = readFileSync(new URL('../../docs/event.md', import.meta.url), 'utf8')
    expect(page).toContain(body)
    const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)![1]!)
    expect(readEvents({ body, deeds: told, statements: [statement] })).toEqual(shown)
  })
})

describe('confidence', () => {
  const sure = (text: string) => confidenceOf(text, deedsIn(text, [0, text.length], null)[0]!)

  it('is higher for what is said of a named party than for a stance towards a pronoun', () => {
    expect(sure('Kenya accused Norway of fraud.')).toBeGreaterThan(sure('They praised it on Monday.'))
  })

  it('is a probability of two digits', () => {
    const value = sure('Police arrested two men.')
    expect(value).toBeGreaterThan(0)
    expect(value).toBeLessThan(1)
    expect(value).toBe(Number(value.toFixed(2)))
  })
})

describe('odd sentences', () => {
  it.each(['Arrested by police.', 'Who, which, whom', 'by by by arrested by', `Police arrested ${'A, '.repeat(400)}B and C.`])(
    'break nothing: %s',
    text => {
      expect(() => deeds(text)).not.toThrow()
    },
  )

  it('on running news: what is released or asked must be somebody, and a warning one’s own act', () => {
    expect(deeds('The agency released a report on Monday.')).toEqual([])
    expect(deeds('A reporter asked how the fire began.')).toEqual([])
    expect(deeds('Experts warned that the dam was leaking.')).toEqual([])
    expect(deeds('The ministry spoke to reporters.')).toEqual([])
    expect(deeds('No one was injured.').map(deed => deed[1])).toEqual(['denied'])
  })

  it('tell what is wanted or refused of whom, and what says so of itself', () => {
    expect(deeds('Norway promised to release two sailors.')).toEqual([['AGREE', 'asserted', ['Norway'], ['two sailors']]])
    expect(deeds('Kenya said it had arrested two men.')).toEqual([['COERCE', 'asserted', ['Kenya'], ['two men']]])
    expect(deeds('Rejecting a plea by the bishops, the union ended talks.')[0]).toEqual([
      'REJECT',
      'asserted',
      ['the union'],
      ['the bishops'],
    ])
  })
})
