import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { featuresFrom, filedIn } from '../story/filing-examples.ts'

const page = readFileSync(new URL('../../docs/story-filing.md', import.meta.url), 'utf8')
const [given, reasons] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(match => JSON.parse(match[1]!))

it('docs/story-filing.md files its example for the reasons that it shows', async () => {
  const articles = given.map(({ id, published, headline, text }: Record<string, string>) =>
    featuresFrom(id!, published!, [headline!, text!]),
  )
  const { last } = await filedIn(articles)
  expect(last).toMatchObject({ article: 'b', story: 'story-a', opened: false })
  expect(last.why).toEqual(reasons)
})

it('docs/story-filing.md names every kind of reason', () => {
  for (const kind of ['names', 'words', 'headline', 'numbers', 'places', 'text', 'person', 'alone', 'likeness']) {
    expect(page).toContain(`\`${kind}\``)
  }
})
