import type { Entity, Span } from '../../record/index.ts'
import { contains, partitionPoint } from '../../record/index.ts'

/** A mention with the id of its entity. */
export interface Mentioned {
  readonly span: Span
  readonly entity: string
}

/** Every mention in the order of the text, the longer first where two begin together. */
export function mentionsInOrder(entities: readonly Entity[]): Mentioned[] {
  return entities
    .flatMap(({ id, mentions }) => mentions.map(({ span }) => ({ span, entity: id })))
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
}

/** Of mentions in order, those that lie in a span. */
export function within(mentions: readonly Mentioned[], span: Span): Mentioned[] {
  const first = partitionPoint(mentions, mention => mention.span[0] < span[0])
  const result: Mentioned[] = []
  for (let index = first; index < mentions.length && mentions[index]!.span[0] < span[1]; index++) {
    if (contains(span, mentions[index]!.span)) result.push(mentions[index]!)
  }
  return result
}
