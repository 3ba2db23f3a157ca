import { describe, expect, it } from 'vitest'
import { mergeEntities, mergeEvents, mergePlaces, mergeTimes } from '../../../src/story/merging/index.ts'
import { readingOf } from '../readings.ts'

const TEXT = 'Karsania attacked Istmark on Friday.'
const told = (id: string, value: string, modality: 'asserted' | 'denied' = 'asserted', words = 'attacked') =>
  readingOf({
    id,
    text: TEXT.replace('attacked', words),
    entities: { e1: ['Karsania', 'place', 'Karsania'], e2: ['Istmark', 'place', 'Istmark'] },
    times: [{ words: 'Friday', value }],
    events: [{ words, eventType: 'FIGHT', actors: ['e1'], recipients: ['e2'], time: 't1', modality }],
  })

function eventsOf(...readings: ReturnType<typeof told>[]) {
  const entities = mergeEntities({ readings, rulings: { notOneEntity: [] } })
  return mergeEvents({ readings, entities, times: mergeTimes(readings), places: mergePlaces(readings, entities.of) })
}

describe('the events of a story', () => {
  it('are one with the same type, parties and day, each appearance kept', () => {
    const events = eventsOf(told('a', '2024-03-01'), told('b', '2024-03-01', 'asserted', 'struck'))
    expect(events).toHaveLength(1)
    expect(events[0]!.appearances.map(({ article, event }) => [article, event])).toEqual([
      ['a', 'v1'],
      ['b', 'v1'],
    ])
  })

  it('agree where one says the date less precisely', () => {
    expect(eventsOf(told('a', '2024-03'), told('b', '2024-03-01'))).toHaveLength(1)
  })

  it('are apart on other days and with other modality', () => {
    expect(eventsOf(told('a', '2024-03-01'), told('b', '2024-03-08'))).toHaveLength(2)
    expect(eventsOf(told('a', '2024-03-01'), told('b', '2024-03-01', 'denied'))).toHaveLength(2)
  })

  it('name the times of the story by their values', () => {
    const { records, of } = mergeTimes([told('a', '2024-03-01'), told('b', '2024-03-01')])
    expect(records.map(({ value, members }) => [value, members.length])).toEqual([['2024-03-01', 2]])
    expect(of('b', 't1')).toBe('t1')
  })
})
