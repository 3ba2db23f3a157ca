import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reader } from '../../src/reader.ts'
import { packMeanings } from '../../src/reading/meanings/meanings.ts'
import type { Page } from '../../src/record/index.ts'
import { readingsOf } from '../../src/store/articles.ts'
import { correct, corrections, undo } from '../../src/store/corrections.ts'
import type { Database } from '../../src/store/database.ts'
import { SqlIndex } from '../../src/store/index-of-stories.ts'
import type { Outcome } from '../../src/store/intake.ts'
import { MIGRATIONS, migrate } from '../../src/store/migrate.ts'
import { openStore, type Store, type StorePlace, storeOn } from '../../src/store/store.ts'
import { oneStory } from '../../src/store/stories.ts'
import { toldBy } from '../../src/store/telling.ts'
import { startWorker } from '../../src/store/worker.ts'
import { MemoryIndex } from '../../src/story/memory.ts'
import { sameAnswers } from './index-answers.ts'
import { databases, folders, type Places } from './places.ts'
import { doubleReader, READER, record } from './readings.ts'
import { SCHEMA_FILE, schemaOf } from './schema.ts'

/** Adds pages through the queue and gives their outcomes in their order. */
async function add(store: Store, pages: readonly Page[], reader = doubleReader()): Promise<Outcome[]> {
  const intake = await store.intake()
  const outcomes = new Map<number, Outcome>()
  const received: (Outcome | number)[] = []
  for (const page of pages) {
    const each = await intake.receive(page, READER)
    received.push('known' in each ? each.known : each.waiting)
  }
  const missing = () => received.some(each => typeof each === 'number' && !outcomes.has(each))
  if (missing()) {
    await new Promise<void>((resolve, reject) => {
      const worker = startWorker({
        database: store.database,
        intake,
        read: reader.read,
        limit: 3,
        onDone: (id, outcome) => {
          outcomes.set(id, outcome)
          if (!missing()) worker.stop().then(resolve, reject)
        },
        onFailure: reject,
      })
    })
  }
  return received.map(each => (typeof each === 'number' ? outcomes.get(each)! : each))
}

async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

const ran = (outcomes: readonly Outcome[]) => outcomes.map(({ outcome, article }) => `${outcome} ${article}`)

