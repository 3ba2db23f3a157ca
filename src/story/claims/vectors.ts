import { readFileSync } from 'node:fs'
import { Vocabulary } from '../../reading/tagger/tokens.ts'

/** What words mean, as a sentence encoder has it; `train/vectors` made them. */
export interface Vectors {
  readonly width: number
  /** Adds the row of a word in lower case to `sum`. */
  readonly add: (word: string, sum: Float32Array, factor?: number) => void
}

/** Opens `vectors.bin` beside the vocabulary of `folder`: `HVEC`, rows, width, a scale a row, int8 rows. */
export function openVectors(folder: URL): Vectors {
  const bytes = readFileSync(new URL('vectors.bin', folder))
  const vocabulary = new Vocabulary(readFileSync(new URL('vocabulary.txt', folder), 'utf8'))
  const rows = bytes.readUInt32LE(4)
  const width = bytes.readUInt32LE(8)
  const scales = new Float32Array(bytes.buffer.slice(bytes.byteOffset + 12, bytes.byteOffset + 12 + rows * 4))
  const codes = new Int8Array(bytes.buffer, bytes.byteOffset + 12 + rows * 4, rows * width)
  return {
    width,
    add(word, sum, factor = 1) {
      for (const piece of vocabulary.piecesOf(word)) {
        const scale = scales[piece]! * factor
        const from = piece * width
        for (let at = 0; at < width; at++) sum[at]! += codes[from + at]! * scale
      }
    },
  }
}

/** The cosine of two vectors; 0 where one is all zeros. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0
  let first = 0
  let second = 0
  for (let at = 0; at < a.length; at++) {
    dot += a[at]! * b[at]!
    first += a[at]! * a[at]!
    second += b[at]! * b[at]!
  }
  return first === 0 || second === 0 ? 0 : dot / Math.sqrt(first * second)
}
