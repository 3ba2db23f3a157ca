import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readLineage } from '../../src/story/lineage/index.ts'
import { readingOf } from '../story/lineage/readings.ts'

const PAGE = new URL('../../docs/lineage.md', import.meta.url)

it('docs/lineage.md shows what is read from its example', { timeout: 60_000 }, async () => {
  const page = await readFile(PAGE, 'utf8')
  const [text, json] = ['text', 'json'].map(name => new RegExp(`^\`\`\`${name}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)![1]!)
  const readings = text!.split(/^(?=a\d · )/m).map(article => {
    const [, id, publisher, published, body] = /^(a\d) · (.*) · (.*)\n([\s\S]*?)\s*$/.exec(article)!
    return readingOf({ id: id!, publisher: publisher!, published: published!, body: body! })
  })
  const links = readLineage(readings, { notCopies: [] }).map(({ evidence: _, ...link }) => link)
  expect(links).toEqual(JSON.parse(json!))
})
