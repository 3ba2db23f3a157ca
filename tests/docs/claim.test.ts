import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { openReader } from '../../src/index.ts'
import { tellStory } from '../../src/story/tell.ts'

const PAGE = new URL('../../docs/claim.md', import.meta.url)

const blocks = (page: string, language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block]) => block!)

describe('docs/claim.md', () => {
  it('has an example that is told as the page says', { timeout: 120_000 }, async () => {
    const page = await readFile(PAGE, 'utf8')
    const reader = await openReader({ threads: 1 })
    try {
      const readings = await Promise.all(
        blocks(page, 'text').map((text, index) => {
          const [, publisher, datePublished, body] = /^Outlet: (.*)\nPublished: (.*)\n\n([\s\S]*)\n$/.exec(text)!
          const record = { id: `a${index + 1}`, text: body!, publisher: publisher!, datePublished: datePublished! }
          return reader.read({ page: { kind: 'record', input: `page#${record.id}`, record } })
        }),
      )
      const story = tellStory({ id: 'dam', readings, rulings: { notCopies: [], notOneClaim: [], notOneEntity: [] } })
      const names = new Map(story.entities.map(({ id, name }) => [id, name]))
      const claims = story.claims
        .filter(({ appearances }) => appearances.length > 1)
        .map(({ id, text, appearances }) => ({
          id,
          text,
          appearances: appearances.map(({ article, statement, text: words, speaker, stance }) => ({
            article,
            statement,
            text: words,
            speaker: speaker && (names.get(speaker) ?? null),
            stance,
          })),
        }))
      expect(claims).toEqual(JSON.parse(blocks(page, 'json')[0]!))
    } finally {
      await reader.close()
    }
  })
})
