import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { add } from '../../src/cli/add.ts'
import { exportFrom } from '../../src/cli/export.ts'
import { EXPORTS, type StoreOptions } from '../../src/cli/store-options.ts'
import { stories, story } from '../../src/cli/stories.ts'
import { work } from '../../src/cli/work.ts'
import { loadConfig } from '../../src/config.ts'
import { HearsayError } from '../../src/errors.ts'
import { NOTICE } from '../../src/format/index.ts'
import type { Reading } from '../../src/record/index.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { VERSION } from '../../src/version.ts'
import { READING } from '../format/example.ts'
import { folderWith } from '../page/files.ts'
import { folders, type Places } from '../store/places.ts'
import { doubleReader, textOf } from '../store/readings.ts'
import { streamsWith } from './streams.ts'

const reader = { version: VERSION, model: 'sha256:double' }
const record = (id: string, text = textOf(id)) => `${JSON.stringify({ id, text, headline: `Council of ${id}` })}\n`

let places: Places
let store: Store
beforeAll(async () => {
  places = await folders()
  store = await openStore(await places.fresh())
}, 60_000)
afterAll(async () => {
  await store.close()
  await places.close()
})

const config = { ...loadConfig({ environment: {}, folder: '/' }), threads: 2 }
/** One store for all, since to open one takes a second. */
const openAt = async () => ({ ...store, close: async () => {} })

/** Runs `hearsay add` on a corpus from standard input. */
async function added(
  corpus: string,
  open: () => Promise<ReturnType<typeof doubleReader>> = async () => doubleReader(reader),
  version = reader,
) {
  const { streams, out, err } = streamsWith({ stdin: corpus })
  const status = await add(['-'], { flags: {}, config, streams, open, version: async () => version, openAt })
  const lines = out()
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
  return { status, lines, err: err() }
}

async function shown(run: (options: StoreOptions) => Promise<number>) {
  const { streams, out } = streamsWith()
  expect(await run({ config, streams, openAt })).toBe(0)
  return out()
}

describe('hearsay add', () => {
  it('says of each input what became of it, in their order, and ends with 1 where one failed', async () => {
    const { status, lines, err } = await added([record('1'), record('2', 'fail'), '{}\n', record('3')].join(''))
    expect(lines).toEqual([
      { input: '-#1', outcome: 'added', article: '1', code: null },
      { input: '-#2', outcome: 'failed', article: null, code: 'read-timeout' },
      { input: '-:3', outcome: 'failed', article: null, code: 'record-invalid' },
      { input: '-#3', outcome: 'added', article: '3', code: null },
    ])
    expect(status).toBe(1)
    expect(err.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^hearsay: -#2: read-timeout: It took too long\. .+\.md\.$/),
      expect.stringMatching(/^hearsay: -:3: record-invalid: "id" is missing\./),
    ])
  })

  it('opens no reader where nothing is new, and says so', async () => {
    const none = async () => Promise.reject(new Error('It was opened.'))
    const { status, lines } = await added(record('1') + record('3'), none)
    expect(lines.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
    expect(status).toBe(0)
  })

  it('reads anew under a new model, and under that one not again', async () => {
    const newer = { ...reader, model: 'sha256:newer' }
    const again = doubleReader(newer)
    for (const _ of [1, 2]) {
      expect((await added(record('1'), async () => again, newer)).lines).toEqual([
        { input: '-#1', outcome: 'unchanged', article: '1', code: null },
      ])
    }
    expect(again.log).toEqual(['1'])
  })

  it('says once that it is added where one page is given twice', async () => {
    const { lines } = await added(record('twice') + record('twice') + record('twice', 'And more.'))
    expect(lines.map(({ outcome }) => outcome)).toEqual(['added', 'unchanged', 'updated'])
  })

  it('ends at once where the model is missing, and reads what waits the next time', async () => {
    const missing = async () => Promise.reject(new HearsayError('model-missing', 'There is no model.'))
    await expect(added(record('late'), missing)).rejects.toMatchObject({ code: 'model-missing' })
    expect((await added(record('late'))).lines).toEqual([{ input: '-#late', outcome: 'added', article: 'late', code: null }])
  })

  it('refuses a folder that holds other things', async () => {
    const elsewhere = { ...config, data: folderWith({ 'letter.txt': 'x' }) }
    await expect(add(['-'], { flags: {}, config: elsewhere })).rejects.toMatchObject({ code: 'store-unreadable' })
  })
})

