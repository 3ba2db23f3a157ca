import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HearsayError } from '../errors.ts'

/** The shipped model: `models/` lies beside `src/` in a clone and beside `dist/` in the package. */
export const MODELS = join(fileURLToPath(new URL('../..', import.meta.url)), 'models')

/**
 * `sha256:` and the digest of the tagger's manifest, which names each of its files by its own digest: what a Reading by this model says
 * in `reader.model`. The weights in `events/` and `words/` do not count: the first code what `hearsay code` is given, the second join the
 * claims of a Story (`vectorsDigest`), and no Reading depends on either. Nothing is loaded. Throws `model-missing`.
 */
export async function modelDigest(directory: string = MODELS): Promise<string> {
  return `sha256:${digestOf(await modelFile(directory, 'manifest.json'))}`
}

/** The bytes of one file of a model. Throws `model-missing`. */
export async function modelFile(directory: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(directory, name))
  } catch (cause) {
    throw new HearsayError('model-missing', `${name} could not be read.`, { cause })
  }
}

/** SHA-256 in hexadecimal digits. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
