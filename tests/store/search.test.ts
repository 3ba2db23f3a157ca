import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correct } from '../../src/store/corrections.ts'
import { fileReading } from '../../src/store/filing.ts'
import { searchStories } from '../../src/store/search.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { databases, folders, type Places } from './places.ts'
import { reading } from './readings.ts'

const TEXTS: readonly (readonly [string, string, string])[] = [
  ['s1', 'Ferry to Ostrel stops for the winter', 'The last ferries sail on Friday, harbour master Tilde Brandt said.'],
  ['s2', 'School in Varnes gets a new roof', 'The council of Varnes pays for the roof of the school.'],
  ['s3', 'Harbour of Ostrel is dredged', 'Dredging begins in May; the ferry waits outside the harbour.'],
]

describe.each([
  ['a folder', folders],
  ['a server', databases],
])('searching a store in %s', (_, open) => {
  let places: Places
  let store: Store
  beforeAll(async () => {
    places = await open()
    store = await openStore(await places.fresh())
    for (const [id, headline, articleBody] of TEXTS) {
      const mentions = [{ span: [0, 5] as const, form: 'name' as const }]
      const entities = id === 's1' ? [{ id: 'e1', name: 'Tilde Brandt', kind: 'person' as const, country: null, mentions }] : []
      const made = reading(id, { headline, articleBody, publisher: 'Ostrel Post' }, { entities })
      await store.database.transaction(tx => fileReading(tx, made))
    }
    // Two lines about one harbour are too few to be told apart by; what is looked at here is how stories are found.
    await correct(store.database, {
      by: 'test',
      correction: { kind: 'not-the-same', what: 'articles', articles: ['s3', 's1'] },
    }).catch(() => {})
  }, 60_000)
  afterAll(async () => {
    await store?.close()
    await places?.close()
  }, 30_000)

  const found = async (text: string, limit?: number) => {
    const { stories } = await searchStories(store.database, limit === undefined ? { text } : { text, limit })
    return stories.map(({ matches, by }) => `${by} ${matches.join()}`)
  }

  it('finds words in whatever form they stand, those of headlines first', async () => {
    expect(await found('ferries')).toEqual(['words s1', 'words s3'])
    expect(await found('harbour')).toEqual(['words s3', 'words s1'])
    expect((await searchStories(store.database, { text: 'school roof' })).stories[0]).toMatchObject({
      name: 'School in Varnes gets a new roof',
      articles: 1,
      publishers: 1,
    })
  })

  it('takes phrases, choices and exclusions', async () => {
    expect(await found('"the roof of the school"')).toEqual(['words s2'])
    expect(await found('ferry -dredging')).toEqual(['words s1'])
    expect(await found('school or dredging')).toEqual(['words s2', 'words s3'])
  })

  it('finds names that are written a little otherwise', async () => {
    expect(await found('Tilda Brant')).toEqual(['likeness s1'])
    expect(await found('Varness')).toEqual(['likeness s2'])
    expect(await found('Zwettl')).toEqual([])
  })

  it('wants exactly what stands in marks, is chosen or excluded', async () => {
    expect(await found('Varness')).toEqual(['likeness s2'])
    expect(await found('"Varness"')).toEqual([])
    expect(await found('Varness or Varness')).toEqual([])
    expect(await found('Varness -Zwettl')).toEqual([])
  })

  it('finds the name that a person gave before the words of articles', async () => {
    const [story] = (await searchStories(store.database, { text: 'Dredging' })).stories
    const named = await correct(store.database, {
      by: 'test',
      correction: { kind: 'rename', story: story!.id, name: 'Brandt and the sandbank' },
    })
    expect(await found('sandbank')).toEqual(['words '])
    expect(await found('Brandt')).toEqual(['words ', 'words s1'])
    await store.undo({ id: named, by: 'test' })
    expect(await found('sandbank')).toEqual([])
  })

  it('gives page by page what it gives at once', async () => {
    const walked = []
    let after: string | null = null
    do {
      const page = await searchStories(store.database, { text: 'ferry', after, limit: 1 })
      walked.push(...page.stories.map(({ matches }) => matches[0]))
      after = page.next
    } while (after !== null)
    expect(walked.map(article => `words ${article}`)).toEqual(await found('ferry'))
    expect(walked).toHaveLength(2)
  })

  it('goes on after the story that was shown last, also where others have come before it', async () => {
    const first = await searchStories(store.database, { text: 'harbour', limit: 1 })
    expect(first.stories[0]!.matches).toEqual(['s3'])
    const [other] = (await searchStories(store.database, { text: 'school' })).stories
    const named = await correct(store.database, {
      by: 'test',
      correction: { kind: 'rename', story: other!.id, name: 'A roof by the harbour' },
    })
    const second = await searchStories(store.database, { text: 'harbour', after: first.next, limit: 1 })
    expect(second).toMatchObject({ stories: [{ matches: ['s1'] }], next: null })
    await store.undo({ id: named, by: 'test' })
    await expect(searchStories(store.database, { text: 'harbour', after: 'W10' })).rejects.toMatchObject({
      code: 'request-invalid',
    })
  })

  it('finds the beginnings of words where the server has no trigrams', async () => {
    await store.database.query('drop index hearsay.articles_called')
    expect(await found('harbo')).toEqual(['likeness s3', 'likeness s1'])
    expect(await found('var')).toEqual(['likeness s2'])
    expect(await found('Zwettl')).toEqual([])
  })

  it('gives no more than is asked for, and nothing for no words', async () => {
    expect(await found('ferries', 1)).toEqual(['words s1'])
    expect(await found(`  `)).toEqual([])
    expect(await found(`!&|():*'"\\ \0`)).toEqual([])
    expect(await found('x'.repeat(100_000))).toEqual([])
  })
})
