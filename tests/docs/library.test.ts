import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import * as hearsay from '../../src/index.ts'

const PAGE = new URL('../../docs/library.md', import.meta.url)
const LIBRARY = new URL('../../src/index.ts', import.meta.url)

/** The first block of that language on the page. */
async function block(language: string): Promise<string> {
  const page = await readFile(PAGE, 'utf8')
  return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1] ?? ''
}

/** What a program prints that has the library under its name. */
async function printedBy(program: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-docs-'))
  try {
    const file = join(folder, 'example.mts')
    await writeFile(file, program.replace("from 'hearsay'", `from ${JSON.stringify(LIBRARY.href)}`))
    const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
    return (await promisify(execFile)(process.execPath, ['--import', loader, file])).stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('docs/library.md', () => {
  it('has an example that prints what the page says', { timeout: 120_000 }, async () => {
    expect(await printedBy(await block('ts'))).toBe(await block('text'))
  })

  it('names only what the library exports', async () => {
    const page = await readFile(PAGE, 'utf8')
    for (const name of ['openReader', 'HearsayError', 'formatted', 'FORMATS']) {
      expect(page).toContain(name)
      expect(Object.keys(hearsay)).toContain(name)
    }
  })
})
