import type { Span } from './span.ts'

/** One mention of a country, region or city, and where in the world it is. */
export interface Place {
  readonly id: string
  readonly span: Span
  /** The entity that this is a mention of; null where it has none. */
  readonly entity: string | null
  /** The gazetteer's name of it. */
  readonly name: string
  /** ISO 3166-1 alpha-3, or null. */
  readonly country: string | null
  readonly latitude: number
  readonly longitude: number
  /** Where it is looked up: `geonames:` and an id. */
  readonly gazetteer: string
}
