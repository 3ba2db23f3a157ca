import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'

/** All bytes of a file. Throws `input-too-large` before it holds more than the limit, and what `failureOf` makes of the rest. */
export async function bytesOfFile(path: string, bytesMax: number = LIMITS.pageBytesMax): Promise<Uint8Array> {
  const stats = await stat(path).catch(error => Promise.reject(failureOf(error, path)))
  if (stats.size > bytesMax) throw tooLarge(path, bytesMax)
  return collect(createReadStream(path), { input: path, bytesMax })
}

/** All bytes of a stream. The size is counted as it arrives, since pipes and growing files tell none beforehand. */
export async function collect(
  stream: AsyncIterable<Uint8Array>,
  { input, bytesMax = LIMITS.pageBytesMax }: { readonly input: string; readonly bytesMax?: number },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      size += chunk.length
      if (size > bytesMax) throw tooLarge(input, bytesMax)
      chunks.push(chunk)
    }
  } catch (error) {
    throw failureOf(error, input)
  }
  return Buffer.concat(chunks)
}

/** A stream of a file that is known to open. */
export async function streamOfFile(path: string): Promise<Readable> {
  const handle = await open(path, 'r').catch(error => Promise.reject(failureOf(error, path)))
  return handle.createReadStream()
}

/** Any failure as a HearsayError; one that is one already stays as it is. */
export function failureOf(error: unknown, input: string): HearsayError {
  if (error instanceof HearsayError) return error
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new HearsayError('input-not-found', `There is no file ${input}.`, { cause: error })
  const reason = error instanceof Error ? error.message : String(error)
  return new HearsayError('input-unreadable', `It could not be read (${reason}).`, { cause: error })
}

function tooLarge(input: string, bytesMax: number): HearsayError {
  return new HearsayError('input-too-large', `${input} has more than ${bytesMax.toLocaleString('en')} bytes.`)
}
