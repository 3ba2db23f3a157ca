import { expect } from 'vitest'
import type { Features } from '../../src/story/features.ts'
import type { Filing, StoryIndex } from '../../src/story/store.ts'
import { seeded } from '../seeded.ts'

/** Files the same articles into both indexes and asks both the same things. */
export async function sameAnswers(memory: StoryIndex, sql: StoryIndex): Promise<void> {
  const random = seeded(5)
  const pick = (most: number) => Math.floor(random() * most)
  const all: Features[] = []
  for (let n = 0; n < 80; n++) {
    const terms = [...new Set(Array.from({ length: 6 }, () => `i-term${pick(15)}`))].map(term => ({ term, weight: random() }))
    const shingles = [...new Set(Array.from({ length: 4 }, () => pick(40) * 100_000_000))]
    // Every tenth is one again that was there before.
    const article = n % 10 === 9 ? `i-${pick(n)}` : `i-${n}`
    const features = {
      article,
      day: pick(5) === 0 ? null : 20_000 + pick(12),
      terms,
      shingles,
      profile: {},
    } as unknown as Features
    const filing: Filing = {
      article,
      story: `i-story${pick(12)}`,
      opened: false,
      why: [],
      joined: n % 20 === 19 ? [{ from: `i-story${pick(6)}`, into: `i-story${6 + pick(6)}`, why: [] }] : [],
      moved: n % 15 === 14 ? [{ article: all[0]!.article, from: 'i-story0', to: `i-story${pick(12)}`, why: [] }] : [],
    }
    for (const index of [memory, sql]) {
      await index.drop(article)
      await index.keep(features, filing)
    }
    all.push(features)
    if (n === 60) for (const index of [memory, sql]) await index.drop('i-3')
  }
  const articles = [...new Set(all.map(({ article }) => article))]
  const stories = Array.from({ length: 12 }, (_, n) => `i-story${n}`)
  const both = async <T>(ask: (index: StoryIndex) => Promise<T>) =>
    expect(rounded(await ask(sql))).toEqual(rounded(await ask(memory)))
  await both(index => index.held([...articles, 'none']))
  await both(index => index.held(articles.slice(0, 40)))
  await both(index => index.free([...stories, 'i-none']))
  const none = { terms: [], shingles: [], day: null, perTerm: 5, byTerms: 8, perShingle: 5, byShingles: 5 }
  for (const day of [null, 19_990, 20_003, 20_006, 20_050]) {
    for (const limit of [2, 100]) await both(index => index.members({ stories, day, limit }))
    for (const perTerm of [2, 5, 200]) {
      for (const { terms } of all.slice(0, 4)) await both(index => index.alike({ ...none, terms, day, perTerm }))
    }
  }
  for (const { shingles, terms } of all.slice(0, 6)) {
    for (const perShingle of [2, 50]) await both(index => index.alike({ ...none, shingles, perShingle }))
    await both(index => index.alike({ ...none, shingles, terms }))
  }
}

/** Without the last digits of sums, which depend on the order of adding; maps as objects with sorted names. */
function rounded(value: unknown): unknown {
  const sorted = value instanceof Set ? [...value].sort() : value
  const plain = sorted instanceof Map ? Object.fromEntries([...sorted].sort(([a], [b]) => (a < b ? -1 : 1))) : sorted
  return JSON.parse(JSON.stringify(plain, (_, each) => (typeof each === 'number' ? Number(each.toFixed(9)) : each)))
}
