import { readFileSync } from 'node:fs'

/** The text and the JSON of a page's example. */
export function exampleOf(page: string): { readonly text: string; readonly json: unknown } {
  const markdown = readFileSync(new URL(`../../docs/${page}.md`, import.meta.url), 'utf8')
  const block = (language: string) => new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\``, 'm').exec(markdown)![1]!
  return { text: block('text'), json: JSON.parse(block('json')) }
}
