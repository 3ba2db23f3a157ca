import { partitionPoint, type Span } from '../../record/index.ts'

/** The index of the last of the ordered `spans` that starts at or before `offset`; -1 where all start later. */
export function indexAt(spans: readonly Span[], offset: number): number {
  return partitionPoint(spans, ([start]) => start <= offset) - 1
}

/** The first of the ordered, disjoint `spans` that shares a unit with `span`; null where none does. */
export function firstOverlap<T extends { readonly span: Span }>(items: readonly T[], span: Span): T | null {
  const item = items[partitionPoint(items, other => other.span[1] <= span[0])]
  return item && item.span[0] < span[1] ? item : null
}

/** `span` without white space at its ends; null where nothing is left. */
export function trimmed(body: string, [start, end]: Span): Span | null {
  let from = start
  let to = end
  while (from < to && isSpace(body.charCodeAt(from))) from++
  while (to > from && isSpace(body.charCodeAt(to - 1))) to--
  return from < to ? [from, to] : null
}

/** Spaces as the reader sees them: also NBSP, thin spaces, zero-width spaces and the byte order mark. */
export function isSpace(unit: number): boolean {
  return (
    (unit >= 9 && unit <= 13) ||
    unit === 0x20 ||
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200d) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x2060 ||
    unit === 0x3000 ||
    unit === 0xfeff
  )
}

/** `spans` in order, those that touch or overlap made one. */
export function merged(spans: readonly Span[]): Span[] {
  const result: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}
