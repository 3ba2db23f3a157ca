/**
 * Filing articles into stories, one by one, in order of publication and shuffled, scored as the corpora's own scorer does.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/stories/run.ts [--set NAME] [--orders N] [--show]
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fileArticle } from '../../src/story/filing/file.ts'
import { MemoryIndex } from '../../src/story/memory.ts'
import { seeded } from '../../tests/seeded.ts'
import { type BenchResult, CORPORA_MISSING, corporaFolder } from '../corpora.ts'
import { type Scores, scoresOf } from './score.ts'
import { type Filed, type SetName, setOf } from './sets.ts'
import { isTuned } from './tuned.ts'

interface Baseline {
  readonly floors: Readonly<Record<string, { readonly bcubed: number; readonly pairs: number }>>
}

const ORDERS = 4

export async function run({ sets = Object.keys(SETS), orders = ORDERS, show = false } = {}): Promise<BenchResult> {
  const corpora = corporaFolder()
  if (!corpora) return { lines: [CORPORA_MISSING], ok: true }
  const baseline = JSON.parse(readFileSync(new URL('./baseline.json', import.meta.url), 'utf8')) as Baseline
  const lines = ['stories, filed one by one: mean over orders (lowest to highest)']
  let ok = true
  for (const name of sets) {
    const articles = SETS[name]!(corpora)
    const runs: { readonly scores: Scores; readonly ms: number }[] = []
    for (let order = 0; order < orders; order++) {
      const began = performance.now()
      const stories = await filed(ordered(articles, order))
      runs.push({ scores: scoresOf(articles, stories), ms: (performance.now() - began) / articles.length })
      if (show && order === 0) lines.push(...mistakes(articles, stories))
    }
    const figure = (pick: (scores: Scores) => number) => {
      const values = runs.map(({ scores }) => pick(scores))
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      return { mean, text: `${mean.toFixed(1)} (${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)})` }
    }
    const bcubed = figure(scores => scores.bcubed.F1)
    const pairs = figure(scores => scores.pairs.P)
    const floor = baseline.floors[name]
    const below = floor !== undefined && (bcubed.mean < floor.bcubed || pairs.mean < floor.pairs)
    if (below) ok = false
    const first = runs[0]!.scores
    const ms = runs.reduce((sum, each) => sum + each.ms, 0) / runs.length
    lines.push(
      `  ${name.padEnd(20)} BCubed F1 ${bcubed.text}, pair precision ${pairs.text}, recall ${figure(s => s.pairs.R).text}; ` +
        `${articles.length} articles, ${first.gold} stories, ${first.predicted} found; ${ms.toFixed(1)} ms an article` +
        (floor ? `; floors ${floor.bcubed} and ${floor.pairs}${below ? ' BELOW' : ''}` : ''),
    )
  }
  return { lines, ok }
}

const SETS: Readonly<Record<string, (corpora: string) => Filed[]>> = {
  'giveme5w1h dev': corpora => setOf(corpora, 'giveme5w1h'),
  '  half set aside': corpora => setOf(corpora, 'giveme5w1h').filter(article => !isTuned(article)),
  'ecbplus dev': corpora => setOf(corpora, 'ecbplus dev'),
  'ecbplus train': corpora => setOf(corpora, 'ecbplus train'),
  basil: corpora => setOf(corpora, 'basil'),
  newswcl50: corpora => setOf(corpora, 'newswcl50'),
  'allsides, a quarter': corpora => setOf(corpora, 'allsides' satisfies SetName, 4),
}

async function filed(articles: readonly Filed[]): Promise<ReadonlyMap<string, string>> {
  const index = new MemoryIndex()
  for (const { features } of articles) await index.keep(features, await fileArticle(features, index))
  const held = await index.held(articles.map(({ id }) => id))
  return new Map([...held].map(([id, { story }]) => [id, story]))
}

/** The first order is that of publication (undated ones as they stand in the file); the others are drawn by lot. */
function ordered(articles: readonly Filed[], order: number): readonly Filed[] {
  if (order === 0) return [...articles].sort((a, b) => (a.features.day ?? 0) - (b.features.day ?? 0))
  const random = seeded(order)
  return articles
    .map(article => ({ article, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ article }) => article)
}

/** Stories found that hold articles of several, and stories that lie in several. */
function mistakes(articles: readonly Filed[], stories: ReadonlyMap<string, string>): string[] {
  const table = new Map<string, Map<string, number>>()
  for (const { id, story } of articles) {
    const found = table.get(stories.get(id)!) ?? new Map<string, number>()
    found.set(story, (found.get(story) ?? 0) + 1)
    table.set(stories.get(id)!, found)
  }
  const parts = new Map<string, number[]>()
  for (const found of table.values()) for (const [story, count] of found) parts.set(story, [...(parts.get(story) ?? []), count])
  const mixed = [...table.values()].filter(found => found.size > 1)
  return [
    ...mixed.map(found => `    mixed: ${[...found].map(([story, count]) => `${story} ${count}`).join(', ')}`),
    ...[...parts]
      .filter(([, counts]) => counts.length > 1)
      .map(([story, counts]) => `    in parts: ${story} ${counts.join(' + ')}`),
  ]
}

if (process.argv[1]?.endsWith('bench/stories/run.ts')) {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', multiple: true },
      orders: { type: 'string', default: `${ORDERS}` },
      show: { type: 'boolean', default: false },
    },
  })
  const { lines, ok } = await run({ ...(values.set && { sets: values.set }), orders: Number(values.orders), show: values.show })
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
