import { readFileSync } from 'node:fs'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { HearsayError } from '../../errors.ts'
import { digestOf } from '../../reading/model.ts'
import { pieceTable } from '../../reading/tagger/pieces.ts'
import { Vocabulary } from '../../reading/tagger/tokens.ts'
import type { CrossEncoder, Relation } from './asked.ts'
import { encodeClauses } from './encoded.ts'

interface Manifest {
  readonly files: Readonly<Record<string, string>>
  readonly graph: string
  readonly pieces: string
  readonly vocabulary: string
}

const FOLDER = new URL('../../../models/cross/', import.meta.url)
let opened: Promise<CrossEncoder> | null = null

/** The one that ships, loaded when it is first asked. `relate` rejects with `model-missing`, `model-mismatch`. */
export const shippedCrossEncoder: CrossEncoder = {
  async relate(pairs) {
    if (pairs.length === 0) return []
    opened ??= openCrossEncoder(FOLDER)
    return (await opened).relate(pairs)
  },
}

/** `sha256:` and the digest of the manifest of the weights that ship, which names each file by its own digest. Throws `model-missing`. */
export function crossEncoderDigest(): string {
  return `sha256:${digestOf(bytesOf(FOLDER, 'manifest.json'))}`
}

/** A cross-encoder from the files that `manifest.json` in `folder` names. Rejects with `model-missing`, `model-mismatch`. */
export async function openCrossEncoder(folder: URL): Promise<CrossEncoder> {
  const manifest = JSON.parse(bytesOf(folder, 'manifest.json').toString('utf8')) as Manifest
  const vocabulary = new Vocabulary(checked(folder, manifest, manifest.vocabulary).toString('utf8'))
  const rows = pieceTable(checked(folder, manifest, manifest.pieces))
  const session = await InferenceSession.create(checked(folder, manifest, manifest.graph), ONE_THREAD)
  const known = new Map<string, Relation>()
  return {
    async relate(pairs) {
      const found: Relation[] = []
      for (const pair of pairs) {
        const [first, second] = [...pair].sort()
        const key = `${first}\n${second}`
        const relation = known.get(key) ?? (await read(first!, second!))
        if (known.size < KNOWN_MAX) known.set(key, relation)
        found.push(relation)
      }
      return found
    },
  }

  async function read(first: string, second: string): Promise<Relation> {
    const { ids, clauses } = encodeClauses(first, second, vocabulary)
    const { logits } = await session.run({ words: rows.of(ids), clauses: row(clauses) })
    return relationOf(logits!.data as Float32Array)
  }
}

/** Of the logits of other, same and contrary. */
export function relationOf(logits: ArrayLike<number>): Relation {
  const [other, same, contrary] = Array.from(logits, Math.exp)
  const all = other! + same! + contrary!
  return { same: same! / all, contrary: contrary! / all }
}

/** Bounds what a long-running process remembers: about 20 MB. A story that grows is told again and again. */
const KNOWN_MAX = 50_000

/** Stories are told one at a time, beside threads that read. */
const ONE_THREAD: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
}

const row = (numbers: readonly number[]): Tensor => new Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length])

function bytesOf(folder: URL, name: string): Buffer {
  try {
    return readFileSync(new URL(name, folder))
  } catch (cause) {
    throw new HearsayError('model-missing', `${name} of the cross-encoder could not be read.`, { cause })
  }
}

function checked(folder: URL, manifest: Manifest, name: string): Buffer {
  const bytes = bytesOf(folder, name)
  if (digestOf(bytes) === manifest.files[name]) return bytes
  throw new HearsayError('model-mismatch', `${name} is not the file that the cross-encoder's manifest names.`)
}
