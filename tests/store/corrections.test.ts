import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { exportFrom } from '../../src/cli/export.ts'
import { loadConfig } from '../../src/config.ts'
import type { Article, Correction, Entity, Passage, Reading, Span, Statement } from '../../src/record/index.ts'
import { fileReading } from '../../src/store/filing.ts'
import { SqlIndex } from '../../src/store/index-of-stories.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { streamsWith } from '../cli/streams.ts'
import { databases, folders, type Places } from './places.ts'
import { READER, reading } from './readings.ts'

const FIRE =
  'A fire destroyed the sawmill of Varnes on Monday night. Fire chief Tilde Brandt said the blaze began in the drying kiln of the sawmill. No worker of the Varnes sawmill was hurt.'
const FERRY =
  'The ferry to Ostrel ran aground off the lighthouse on Tuesday. Captain Ove Lind said the Ostrel ferry had lost its rudder near the lighthouse. Forty passengers of the ferry were taken ashore.'

/** An article of the fire or the ferry; `more` makes it another outlet's. */
const fire = (id: string, more = '') => made(id, { headline: 'Sawmill of Varnes burns down', articleBody: FIRE + more })
const ferry = (id: string, more = '') => made(id, { headline: 'Ostrel ferry runs aground', articleBody: FERRY + more })

function made(id: string, given: Partial<Article>): Reading {
  const body = given.articleBody!
  const entities = ['Tilde Brandt', 'Ove Lind', 'Varnes', 'Ostrel'].flatMap((name, index): Entity[] => {
    const at = body.indexOf(name)
    const kind = index < 2 ? 'person' : 'place'
    return at < 0
      ? []
      : [{ id: `e${index}`, name, kind, country: null, mentions: [{ span: [at, at + name.length], form: 'name' }] }]
  })
  const statements = saidIn(body, entities)
  return reading(
    id,
    { datePublished: '2025-09-03', publisher: `Outlet of ${id}`, ...given },
    { entities, statements, sentences: sentencesIn(body, statements) },
  )
}

function sentencesIn(body: string, statements: readonly Statement[]): Reading['sentences'] {
  return [...body.matchAll(/[^.]+\./g)].map(({ index, 0: sentence }) => {
    const start = index + sentence.length - sentence.trimStart().length
    const said = statements.some(({ cue }) => cue.some(([at]) => at >= start && at < index + sentence.length))
    return { span: [start, index + sentence.length], voice: said ? 'attributed' : 'outlet', loaded: [] }
  })
}

/** The one sentence with "said", whose speaker is the first person named. */
function saidIn(body: string, entities: readonly Entity[]): readonly Statement[] {
  const cue = body.indexOf(' said ') + 1
  const speaker = entities.find(({ kind }) => kind === 'person')
  if (cue === 0 || speaker === undefined) return []
  const content: Span = [cue + 'said '.length, body.indexOf('.', cue)]
  return [
    {
      id: 's1',
      source: [speaker.mentions[0]!.span],
      cue: [[cue, cue + 4]],
      content: [content],
      speaker: speaker.id,
      speakerConfidence: 0.9,
      cueLemma: 'say',
      attitude: 'neutral',
      quotation: 'indirect',
      polarity: 'asserted',
      addressee: null,
      time: null,
      within: null,
      confidence: 0.9,
    },
  ]
}

function passage({ article }: Reading, words: string): Passage {
  const start = article.articleBody.indexOf(words)
  return { article: article.id, span: [start, start + words.length], exact: words }
}

