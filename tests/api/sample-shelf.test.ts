import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { sampleShelf } from '../../src/api/sample-shelf.ts'
import { serve } from '../../src/api/serve.ts'
import type { Reader } from '../../src/reader.ts'
import { openFast } from '../store/places.ts'
import { doubleReader } from '../store/readings.ts'

// Making a store takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const root = mkdtempSync(join(tmpdir(), 'hearsay-samples-test-'))
const corpus = join(root, 'corpus.jsonl')
const folder = join(root, 'kept')
mkdirSync(folder)
const LINES = ['Herons nest on the quay.', 'A bridge in Tolvany creaks.', 'Lamps went out in Aunedale.']
writeFileSync(corpus, LINES.map((text, index) => `${JSON.stringify({ id: `a${index}`, text })}\n`).join(''))

afterAll(() => rmSync(root, { recursive: true, force: true }))

const open = (reader: Pick<Reader, 'read'>, log: (line: string) => void = () => {}) =>
  sampleShelf({ corpus, folder, reader, threads: 2, log, openAt: openFast })

describe('the store of samples', () => {
  it('fills while it is shown, is kept, and does not read again what it has', async () => {
    let begin: () => void = () => {}
    const gate = new Promise<void>(resolve => {
      begin = resolve
    })
    const first = doubleReader()
    const shelf = open({ read: (...given) => gate.then(() => first.read(...given)) })
    expect(shelf.progress()).toEqual({ done: 0, of: 3 })
    const store = await shelf.store()
    expect(await store.counts()).toEqual({ articles: 0, stories: 0 })
    begin()
    await vi.waitFor(() => expect(shelf.progress()).toBeNull(), { timeout: 20_000 })
    expect(await store.counts()).toEqual({ articles: 3, stories: 3 })
    await shelf.close()

    const second = doubleReader()
    const again = open(second)
    await again.store()
    await vi.waitFor(() => expect(again.progress()).toBeNull())
    expect(second.log).toEqual([])

    // Another server beside it has one of its own, and leaves nothing behind.
    const beside = open(second)
    await vi.waitFor(async () => expect(await (await beside.store()).counts()).toMatchObject({ articles: 3 }), {
      timeout: 20_000,
    })
    expect(second.log).toEqual(['a0', 'a1', 'a2'])
    await Promise.all([beside.close(), again.close()])
    expect(readdirSync(folder)).toHaveLength(1)
  })

  it('says so when they cannot be read, and is shown all the same', async () => {
    const lines: string[] = []
    const shelf = sampleShelf({
      corpus,
      folder: null,
      threads: 1,
      openAt: openFast,
      reader: { read: async () => Promise.reject(new Error('no model')) },
      log: line => lines.push(line),
    })
    await shelf.store()
    await vi.waitFor(() => expect(lines).toEqual(['The samples could not be read: no model']))
    expect(shelf.progress()).toBeNull()
    await shelf.close()
  })
})

describe('a server on a store of the user’s own', () => {
  const worker = new URL('../reader/double.ts', import.meta.url)

  it('shows it, and ends at once where another process has it open', async () => {
    const data = join(root, 'own')
    const store = await openFast({ data })
    await expect(serve({ port: 0, worker, webRoot: '', store: { data } })).rejects.toMatchObject({ code: 'store-locked' })
    await store.close()
    const server = await serve({ port: 0, worker, webRoot: '', store: { data } })
    expect(await (await fetch(`${server.url}/api/store`)).json()).toEqual({ kind: 'own', articles: 0, reading: null })
    expect(await (await fetch(`${server.url}/api/stories`)).json()).toEqual({ stories: [], next: null })
    await server.close()
  })
})
