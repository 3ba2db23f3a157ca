import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ERRORS } from '../src/errors.ts'
import { PROBLEM_CODES } from '../src/record/index.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The flow. Each part imports only from those before it, from itself, and from what stands beside all. */
const FLOW = ['record', 'page', 'article', 'reading', 'reader.ts', 'story', 'store', 'format', 'mcp', 'api', 'cli']
const BESIDE_ALL = new Set(['config.ts', 'limits.ts', 'errors.ts', 'version.ts'])
/** The browser gets plain data and text, so nothing that touches files, threads or the network of the machine. */
const FOR_WEB = new Set(['record', 'format', 'web', ...BESIDE_ALL])

/** Lines that a file may have. It may fall and not rise: what outgrows it is taken apart. */
const LINES_MAX = 400
const BYTES_MAX = 500_000

/** Everything that is ours and is text, with its path from the root. */
function files(folder: string, found: string[] = []): readonly string[] {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.') || SKIPPED.has(entry.name) || entry.name.startsWith('dist')) continue
    if (entry.isDirectory()) files(path, found)
    else found.push(path)
  }
  return found
}

const SKIPPED = new Set(['node_modules', 'package-lock.json', '__pycache__', 'checkpoints', 'cache'])
const TEXT = /\.(?:ts|tsx|mjs|cjs|js|css|md|html|json|py|sh|txt)$|bin\/hearsay$/

const ours = files('.')
const texts = ours.filter(path => TEXT.test(path) && !path.startsWith('models'))
const sources = texts.filter(path => /^src\/.*\.tsx?$/.test(path))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

function partOf(path: string): string {
  return path.split('/')[1]!
}

function importsIn(path: string): readonly string[] {
  const found = read(path).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)
  return [...found].map(([, to]) => normalize(join(dirname(path), to!)))
}

describe('the sources', () => {
  it('import in the direction of the flow', () => {
    const wrong = sources.flatMap(path => {
      const from = partOf(path)
      if (from === 'index.ts') return []
      const place = FLOW.indexOf(from)
      const allowed = from === 'web' ? FOR_WEB : new Set([...FLOW.slice(0, place + 1), ...BESIDE_ALL])
      const known = from === 'web' || place !== -1 || BESIDE_ALL.has(from)
      const bad = importsIn(path).filter(to => to.startsWith('src/') && !allowed.has(partOf(to)))
      return [...bad.map(to => `${path} → ${to}`), ...(known ? [] : [`${path} has no place in the flow`])]
    })
    expect(wrong).toEqual([])
  })

  it('import only files that exist', () => {
    const missing = texts
      .filter(path => /^(?:src|tests|scripts|bench)\/.*\.tsx?$/.test(path))
      .flatMap(path =>
        importsIn(path)
          .filter(to => !existsSync(join(ROOT, to.replace(/\?.*$/, ''))))
          .map(to => `${path} → ${to}`),
      )
    expect(missing).toEqual([])
  })

  it('read the environment in the configuration alone', () => {
    const wrong = sources.filter(path => path !== 'src/config.ts' && /process\s*\.\s*env\b/.test(read(path)))
    expect(wrong).toEqual([])
  })

  it('are each short enough to be read at once', () => {
    const long = sources.filter(path => read(path).split('\n').length > LINES_MAX)
    expect(long).toEqual([])
  })

  it('are each used', () => {
    const entries = new Set(['src/index.ts', 'src/cli/main.ts', 'src/web/main.tsx', 'src/web/vite-env.d.ts'])
    const used = new Set(texts.filter(path => /\.(?:tsx?|mjs)$/.test(path)).flatMap(importsIn))
    const named = texts.map(read).join('\n')
    const unused = sources.filter(path => {
      const base = path
        .split('/')
        .at(-1)!
        .replace(/\.tsx?$/, '')
      return !entries.has(path) && !used.has(path) && !named.includes(`/${base}.\${`)
    })
    expect(unused).toEqual([])
  })
})

describe('the repository', () => {
  it('holds no note to do later', () => {
    // Written in two pieces, so that this line is none.
    const note = new RegExp(`\\b(?:FIX${'ME'}|TO${'DO'}|XX${'X'})\\b`)
    expect(texts.filter(path => note.test(read(path)))).toEqual([])
  })

  it('names no folder of the machine that it was written on', () => {
    const place = new RegExp(`(?:^|[\\s"'\`(=])/(?:${['work', 'root', 'home'].join('|')})/\\w`, 'm')
    expect(texts.filter(path => place.test(read(path)))).toEqual([])
  })

  it('finds the corpora by HEARSAY_CORPORA alone', () => {
    const wrong = texts.filter(path => /shared\/(?:corpora|score)/.test(read(path)) && path !== 'tests/tidy.test.ts')
    expect(wrong).toEqual([])
  })

  it('holds no test that is skipped', () => {
    const skipped = texts.filter(
      path => path.startsWith('tests/') && /\b(?:it|test|describe)\.(?:skip|only|todo)\b/.test(read(path)),
    )
    expect(skipped).toEqual([])
  })

  it('holds no large file but the model and the gazetteer', () => {
    const large = ours.filter(
      path =>
        !path.startsWith('models') && path !== 'ontology/gazetteer.tsv' && readFileSync(join(ROOT, path)).length > BYTES_MAX,
    )
    expect(large).toEqual([])
  })
})

describe('the documentation', () => {
  it.each([
    ['docs/errors.md', Object.keys(ERRORS)],
    ['docs/problem.md', PROBLEM_CODES],
  ])('%s lists every code, and no other', (page, codes) => {
    const listed = [...read(page).matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code!)
    const fields = new Set(['code', 'stage', 'span', 'fatal', 'note'])
    expect(listed.filter(code => !fields.has(code)).sort()).toEqual([...codes].sort())
  })

  it('has every page that an error or a page points to', () => {
    const pointed = Object.values(ERRORS).flatMap(advice => advice.match(/docs\/[\w-]+\.md/g) ?? [])
    const linked = texts
      .filter(path => path.endsWith('.md'))
      .flatMap(path =>
        [...read(path).matchAll(/\]\(([\w./-]+\.md)(?:#[\w-]*)?\)/g)].map(([, to]) => normalize(join(dirname(path), to!))),
      )
    expect([...pointed, ...linked].filter(path => !existsSync(join(ROOT, path)))).toEqual([])
  })
})
