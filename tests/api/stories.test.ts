import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import { ReadingSchema } from '../../src/api/schemas.ts'
import { CorrectedSchema } from '../../src/api/schemas-corrections.ts'
import { StoreSchema, StoryPageSchema, StorySchema } from '../../src/api/schemas-story.ts'
import type { Reading } from '../../src/record/index.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { folders, type Places } from '../store/places.ts'
import { reading } from '../store/readings.ts'
import { keep, shelfOf } from './shelves.ts'

let places: Places
let store: Store
let ask: (path: string, init?: RequestInit) => Promise<Response>

/** Articles that have nothing to do with one another, so that each is a story. */
const TOLD = [
  [
    'Herons nest on the quay',
    'Eleven herons have built their nests on the old quay at Harrow Bay, Ada Lowe, a keeper, said.',
    '2031-01-11',
  ],
  [
    'Bridge creaks in the wind',
    'Drivers in Tolvany hear the iron bridge groan at night. Bram Tull will oil its bolts.',
    '2031-02-11',
  ],
  [
    'Street lamps go dark',
    'A fuse blew and the lamps of Aunedale went out for six hours. “Nobody fell,” Cy Pell told shopkeepers.',
    '2031-03-11',
  ],
  [
    'Two ferries change their timetable',
    'Ferries from Quillmouth leave earlier from May, since the tide has washed sand into the channel.',
    '2031-04-11',
  ],
  [
    'Orchards bloom too soon',
    'Pear trees near Saint Orrin stand in blossom, and growers fear frost. Di Roe sprays them with water.',
    null,
  ],
] as const

const READINGS: readonly Reading[] = TOLD.map(([headline, articleBody, datePublished], index) =>
  reading(`a/${index}?`, { headline, articleBody, datePublished }),
)

beforeAll(async () => {
  places = await folders()
  store = await openStore(await places.fresh())
  await keep(store, READINGS)
  await keep(store, [withSpeaker()])
  const app = createApp({
    reader: { read: async () => READINGS[0]! },
    webRoot: '',
    samples: [],
    shelf: shelfOf(store),
    loopback: true,
    allowPrivate: false,
    log: () => {},
  })
  ask = async (path, init) => app.request(`http://127.0.0.1${path}`, init)
}, 60_000)

afterAll(async () => {
  await store.close()
  await places.close()
})

function withSpeaker(): Reading {
  const body = 'The mill closes, Wren Oake said. Lise Farrow was there.'
  return reading(
    'mill',
    { headline: 'Mill to close', articleBody: body, datePublished: '2030-01-01' },
    {
      entities: [
        { id: 'e1', name: 'Wren Oake', kind: 'person', country: null, mentions: [{ span: [17, 26], form: 'name' }] },
        { id: 'e2', name: 'Lise Farrow', kind: 'person', country: null, mentions: [{ span: [33, 44], form: 'name' }] },
      ],
      statements: [
        {
          id: 's1',
          source: [[17, 26]],
          cue: [[27, 31]],
          content: [[0, 15]],
          speaker: 'e1',
          speakerConfidence: 0.9,
          cueLemma: 'say',
          attitude: 'neutral',
          quotation: 'indirect',
          polarity: 'asserted',
          within: null,
          confidence: 0.9,
        },
      ],
    },
  )
}

const page = async (query = '') => StoryPageSchema.strict().parse(await (await ask(`/api/stories${query}`)).json())

const correct = (correction: object, headers: Record<string, string> = {}) =>
  ask('/api/corrections', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ correction }),
  })

const corrected = async (correction: object) => {
  const response = await correct(correction)
  expect(response.status).toBe(201)
  return CorrectedSchema.strict().parse(await response.json())
}

const undo = (id: number) => ask(`/api/corrections/${id}`, { method: 'DELETE' })

const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { error: { code: string } }).error.code,
]

describe('GET /api/stories', () => {
  it('gives all stories page by page, the latest first and undated ones last', async () => {
    const whole = await page()
    expect(whole.next).toBeNull()
    expect(whole.stories.map(({ lastPublished }) => lastPublished)).toEqual([
      '2031-04-11',
      '2031-03-11',
      '2031-02-11',
      '2031-01-11',
      '2030-01-01',
      null,
    ])
    const walked = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const part = await page(`?limit=2${cursor && `&cursor=${cursor}`}`)
      walked.push(...part.stories)
      cursor = part.next
    }
    expect(walked).toEqual(whole.stories)
  })

  it('searches the words of the articles', async () => {
    expect((await page('?q=herons')).stories.map(({ name }) => name)).toEqual(['Herons nest on the quay'])
    expect((await page(`?q=${encodeURIComponent('"Cy Pell"')}`)).stories).toHaveLength(1)
    expect((await page('?q=zeppelin')).stories).toEqual([])
    expect((await page('?q=%20')).stories).toHaveLength(6)
  })

  it('finds names that are written a little otherwise, and says so', async () => {
    const found = async (q: string) => (await page(`?q=${q}`)).stories.map(({ name, by }) => `${by}: ${name}`)
    expect(await found('Wren%20Oake')).toEqual(['words: Mill to close'])
    expect(await found('Wrenn%20Oakes')).toEqual(['likeness: Mill to close'])
  })

  it('pages through what it finds, and bounds what is asked', async () => {
    const first = await page('?q=herons%20or%20lamps&limit=1')
    const second = await page(`?q=herons%20or%20lamps&limit=1&cursor=${first.next}`)
    expect([...first.stories, ...second.stories]).toEqual((await page('?q=herons%20or%20lamps')).stories)
    expect(second.next).toBeNull()
    expect(await codeOf(await ask(`/api/stories?q=${'x'.repeat(201)}`))).toEqual([400, 'request-invalid'])
    expect(await codeOf(await ask(`/api/stories?q=lamps&cursor=W10`))).toEqual([400, 'request-invalid'])
  })

  it.each(['?cursor=abc', '?cursor=W10', '?limit=0', '?limit=9999', '?limit=x'])('refuses %s', async query => {
    expect(await codeOf(await ask(`/api/stories${query}`))).toEqual([400, 'request-invalid'])
  })
})

