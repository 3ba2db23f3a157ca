import type { Span } from '../../record/index.ts'

/** What the clauses of an article mean where they stand, as a reader heard it. */
export interface Meanings {
  readonly width: number
  /** The direction of a clause, of length 1; of what overlaps it where it was cut otherwise; null where nothing does. */
  readonly of: (span: Span) => Float32Array | null
}

/** A clause and its direction, of any length. */
export interface Meant {
  readonly span: Span
  readonly vector: Float32Array
}

/**
 * Meanings in few bytes, little-endian: count and width as uint32; of each clause its start, its end (UTF-16 units) and the worth of one
 * step as uint32, uint32, float32; then the rows in steps, as int8. Directions keep a cosine of .9999 with what they were.
 */
export function packMeanings(meant: readonly Meant[], width: number): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES + meant.length * (CLAUSE_BYTES + width))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, meant.length, true)
  view.setUint32(4, width, true)
  const rows = HEAD_BYTES + meant.length * CLAUSE_BYTES
  meant.forEach(({ span: [start, end], vector: given }, index) => {
    const vector = unit(given)
    const step = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / STEPS || 1
    const at = HEAD_BYTES + index * CLAUSE_BYTES
    view.setUint32(at, start, true)
    view.setUint32(at + 4, end, true)
    view.setFloat32(at + 8, step, true)
    for (let k = 0; k < width; k++) view.setInt8(rows + index * width + k, Math.round(vector[k]! / step))
  })
  return bytes
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map(value => value / length)
}

const HEAD_BYTES = 8
const CLAUSE_BYTES = 12
const STEPS = 127

/** Opens what `packMeanings` packed. */
export function openMeanings(bytes: Uint8Array): Meanings {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(0, true)
  const width = view.getUint32(4, true)
  const rows = HEAD_BYTES + count * CLAUSE_BYTES
  const spans = Array.from({ length: count }, (_, index): Span => {
    const at = HEAD_BYTES + index * CLAUSE_BYTES
    return [view.getUint32(at, true), view.getUint32(at + 4, true)]
  })
  const places = new Map(spans.map((span, index) => [span.join(), index]))
  const add = (sum: Float32Array, index: number, share: number) => {
    const step = share * view.getFloat32(HEAD_BYTES + index * CLAUSE_BYTES + 8, true)
    for (let k = 0; k < width; k++) sum[k]! += step * view.getInt8(rows + index * width + k)
  }
  return {
    width,
    of([start, end]) {
      const sum = new Float32Array(width)
      const same = places.get(`${start},${end}`)
      if (same !== undefined) add(sum, same, 1)
      else
        for (const [index, span] of spans.entries())
          add(sum, index, Math.max(0, Math.min(end, span[1]) - Math.max(start, span[0])))
      return sum.every(value => value === 0) ? null : unit(sum)
    },
  }
}
