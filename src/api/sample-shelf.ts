import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HearsayError } from '../errors.ts'
import { pagesOf } from '../page/inputs.ts'
import type { Reader } from '../reader.ts'
import type { Page } from '../record/index.ts'
import { fileReading } from '../store/filing.ts'
import { openStore, type Store } from '../store/store.ts'
import { VERSION } from '../version.ts'
import type { Shelf } from './shelf.ts'

export interface SampleShelfOptions {
  /** A corpus in JSON Lines. */
  readonly corpus: string
  /** Where stores of samples are kept from start to start; null: nowhere, a temporary folder does. */
  readonly folder: string | null
  readonly reader: Pick<Reader, 'read'>
  /** Articles read at once. */
  readonly threads: number
  /** A file that changes whenever the program does; what an older one has read is not shown. */
  readonly stamp?: string
  readonly log: (line: string) => void
  readonly openAt?: typeof openStore
}

/** A store of the samples. It opens when it is first asked for, and fills while the server answers already. */
export function sampleShelf(options: SampleShelfOptions): Shelf {
  const progress = { done: 0, of: linesOf(options.corpus) }
  let opening: Promise<Kept> | undefined
  let filling: Promise<void> = Promise.resolve()
  let closing = false

  const open = () => {
    opening ??= start()
    return opening
  }
  const start = () => {
    const kept = openKept(options)
    filling = kept
      .then(({ store }) => fill(store, { ...options, progress, stopped: () => closing }))
      .catch((error: unknown) => options.log(`The samples could not be read: ${error instanceof Error ? error.message : error}`))
      .finally(() => {
        progress.done = progress.of
      })
    return kept
  }
  return {
    kind: 'samples',
    store: async () => (await open()).store,
    progress: () => (progress.done < progress.of ? { ...progress } : null),
    close: async () => {
      closing = true
      await filling
      const kept = await opening?.catch(() => null)
      await kept?.store.close()
      kept?.remove()
    },
  }
}

interface Kept {
  readonly store: Store
  /** Takes away a folder that is not to be kept. */
  readonly remove: () => void
}

/** Opens the store of exactly these samples and this program; where another server has it open, one in a temporary folder. */
async function openKept({ corpus, folder, stamp, openAt = openStore }: SampleShelfOptions): Promise<Kept> {
  if (folder !== null) {
    const name = nameOf([corpus, stamp])
    try {
      const kept = { store: await openAt({ data: join(folder, name) }), remove: () => {} }
      forgetOthers(folder, name)
      return kept
    } catch (error) {
      if (!(error instanceof HearsayError) || !PASSING.has(error.code)) throw error
    }
  }
  const data = mkdtempSync(join(tmpdir(), 'hearsay-samples-'))
  return { store: await openAt({ data }), remove: () => rmSync(data, { recursive: true, force: true }) }
}

const PASSING: ReadonlySet<string> = new Set(['store-locked', 'store-newer', 'store-unreadable'])

function nameOf(files: readonly (string | undefined)[]): string {
  const digest = createHash('sha256').update(VERSION)
  for (const file of files) if (file !== undefined && existsSync(file)) digest.update(readFileSync(file))
  return digest.digest('hex').slice(0, 12)
}

/** Stores of earlier samples take room for nothing; one that a running server has open stays. */
function forgetOthers(folder: string, name: string): void {
  for (const other of readdirSync(folder)) {
    if (other === name || !/^[\da-f]{12}$/.test(other) || existsSync(join(folder, other, 'lock'))) continue
    rmSync(join(folder, other), { recursive: true, force: true })
  }
}

interface Filling extends SampleShelfOptions {
  readonly progress: { done: number }
  readonly stopped: () => boolean
}

/** Reads and files what is not held yet, in the order of the corpus; each article is kept whole or not at all. */
async function fill(store: Store, { corpus, reader, threads, progress, stopped }: Filling): Promise<void> {
  const held = await heldIn(store)
  const missing: Page[] = []
  for await (const { page } of pagesOf([corpus])) {
    if (page?.kind !== 'record') continue
    if (held.has(page.record.id)) progress.done += 1
    else missing.push(page)
  }
  for (let at = 0; at < missing.length && !stopped(); at += threads) {
    const readings = await Promise.all(missing.slice(at, at + threads).map(page => reader.read({ page }, { meanings: true })))
    for (const reading of readings) {
      await store.database.transaction(tx => fileReading(tx, reading))
      progress.done += 1
    }
  }
  if (!stopped()) await store.refresh()
}

async function heldIn(store: Store): Promise<ReadonlySet<string>> {
  const rows = await store.database.query<{ article: string }>('select article from filed')
  return new Set(rows.map(({ article }) => article))
}

function linesOf(corpus: string): number {
  if (!existsSync(corpus)) return 0
  return readFileSync(corpus, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '').length
}
