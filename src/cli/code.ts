import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import { failureOf, streamOfFile } from '../page/bytes.ts'
import { isBlank, linesOf, unzipped } from '../page/lines.ts'
import { type Coder, EVENTS_MODEL, openCoder } from '../reading/events/coder.ts'
import type { Pair } from '../reading/events/marked.ts'
import { writerTo } from './output.ts'
import type { Streams } from './read.ts'
import { explain } from './trouble.ts'

export interface CodeOptions {
  /** The process's own by default. */
  readonly streams?: Streams
  readonly open?: () => Promise<Coder>
}

/**
 * Codes what one party does to the other, where both are given: a line of JSON out for each good line in, in their order, and the
 * exit status. A line that cannot be coded is named on standard error as `INPUT:LINE`. The model is loaded for the first good line.
 */
export async function code(input: string, { streams = process, open = openShipped }: CodeOptions = {}): Promise<number> {
  const write = writerTo(streams.stdout)
  let coder: Coder | undefined
  let failed = false
  let place = 0
  for await (const outcome of pairsOf(input, streams.stdin)) {
    if (outcome.line === undefined) {
      failed = true
      streams.stderr.write(explain(outcome.error, `${input}:${outcome.number}`))
    } else {
      coder ??= await open()
      const { root, quad, confidence } = await coder.code(outcome.line)
      const uid = outcome.line.uid ?? String(place)
      await write(`${JSON.stringify({ uid, root, quad, confidence: Number(confidence.toFixed(4)) })}\n`)
    }
    place += 1
  }
  if (place === 0) throw new HearsayError('input-empty', `${input} has no lines.`)
  return failed ? 1 : 0
}

const openShipped = (): Promise<Coder> => openCoder(EVENTS_MODEL)

interface PairLine extends Pair {
  /** What the line calls itself, echoed; where it has no name, its place, counted from 0, stands for one. */
  readonly uid?: string | number
}

type PairOutcome =
  | { readonly number: number; readonly line: PairLine; readonly error?: undefined }
  | { readonly number: number; readonly line?: undefined; readonly error: unknown }

/** One outcome a line; blank lines are passed over. A stream that breaks is the last one. */
async function* pairsOf(input: string, stdin: AsyncIterable<Uint8Array>): AsyncGenerator<PairOutcome> {
  let number = 0
  const stream = input === '-' ? stdin : await streamOfFile(input)
  try {
    for await (const line of linesOf(/\.gz$/i.test(input) ? unzipped(stream) : stream, LIMITS.recordBytesMax)) {
      number = line.number
      if (line.bytes !== null && isBlank(line.bytes)) continue
      yield outcomeOf(line.bytes, number)
    }
  } catch (error) {
    yield { number: number + 1, error: failureOf(error, input) }
  }
}

function outcomeOf(bytes: Uint8Array | null, number: number): PairOutcome {
  try {
    if (bytes === null) throw new HearsayError('input-too-large', `The line has more than ${LIMITS.recordBytesMax} bytes.`)
    return { number, line: parsePair(bytes) }
  } catch (error) {
    return { number, error }
  }
}

function parsePair(bytes: Uint8Array): PairLine {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new HearsayError('pair-invalid', 'The line is not JSON in UTF-8.', { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('The line is not a JSON object.')
  const fields = value as Readonly<Record<string, unknown>>
  for (const name of ['sentence', 'source', 'target']) {
    if (typeof fields[name] !== 'string') throw invalid(`"${name}" is ${fields[name] === undefined ? 'missing' : 'no string'}.`)
  }
  const uid = fields.uid ?? undefined
  if (uid !== undefined && typeof uid !== 'string' && typeof uid !== 'number')
    throw invalid('"uid" is neither a string nor a number.')
  const { sentence, source, target } = fields as unknown as Pair
  if (sentence.length > LIMITS.articleUnitsMax) throw new HearsayError('input-too-large', 'The sentence is longer than any text.')
  return { uid, sentence, source, target }
}

function invalid(message: string): HearsayError {
  return new HearsayError('pair-invalid', message)
}
