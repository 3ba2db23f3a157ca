import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { formatted, openReader } from '../../src/index.ts'

const README = new URL('../../README.md', import.meta.url)

function block(page: string, name: string): string {
  return new RegExp(`^\`\`\`text ${name}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1] ?? ''
}

it('the README shows what its example prints', { timeout: 60_000 }, async () => {
  const page = await readFile(README, 'utf8')
  const reader = await openReader()
  try {
    const reading = await reader.read({ text: block(page, 'input'), input: 'harbour.txt' })
    expect(formatted([reading], 'text')).toBe(block(page, 'output'))
  } finally {
    await reader.close()
  }
})
