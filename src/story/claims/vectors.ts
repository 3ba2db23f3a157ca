import { readFileSync } from 'node:fs'
import { HearsayError } from '../../errors.ts'
import { readRows } from '../../reading/meanings/rows.ts'
import { digestOf } from '../../reading/model.ts'
import { Vocabulary } from '../../reading/tagger/tokens.ts'

/** What words mean, as a sentence encoder has it; `train/vectors` made them. */
export interface Vectors {
  readonly width: number
  /** Adds the row of a word in lower case to `sum`; a word of several pieces adds the rows of all. */
  readonly add: (word: string, sum: Float32Array) => void
  /** The direction of a word, of length 1; all zeros where it has none. */
  readonly of: (word: string) => Float32Array
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

/** `sha256:` and the digest of the manifest of the vectors that ship, which names their file by its own digest. */
export function vectorsDigest(): string {
  return `sha256:${digestOf(readFileSync(new URL('manifest.json', FOLDER)))}`
}

/** Opens the vectors of `folder`: a row for each piece of the vocabulary. */
export function openVectors(folder: URL): Vectors {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest
  const bytes = checked(folder, manifest, manifest.vectors)
  const vocabulary = new Vocabulary(checked(folder, manifest, manifest.vocabulary).toString('utf8'))
  const { width, scales, codes } = readRows(bytes)
  const known = new Map<string, Float32Array>()
  const add = (word: string, sum: Float32Array) => {
    for (const piece of vocabulary.piecesOf(word)) {
      const scale = scales[piece]!
      const from = piece * width
      for (let at = 0; at < width; at++) sum[at]! += codes[from + at]! * scale
    }
  }
  return {
    width,
    add,
    of(word) {
      const found = known.get(word)
      if (found) return found
      const sum = new Float32Array(width)
      add(word, sum)
      const unit = unitOf(sum)
      if (known.size < KNOWN_MAX) known.set(word, unit)
      return unit
    },
  }
}

/** Bounds what a long-running process remembers: 20 MB. */
const KNOWN_MAX = 50_000

function checked(folder: URL, manifest: Manifest, name: string): Buffer {
  const bytes = readFileSync(new URL(name, folder))
  if (digestOf(bytes) === manifest.files[name]) return bytes
  throw new HearsayError('model-mismatch', `${name} is not the file that the manifest names.`)
}

/** `vector` at length 1; as it is where it has none. */
export function unitOf(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector))
  return length === 0 ? vector : vector.map(value => value / length)
}

/** Of `a` and what begins at `from` in `b`. In four sums, which a processor works out side by side: claims ask for millions of these. */
export function dot(a: Float32Array, b: Float32Array, from = 0): number {
  let [first, second, third, fourth] = [0, 0, 0, 0]
  const whole = a.length - (a.length % 4)
  for (let at = 0; at < whole; at += 4) {
    first += a[at]! * b[from + at]!
    second += a[at + 1]! * b[from + at + 1]!
    third += a[at + 2]! * b[from + at + 2]!
    fourth += a[at + 3]! * b[from + at + 3]!
  }
  for (let at = whole; at < a.length; at++) first += a[at]! * b[from + at]!
  return first + second + (third + fourth)
}
