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

/** Four articles of one story, and a fifth with these words that is so like each of them. */
function comparedWith({ words, likeness }: { readonly words: readonly string[]; readonly likeness: number }) {
  const pool = [STORY, STORY, STORY, STORY, words].map((each, place) => featuresWith(`article-${place}`, each))
  const links = pool.map((_, i) => Float64Array.from(pool, (_, j) => (i === 4 || j === 4 ? likeness : 3)))
  return { pool, links }
}

function featuresWith(article: string, words: readonly string[]): Features {
  const none = { numbers: {}, pairs: {}, days: {}, years: {}, written: {}, names: [], head: [], lead: [] }
  const profile = { ...none, length: 100, words: Object.fromEntries(words.map(word => [word, 0.5])) }
  return { article, day: null, terms: [], shingles: [], profile }
}
