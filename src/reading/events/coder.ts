import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InferenceSession } from 'onnxruntime-node'
import type { EventType } from '../../record/index.ts'
import { checkedFile, digestOf, modelFile } from '../model.ts'
import { ONE_THREAD, rowOf } from '../onnx.ts'
import { pieceTable } from '../tagger/pieces.ts'
import { Vocabulary } from '../tagger/tokens.ts'
import { encodePair, type Pair } from './marked.ts'

/** What one party does to the other, as the learned coder sees it. */
export interface Code {
  /** One of the fifteen that PLV has: `INVESTIGATE` comes as `ACCUSE`, `FIGHT` as `ASSAULT`. */
  readonly root: EventType
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict: the likeliest of the four. */
  readonly quad: 1 | 2 | 3 | 4
  /** Calibrated probability of `root`. */
  readonly confidence: number
  /** Probability of each type. */
  readonly scores: ReadonlyMap<EventType, number>
}

export interface Coder {
  /** `sha256:` and the digest of the manifest, which names each file by its own digest. */
  readonly digest: string
  code(pair: Pair): Promise<Code>
}

/** The quad of each type, as PLOVER's manual and the ZSP paper count them. */
export const QUADS: Readonly<Record<EventType, 1 | 2 | 3 | 4>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  COOPERATE: 2,
  AID: 2,
  YIELD: 2,
  INVESTIGATE: 3,
  ACCUSE: 3,
  REQUEST: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  MOBILIZE: 4,
  SANCTION: 4,
  COERCE: 4,
  ASSAULT: 4,
  FIGHT: 4,
}

interface Manifest {
  /** Digests by path, relative to the manifest's folder. */
  readonly files: Readonly<Record<string, string>>
  readonly graph: string
  readonly pieces: string
  readonly vocabulary: string
  /** In the order of the logits. */
  readonly types: readonly EventType[]
  /** Logits are divided by it before they become probabilities: fitted on lines that the weights had not learned from. */
  readonly temperature: number
}

/** A coder from the files that `manifest.json` in `directory` names. Throws `model-missing`, `model-mismatch`. */
export async function openCoder(directory: string): Promise<Coder> {
  const manifestBytes = await modelFile(directory, 'manifest.json')
  const manifest = JSON.parse(manifestBytes.toString('utf8')) as Manifest
  const [graph, table, pieces] = await Promise.all([
    checkedFile(directory, manifest.graph, manifest.files),
    checkedFile(directory, manifest.pieces, manifest.files),
    checkedFile(directory, manifest.vocabulary, manifest.files),
  ])
  const session = await InferenceSession.create(graph, ONE_THREAD)
  const rows = pieceTable(table)
  const vocabulary = new Vocabulary(pieces.toString('utf8'))
  return {
    digest: `sha256:${digestOf(manifestBytes)}`,
    async code(pair) {
      const { ids, roles } = encodePair(pair, vocabulary)
      const { logits } = await session.run({ words: rows.of(ids), roles: rowOf(roles) })
      return codeOf(logits!.data as Float32Array, manifest)
    },
  }
}

/** The shipped weights: `models/` lies beside `src/` in a clone and beside `dist/` in the package. */
export const EVENTS_MODEL = join(fileURLToPath(new URL('../../..', import.meta.url)), 'models', 'events')

/** @param logits one a type, in the manifest's order */
export function codeOf(logits: Float32Array, { types, temperature }: Pick<Manifest, 'types' | 'temperature'>): Code {
  const highest = Math.max(...logits)
  const weights = types.map((_, i) => Math.exp((logits[i]! - highest) / temperature))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const scores = new Map(types.map((type, i) => [type, weights[i]! / total]))
  const quads = [0, 0, 0, 0]
  for (const [type, score] of scores) quads[QUADS[type] - 1]! += score
  const root = types[logits.indexOf(highest)]!
  return { root, quad: (quads.indexOf(Math.max(...quads)) + 1) as Code['quad'], confidence: scores.get(root)!, scores }
}
