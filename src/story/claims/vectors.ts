import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { HearsayError } from '../../errors.ts'
import { Vocabulary } from '../../reading/tagger/tokens.ts'

/** What words mean, as a sentence encoder has it; `train/vectors` made them. */
export interface Vectors {
  readonly width: number
  /** Adds the row of a word in lower case to `sum`; a word of several pieces adds the rows of all. */
  readonly add: (word: string, sum: Float32Array) => void
}

interface Manifest {
  readonly files: Readonly<Record<string, string>>
  readonly vectors: string
  readonly vocabulary: string
}

const FOLDER = new URL('../../../models/words/', import.meta.url)
let opened: Vectors | null = null

/** The vectors that ship, read once. Throws `model-mismatch` where a file is not the one that the manifest names. */
export function shippedVectors(): Vectors {
  opened ??= openVectors(FOLDER)
  return opened
}

/** Opens the vectors of `folder`: `HVEC`, rows and width as uint32, a float32 scale a row, int8 rows; little-endian. */
export function openVectors(folder: URL): Vectors {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest
  const bytes = checked(folder, manifest, manifest.vectors)
  const vocabulary = new Vocabulary(checked(folder, manifest, manifest.vocabulary).toString('utf8'))
  const rows = bytes.readUInt32LE(4)
  const width = bytes.readUInt32LE(8)
  const scales = Float32Array.from({ length: rows }, (_, row) => bytes.readFloatLE(HEAD_BYTES + row * 4))
  const codes = new Int8Array(bytes.buffer, bytes.byteOffset + HEAD_BYTES + rows * 4, rows * width)
  return {
    width,
    add(word, sum) {
      for (const piece of vocabulary.piecesOf(word)) {
        const scale = scales[piece]!
        const from = piece * width
        for (let at = 0; at < width; at++) sum[at]! += codes[from + at]! * scale
      }
    },
  }
}

const HEAD_BYTES = 12

function checked(folder: URL, manifest: Manifest, name: string): Buffer {
  const bytes = readFileSync(new URL(name, folder))
  if (createHash('sha256').update(bytes).digest('hex') === manifest.files[name]) return bytes
  throw new HearsayError('model-mismatch', `${name} is not the file that the manifest names.`)
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
