/** A time axis that is true to scale, but for stretches that it marks as cut short. */
export interface Axis {
  readonly length: number
  /** Where a day lies, from 0 to `length`. */
  at(day: number): number
  /** The middle of each stretch that is cut short. */
  readonly breaks: readonly number[]
}

export interface Stretch {
  readonly start: number
  readonly end: number
}

/** In units of the drawing, which are CSS pixels at its natural size. */
const LENGTH_MAX = 460
/** What a stretch measures that is cut short. */
const BREAK = 26
/** The least and the most that the shortest stretch of a day or more measures. */
const SHORTEST_MIN = 4
const SHORTEST_MAX = 18
/** A stretch with nothing in it is cut before one in which something lies, unless that is longer by this. */
const EMPTY_COUNTS = 4

/**
 * The axis that holds all stretches. Between two neighbouring borders it is linear, with one scale all over; the longest of these
 * parts are cut short until the rest fits.
 */
export function axisOf(stretches: readonly Stretch[]): Axis {
  const borders = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const parts = borders.slice(1).map((end, index) => {
    const start = borders[index]!
    return { start, days: end - start, empty: !stretches.some(one => one.start <= start && end <= one.end), cut: false }
  })
  const shortest = Math.max(1, Math.min(...stretches.map(({ start, end }) => end - start)))
  const scaleMin = SHORTEST_MIN / shortest

  const worth = (part: (typeof parts)[number]) => part.days * (part.empty ? EMPTY_COUNTS : 1)
  for (const part of [...parts].sort((a, b) => worth(b) - worth(a))) {
    if (lengthAt(scaleMin) <= LENGTH_MAX) break
    part.cut = part.days * scaleMin > BREAK
  }
  const whole = parts.reduce((sum, part) => sum + (part.cut ? 0 : part.days), 0)
  const room = LENGTH_MAX - parts.filter(part => part.cut).length * BREAK
  const scale = Math.min(SHORTEST_MAX / shortest, Math.max(scaleMin, whole > 0 ? room / whole : 0))

  const starts = [0]
  for (const part of parts) starts.push(starts.at(-1)! + (part.cut ? BREAK : part.days * scale))
  return {
    length: starts.at(-1)!,
    at(day) {
      const index = parts.findLastIndex(part => part.start <= day)
      if (index < 0) return 0
      const part = parts[index]!
      const within = Math.min(1, (day - part.start) / part.days)
      return starts[index]! + within * (starts[index + 1]! - starts[index]!)
    },
    breaks: parts.flatMap((part, index) => (part.cut ? [(starts[index]! + starts[index + 1]!) / 2] : [])),
  }

  function lengthAt(scale: number): number {
    return parts.reduce((sum, part) => sum + (part.cut ? BREAK : part.days * scale), 0)
  }
}

/** Places as near as may be to those that are wanted (in ascending order), each `size` from the next, none before 0. */
export function spread(wanted: readonly number[], size: number): readonly number[] {
  // Neighbours that collide become one group, which centres on what its members want (pool adjacent violators).
  const groups: { start: number; wish: number; count: number }[] = []
  for (const wish of wanted) {
    groups.push({ start: Math.max(0, wish), wish, count: 1 })
    while (groups.length > 1 && groups.at(-2)!.start + groups.at(-2)!.count * size > groups.at(-1)!.start) {
      const last = groups.pop()!
      const before = groups.at(-1)!
      before.wish += last.wish - last.count * before.count * size
      before.count += last.count
      before.start = Math.max(0, before.wish / before.count)
    }
  }
  return groups.flatMap(({ start, count }) => Array.from({ length: count }, (_, index) => start + index * size))
}