describe.each([
  ['a folder', folders],
  ['a server', databases],
])('a store in %s', (_, open) => {
  let places: Places
  let place: StorePlace
  let store: Store
  beforeAll(async () => {
    places = await open()
    place = await places.fresh()
    store = await openStore(place)
  }, 60_000)
  afterAll(async () => {
    await store?.close()
    await places?.close()
  }, 30_000)

  const storyOf = async (article: string) => (await new SqlIndex(store.database).held([article])).get(article)!.story

  it('keeps what clauses mean beside a Reading, not in it', async () => {
    const own = await openStore(await places.fresh())
    const meanings = packMeanings([{ span: [0, 4], vector: Float32Array.of(1, -1) }], 2)
    const double = doubleReader()
    const meaning = { ...double, read: reading(async input => ({ ...(await double.read(input)), meanings })) }
    const asked: (boolean | undefined)[] = []
    function reading(read: Reader['read']): Reader['read'] {
      return (input, options) => {
        asked.push(options?.meanings)
        return read(input, options)
      }
    }
    await add(own, [record('meant')], meaning)
    await add(own, [record('unmeant')])
    expect(asked).toEqual([true])
    const [kept, without] = await readingsOf(own.database, ['meant', 'unmeant'])
    expect([...kept!.meanings!]).toEqual([...meanings])
    expect(without).not.toHaveProperty('meanings')
    expect(await own.reading('meant')).not.toHaveProperty('meanings')
    await own.close()
  })

  it('adds what is new, once', async () => {
    const pages = ['a1', 'a2', 'a3'].map(id => record(id))
    expect(ran(await add(store, pages))).toEqual(['added a1', 'added a2', 'added a3'])
    const again = doubleReader()
    expect(ran(await add(store, pages, again))).toEqual(['unchanged a1', 'unchanged a2', 'unchanged a3'])
    expect(again.log).toEqual([])
  })

  it('updates an article whose words changed, also back to what they were', async () => {
    expect(ran(await add(store, [record('a1', 'The council met again.')]))).toEqual(['updated a1'])
    expect((await store.reading('a1'))?.article.articleBody).toBe('The council met again.')
    expect(ran(await add(store, [record('a1')]))).toEqual(['updated a1'])
    expect((await listed(store.readings())).map(({ article }) => article.id)).toEqual(['a1', 'a2', 'a3'])
  })

  it('reads anew what an earlier version of the reader has read, and calls it unchanged', async () => {
    await store.database.query(`update readings set version = '0.9.0' where article = 'a2'`)
    const again = doubleReader()
    expect(ran(await add(store, [record('a1'), record('a2')], again))).toEqual(['unchanged a1', 'unchanged a2'])
    expect(again.log).toEqual(['a2'])
    expect((await store.reading('a2'))?.reader).toEqual(READER)
  })

  it('reads anew what another model under the same version has read', async () => {
    await store.database.query(`update readings set model = 'sha256:earlier' where article = 'a3'`)
    const again = doubleReader()
    expect(ran(await add(store, [record('a2'), record('a3')], again))).toEqual(['unchanged a2', 'unchanged a3'])
    expect(again.log).toEqual(['a3'])
    expect((await store.reading('a3'))?.reader).toEqual(READER)
  })

  it('keeps words unit for unit that a text column could not hold', async () => {
    const text = 'A nought \0, half a pair \ud83d, and “marks”.'
    expect(ran(await add(store, [record('odd', text)]))).toEqual(['added odd'])
    expect((await store.reading('odd'))?.article.articleBody).toBe(text)
  })

  it('fails one input with its code and goes on with the next, and tries it again when it is given again', async () => {
    const pages = [record('f1', 'fail'), record('f2', ''), record('x'.repeat(600)), record('no\0ught'), record('f3')]
    const outcomes = await add(store, pages)
    expect(outcomes.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'read-timeout',
      'input-empty',
      'record-invalid',
      'record-invalid',
      'added',
    ])
    const again = doubleReader()
    await add(store, pages.slice(0, 1), again)
    expect(again.log).toEqual(['f1'])
  })

  it('knows which inputs were read, and which have just failed', async () => {
    const intake = await store.intake()
    const inputs = ['corpus.jsonl#a1', 'corpus.jsonl#f1', 'corpus.jsonl#never']
    expect([...(await intake.known(inputs, { forgivenMs: 60_000 }))]).toEqual(inputs.slice(0, 2))
    expect([...(await intake.known(inputs, { forgivenMs: 0 }))]).toEqual(inputs.slice(0, 1))
  })

  it('has every article in one story, an article alone too, and lists them all', async () => {
    const stories = await listed(store.stories())
    const documents = await Promise.all(stories.map(({ id }) => store.story(id)))
    const articles = documents.flatMap(document => document.articles.map(({ id }) => id))
    expect(articles.sort()).toEqual(['a1', 'a2', 'a3', 'f3', 'odd'])
    expect(stories.reduce((sum, story) => sum + story.articles, 0)).toBe(articles.length)
    await expect(store.story('none')).rejects.toMatchObject({ code: 'story-unknown' })
  })

  it('tells a story anew that another version has told, or other word vectors, where it is listed, found or opened', async () => {
    const [line] = await listed(store.stories())
    const spoil = (teller: string | null) =>
      store.database.query(
        `update stories set name = 'Told otherwise', document = jsonb_set(document::jsonb, '{name}', '"Told otherwise"')::json,
           told_by = $2 where id = $1`,
        [line!.id, teller],
      )
    await spoil('0.0.1 sha256:other')
    expect(await listed(store.stories())).toContainEqual(line)
    await spoil(null)
    expect((await store.page({ limit: 200 })).stories).toContainEqual(line)
    await spoil(null)
    expect((await store.story(line!.id)).name).toBe(line!.name)
    await spoil(toldBy())
    expect((await store.story(line!.id)).name).toBe('Told otherwise')
    await spoil(null)
    expect((await store.page({ words: line!.name, limit: 1 })).stories).toMatchObject([line])
  })

  it('tells a story again whose articles change while it is told, and at last with its row locked', async () => {
    const [line] = await listed(store.stories())
    const { database } = store
    const mark = () => database.query('update stories set stale = true where id = $1', [line!.id])
    const tries = async (changes: number) => {
      let kept = 0
      const disturbed: Database = {
        ...database,
        transaction: work => database.transaction(work),
        query: async (sql, values) => {
          if (sql.includes('document = $') && kept++ < changes) await mark()
          return database.query(sql, values)
        },
      }
      await mark()
      expect((await oneStory(disturbed, line!.id)).articles).toHaveLength(line!.articles)
      expect(await database.query('select stale from stories where id = $1', [line!.id])).toEqual([{ stale: false }])
      return kept
    }
    expect(await tries(0)).toBe(1)
    expect(await tries(1)).toBe(2)
    // The third goes through the transaction that holds the row.
    expect(await tries(9)).toBe(2)
  })

  it('gives back what a dead process had in its hands, and to one process alone', async () => {
    const intake = await store.intake()
    for (const id of ['d1', 'd2']) await intake.receive(record(id), READER)
    expect(await intake.take(2)).toHaveLength(2)
    expect(await intake.take(2)).toEqual([])
    // The process that has them becomes one that never was: nobody holds its lock.
    await store.database.query('update inputs set session = 1000000 where outcome is null')
    expect(ran(await add(store, [record('d1'), record('d2')]))).toEqual(['added d1', 'added d2'])
    expect(await intake.waiting()).toBe(0)
  })

  it('answers filing as the index in memory does', async () => {
    await sameAnswers(new MemoryIndex(), new SqlIndex(store.database))
    await store.database.query(`delete from filed where article like 'i-%'`)
  })

  it('renames a story, and takes it back', async () => {
    const story = await storyOf('a1')
    const id = await correct(store.database, { by: 'Ada', correction: { kind: 'rename', story, name: 'The council' } })
    expect((await store.story(story)).name).toBe('The council')
    await undo(store.database, { id, by: 'Ada' })
    expect((await store.story(story)).name).toBe('Headline of a1')
    await expect(undo(store.database, { id, by: 'Ada' })).rejects.toMatchObject({ code: 'correction-invalid' })
  })

  it('merges stories, finds them under either id, splits them again, and takes both back', async () => {
    const [one, other] = [await storyOf('a1'), await storyOf('a2')]
    const merged = await correct(store.database, { by: 'Ada', correction: { kind: 'merge', stories: [one, other] } })
    expect((await store.story(other)).articles.map(({ id }) => id)).toEqual(['a1', 'a2'])
    expect(await new SqlIndex(store.database).rulings(['a2'])).toEqual([{ a: 'a1', b: 'a2', together: true }])
    const split = await correct(store.database, { by: 'Ada', correction: { kind: 'split', story: one, articles: ['a2'] } })
    expect(await storyOf('a2')).not.toBe(one)
    expect(await new SqlIndex(store.database).rulings(['a1'])).toEqual([{ a: 'a1', b: 'a2', together: false }])
    await undo(store.database, { id: split, by: 'Ben' })
    await undo(store.database, { id: merged, by: 'Ben' })
    expect([await storyOf('a1'), await storyOf('a2')]).toEqual([one, other])
    expect((await store.story(other)).articles.map(({ id }) => id)).toEqual(['a2'])
    const kept = (await corrections(store.database)).map(({ correction, undone }) => [correction.kind, undone?.by])
    expect(kept.slice(0, 2)).toEqual([
      ['split', 'Ben'],
      ['merge', 'Ben'],
    ])
  })

  it.each([
    { kind: 'merge', stories: ['none', 'nothing'] },
    { kind: 'split', story: 'story-a1', articles: ['a1'] },
    { kind: 'not-a-copy', articles: ['a1', 'none'] },
    { kind: 'rename', story: 'story-a1', name: ' ' },
  ] as const)('refuses what fits nothing: %o', async correction => {
    const refused = correct(store.database, { by: 'Ada', correction })
    await expect(refused).rejects.toMatchObject({ code: expect.stringMatching(/^(?:correction-invalid|story-unknown)$/) })
  })

  it('has the tables that schema.sql shows, and makes them once however many begin', async () => {
    expect(await schemaOf(store.database)).toBe(readFileSync(SCHEMA_FILE, 'utf8'))
    await Promise.all([1, 2, 3].map(() => migrate(store.database)))
  })

  it('is not made where it is only to be read', async () => {
    const nowhere = await places.fresh()
    for (let round = 0; round < 2; round++) {
      await expect(openStore(nowhere, { make: false })).rejects.toMatchObject({ code: 'store-missing' })
    }
  })

  it('refuses a store that a later version has made', async () => {
    const [latest] = MIGRATIONS.slice(-1)
    await expect(migrate(store.database, MIGRATIONS.slice(0, -1))).rejects.toMatchObject({ code: 'store-newer' })
    expect(latest?.number).toBe(MIGRATIONS.length)
  })

  it('finds everything again when it is opened anew', async () => {
    const before = await listed(store.stories())
    await store.close()
    store = await openStore(place)
    expect(await listed(store.stories())).toEqual(before)
    expect(await listed(storeOn(store.database).readings())).toHaveLength(7)
  })
})
