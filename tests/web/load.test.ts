import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Reading, Story } from '../../src/record/index.ts'
import { HELD_MAX, keepTold, keptTold, loadTold, SHOWN_EVERY } from '../../src/web/components/stories/load.ts'
import { heldOf } from '../../src/web/story/held.ts'
import { type Told, toldOf } from '../../src/web/story/told.ts'
import { footbridgeReadings, footbridgeStory } from '../browser/footbridge.ts'

const [first] = footbridgeReadings() as [Reading]

function storyOf(count: number): Story {
  const [article] = footbridgeStory().articles
  return { ...footbridgeStory(), articles: Array.from({ length: count }, (_, index) => ({ ...article!, id: `a${index}` })) }
}

/** Answers a story of so many articles, of which one has gone; gives what was asked for. */
function serve(count: number, gone = 'none'): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    const id = path.split('/').at(-1)!
    if (path.startsWith('/api/stories/')) return Response.json(storyOf(count))
    asked.push(id)
    if (id === gone) return Response.json({ error: { code: 'article-unknown', message: '', advice: '' } }, { status: 404 })
    return Response.json({ ...first, article: { ...first.article, id } })
  })
  return asked
}

afterEach(() => {
  vi.unstubAllGlobals()
})

const load = async (parts: Told[] = []) =>
  loadTold('footbridge', { signal: new AbortController().signal, show: part => parts.push(part) })

describe('a story with the Readings of its articles', () => {
  it('is shown at once where it is small', async () => {
    serve(SHOWN_EVERY)
    const parts: Told[] = []
    const told = await load(parts)
    expect(parts).toEqual([])
    expect(told.readings.size).toBe(SHOWN_EVERY)
    expect(told.coming.size).toBe(0)
  })

  it('is shown in parts where it is large, in the order of its articles, each part with what is still to come', async () => {
    serve(60)
    const parts: Told[] = []
    await load(parts)
    expect(parts.map(({ readings, coming }) => [readings.size, coming.size])).toEqual([
      [24, 36],
      [48, 12],
    ])
    expect([...parts[0]!.readings.keys()].sort()).toEqual(Array.from({ length: 24 }, (_, index) => `a${index}`).sort())
  })

  it('has no more of them than a page may hold', async () => {
    const asked = serve(HELD_MAX + 20)
    const told = await load()
    expect([asked.length, told.readings.size, told.articles.size]).toEqual([HELD_MAX, HELD_MAX, HELD_MAX + 20])
  })

  it('goes without an article that has gone', async () => {
    serve(3, 'a1')
    const told = await load()
    expect([...told.readings.keys()].sort()).toEqual(['a0', 'a2'])
  })
})

describe('what is held of a Reading', () => {
  it('is its words and what is looked up in them', () => {
    const held = heldOf({ ...first, times: [], events: [], places: [], heard: [] })
    expect(held.article).toEqual({ id: 'wire', articleBody: first.article.articleBody })
    expect(Object.keys(held)).toEqual(['article', 'statements', 'entities', 'sentences'])
    expect(held.statements!.map(({ id, cueLemma }) => [id, cueLemma])).toEqual([
      ['s1', 'say'],
      ['s2', 'say'],
    ])
    const { statements: _, ...unread } = first
    expect(heldOf(unread)).not.toHaveProperty('statements')
  })

  it('has of each entity the mention that it is shown by: the first name, else the first of all', () => {
    const mentions = (forms: readonly ('name' | 'nominal')[]) =>
      forms.map((form, index) => ({ span: [index, index + 1] as const, form }))
    const entity = { id: 'e1', name: 'Ida Coll', kind: 'person' as const, country: null }
    const shown = (forms: readonly ('name' | 'nominal')[]) =>
      heldOf({ ...first, entities: [{ ...entity, mentions: mentions(forms) }] }).entities![0]!.mentions.map(({ span }) => span[0])
    expect([shown(['nominal', 'name', 'name']), shown(['nominal', 'nominal']), shown([])]).toEqual([[1], [0], []])
  })
})

describe('stories that were shown before', () => {
  const told = (count: number) =>
    toldOf(
      storyOf(1),
      Array.from({ length: count }, (_, index) => ({ article: { id: `a${index}`, articleBody: '' } })),
    )

  it('are kept, the latest, as long as their articles are not too many together', () => {
    for (let at = 0; at < 10; at++) keepTold(`small ${at}`, told(1))
    expect([keptTold('small 1'), keptTold('small 2')?.readings.size]).toEqual([null, 1])
    keepTold('large', told(HELD_MAX))
    expect([keptTold('small 9'), keptTold('large')?.readings.size]).toEqual([null, HELD_MAX])
  })
})
