import { expect, it } from 'vitest'
import type { Features } from '../../src/story/features.ts'
import { groupsOf } from '../../src/story/filing/groups.ts'

const STORY = ['harrow', 'mill', 'blaze', 'aune']
const OWN = ['bridge', 'toll', 'lorry', 'queue']
const FREE = { together: [], apart: [] }

it('keeps an article out that is little like a story and has words of its own', () => {
  expect(groupsOf(comparedWith({ words: [...STORY, ...OWN], likeness: -0.4 }), FREE)).toHaveLength(2)
  expect(groupsOf(comparedWith({ words: STORY, likeness: -0.4 }), FREE)).toHaveLength(1)
  expect(groupsOf(comparedWith({ words: [...STORY, ...OWN], likeness: 0.4 }), FREE)).toHaveLength(1)
})

it('asks more of what was told at another time than the story', () => {
  const told = { words: STORY, likeness: 0 }
  expect(groupsOf(comparedWith({ ...told, days: [1, 2, 2, 3, 4] }), FREE)).toHaveLength(1)
  expect(groupsOf(comparedWith({ ...told, days: [1, 2, 2, 3, 9] }), FREE)).toHaveLength(2)
  expect(groupsOf(comparedWith({ ...told, likeness: 0.3, days: [1, 2, 2, 3, 9] }), FREE)).toHaveLength(1)
  // A story that has gone on for weeks goes on.
  expect(groupsOf(comparedWith({ ...told, days: [1, 10, 18, 26, 40] }), FREE)).toHaveLength(1)
})

it('asks more of two stories than of a story and a single article', () => {
  expect(groupsOf(pairsWith({ articles: 3, likeness: 0.7 }), FREE)).toHaveLength(1)
  expect(groupsOf(pairsWith({ articles: 4, likeness: 0.7 }), FREE)).toHaveLength(2)
  expect(groupsOf(pairsWith({ articles: 4, likeness: 1 }), FREE)).toHaveLength(1)
})

/** Two articles that are one story, and one or two more that are so like them. */
function pairsWith({ articles, likeness }: { readonly articles: number; readonly likeness: number }) {
  const pool = Array.from({ length: articles }, (_, place) => featuresWith(`article-${place}`, STORY))
  const links = pool.map((_, i) => Float64Array.from(pool, (_, j) => (i < 2 === j < 2 ? 4 : likeness)))
  return { pool, links }
}

it('takes two sides that were told in the same days for one story, where the other fire of a town comes later', () => {
  expect(groupsOf(sidesWith([1, 2, 3, 1, 2, 3]), FREE)).toHaveLength(1)
  expect(groupsOf(sidesWith([1, 2, 3, 61, 62, 63]), FREE)).toHaveLength(2)
})

/** Two times three articles, each nearer to its own and with a word that the others lack. */
function sidesWith(days: readonly number[]) {
  const pool = days.map((day, place) => featuresWith(`article-${place}`, [...STORY, place < 3 ? 'well' : 'minister'], day))
  const links = pool.map((_, i) => Float64Array.from(pool, (_, j) => (i < 3 === j < 3 ? 2.5 : 0.9)))
  return { pool, links }
}

/** Four articles of one story, and a fifth with these words that is so like each of them. */
function comparedWith({ words, likeness, days }: Told) {
  const pool = [STORY, STORY, STORY, STORY, words].map((each, place) => featuresWith(`article-${place}`, each, days?.[place]))
  const links = pool.map((_, i) => Float64Array.from(pool, (_, j) => (i === 4 || j === 4 ? likeness : 3)))
  return { pool, links }
}

interface Told {
  readonly words: readonly string[]
  readonly likeness: number
  readonly days?: readonly number[]
}

function featuresWith(article: string, words: readonly string[], day: number | null = null): Features {
  const none = { numbers: {}, pairs: {}, days: {}, years: {}, written: {}, names: [], head: [], lead: [] }
  const profile = { ...none, length: 100, words: Object.fromEntries(words.map(word => [word, 0.5])) }
  return { article, day, terms: [], shingles: [], profile }
}
