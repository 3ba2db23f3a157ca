import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readPage } from '../../src/article/article.ts'
import { outcomesOf } from './files.ts'

const CORPUS = fileURLToPath(new URL('../../samples/stories/corpus.jsonl', import.meta.url))

const pages = (await outcomesOf([CORPUS])).flatMap(({ page }) => (page ? [page] : []))
const articles = await Promise.all(pages.map(async page => (await readPage(page)).article))

test('42 articles come with Hearsay for the sample store, each with its outlet, headline and time', () => {
  expect(articles).toHaveLength(42)
  expect(new Set(articles.map(({ id }) => id)).size).toBe(42)
  for (const { id, headline, publisher, datePublished } of articles) {
    expect([id, typeof headline, typeof publisher]).toEqual([id, 'string', 'string'])
    expect(datePublished).toMatch(/^202\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/)
  }
})

test('the sample articles come in the order of their publication', () => {
  const times = articles.map(({ datePublished }) => Date.parse(datePublished!))
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})

test('the sample articles are as long as news and lead to no real site', () => {
  for (const { id, url, articleBody } of articles) {
    const words = articleBody.split(/\s+/).length
    expect([id, words > 110 && words < 450]).toEqual([id, true])
    expect(url === null || new URL(url).hostname.endsWith('.example')).toBe(true)
  }
})
