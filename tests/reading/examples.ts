import { readFileSync } from 'node:fs'

/** All blocks of one language on a page of `docs/`, in order. */
export function examplesOf(page: string, language: string): string[] {
  const markdown = readFileSync(new URL(`../../docs/${page}.md`, import.meta.url), 'utf8')
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\``, 'gm'))].map(match => match[1]!)
}

/** A text and the JSON of a page's example, by its place among them. */
export function exampleOf(page: string, index = 0): { readonly text: string; readonly json: unknown } {
  return { text: examplesOf(page, 'text')[index]!, json: JSON.parse(examplesOf(page, 'json')[index]!) }
}
