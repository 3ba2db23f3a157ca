import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const FOLDER = new URL('../../samples/', import.meta.url)

test('three samples come with Hearsay, each of 500 to 900 words with its outlet named', () => {
  const files = readdirSync(FOLDER).filter(name => /\.(txt|html)$/.test(name))
  expect(files).toHaveLength(3)
  for (const name of files) {
    const content = readFileSync(new URL(name, FOLDER), 'utf8')
    const body = name.endsWith('.html')
      ? content.replace(/[\s\S]*<article>|<\/article>[\s\S]*/g, '').replace(/<[^>]+>/g, ' ')
      : content
    const words = body.split(/\s+/).length
    expect(words).toBeGreaterThan(500)
    expect(words).toBeLessThan(900)
    expect(content).toMatch(/^Outlet: \S|og:site_name/m)
  }
})
