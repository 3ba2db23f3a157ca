import type { Dateline, Place, Span } from '../../record/index.ts'
import { findNames, type NameMention } from '../who/names.ts'
import { type Word, wordsIn } from '../words/words.ts'
import { COUNTRIES, countryOfDemonym } from './countries.ts'
import { findPlaceNames } from './mentions.ts'
import { resolvePlaces } from './resolve.ts'

export interface PlacesInput {
  readonly body: string
  readonly sentences: readonly Span[]
  readonly dateline: Dateline | null
  /** The words of each sentence; read again where they are not given. */
  readonly lines?: readonly (readonly Word[])[]
  /** The names of the text as `findNames` has them, in order; read again where they are not given. */
  readonly names?: readonly NameMention[]
  /** The entity that a mention belongs to. */
  readonly entityOf?: (span: Span) => string | null
}

/**
 * The countries, first-level regions and cities that a text names, one a mention, in order, each with where it is. What cannot be
 * told apart from its namesakes is left out, and so are names of cities that stand for a government ("Moscow said").
 *
 * Source: GeoNames, by way of `ontology/gazetteer.tsv`, which the first call reads.
 */
export function readPlaces({ body, sentences, dateline, entityOf, ...given }: PlacesInput): Place[] {
  const lines = given.lines ?? sentences.map(span => wordsIn(body, span))
  const found = findPlaceNames({ body, lines, names: given.names ?? findNames(body, lines), dateline: dateline?.span ?? null })
  const resolved = resolvePlaces(body, found, lines.flatMap(countriesOf))
  const places: Place[] = []
  found.forEach((mention, at) => {
    const place = resolved[at]
    // A few territories of scattered islands have no one place: they are known, and no pin is set.
    if (!place || Number.isNaN(place.latitude)) return
    places.push({
      id: `p${places.length + 1}`,
      span: mention.span,
      entity: entityOf?.(mention.span) ?? null,
      name: place.kind === 'country' ? (COUNTRIES.get(place.country)?.name ?? place.name) : place.name,
      country: place.country,
      latitude: place.latitude,
      longitude: place.longitude,
      gazetteer: `geonames:${place.id}`,
    })
  })
  return places
}

/** The countries of the demonyms among the words: "Syrian", "North Korean". */
function countriesOf(words: readonly Word[]): string[] {
  return words.flatMap((word, at) => {
    if (!word.capital) return []
    const next = words[at + 1]
    const two = next?.capital ? countryOfDemonym(`${word.text} ${next.text}`) : null
    return two ?? countryOfDemonym(word.text) ?? []
  })
}
