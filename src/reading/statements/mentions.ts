import type { Entity, Span } from '../../record/index.ts'
import { contains } from '../../record/index.ts'

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
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.span[0] < span[0]) low = middle + 1
    else high = middle
  }
  const result: Mentioned[] = []
  for (let index = low; index < mentions.length && mentions[index]!.span[0] < span[1]; index++) {
    if (contains(span, mentions[index]!.span)) result.push(mentions[index]!)
  }
  return result
}
