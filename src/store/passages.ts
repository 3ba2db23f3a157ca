import type { Span } from '../record/index.ts'
import type { Passage } from '../story/given.ts'

/** Where the words of a passage stand in the article now: at their old place, else at the nearest; null where it has lost them. */
export function placeOf(body: string, { span, exact }: Pick<Passage, 'span' | 'exact'>): Span | null {
  if (exact === '') return null
  if (body.slice(span[0], span[1]) === exact) return span
  const after = body.indexOf(exact, span[0])
  const before = body.lastIndexOf(exact, span[0])
  const starts = [after, before].filter(start => start !== -1)
  if (starts.length === 0) return null
  const start = starts.reduce((a, b) => (Math.abs(a - span[0]) <= Math.abs(b - span[0]) ? a : b))
  return [start, start + exact.length]
}
