import type { StoryEvent } from '../../record/index.ts'
import { type Period, periodOf } from '../view/periods.ts'
import type { Told } from './told.ts'

/** An event at its time. */
export interface Dated {
  readonly number: number
  readonly time: string
  readonly event: StoryEvent
  /** Null where no calendar has a place for it. */
  readonly period: Period | null
}

/** The events of the timeline by when they began; those without a place on the calendar last. */
export function datedOf({ story }: Told): readonly Dated[] {
  const events = new Map(story.events.map(event => [event.id, event]))
  return story.timeline
    .flatMap(({ time, event: id }) => {
      const event = events.get(id)
      return event === undefined ? [] : [{ time, event, period: periodOf(time) }]
    })
    .sort((a, b) => (a.period?.start ?? Number.POSITIVE_INFINITY) - (b.period?.start ?? Number.POSITIVE_INFINITY) || 0)
    .map((one, index) => ({ ...one, number: index + 1 }))
}
