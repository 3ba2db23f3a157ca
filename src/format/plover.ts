import type { Event, Place, Reading, Span } from '../record/index.ts'
import { textOf } from '../record/index.ts'
import type { Format } from './format.ts'

/** Events as records of PLOVER's interchange format, one a line. An article without events has no line. */
export const plover: Format = {
  mediaType: 'application/x-ndjson',
  extension: 'plover.jsonl',
  about: 'Events as PLOVER records, one a line.',
  single: false,
  head: () => '',
  one: reading => (reading.events ?? []).map(event => `${JSON.stringify(ploverOf(event, reading))}\n`).join(''),
  tail: () => '',
}

/**
 * One event in PLOVER's own field names, `actor` for what older editions call source. `date` is null where the text gives none: the
 * day of publication stands under `cite_info` alone. Modality, on whose word it stands, and confidence are fields of ours.
 */
export function ploverOf(event: Event, reading: Reading): object {
  const { article, times = [], places = [] } = reading
  const place = places.find(({ id }) => id === event.place)
  return {
    id: `${article.id}#${event.id}`,
    date: times.find(({ id }) => id === event.time)?.value ?? null,
    event_type: event.eventType,
    mode: event.mode,
    actor: event.actors.map(id => actorOf(id, reading)),
    recipient: event.recipients.map(id => actorOf(id, reading)),
    event_loc: place ? locationOf(place) : null,
    event_text: event.trigger.map(span => textOf(article.articleBody, span)),
    text_info: sentenceOf(event, reading),
    trigger: event.trigger,
    modality: event.modality,
    onWordOf: event.onWordOf,
    confidence: event.confidence,
    cite_info: {
      url: article.url,
      title: article.headline,
      publication: article.publisher,
      published: article.datePublished,
      language: article.inLanguage,
    },
  }
}

function actorOf(id: string, { entities = [] }: Reading): object {
  const entity = entities.find(each => each.id === id)
  return { code: entity?.country ?? null, actor_text: entity?.name ?? null, identifier_id: id, kind: entity?.kind ?? null }
}

function locationOf({ name, country, latitude, longitude, gazetteer }: Place): object {
  const geonames = /^geonames:(\d+)$/.exec(gazetteer)?.[1]
  return { geonameid: geonames === undefined ? null : Number(geonames), name, cc3: country, latitude, longitude }
}

/** Where the sentence stands, in UTF-16 units, and which one of the article it is; null where sentences were not read. */
function sentenceOf({ trigger }: Event, { sentences = [] }: Reading): object | null {
  const first: Span | undefined = trigger[0]
  if (!first) return null
  const sequence = sentences.findIndex(({ span }) => span[0] <= first[0] && first[0] < span[1])
  if (sequence < 0) return null
  const [start, end] = sentences[sequence]!.span
  return { sequence, start, end }
}
