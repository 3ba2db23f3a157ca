import type { Reading, StoryPlace } from '../../record/index.ts'
import { keyOf, type Lookup, lookupIn, type Merged } from './merged.ts'

/** The places of a story: mentions with one gazetteer id are one. `entityOf` tells the Story's entity of an article's. */
export function mergePlaces(readings: readonly Reading[], entityOf: Lookup): Merged<StoryPlace> {
  const ids = new Map<string, string>()
  const byGazetteer = new Map<string, StoryPlace & { entity: string | null; members: { article: string; id: string }[] }>()
  for (const { article, places } of readings) {
    for (const { id, entity, name, country, latitude, longitude, gazetteer } of places ?? []) {
      const known = byGazetteer.get(gazetteer)
      const place = known ?? {
        id: `p${byGazetteer.size + 1}`,
        entity: null,
        name,
        country,
        latitude,
        longitude,
        gazetteer,
        members: [],
      }
      if (!known) byGazetteer.set(gazetteer, place)
      place.entity ??= entityOf(article.id, entity)
      place.members.push({ article: article.id, id })
      ids.set(keyOf(article.id, id), place.id)
    }
  }
  return { records: [...byGazetteer.values()], of: lookupIn(ids) }
}
