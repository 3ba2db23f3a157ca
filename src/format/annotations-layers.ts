import type { Reading, Span } from '../record/index.ts'
import { NOT_HEARD } from './notice.ts'

interface Tools {
  /** The address of a record of the Reading. */
  readonly iri: (id: string) => string
  /** The article's address. */
  readonly source: string
  readonly select: (span: Span) => object
}

/** An annotation a time, place, event, loaded word, voice of a sentence, and party heard or not; none for a layer not read. */
export function layerAnnotations(reading: Reading, tools: Tools): object[] {
  const { times = [], places = [], events = [], sentences = [], heard = [], entities = [] } = reading
  const { iri } = tools
  const on = (id: string, motivation: string, body: readonly object[], spans: readonly Span[], more: object = {}) => ({
    id: iri(id),
    type: 'Annotation',
    motivation,
    body,
    target: spans.map(span => ({ type: 'SpecificResource', source: tools.source, selector: tools.select(span) })),
    ...more,
  })
  return [
    ...times.map(({ id, span, type, value, mod }) =>
      on(id, 'tagging', [tag(value)], [span], { 'hearsay:layer': 'times', 'hearsay:type': type, 'hearsay:mod': mod }),
    ),
    ...places.map(({ id, span, entity, name, country, latitude, longitude, gazetteer }) => {
      const more = {
        'hearsay:entity': entity,
        'hearsay:country': country,
        'hearsay:latitude': latitude,
        'hearsay:longitude': longitude,
      }
      return on(id, 'identifying', [identifier(name), tag(gazetteer)], [span], { 'hearsay:layer': 'places', ...more })
    }),
    ...events.map(({ id, eventType, mode, trigger, actors, recipients, time, place, modality, onWordOf, confidence }) =>
      on(id, 'classifying', [tag(eventType), ...(mode === null ? [] : [tag(mode)]), tag(modality)], trigger, {
        'hearsay:layer': 'events',
        'hearsay:actors': actors,
        'hearsay:recipients': recipients,
        'hearsay:time': time === null ? null : iri(time),
        'hearsay:place': place === null ? null : iri(place),
        'hearsay:onWordOf': onWordOf === 'outlet' ? 'outlet' : iri(onWordOf),
        'hearsay:confidence': confidence,
      }),
    ),
    ...sentences.map(({ span, voice }, index) =>
      on(`sentence-${index + 1}`, 'tagging', [tag(voice)], [span], { 'hearsay:layer': 'sentences' }),
    ),
    ...sentences.flatMap(({ loaded = [], loadedBy = [] }, index) =>
      loaded.map((span, at) =>
        on(`sentence-${index + 1}-loaded-${at + 1}`, 'highlighting', loadedBody(loadedBy[at]?.entry ?? null), [span], {
          'hearsay:layer': 'loaded',
          'hearsay:score': loadedBy[at]?.score ?? null,
        }),
      ),
    ),
    ...heard.map(({ entity, direct, indirect, doubted, sought }) => ({
      id: iri(`heard-${entity}`),
      type: 'Annotation',
      motivation: 'describing',
      body: [
        identifier(entities.find(({ id }) => id === entity)?.name ?? entity),
        ...(direct + indirect === 0 ? [{ type: 'TextualBody', purpose: 'describing', value: NOT_HEARD }] : []),
        ...(sought ? [tag('sought')] : []),
      ],
      target: tools.source,
      'hearsay:layer': 'heard',
      'hearsay:entity': entity,
      'hearsay:direct': direct,
      'hearsay:indirect': indirect,
      'hearsay:doubted': doubted,
    })),
  ]
}

const tag = (value: string): object => ({ type: 'TextualBody', purpose: 'tagging', value })
const identifier = (value: string): object => ({ type: 'TextualBody', purpose: 'identifying', value })
const loadedBody = (entry: string | null): object[] => [tag('loaded word'), ...(entry === null ? [] : [tag(entry)])]
