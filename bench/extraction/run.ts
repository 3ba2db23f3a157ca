import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { extractBody } from '../../src/article/extract.ts'
import { RULES, type Rule } from '../../src/article/rules.ts'
import { type BenchResult, CORPORA_MISSING, corporaFolder } from '../corpora.ts'
import baseline from './baseline.json' with { type: 'json' }

/** What `score/pages.mjs` gives back: means over pages, 0 to 1, and their spread over pages drawn anew. */
interface Score {
  readonly P: number
  readonly R: number
  readonly F1: number
  readonly exact: number
  readonly sd: { readonly F1: number }
  readonly pages: number
}

type Truth = Readonly<Record<string, { readonly articleBody: string }>>
type Texts = Readonly<Record<string, string>>
type Scorer = (truth: Truth, texts: Texts) => Score

/** Text from the benchmark's pages, beside what others made of them; `rules: true` also leaves out one rule at a time. */
export async function run(options: { readonly rules?: boolean } = {}): Promise<BenchResult> {
  const corpora = corporaFolder()
  if (corpora === null) return { lines: [CORPORA_MISSING], ok: true }
  const scorerPath = join(corpora, '..', 'score', 'pages.mjs')
  if (!existsSync(scorerPath))
    return { lines: ['skipped: score/pages.mjs does not lie beside the development corpora'], ok: true }
  const { score } = (await import(pathToFileURL(scorerPath).href)) as { score: Scorer }

  const folder = join(corpora, 'pages')
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth
  const pages = Object.fromEntries(Object.keys(truth).map(id => [id, unzipped(join(folder, 'html', `${id}.html.gz`))]))
  const peers = JSON.parse(unzipped(join(folder, 'peers.json.gz'))) as Record<string, Texts>

  const ours = score(truth, extracted(pages, RULES))
  const rows: [string, Score][] = [
    ['Hearsay', ours],
    ['Readability alone', score(truth, extracted(pages, []))],
    ...Object.entries(peers).map(([name, texts]): [string, Score] => [name, score(truth, texts)]),
  ]
  rows.sort((a, b) => b[1].F1 - a[1].F1)
  const lines = [`extraction: ${ours.pages} pages, 4-grams of words`, ...rows.slice(0, ROWS_MAX).map(([name, s]) => row(name, s))]
  if (options.rules) lines.push(...ablation({ truth, pages, score, whole: ours }))

  const isKept = ours.F1 >= baseline.floor.F1 && ours.R >= baseline.floor.R
  lines.push(`floor F1 ${baseline.floor.F1}, R ${baseline.floor.R}: ${isKept ? 'kept' : 'NOT KEPT'}`)
  return { lines, ok: isKept }
}

/** Peers further down tell nothing new. */
const ROWS_MAX = 12
/** Random splits into two halves on which a rule must prove itself. */
const SPLITS = 10

/** What each rule brings on top of all the others, and on how many random halves of the pages it does so. */
function ablation(data: { truth: Truth; pages: Texts; score: Scorer; whole: Score }): string[] {
  const { truth, pages, score, whole } = data
  const all = extracted(pages, RULES)
  return RULES.map(rule => {
    const rest = extracted(
      pages,
      RULES.filter(other => other !== rule),
    )
    const gain = whole.F1 - score(truth, rest).F1
    const gains = halvesOf(Object.keys(truth)).map(half => {
      const part = Object.fromEntries(half.map(id => [id, truth[id]!]))
      return score(part, all).F1 - score(part, rest).F1
    })
    const better = gains.filter(g => g > 0).length
    const worse = gains.filter(g => g < 0).length
    return `  without ${rule.padEnd(8)} gain ${gain.toFixed(4)}; of ${gains.length} halves better ${better}, worse ${worse}`
  })
}

function halvesOf(ids: readonly string[]): string[][] {
  let seed = 7
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return seed / 0x7fffffff
  }
  return Array.from({ length: SPLITS }, () => {
    const mixed = ids.map(id => ({ id, key: random() })).sort((a, b) => a.key - b.key)
    const middle = Math.floor(mixed.length / 2)
    return [mixed.slice(0, middle), mixed.slice(middle)].map(half => half.map(entry => entry.id))
  }).flat()
}

function extracted(pages: Texts, rules: readonly Rule[]): Texts {
  return Object.fromEntries(Object.entries(pages).map(([id, html]) => [id, extractBody(html, { rules }).body]))
}

const unzipped = (path: string): string => gunzipSync(readFileSync(path)).toString('utf8')

const row = (name: string, s: Score): string =>
  `  ${name.padEnd(20)} P ${s.P.toFixed(3)}  R ${s.R.toFixed(3)}  F1 ${s.F1.toFixed(4)} ± ${s.sd.F1.toFixed(3)}  exact ${s.exact.toFixed(3)}`

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { lines, ok } = await run({ rules: process.argv.includes('--rules') })
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
