import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPage } from '../src/article/article.ts'

/**
 * Makes a fixture of a page written for the purpose: `tests/pages/<slug>/source.html` and what is read from it, `article.json`.
 * Of a fixture that is there already it writes `article.json` anew.
 *
 *   npm run fixture FILE
 */
const file = process.argv[2]
if (file === undefined) {
  console.error('usage: npm run fixture FILE')
  process.exit(2)
}

const pages = fileURLToPath(new URL('../tests/pages', import.meta.url))
const isFixture = basename(file) === 'source.html' && dirname(dirname(resolve(file))) === pages
const slug = isFixture ? basename(dirname(resolve(file))) : basename(file, extname(file))
const folder = join(pages, slug)
const html = readFileSync(file, 'utf8')

const read = await readPage({ kind: 'html', input: 'source.html', html, url: null, fetchedAt: null })
mkdirSync(folder, { recursive: true })
if (!isFixture) writeFileSync(join(folder, 'source.html'), html)
writeFileSync(join(folder, 'article.json'), `${JSON.stringify(read, null, 2)}\n`)
console.log(`${join('tests', 'pages', slug)}: read article.json line by line before you keep it.`)