describe('a story and its articles', () => {
  it('have the form that the description promises', async () => {
    const { stories } = await page('?q=herons')
    const story = StorySchema.strict().parse(await (await ask(`/api/stories/${encodeURIComponent(stories[0]!.id)}`)).json())
    expect(story.articles.map(({ id }) => id)).toEqual(['a/0?'])
    const response = await ask(`/api/articles/${encodeURIComponent('a/0?')}`)
    expect(ReadingSchema.strict().parse(await response.json())).toEqual(READINGS[0])
  })

  it('come as files too', async () => {
    const response = await ask('/api/articles/mill?format=csv')
    expect(response.headers.get('content-disposition')).toContain('reading.csv')
    expect(await response.text()).toContain('Wren Oake')
    expect(await codeOf(await ask('/api/articles/mill?format=pdf'))).toEqual([400, 'request-invalid'])
  })

  it('are unknown where they are not held', async () => {
    expect(await codeOf(await ask('/api/stories/nothing'))).toEqual([404, 'story-unknown'])
    expect(await codeOf(await ask('/api/articles/nothing'))).toEqual([404, 'article-unknown'])
  })

  it('are counted', async () => {
    expect(StoreSchema.strict().parse(await (await ask('/api/store')).json())).toEqual({
      kind: 'own',
      articles: 6,
      reading: null,
    })
  })
})

describe('corrections', () => {
  const storyOf = async (word: string) => (await page(`?q=${word}`)).stories[0]!.id
  const nameOf = async (word: string) => (await page(`?q=${word}`)).stories[0]!.name

  it('are done, logged, and undone', async () => {
    const story = await storyOf('lamps')
    const before = await nameOf('lamps')
    const { id } = await corrected({ kind: 'rename', story, name: 'Lamps of Aunedale' })
    expect(await nameOf('lamps')).toBe('Lamps of Aunedale')
    expect((await undo(id)).status).toBe(200)
    expect(await nameOf('lamps')).toBe(before)
    const log = (await (await ask(`/api/corrections?story=${encodeURIComponent(story)}`)).json()) as { corrections: object[] }
    expect(log.corrections).toMatchObject([{ id, correction: { kind: 'rename' }, undone: { by: 'web' } }])
    expect(await codeOf(await undo(id))).toEqual([409, 'correction-invalid'])
  })

  it('say which articles they moved, and a story that was joined is found under both names', async () => {
    const [into, from] = [await storyOf('herons'), await storyOf('ferries')]
    const { id, moved } = await corrected({ kind: 'merge', stories: [into, from] })
    expect(moved).toEqual([{ article: 'a/3?', from, to: into }])
    const story = StorySchema.parse(await (await ask(`/api/stories/${encodeURIComponent(from)}`)).json())
    expect(story.articles).toHaveLength(2)
    await undo(id)
    expect((await page('?q=herons')).stories[0]!.articles).toBe(1)
  })

  it('show in the Reading whose words they were', async () => {
    const content = { article: 'mill', span: [0, 15], exact: 'The mill closes' }
    const { id } = await corrected({ kind: 'wrong-speaker', content, speaker: 'Lise Farrow' })
    const speaker = async () => (await (await ask('/api/articles/mill')).json()).statements[0].speaker
    expect(await speaker()).toBe('e2')
    await undo(id)
    expect(await speaker()).toBe('e1')
  })

  it.each([
    [{ kind: 'praise' }, 400],
    [{ kind: 'rename', story: 'x', name: ' ' }, 400],
    [{ kind: 'not-the-same', what: 'claim', articles: ['a', 'b'] }, 400],
    [{ kind: 'rename', story: 'nothing', name: 'Something' }, 404],
    [{ kind: 'not-a-copy', articles: ['mill', 'nothing'] }, 409],
  ])('%j is refused', async (correction, status) => {
    expect((await correct(correction)).status).toBe(status)
  })

  it('are taken from this server’s own pages and from programs, not from pages of other sites', async () => {
    const correction = { kind: 'rename', story: await storyOf('orchards'), name: 'Mine' }
    const foreign = { origin: 'https://elsewhere.example' }
    expect(await codeOf(await correct(correction, foreign))).toEqual([403, 'request-foreign'])
    expect(await codeOf(await ask('/api/corrections/1', { method: 'DELETE', headers: foreign }))).toEqual([
      403,
      'request-foreign',
    ])
  })
})
