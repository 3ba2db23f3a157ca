import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describe as describeArticle } from '../../src/reading/describe.ts'
import type { Statement } from '../../src/record/index.ts'
import { articleOf } from './attributing.ts'

/** The text and the JSON of a page's example. */
function exampleOf(page: string): { readonly text: string; readonly json: unknown } {
  const markdown = readFileSync(new URL(`../../docs/${page}.md`, import.meta.url), 'utf8')
  const block = (language: string) => new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\``, 'm').exec(markdown)![1]!
  return { text: block('text'), json: JSON.parse(block('json')) }
}

const { text, json } = exampleOf('statement')
const described = describeArticle(articleOf(text), json as Statement[])

test('docs/statement.md shows what comes out', () => expect(described.statements).toEqual(json))
test('docs/entity.md shows what comes out', () => expect(described.entities).toEqual(exampleOf('entity').json))
test('docs/sentence.md shows what comes out', () => expect(described.sentences).toEqual(exampleOf('sentence').json))
