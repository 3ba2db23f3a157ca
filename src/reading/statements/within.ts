import type { Attribution, Span } from '../../record/index.ts'
import { extentOf, partitionPoint } from '../../record/index.ts'

/**
 * For each attribution the index of the innermost other one whose content holds its source, its cue and the head of its content
 * (hearsay in hearsay); null where none does. Never a circle: a container is always larger than what it holds.
 *
 * The attributions must be ordered by where they start. Where source and cue are empty, the whole content must be held.
 */
export function findContainers(attributions: readonly Attribution[]): (number | null)[] {
  const cores = attributions.map(coreOf)
  const containers: (number | null)[] = attributions.map(() => null)
  const smallest: number[] = attributions.map(() => Number.POSITIVE_INFINITY)
  const order = attributions.map((_, index) => index).filter(index => cores[index]!.length > 0)
  order.sort((a, b) => cores[a]![0]![0] - cores[b]![0]![0])
  const starts = order.map(index => cores[index]![0]![0])
  attributions.forEach((outer, index) => {
    const size = sizeOf(outer.content)
    for (const span of outer.content) {
      for (let at = partitionPoint(starts, start => start < span[0]); at < order.length && starts[at]! < span[1]; at++) {
        const inner = order[at]!
        if (inner === index || size >= smallest[inner]!) continue
        if (holds(outer.content, cores[inner]!) && size > sizeOf(attributions[inner]!.content)) {
          containers[inner] = index
          smallest[inner] = size
        }
      }
    }
  })
  return containers
}

/** What must lie in a container for the whole to be told in it. */
function coreOf({ source, cue, content }: Attribution): Span[] {
  const told = [...source, ...cue]
  const core = told.length > 0 ? told : [...content]
  return core.sort((a, b) => a[0] - b[0])
}

function holds(content: readonly Span[], core: readonly Span[]): boolean {
  const extent = extentOf(content)
  if (!extent) return false
  return core.every(part => content.some(span => span[0] <= part[0] && part[1] <= span[1]))
}

const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0)
