import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readPage } from '../../src/article/article.ts'

const folder = fileURLToPath(new URL('../pages', import.meta.url))
const slugs = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

describe('pages written for the project', () => {
  test.each(slugs)('%s gives the article that lies beside it', async slug => {
    const html = readFileSync(join(folder, slug, 'source.html'), 'utf8')
    const expected = JSON.parse(readFileSync(join(folder, slug, 'article.json'), 'utf8'))
    const read = await readPage({ kind: 'html', input: 'source.html', html, url: null, fetchedAt: null })
    expect(JSON.parse(JSON.stringify(read))).toEqual(expected)
  })
})