describe('hearsay stories and story', () => {
  it('list every story, and show one by its id', async () => {
    const lines = (await shown(options => stories(options))).trimEnd().split('\n')
    expect(lines.map(line => JSON.parse(line).articles)).toEqual([1, 1, 1, 1])
    const { id } = JSON.parse(lines[0]!)
    const told = JSON.parse(await shown(options => story(id, options)))
    expect(told).toMatchObject({ schema: 'hearsay-story/1', id })
    expect(told.articles).toHaveLength(1)
    expect(await shown(options => story(id, { ...options, format: 'text' }))).toContain(NOTICE)
  })

  it('are tables and text, too', async () => {
    const table = await shown(options => stories({ ...options, format: 'csv' }))
    expect(table.split('\r\n')).toHaveLength(6)
    expect(JSON.parse(await shown(options => stories({ ...options, format: 'json' }))).stories).toHaveLength(4)
    expect(await shown(options => stories({ ...options, format: 'text' }))).toContain('1 article · 1 outlet · 1 origin')
  })
})

describe('a command that only reads', () => {
  it.each([
    ['stories', stories],
    ['story', (options: StoreOptions) => story('s1', options)],
    ['export', (options: StoreOptions) => exportFrom('claims', options)],
  ])('(%s) says that there is no store, and makes none', async (_, command) => {
    const data = join(folderWith({}), 'mistyped')
    await expect(command({ config: { ...config, data } })).rejects.toMatchObject({ code: 'store-missing' })
    expect(existsSync(data)).toBe(false)
  })
})

describe('hearsay export', () => {
  beforeAll(async () => {
    const full = { ...doubleReader(reader), read: async (): Promise<Reading> => ({ ...READING, reader }) }
    await added(record('full'), async () => full)
  })

  it.each(EXPORTS)('writes %s as lines, as an object and as a table', async what => {
    const lines = (await shown(options => exportFrom(what, options))).split('\n').filter(Boolean)
    for (const line of lines) expect(JSON.parse(line)).toBeTypeOf('object')
    const object = JSON.parse(await shown(options => exportFrom(what, { ...options, format: 'json' })))
    expect(what === 'network' ? object.edges : object[what]).toHaveLength(lines.length)
    const table = await shown(options => exportFrom(what, { ...options, format: 'csv' }))
    if (lines.length > 0) expect(table.split('\r\n')[0]!.split(',')).toEqual(Object.keys(JSON.parse(lines[0]!)))
  })

  it('has the words of the articles in it', async () => {
    const lines = (await shown(options => exportFrom('statements', options))).split('\n').filter(Boolean)
    expect(lines).toHaveLength(READING.statements!.length)
    expect(READING.article.articleBody).toContain(JSON.parse(lines[0]!).content.split(' […] ')[0])
  })

  it('writes graphs as GraphML, and tables not', async () => {
    const graph = await shown(options => exportFrom('network', { ...options, format: 'graphml' }))
    expect(graph).toMatch(/^<\?xml.+<graphml.+<node id=".+<edge source=".+<\/graphml>\n$/s)
    await expect(exportFrom('claims', { config, openAt, format: 'graphml' })).rejects.toMatchObject({ code: 'usage' })
  })
})

describe('hearsay work', () => {
  it('is for servers', async () => {
    await expect(work({ config })).rejects.toMatchObject({ code: 'usage' })
  })
})
