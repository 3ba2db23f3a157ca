import type { Event, Reading, StoryEvent, StoryPlace, StoryTime } from '../../record/index.ts'
import { stemOf } from '../terms.ts'
import type { Merged } from './merged.ts'

/** A Story's event before its origins are counted. */
export type FoundEvent = Omit<StoryEvent, 'origins' | 'independentOrigins'>

export interface EventsGiven {
  readonly readings: readonly Reading[]
  readonly entities: Pick<Merged<unknown>, 'of'>
  readonly times: Merged<StoryTime>
  readonly places: Merged<StoryPlace>
}

/** An event of one article in the Story's terms. */
interface Told {
  readonly event: Event
  readonly article: string
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly time: string | null
  readonly place: string | null
  /** Stems of the words that name the deed. */
  readonly deed: string
}

/**
 * The deeds of a story: those of one type and modality, with the same actors and recipients, are one where neither time nor place
 * nor mode tells them apart. Where no time says that two are one, the words of the deed must. Actors are a Story's entities.
 */
export function mergeEvents({ readings, entities, times, places }: EventsGiven): readonly FoundEvent[] {
  const values = new Map(times.records.map(({ id, value }) => [id, value]))
  const groups = new Map<string, Told[][]>()
  const found: Told[][] = []
  for (const { article, events } of readings) {
    for (const event of events ?? []) {
      const ids = (list: readonly string[]) => [...new Set(list.flatMap(id => entities.of(article.id, id) ?? []))].sort()
      const told: Told = {
        event,
        article: article.id,
        actors: ids(event.actors),
        recipients: ids(event.recipients),
        time: times.of(article.id, event.time),
        place: places.of(article.id, event.place),
        deed: event.trigger.map(([start, end]) => stemsOf(article.articleBody.slice(start, end))).join(' '),
      }
      const key = `${event.eventType} ${event.modality} ${told.actors.join()} ${told.recipients.join()}`
      const group = groups.get(key) ?? []
      groups.set(key, group)
      const isOne = told.actors.length > 0 ? group.filter(members => members.every(member => isSame(member, told, values))) : []
      // Where two deeds could be meant it is a third, since a false merge is worse than a missed one.
      if (isOne.length === 1) isOne[0]!.push(told)
      else {
        const made = [told]
        group.push(made)
        found.push(made)
      }
    }
  }
  return found.map(eventOf)
}

function eventOf(members: readonly Told[], index: number): FoundEvent {
  const { event, actors, recipients } = members[0]!
  return {
    id: `v${index + 1}`,
    eventType: event.eventType,
    mode: members.find(member => member.event.mode)?.event.mode ?? null,
    actors,
    recipients,
    time: members.find(({ time }) => time)?.time ?? null,
    place: members.find(({ place }) => place)?.place ?? null,
    modality: event.modality,
    appearances: members.map(({ article, event: { id, trigger, onWordOf } }) => ({ article, event: id, trigger, onWordOf })),
  }
}

function isSame(a: Told, b: Told, values: ReadonlyMap<string, string>): boolean {
  const [first, second] = [a, b].map(({ time }) => (time ? values.get(time)! : null)) as [string | null, string | null]
  if (first && second && !isWithin(first, second)) return false
  if (a.place && b.place && a.place !== b.place) return false
  if (a.event.mode && b.event.mode && a.event.mode !== b.event.mode) return false
  return (first !== null && second !== null) || a.deed === b.deed
}

/** Whether one date says the other less precisely: "2024-06" and "2024-06-03". */
export const isWithin = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a)

const stemsOf = (text: string): string => (text.toLowerCase().match(/\p{L}[\p{L}’'-]*/gu) ?? []).map(stemOf).join(' ')
