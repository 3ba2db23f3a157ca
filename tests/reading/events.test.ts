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

  it.each([
    ['The clerk met Ana Ruiz, and police arrested two men.', ['COERCE', 'asserted', ['police'], ['two men']]],
    ['A man suspected of fraud at the mill where he had worked was arrested.', ['COERCE', 'asserted', [], ['A man']]],
    ['Senator Ruiz of Olmo, who chairs the board, and the mayor accused Peru.', null],
    ['Gunmen who fled the camp killed at least nine soldiers.', ['ASSAULT', 'asserted', ['Gunmen'], ['nine soldiers']]],
    ['Hundreds of miners have been detained and deported by Tarn.', ['COERCE', 'asserted', ['Tarn'], ['Hundreds of miners']]],
  ])('finds who acts over what stands between: %s', (text, wanted) => {
    if (wanted) expect(deeds(text)).toContainEqual(wanted)
    else expect(deeds(text).filter(([, , actors]) => (actors as string[]).length === 1)).toEqual([])
  })

  it.each([
    'The studio released a film about miners.',
    'She asked reporters a question.',
    'Ana Ruiz agreed with the mayor.',
    'The ministry declined to comment.',
    'The bank received a loan.',
    'Nine people were killed when a tram overturned.',
    'The company is a privately funded venture.',
    'Had he agreed to the plan, Kenya would have won.',
  ])('knows the everyday senses of its verbs: %s', text => {
    expect(deeds(text).filter(deed => deed[1] === 'asserted')).toEqual([])
  })

  it('calls an attack of one politician on another what it is', () => {
    expect(deeds('Ana Ruiz attacked Ola Brun on television.').map(deed => deed[0])).toEqual(['ACCUSE'])
    expect(deeds('Gunmen attacked Olmo with rockets.').map(deed => deed[0])).toEqual(['ASSAULT'])
  })

  it('reads no deeds in a report on sport', () => {
    const text =
      'The coach said the striker and the goalkeeper would miss the league season. Oda attacked Brun. The players scored twice in the playoff game.'
    const sentences: Span[] = [
      [0, 75],
      [76, 94],
      [95, text.length],
    ]
    expect(placedDeeds({ articleBody: text, datePublished: null }, sentences)).toEqual([])
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
