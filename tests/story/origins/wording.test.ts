import { expect, it } from 'vitest'
import type { Span, Statement, StoryEntity } from '../../../src/record/index.ts'
import { likeness, mayBeOnePerson } from '../../../src/story/origins/likeness.ts'
import type { Held, Scene } from '../../../src/story/origins/scene.ts'
import { wordingOf } from '../../../src/story/origins/wording.ts'

const RECORDS = [
  { id: 'person', name: 'Ivo Brandt', kind: 'person' },
  { id: 'home', name: 'Calder Homes', kind: 'person' },
  { id: 'ovens', name: 'Night Ovens', kind: 'organization' },
  { id: 'union', name: 'Dockers’ Union', kind: 'organization' },
] as unknown as StoryEntity[]

/** What an article says of its source: \u201cphrase\u201d is the source, `speaker` whom it means; the others are found by their names. */
function wording(phrase: string, speaker: string, named: readonly string[] = []) {
  const scene = {
    entities: { of: (_: string, id: string | null) => id, records: new Map(RECORDS.map(one => [one.id, one])) },
  } as unknown as Pick<Scene, 'entities'>
  const held = {
    id: 'a',
    body: phrase,
    named: named.map(id => {
      const name = RECORDS.find(one => one.id === id)!.name
      const at = phrase.indexOf(name)
      return { entity: id, span: [at, at + name.length] as Span }
    }),
  } as unknown as Held
  return wordingOf(scene, held, { source: [[0, phrase.length]], speaker, speakerConfidence: 1 } as unknown as Statement)
}

it('who has an office of a body may speak for it, also where the article does not list the body', () => {
  const ovens = wording('Night Ovens', 'ovens', ['ovens'])
  const union = wording('the Dockers’ Union', 'union', ['union'])
  const director = wording(', Ivo Brandt, director of works at Night Ovens,', 'person')
  expect(likeness(ovens, director)).toBe('may speak for it')
  expect(likeness(union, { ...director, mayRepresent: false })).toBe(null)
})

it('a spokesman for somebody may speak for them, whatever they were taken for', () => {
  const home = wording('Owner Calder Homes', 'home', ['home'])
  expect(likeness(home, wording('Ivo Brandt, a spokesman for Calder Homes', 'person', ['home']))).toBe('may speak for it')
  expect(likeness(home, wording('Ivo Brandt, a neighbour of Calder Homes', 'person', ['home']))).toBe(null)
})

it('the lawyer of a person who is not named may speak for anybody', () => {
  const home = wording('Owner Calder Homes', 'home', ['home'])
  expect(likeness(home, wording('her lawyer, Ivo Brandt,', 'person'))).toBe('may speak for it')
  expect(likeness(home, wording('the union’s lawyer, Ivo Brandt,', 'person'))).toBe(null)
})

it('two names may be of one person where one stands in the other, or both have a surname in common', () => {
  expect(mayBeOnePerson('ivo', 'ivo brandt')).toBe(true)
  expect(mayBeOnePerson('laura arnau', 'laura arnau mirand')).toBe(true)
  expect(mayBeOnePerson('hanna brandt', 'ivo brandt')).toBe(true)
  expect(mayBeOnePerson('ivo brandt', 'ivo lindal')).toBe(false)
})
