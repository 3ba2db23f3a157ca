import { InferenceSession, Tensor } from 'onnxruntime-node'
import { checkedFile, modelDigest, modelFile } from '../model.ts'
import { ONE_THREAD } from '../onnx.ts'
import { freeArrays } from './arrays.ts'
import { type Candidate, candidateCues, LABEL, LABEL_COUNT, type PossibleCue } from './candidates.ts'
import type { DecoderSettings } from './decode.ts'
import { encode, Vocabulary, type Window, type Word, windowsOf, wordsOf } from './tokens.ts'
import { VOICE_OUTPUTS } from './voices.ts'

/** Finds the words that may be cues and labels the words around each; `decode` makes attributions of them. */
export interface Tagger {
  /** `sha256:` and the digest of the manifest, which names each file by its own digest and holds the decoder's settings. */
  readonly digest: string
  readonly settings: DecoderSettings
  /** When `signal` fires, rejects with its reason between two windows: a thread must not end while the library computes. */
  tag(text: string, signal?: AbortSignal): Promise<Tagged>
}

export interface Tagged {
  readonly words: readonly Word[]
  /** In the order of the text. */
  readonly candidates: readonly Candidate[]
  /** [words, VOICE_OUTPUTS]: what the voice head gives for each word; absent where the model has none. */
  readonly voice?: Float32Array
  /** [words, STATE_WIDTH]: what the encoder makes of each word for the pair head, its three projections side by side; other heads read it, too. */
  readonly states: Float32Array
}

const PROJECTIONS = ['word', 'first_of', 'last_of'] as const
const PROJECTION_WIDTH = 128
export const STATE_WIDTH = PROJECTIONS.length * PROJECTION_WIDTH

/**
 * A tagger from the files in `directory`, whose digests must be those of its `manifest.json`.
 *
 * Throws `model-missing`, `model-mismatch`.
 */
export async function openTagger(directory: string): Promise<Tagger> {
  const digest = await modelDigest(directory)
  const manifest = JSON.parse((await modelFile(directory, 'manifest.json')).toString('utf8')) as Manifest
  const [encoderBytes, pairBytes, pieces] = await Promise.all([
    checkedFile(directory, 'encoder.onnx', manifest.files),
    checkedFile(directory, 'pair.onnx', manifest.files),
    checkedFile(directory, 'vocabulary.txt', manifest.files),
  ])
  const [encoder, pair] = await Promise.all([
    InferenceSession.create(encoderBytes, ONE_THREAD),
    InferenceSession.create(pairBytes, ONE_THREAD),
  ])
  const vocabulary = new Vocabulary(pieces.toString('utf8'))
  return {
    digest,
    settings: manifest.decoder,
    async tag(text, signal) {
      const words = wordsOf(text, vocabulary)
      const candidates: Candidate[] = []
      const voice = encoder.outputNames.includes('voice') ? new Float32Array(words.length * VOICE_OUTPUTS) : undefined
      const states = new Float32Array(words.length * STATE_WIDTH)
      for (const window of windowsOf(words)) {
        signal?.throwIfAborted()
        const found = await tagWindow({ words, window, vocabulary, encoder, pair })
        candidates.push(...found.candidates)
        if (found.voice) voice?.set(found.voice, window.first * VOICE_OUTPUTS)
        for (const [which, rows] of found.projections.entries()) layBeside(states, rows, { first: window.first, which })
        freeArrays([...found.projections, ...(found.voice ? [found.voice] : [])])
      }
      return { words, candidates, states, ...(voice && { voice }) }
    },
  }
}

interface Manifest {
  readonly files: Readonly<Record<string, string>>
  readonly decoder: DecoderSettings
}

/** Candidates that the pair head labels at once: bounds memory on a page of nothing but cues. */
const CANDIDATES_AT_ONCE = 64

/** Words to each side of a cue that the pair head looks at first: nine attributions of ten in PolNeAR train lie within. */
const REACH_NEAR = 40
/** What it has learned to look at; taken where the first look does not see the end. */
const REACH_FAR = 72
/** A role that comes this close to the end of the first look may go on behind it. */
const EDGE_WORDS = 4

interface Tagging {
  readonly words: readonly Word[]
  readonly window: Window
  readonly vocabulary: Vocabulary
  readonly encoder: InferenceSession
  readonly pair: InferenceSession
}

