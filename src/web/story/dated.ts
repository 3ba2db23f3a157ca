import { type StoryEvent, textOf } from '../../record/index.ts'
import { type Period, periodOf } from '../view/periods.ts'
import type { Told } from './told.ts'

/** An event at its time. */
export interface Dated {
  readonly number: number
  readonly time: string
  readonly event: StoryEvent
  /** The first of its actors and the words that name the deed, of the first article that has it. */
  readonly words: string
  /** Null where no calendar has a place for it. */
  readonly period: Period | null
}

/** The events of the timeline by when they began; those without a place on the calendar last. */
export function datedOf(told: Told): readonly Dated[] {
  const { story } = told
  const events = new Map(story.events.map(event => [event.id, event]))
  return story.timeline
    .flatMap(({ time, event: id }) => {
      const event = events.get(id)
      return event === undefined ? [] : [{ time, event, words: wordsOf(told, event), period: periodOf(time) }]
    })
    .sort((a, b) => (a.period?.start ?? Number.POSITIVE_INFINITY) - (b.period?.start ?? Number.POSITIVE_INFINITY) || 0)
    .map((one, index) => ({ ...one, number: index + 1 }))
}

function wordsOf({ readings, entities }: Told, { actors, appearances }: StoryEvent): string {
  const [first] = appearances
  const body = first && readings.get(first.article)?.article.articleBody
  const trigger = body === undefined ? '' : first!.trigger.map(span => textOf(body, span)).join(' … ')
  return [actors[0] === undefined ? null : entities.get(actors[0])?.name, trigger].filter(Boolean).join(' ')
}
