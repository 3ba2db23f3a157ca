import { expect, it } from 'vitest'
import type { StoryTime } from '../../src/record/index.ts'
import type { FoundEvent } from '../../src/story/merging/index.ts'
import { beginningOf, timelineOf } from '../../src/story/telling/timeline.ts'

const time = (id: string, value: string, type: StoryTime['type'] = 'DATE'): StoryTime => ({
  id,
  type,
  value,
  mod: null,
  members: [],
})

const event = (id: string, when: string | null, modality: FoundEvent['modality'] = 'asserted'): FoundEvent => ({
  id,
  eventType: 'PROTEST',
  mode: null,
  actors: [],
  recipients: [],
  time: when,
  place: null,
  modality,
  appearances: [],
})

it('has the events in the order of time, a month before its days', () => {
  const times = [time('t1', '2025-03'), time('t2', '2025-03-01'), time('t3', '2024'), time('t4', '2025-W10')]
  const events = [event('v1', 't1'), event('v2', 't2'), event('v3', 't3'), event('v4', 't4'), event('v5', null)]
  expect(timelineOf(events, times)).toEqual([
    { time: '2024', event: 'v3' },
    { time: '2025-03', event: 'v1' },
    { time: '2025-03-01', event: 'v2' },
    { time: '2025-W10', event: 'v4' },
  ])
})

it('leaves out what was denied, and what has no date', () => {
  const times = [time('t1', 'P3D', 'DURATION'), time('t2', 'XXXX-09'), time('t3', '2025-03-01')]
  const events = [event('v1', 't1'), event('v2', 't2'), event('v3', 't3', 'denied'), event('v4', 't3', 'planned')]
  expect(timelineOf(events, times)).toEqual([{ time: '2025-03-01', event: 'v4' }])
})

it.each([
  ['2025', '2025'],
  ['202', '2020'],
  ['2025-Q3', '2025-07'],
  ['2025-WI', '2025-12'],
  ['2026-W01', '2025-12-29'],
  ['2025-W10-WE', '2025-03-08'],
  ['2025-03-04T14:30', '2025-03-04T14:30'],
  ['2025-03-04TEV', '2025-03-04T18'],
  ['XXXX-03-04', null],
])('%s begins %s', (value, begins) => {
  expect(beginningOf(value)).toBe(begins)
})