describe.each([
  ['a folder', folders],
  ['a server', databases],
])('what people correct in a store in %s', (_, open) => {
  let places: Places
  let store: Store
  beforeAll(async () => {
    places = await open()
    store = await openStore(await places.fresh())
  }, 60_000)
  afterAll(async () => {
    await store?.close()
    await places?.close()
  }, 30_000)
  beforeEach(async () => {
    await store.database.query('truncate articles, readings, filed, stories, corrections, correction_articles, log')
    await store.database.query('truncate story_terms, story_shingles')
    await store.database.query('update counters set value = 0')
  })

  const add = async (...readings: readonly Reading[]) => {
    for (const each of readings) await store.database.transaction(tx => fileReading(tx, each))
  }
  const storyOf = async (article: string) => (await new SqlIndex(store.database).held([article])).get(article)!.story
  const correct = (correction: Correction) => store.correct({ by: 'Ada', correction })
  const told = async (article: string) => store.story(await storyOf(article))
  /** Reads all anew, as a new model would: the words are the same, what is read in them may not be. */
  const readAnew = (...readings: readonly Reading[]) =>
    add(...readings.map(each => ({ ...each, reader: { ...READER, model: 'sha256:new' } })))

  it('a split holds for an article that comes later, which goes to the side that it is like', async () => {
    const [f1, f2, b1, b2] = [fire('f1'), fire('f2', ' The mill is old.'), ferry('b1'), ferry('b2', ' The sea was calm.')]
    await add(f1, f2, b1, b2)
    const [burnt, aground] = [await storyOf('f1'), await storyOf('b1')]
    expect([await storyOf('f2'), await storyOf('b2')]).toEqual([burnt, aground])
    const merged = await correct({ kind: 'merge', stories: [burnt, aground] })
    const split = await correct({ kind: 'split', story: burnt, articles: ['b1', 'b2'] })
    const apart = await storyOf('b1')
    expect(apart).not.toBe(burnt)
    await add(ferry('b3', ' A tug came.'), fire('f3', ' The roof fell in.'))
    expect(await storyOf('b3')).toBe(apart)
    expect(await storyOf('f3')).toBe(burnt)
    await readAnew(f1, b1)
    expect([await storyOf('f1'), await storyOf('b1')]).toEqual([burnt, apart])
    await store.undo({ id: split, by: 'Ada' })
    expect(await storyOf('b1')).toBe(burnt)
    await store.undo({ id: merged, by: 'Ada' })
    expect(await storyOf('b1')).toBe(aground)
  })

  it('what came while a correction stood is filed anew when it is undone', async () => {
    await add(fire('f1'), fire('f2', ' The mill is old.'), ferry('b1'), ferry('b2', ' The sea was calm.'))
    const [burnt, aground] = [await storyOf('f1'), await storyOf('b1')]
    const merged = await correct({ kind: 'merge', stories: [burnt, aground] })
    const split = await correct({ kind: 'split', story: burnt, articles: ['b1', 'b2'] })
    const apart = await storyOf('b1')
    await add(ferry('b3', ' A tug came.'), fire('f3', ' The roof fell in.'))
    expect([await storyOf('b3'), await storyOf('f3')]).toEqual([apart, burnt])
    await store.undo({ id: split, by: 'Ada' })
    for (const article of ['f1', 'f2', 'f3', 'b1', 'b2', 'b3']) expect(await storyOf(article)).toBe(burnt)
    expect((await store.story(apart)).id).toBe(burnt)
    await store.undo({ id: merged, by: 'Ada' })
    for (const article of ['f1', 'f2', 'f3']) expect(await storyOf(article)).toBe(burnt)
    for (const article of ['b1', 'b2', 'b3']) expect(await storyOf(article)).toBe(aground)
    expect([(await told('f3')).articles.length, (await told('b3')).articles.length]).toEqual([3, 3])
    const counted = await store.database.query('select value from counters')
    expect(counted).toEqual([{ value: 6 }])
  })

  it('articles that are not the same stay apart however like they are, also when their words change', async () => {
    await add(fire('f1'), fire('f2', ' The mill is old.'))
    expect(await storyOf('f2')).toBe(await storyOf('f1'))
    const id = await correct({ kind: 'not-the-same', what: 'articles', articles: ['f2', 'f1'] })
    expect(await storyOf('f2')).not.toBe(await storyOf('f1'))
    await add(fire('f2', ' The mill is very old.'), fire('f1', ' It was insured.'))
    expect(await storyOf('f2')).not.toBe(await storyOf('f1'))
    await store.undo({ id, by: 'Ada' })
    await add(fire('f2', ' The mill was old.'))
    expect(await storyOf('f2')).toBe(await storyOf('f1'))
  })

  it('stories that were merged stay one for articles that come later', async () => {
    await add(fire('f1'), ferry('b1'))
    const [burnt, aground] = [await storyOf('f1'), await storyOf('b1')]
    await correct({ kind: 'merge', stories: [burnt, aground] })
    await add(ferry('b2', ' The sea was calm.'), fire('f2', ' The mill is old.'))
    for (const article of ['f1', 'b1', 'b2', 'f2']) expect(await storyOf(article)).toBe(burnt)
  })

  it('a name goes with its story into another, and comes back', async () => {
    await add(fire('f1'), ferry('b1'))
    const [burnt, aground] = [await storyOf('f1'), await storyOf('b1')]
    const named = await correct({ kind: 'rename', story: aground, name: 'The Ostrel ferry' })
    await add(ferry('b2', ' The sea was calm.'))
    expect((await told('b2')).name).toBe('The Ostrel ferry')
    const merged = await correct({ kind: 'merge', stories: [burnt, aground] })
    expect((await told('f1')).name).toBe('The Ostrel ferry')
    await store.undo({ id: merged, by: 'Ada' })
    expect([(await told('f1')).name, (await told('b1')).name]).toEqual(['Sawmill of Varnes burns down', 'The Ostrel ferry'])
    await store.undo({ id: named, by: 'Ada' })
    expect((await told('b1')).name).toBe('Ostrel ferry runs aground')
  })

  it('claims and entities that are not one are told apart, also where the words have moved', async () => {
    const [f1, f2] = [fire('f1'), fire('f2', ' The mill is old.')]
    await add(f1, f2)
    const claimsWith = async (words: string) =>
      (await told('f1')).claims.filter(({ appearances }) => appearances.some(({ text }) => text.includes(words)))
    const brandts = async () => (await told('f1')).entities.filter(({ name }) => name === 'Tilde Brandt').length
    expect([(await claimsWith('drying kiln')).length, await brandts()]).toEqual([1, 1])
    const words = 'the blaze began in the drying kiln of the sawmill'
    const claim = await correct({ kind: 'not-the-same', what: 'claim', passages: [passage(f1, words), passage(f2, words)] })
    const entity = await correct({
      kind: 'not-the-same',
      what: 'entity',
      passages: [passage(f1, 'Tilde Brandt'), passage(f2, 'Tilde Brandt')],
    })
    expect([(await claimsWith('drying kiln')).length, await brandts()]).toEqual([2, 2])
    await readAnew(f1, f2)
    expect([(await claimsWith('drying kiln')).length, await brandts()]).toEqual([2, 2])
    const corrected = 'Corrected on Thursday, since the day was wrong in the first edition of this paper. '
    await add(made('f2', { headline: 'Sawmill of Varnes burns down', articleBody: `${corrected}${FIRE}` }))
    expect(await storyOf('f2')).toBe(await storyOf('f1'))
    expect([(await claimsWith('drying kiln')).length, await brandts()]).toEqual([2, 2])
    await store.undo({ id: claim, by: 'Ada' })
    await store.undo({ id: entity, by: 'Ada' })
    expect([(await claimsWith('drying kiln')).length, await brandts()]).toEqual([1, 1])
  })

  it('a telling that is not a copy is none, until that is taken back', async () => {
    const [f1, f2] = [fire('f1'), fire('f2')]
    await add(f1, f2)
    const links = async () => (await told('f1')).lineage.filter(({ kind }) => kind !== 'common').length
    expect(await links()).toBe(1)
    const id = await correct({ kind: 'not-a-copy', articles: ['f1', 'f2'] })
    expect(await links()).toBe(0)
    await readAnew(f1, f2)
    expect(await links()).toBe(0)
    await store.undo({ id, by: 'Ada' })
    expect(await links()).toBe(1)
  })

  it('a wrong speaker is right wherever it is shown, also after reading anew and after the article has changed', async () => {
    const both = `${FIRE} Ove Lind watched.`
    const f1 = made('f1', { headline: 'Sawmill of Varnes burns down', articleBody: both })
    await add(f1)
    const content = passage(f1, 'the blaze began in the drying kiln of the sawmill')
    const id = await correct({ kind: 'wrong-speaker', content, speaker: 'Ove Lind' })
    const spoken = async () => (await store.correctedReading('f1'))?.statements?.map(({ speaker }) => speaker)
    expect(await spoken()).toEqual(['e1'])
    const { streams, out } = streamsWith()
    const config = loadConfig({ environment: {}, folder: '/' })
    await exportFrom('statements', { config, streams, openAt: async () => ({ ...store, close: async () => {} }) })
    expect(JSON.parse(out()).speaker).toBe('Ove Lind')
    const story = await told('f1')
    const claim = story.claims.find(({ text }) => text.includes('drying kiln'))
    expect(story.entities.find(entity => entity.id === claim?.appearances[0]?.speaker)?.name).toBe('Ove Lind')
    await readAnew(f1)
    expect(await spoken()).toEqual(['e1'])
    await add(made('f1', { headline: 'Sawmill of Varnes burns down', articleBody: `On Thursday. ${both}` }))
    expect(await spoken()).toEqual(['e1'])
    // A model that does not know the name makes it unclear, and nobody else's.
    const nameless = (await store.reading('f1'))!
    await add({
      ...nameless,
      reader: { ...READER, model: 'sha256:less' },
      entities: nameless.entities?.filter(({ id }) => id !== 'e1') ?? [],
    })
    expect(await spoken()).toEqual([null])
    await store.undo({ id, by: 'Ada' })
    expect(await spoken()).toEqual(['e0'])
  })

  it('is logged with who said it and when, and stays in the log', async () => {
    await add(fire('f1'))
    const id = await correct({ kind: 'rename', story: await storyOf('f1'), name: 'Sawmill' })
    await store.undo({ id, by: 'Ben' })
    expect(await store.corrections()).toMatchObject([{ id, by: 'Ada', undone: { by: 'Ben' } }])
    const kinds = await store.database.query<{ kind: string }>('select kind from log order by id desc limit 2')
    expect(kinds.map(({ kind }) => kind)).toEqual(['undone', 'corrected'])
  })
})
