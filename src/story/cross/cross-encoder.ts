import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InferenceSession } from 'onnxruntime-node'
import { checkedFile, digestOf, MODELS, modelFile } from '../../reading/model.ts'
import { ONE_THREAD, rowOf } from '../../reading/onnx.ts'
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

const FOLDER = join(MODELS, 'cross')
let opened: Promise<CrossEncoder> | null = null

/** The one that ships, loaded when it is first asked. `relate` rejects with `model-missing`, `model-mismatch`. */
export const shippedCrossEncoder: CrossEncoder = {
  async relate(pairs) {
    if (pairs.length === 0) return []
    opened ??= openCrossEncoder(FOLDER)
    return (await opened).relate(pairs)
  },
}

/** `sha256:` and the digest of the manifest of the weights that ship, which names each file by its own digest. */
export function crossEncoderDigest(): string {
  return `sha256:${digestOf(readFileSync(join(FOLDER, 'manifest.json')))}`
}

/** A cross-encoder from the files that `manifest.json` in `folder` names. Rejects with `model-missing`, `model-mismatch`. */
export async function openCrossEncoder(folder: string): Promise<CrossEncoder> {
  const manifest = JSON.parse((await modelFile(folder, 'manifest.json')).toString('utf8')) as Manifest
  const [graph, pieces, words] = await Promise.all([
    checkedFile(folder, manifest.graph, manifest.files),
    checkedFile(folder, manifest.pieces, manifest.files),
    checkedFile(folder, manifest.vocabulary, manifest.files),
  ])
  const session = await InferenceSession.create(graph, ONE_THREAD)
  const rows = pieceTable(pieces)
  const vocabulary = new Vocabulary(words.toString('utf8'))
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
    const { logits } = await session.run({ words: rows.of(ids), clauses: rowOf(clauses) })
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
