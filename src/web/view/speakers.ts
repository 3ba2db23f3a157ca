import type { Entity, Reading } from '../../record/index.ts'
import { grouped } from './grouped.ts'
import type { Placed } from './order.ts'
import { UNCLEAR_LABEL } from './words.ts'

/** All statements of one speaker, or all whose speaker is unclear. */
export interface SpeakerGroup {
  /** The entity's id, or `UNCLEAR`. */
  readonly key: string
  readonly entity: Entity | null
  /** Direct and mixed ones, as `heard` counts them. */
  readonly direct: number
  readonly indirect: number
  readonly statements: readonly Placed[]
}

/** No entity has this id: ids of entities begin with a letter. */
export const UNCLEAR = '?'

/** The speakers, who says most first; those who say equally much in the order of the text, the unclear ones last. */
export function speakersOf(reading: Reading, placed: readonly Placed[]): readonly SpeakerGroup[] {
  const entities = new Map((reading.entities ?? []).map(entity => [entity.id, entity]))
  return [...grouped(placed, one => speakerKey(one, entities))]
    .map(([key, statements]) => {
      const indirect = statements.filter(({ statement }) => statement.quotation === 'indirect').length
      return { key, entity: entities.get(key) ?? null, direct: statements.length - indirect, indirect, statements }
    })
    .sort((a, b) => Number(a.key === UNCLEAR) - Number(b.key === UNCLEAR) || b.statements.length - a.statements.length)
}

/** The speaker's name as the text has it, or that it is unclear. */
export function nameOf(group: SpeakerGroup | undefined): string {
  return group?.entity?.name ?? UNCLEAR_LABEL
}

/** The group that a statement belongs to. A speaker that the Reading does not list counts as unclear. */
export function speakerKey({ statement }: Placed, entities: ReadonlyMap<string, Entity>): string {
  return statement.speaker !== null && entities.has(statement.speaker) ? statement.speaker : UNCLEAR
}
