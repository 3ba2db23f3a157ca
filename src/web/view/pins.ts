export interface Point {
  readonly x: number
  readonly y: number
}

interface Room {
  readonly width: number
  readonly height: number
  /** Distance that two pins keep, and half of which they keep from the edge. */
  readonly size: number
}

/** Rounds of pushing; with the few dozen pins of an article they rest long before. */
const ROUNDS = 120

/** Where to set pins so that none covers another: as near to their points as that allows, and inside the room. */
export function apart(points: readonly Point[], { width, height, size }: Room): readonly Point[] {
  const pins = points.map(({ x, y }) => ({ x: inside(x, width), y: inside(y, height) }))
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false
    for (let a = 0; a < pins.length; a++) {
      for (let b = a + 1; b < pins.length; b++) if (push(pins[a]!, pins[b]!, b)) moved = true
    }
    if (!moved) break
  }
  return pins

  function push(a: { x: number; y: number }, b: { x: number; y: number }, turn: number): boolean {
    let dx = b.x - a.x
    let dy = b.y - a.y
    let distance = Math.hypot(dx, dy)
    if (distance >= size) return false
    if (distance < 0.01) {
      // Two pins at one point part in a direction of their own, the same at every drawing.
      dx = Math.cos(turn * 2.4)
      dy = Math.sin(turn * 2.4)
      distance = 1
    }
    const by = (size - Math.hypot(b.x - a.x, b.y - a.y)) / 2 + 0.05
    const [stepX, stepY] = [(dx / distance) * by, (dy / distance) * by]
    a.x = inside(a.x - stepX, width)
    a.y = inside(a.y - stepY, height)
    b.x = inside(b.x + stepX, width)
    b.y = inside(b.y + stepY, height)
    return true
  }

  function inside(value: number, length: number): number {
    return Math.min(length - size / 2, Math.max(size / 2, value))
  }
}
