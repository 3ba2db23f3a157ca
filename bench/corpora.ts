import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** The folder of the development corpora, or null with the reason where it is not given: benches say so and measure nothing. */
export function corporaFolder(): string | null {
  const folder = process.env.HEARSAY_CORPORA
  return folder && existsSync(folder) ? folder : null
}

export const CORPORA_MISSING = 'skipped: HEARSAY_CORPORA does not name the folder of the development corpora'

/** Records of a `.jsonl` or `.jsonl.gz` file. */
export function recordsOf<T>(...path: string[]): T[] {
  const bytes = readFileSync(join(...path))
  const text = (path.at(-1)!.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)
}

/** What a bench prints, and whether it keeps its floors. */
export interface BenchResult {
  readonly lines: readonly string[]
  readonly ok: boolean
}
