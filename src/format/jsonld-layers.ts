import type { Event, Place, Reading } from '../record/index.ts'
import { textOf } from '../record/index.ts'

type Node = Readonly<Record<string, unknown>>

/** Every place once, by its gazetteer id. */
export function placeNodes({ places = [] }: Reading, article: string): Node[] {
  const seen = new Set<string>()
  return places.flatMap(place => {
    if (seen.has(place.gazetteer)) return []
    seen.add(place.gazetteer)
    return [placeNode(place, article)]
  })
}

function placeNode({ name, country, latitude, longitude, gazetteer }: Place, article: string): Node {
  return {
    '@type': 'Place',
    '@id': `${article}#${gazetteer}`,
    name,
    identifier: gazetteer,
    ...(country === null ? {} : { address: { '@type': 'PostalAddress', addressCountry: country } }),
    geo: { '@type': 'GeoCoordinates', latitude, longitude },
  }
}

/** A year, a month, a day, or a day with its hour: what ISO 8601 and TIMEX3 write alike. */
const ISO_DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}(?::\d{2}(?::\d{2})?)?)?)?)?$/

/** The dates that the text tells of, as precise as it has them; the publication date only where the text names it. */
export function coverageOf({ times = [] }: Reading): string[] {
  return [...new Set(times.map(({ value }) => value).filter(value => ISO_DATE.test(value)))].sort()
}

interface Around {
  readonly id: string
  /** The statements that are in the graph. */
  readonly kept: ReadonlySet<string>
}

/**
 * The events that are told as having happened. What is denied, planned or supposed is left out, and so is what stands in a
 * statement that is: schema.org would have it happen. They are Action too, since an Event has no word for those to whom it is done.
 */
export function eventNodes(reading: Reading, around: Around): Node[] {
  return (reading.events ?? [])
    .filter(({ modality, onWordOf }) => modality === 'asserted' && (onWordOf === 'outlet' || around.kept.has(onWordOf)))
    .map(event => eventNode(event, reading, around))
}

function eventNode(event: Event, { article, entities = [], times = [], places = [] }: Reading, { id }: Around): Node {
  const value = times.find(time => time.id === event.time)?.value
  const place = places.find(each => each.id === event.place)
  const named = (ids: readonly string[]) =>
    ids.flatMap(each => {
      const entity = entities.find(one => one.id === each)
      if (!entity) return []
      const type = entity.kind === 'person' || entity.kind === 'unnamed' ? 'Person' : 'Organization'
      return [{ '@type': type, '@id': `${id}#${each}`, name: entity.name }]
    })
  return {
    '@type': ['Event', 'Action'],
    '@id': `${id}#${event.id}`,
    name: event.trigger.map(span => textOf(article.articleBody, span)).join(' […] '),
    additionalType: event.eventType,
    ...listed('agent', named(event.actors)),
    ...listed('object', named(event.recipients)),
    ...(value !== undefined && ISO_DATE.test(value) ? { startDate: value } : {}),
    ...(place ? { location: { '@id': `${id}#${place.gazetteer}` } } : {}),
    subjectOf: { '@id': event.onWordOf === 'outlet' ? id : `${id}#${event.onWordOf}` },
  }
}

function listed(name: string, nodes: readonly Node[]): Node {
  return nodes.length === 0 ? {} : { [name]: nodes }
}
