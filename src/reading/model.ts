import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HearsayError } from '../errors.ts'

/** The shipped model: `models/` lies beside `src/` in a clone and beside `dist/` in the package. */
export const MODELS = join(fileURLToPath(new URL('../..', import.meta.url)), 'models')

/**
 * `sha256:` and the digest of the tagger's manifest, which names each of its files by its own digest: what a Reading by this model says
 * in `reader.model`. The weights in `events/`, `words/` and `cross/` do not count: the first code what `hearsay code` is given, the others join the
 * claims of a Story (`vectorsDigest`, `crossEncoderDigest`), and no Reading depends on them. Nothing is loaded. Throws `model-missing`.
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

/** The same, where they are those that `files` names by their digest. Throws `model-mismatch` where they are not. */
export async function checkedFile(directory: string, name: string, files: Readonly<Record<string, string>>): Promise<Buffer> {
  const bytes = await modelFile(directory, name)
  if (digestOf(bytes) === files[name]) return bytes
  throw new HearsayError('model-mismatch', `${name} is not the file that the manifest names.`)
}

/** SHA-256 in hexadecimal digits. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
