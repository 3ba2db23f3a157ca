import type { Entity, Joined, Lineage, Reading, Span, StoryEntity } from '../../record/index.ts'
import { overlaps } from '../../record/index.ts'
import type { Passage, StoryRulings } from '../given.ts'
import { type Clusters, startClusters } from './clusters.ts'
import { joinNamed } from './joining.ts'
import { keyOf, lookupIn, type Merged } from './merged.ts'
import { sharedText } from './shared-text.ts'

export interface EntitiesGiven {
  readonly readings: readonly Reading[]
  readonly rulings: Pick<StoryRulings, 'notOneEntity'>
  /** Who copied whom: only in shared text is an unnamed source of two articles one. */
  readonly lineage?: readonly Lineage[]
}

/** An entity of one article. */
export interface Bearer {
  readonly article: string
  readonly body: string
  readonly entity: Entity
}

/**
 * The entities of a story: those of its articles, joined where names, titles or offices say that they are one, each join with why.
 *
 * A surname alone is joined to the only bearer that the story has; two first names are never one. Sources without a name stay
 * apart, save in shared text. What people ruled apart stays so. The work grows with the number of entities, not with its square.
 */
export function mergeEntities({ readings, rulings, lineage = [] }: EntitiesGiven): Merged<StoryEntity> {
  const bearers: Bearer[] = readings.flatMap(({ article, entities }) =>
    (entities ?? []).map(entity => ({ article: article.id, body: article.articleBody, entity })),
  )
  const clusters = startClusters(bearers.length, heldApart(bearers, rulings.notOneEntity))
  joinNamed(bearers, clusters)
  joinShared(bearers, clusters, lineage)
  const ids = new Map<string, string>()
  const records = clusters.all().map(({ items, why }, index) => {
    const id = `e${index + 1}`
    const members = items.map(item => bearers[item]!)
    for (const { article, entity } of members) ids.set(keyOf(article, entity.id), id)
    return entityOf(id, members, why)
  })
  return { records, of: lookupIn(ids) }
}

function entityOf(id: string, members: readonly Bearer[], why: readonly Joined[]): StoryEntity {
  const fullest = members.reduce((a, b) => (isFuller(b.entity, a.entity) ? b : a)).entity
  return {
    id,
    name: fullest.name,
    kind: fullest.kind,
    country: fullest.country ?? members.find(({ entity }) => entity.country)?.entity.country ?? null,
    members: members.map(({ article, entity }) => ({ article, id: entity.id })),
    why,
  }
}

/** A name before a description; among names the one of the most words, the earlier where they have as many. */
function isFuller(a: Entity, b: Entity): boolean {
  const named = Number(isNamed(a)) - Number(isNamed(b))
  if (named !== 0) return named > 0
  const shouted = Number(isShouted(b)) - Number(isShouted(a))
  if (shouted !== 0) return shouted > 0
  return isNamed(a) && a.name.split(/\s+/).length > b.name.split(/\s+/).length
}

/** A headline in capitals may have run a name and the words after it together. */
const isShouted = ({ name }: Entity): boolean => name.includes(' ') && name === name.toUpperCase()

export const isNamed = (entity: Entity): boolean => entity.mentions.some(({ form }) => form === 'name' || form === 'metonym')

/** Indexes of bearers that people said are not one. */
function heldApart(bearers: readonly Bearer[], pairs: readonly (readonly [Passage, Passage])[]): (readonly [number, number])[] {
  if (pairs.length === 0) return []
  return pairs.flatMap(([a, b]) => {
    const first = bearersAt(bearers, a)
    const second = bearersAt(bearers, b)
    return first.flatMap(one => second.map(other => [one, other] as const))
  })
}

function bearersAt(bearers: readonly Bearer[], { article, span }: Passage): number[] {
  return bearers.flatMap((bearer, index) =>
    bearer.article === article && bearer.entity.mentions.some(mention => overlaps(mention.span, span)) ? [index] : [],
  )
}

/** Joins sources without a name whose words stand in text that their articles share. */
function joinShared(bearers: readonly Bearer[], clusters: Clusters, lineage: readonly Lineage[]): void {
  if (lineage.length === 0) return
  const bodies = new Map(bearers.map(({ article, body }) => [article, body]))
  const mentions = new Map<string, number>()
  const at = (article: string, span: Span) => `${span[0]}-${span[1]}\n${article}`
  bearers.forEach(({ article, entity }, index) => {
    for (const { span } of entity.mentions) mentions.set(at(article, span), index)
  })
  const shared = sharedText(lineage, article => bodies.get(article) ?? '')
  bearers.forEach(({ article, body, entity }, index) => {
    if (isNamed(entity)) return
    for (const { span, form } of entity.mentions) {
      if (form !== 'nominal') continue
      for (const counterpart of shared.elsewhere(article, span)) {
        const other = mentions.get(at(counterpart.article, counterpart.span))
        if (other === undefined || isNamed(bearers[other]!.entity)) continue
        clusters.join(index, other, { kind: 'text', what: [body.slice(span[0], span[1])] })
      }
    }
  })
}