/** Writes the rows of one projection into the states of all words, from the word `first` on. */
function layBeside(states: Float32Array, rows: Float32Array, at: { readonly first: number; readonly which: number }): void {
  for (let row = 0; row * PROJECTION_WIDTH < rows.length; row++) {
    const from = row * PROJECTION_WIDTH
    const to = (at.first + row) * STATE_WIDTH + at.which * PROJECTION_WIDTH
    for (let k = 0; k < PROJECTION_WIDTH; k++) states[to + k] = rows[from + k]!
  }
}

async function tagWindow(given: Tagging): Promise<{
  readonly candidates: readonly Candidate[]
  readonly voice: Float32Array | undefined
  readonly projections: readonly Float32Array[]
}> {
  const { ids, features, starts } = encode(given.words, given.window, given.vocabulary)
  const states = await given.encoder.run({ ids: row(ids), features: row(features), starts: list(starts) })
  const cues = candidateCues(states.cue!.data as Float32Array)
  const near = await label(given, { states, cues, reach: REACH_NEAR })
  const cut = cues.filter((_, i) => reachesEdge(near[i]!, given.window))
  const far = await label(given, { states, cues: cut, reach: REACH_FAR })
  const candidates = near.map(candidate => far.find(other => other.first === candidate.first) ?? candidate)
  const projections = PROJECTIONS.map(name => states[name]!.data as Float32Array)
  return { candidates, voice: states.voice?.data as Float32Array | undefined, projections }
}

interface Labelling {
  readonly states: InferenceSession.ReturnType
  readonly cues: readonly PossibleCue[]
  readonly reach: number
}

async function label({ pair, window }: Tagging, { states, cues, reach }: Labelling): Promise<Candidate[]> {
  const offsets = list(Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach))
  const out: Candidate[] = []
  for (let at = 0; at < cues.length; at += CANDIDATES_AT_ONCE) {
    const some = cues.slice(at, at + CANDIDATES_AT_ONCE)
    const first = list(some.map(cue => cue.first))
    const last = list(some.map(cue => cue.last))
    const found = await pair.run({
      word: states.word!,
      first_of: states.first_of!,
      last_of: states.last_of!,
      first,
      last,
      offsets,
    })
    const emissions = found.emissions!.data as Float32Array
    const valid = found.valid!.data as Float32Array
    for (const [k, cue] of some.entries()) {
      const from = Math.max(0, cue.first - reach)
      const to = Math.min(window.last - window.first, cue.first + reach + 1)
      const start = (k * (2 * reach + 1) + from - cue.first + reach) * LABEL_COUNT
      out.push({
        first: window.first + cue.first,
        last: window.first + cue.last,
        cueLogit: cue.logit,
        validLogit: valid[k]!,
        from: window.first + from,
        emissions: emissions.slice(start, start + (to - from) * LABEL_COUNT),
      })
    }
  }
  return out
}

/** Whether a role comes close to an end of the emissions that is no end of the window. */
function reachesEdge(candidate: Candidate, window: Window): boolean {
  const count = candidate.emissions.length / LABEL_COUNT
  const outside = (i: number) => {
    const scores = candidate.emissions.subarray(i * LABEL_COUNT, (i + 1) * LABEL_COUNT)
    return scores[LABEL.outside] === Math.max(...scores)
  }
  const near = (from: number) => Array.from({ length: Math.min(EDGE_WORDS, count) }, (_, i) => from + i).some(i => !outside(i))
  return (
    (candidate.from > window.first && near(0)) || (candidate.from + count < window.last && near(Math.max(0, count - EDGE_WORDS)))
  )
}

function row(numbers: readonly number[]): Tensor {
  return new Tensor('int64', integers(numbers), [1, numbers.length])
}

function list(numbers: readonly number[]): Tensor {
  return new Tensor('int64', integers(numbers), [numbers.length])
}

/** Written as halves, the lower one first as on every processor that the library is built for: a BigInt each would be made to be thrown away. */
function integers(numbers: readonly number[]): BigInt64Array {
  const halves = new Int32Array(2 * numbers.length)
  numbers.forEach((number, i) => {
    halves[2 * i] = number
    halves[2 * i + 1] = number < 0 ? -1 : 0
  })
  return new BigInt64Array(halves.buffer)
}

/** The bytes of a further file of the model; null where its manifest names none. Throws as `openTagger` does. */
export async function furtherFile(directory: string, name: string): Promise<Buffer | null> {
  const manifest = JSON.parse((await modelFile(directory, 'manifest.json')).toString('utf8')) as Manifest
  return name in manifest.files ? checkedFile(directory, name, manifest.files) : null
}
