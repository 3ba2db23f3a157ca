import { describe, expect, it } from 'vitest'
import { exportFrom } from '../../src/cli/export.ts'
import { COLUMNS } from '../../src/cli/export-columns.ts'
import { REFERENCES } from '../../src/cli/export-references.ts'
import { EXPORTS, type ExportName } from '../../src/cli/store-options.ts'
import { loadConfig } from '../../src/config.ts'
import type { Article } from '../../src/record/index.ts'
import type { Store } from '../../src/store/store.ts'
import { tellStory } from '../../src/story/tell.ts'
import { readingOf } from '../story/readings.ts'
import { streamsWith } from './streams.ts'

const READING = readingOf({
  id: 'a1',
  text: 'The quay is old. Norland troops attacked Halm on Monday, Ana Ruiz told reporters.',
  entities: {
    e1: ['Ana Ruiz', 'person', 'Ana Ruiz'],
    e2: ['reporters', 'group', 'reporters'],
    e3: ['Norland troops', 'group', 'Norland troops'],
    e4: ['Halm', 'place', 'Halm'],
  },
  statements: [
    { by: 'Ana Ruiz', cueWords: 'told', says: 'Norland troops attacked Halm on Monday', speaker: 'e1', addressee: 'e2' },
  ],
  events: [{ words: 'attacked', eventType: 'ASSAULT', actors: ['e3'], recipients: ['e4'], onWordOf: 's1' }],
})

const STORE = {
  documents: async function* () {
    yield tellStory({ id: 'story-a1', readings: [READING], rulings: { notCopies: [], notOneClaim: [], notOneEntity: [] } })
  },
  correctedReading: async () => READING,
  close: async () => {},
} as unknown as Store

async function exported(what: ExportName, format: string): Promise<string> {
  const { streams, out } = streamsWith()
  const config = loadConfig({ flags: {}, environment: {} })
  expect(await exportFrom(what, { config, format, streams, openAt: async () => STORE })).toBe(0)
  return out()
}

const rowsOf = async (what: ExportName) =>
  (await exported(what, 'jsonl'))
    .trim()
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

const ARTICLE: Article = {
  ...READING.article,
  id: 'a_1',
  headline: 'Quay & mole:\n50 % {sold}',
  publisher: 'The Harrow Courier',
  datePublished: '2025-05',
  url: 'https://courier.example/quay_1',
  author: ['Ana Ruiz', 'Bell and Brandt'],
}

describe('a reference', () => {
  it('is a record of RIS, each field in its line', () => {
    expect(REFERENCES.ris!.one(ARTICLE).split('\r\n')).toEqual([
      'TY  - NEWS',
      'ID  - a_1',
      'TI  - Quay & mole: 50 % {sold}',
      'AU  - Ana Ruiz',
      'AU  - Bell and Brandt',
      'T2  - The Harrow Courier',
      'PY  - 2025',
      'DA  - 2025/05//',
      'LA  - en',
      'UR  - https://courier.example/quay_1',
      'ER  - ',
      '',
      '',
    ])
  })

  it('is an entry of BibTeX without what TeX would take for its own', () => {
    expect(REFERENCES.bibtex!.one(ARTICLE)).toBe(`@article{a_1,
  title = {{Quay \\& mole: 50 \\% \\{sold\\}}},
  author = {{Ana Ruiz} and {Bell and Brandt}},
  journal = {The Harrow Courier},
  year = {2025},
  month = {5},
  date = {2025-05},
  language = {en},
  url = {https://courier.example/quay_1},
}

`)
    const keys = ['a b', 'a{b', 'a+20+b', 'ä'].map(id => /\{(.*),/.exec(REFERENCES.bibtex!.one({ ...ARTICLE, id }))![1])
    expect(keys).toEqual(['a+20+b', 'a+7b+b', 'a+2b+20+2b+b', '+e4+'])
  })

  it('is an item of CSL-JSON, without what is not known', async () => {
    expect(JSON.parse(REFERENCES.csl!.one(ARTICLE))).toMatchObject({
      type: 'article-newspaper',
      author: [{ literal: 'Ana Ruiz' }, { literal: 'Bell and Brandt' }],
      issued: { 'date-parts': [[2025, 5]] },
    })
    expect(JSON.parse(await exported('articles', 'csl'))).toEqual([
      { id: 'a1', type: 'article-newspaper', 'container-title': 'a1', issued: { 'date-parts': [[2024, 3, 6]] }, language: 'en' },
    ])
  })

  it('is of an article, not of a row of another table', async () => {
    await expect(exported('claims', 'ris')).rejects.toMatchObject({ code: 'usage' })
  })
})

describe('an export', () => {
  it.each(EXPORTS)('of %s has in each row the columns of its table, in their order', async what => {
    const names = COLUMNS[what].map(([name]) => name)
    for (const row of await rowsOf(what)) expect(Object.keys(row)).toEqual(names)
    expect((await exported(what, 'csv')).split('\r\n')[0]).toBe(names.join(','))
  })

  it('says who speaks to whom, as what, and where each word stands', async () => {
    const [row] = await rowsOf('statements')
    expect(row).toMatchObject({ speaker: 'Ana Ruiz', speakerKind: 'person', addressee: 'reporters', language: 'en' })
    const words = ([spans]: readonly string[]) =>
      READING.article.articleBody.slice(...(spans!.split('-').map(Number) as [number]))
    expect([words(row.sourceSpans), words(row.cueSpans), words(row.contentSpans)]).toEqual([row.source, row.cue, row.content])
  })

  it('tells a deed with its sentence, and on whose word it stands', async () => {
    const [row] = await rowsOf('events')
    expect(row).toMatchObject({
      actors: 'Norland troops',
      recipients: 'Halm',
      reportedBy: 'Ana Ruiz',
      sentence: 'Norland troops attacked Halm on Monday, Ana Ruiz told reporters.',
    })
  })
})
