/**
 * On how many origins a claim rests: the sample stories read and told, beside what a careful reader finds in them.
 *
 *   npx tsx bench/origins/run.ts [--second | --third | … | --eighteenth] [--show]
 */
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { openReader } from '../../src/reader.ts'
import type { Reading, Story } from '../../src/record/index.ts'
import { shippedCrossEncoder } from '../../src/story/cross/cross-encoder.ts'
import { tellStoryWith } from '../../src/story/tell.ts'
import type { BenchResult } from '../corpora.ts'
import { type GoldSet, readArticles, readGold, SETS } from './gold.ts'
import { scoredLinks } from './links.ts'
import { type Found, type Share, scored } from './score.ts'

export async function run(set: GoldSet = SETS.first, show = false): Promise<BenchResult> {
  const gold = readGold(set)
  const readings = await readAll(set)
  const stories = new Map<string, Story>()
  for (const [name, ids] of Object.entries(gold.stories)) {
    const own = ids.map(id => readings.get(id)!)
    const given = { id: name, readings: own, rulings: { notCopies: [], notOneClaim: [], notOneEntity: [] } }
    stories.set(name, await tellStoryWith(given, shippedCrossEncoder))
  }
  const scores = scored(gold, stories)
  const links = scoredLinks(gold, stories)
  const { places, inside, above, merged, lost, disagreements } = scores
  const { floors } = JSON.parse(readFileSync(new URL('baseline.json', import.meta.url), 'utf8')) as Baseline
  const below =
    set !== SETS.first
      ? []
      : [
          ...(percent(places) < floors.places ? [`places ${percent(places).toFixed(1)} < ${floors.places}`] : []),
          ...(percent(inside) < floors.inside ? [`ranges inside ${percent(inside).toFixed(1)} < ${floors.inside}`] : []),
          ...(percent(lost) < floors.lost ? [`lost attributions ${percent(lost).toFixed(1)} < ${floors.lost}`] : []),
          ...(percent(links) < floors.lineage ? [`lineage ${percent(links).toFixed(1)} < ${floors.lineage}`] : []),
          ...(percent(disagreements) < floors.disagreements
            ? [`disagreements ${percent(disagreements).toFixed(1)} < ${floors.disagreements}`]
            : []),
          ...(above > 0 ? [`lower bounds above the gold: ${above}`] : []),
          ...(merged > 0 ? [`claims made one: ${merged}`] : []),
          ...(links.turned > 0 ? [`directions wrong: ${links.turned}`] : []),
        ]
  return {
    lines: [
      `${readings.size} articles in ${stories.size} stories`,
      `  claims found in   ${shareOf(places)} of their places`,
      `  ranges inside     ${shareOf(inside)} of the claims`,
      `  lower bound above the gold's upper: ${above}`,
      `  two claims made one: ${merged}`,
      `  lineage           ${shareOf(links)}, directions wrong ${links.turned}, between strangers ${links.strange}`,
      `  lost attributions ${foundOf(lost)}`,
      `  disagreements     ${foundOf(disagreements)}`,
      ...(show ? ['', ...scores.lines, ...links.lines] : []),
      ...(set === SETS.first
        ? ['', ...(below.length === 0 ? ['floors hold'] : below.map(one => `BELOW THE FLOOR: ${one}`))]
        : []),
    ],
    ok: below.length === 0,
  }
}

interface Baseline {
  readonly floors: Readonly<Record<'places' | 'inside' | 'lost' | 'lineage' | 'disagreements', number>>
}

async function readAll(set: GoldSet): Promise<ReadonlyMap<string, Reading>> {
  const reader = await openReader({ threads: Math.min(2, cpus().length) })
  try {
    const records = [...readArticles(set).values()]
    const read = records.map(record =>
      reader.read({ page: { kind: 'record', input: `corpus.jsonl#${record.id}`, record } }, { meanings: true }),
    )
    return new Map((await Promise.all(read)).map(reading => [reading.article.id, reading]))
  } finally {
    await reader.close()
  }
}

const percent = ({ of, found }: Share): number => (of === 0 ? 100 : (100 * found) / of)
const shareOf = (share: Share): string => `${percent(share).toFixed(1)} % (${share.found} of ${share.of})`
const foundOf = (found: Found): string => `found ${shareOf(found)}, right ${shareOf({ of: found.listed, found: found.right })}`

if (process.argv[1]?.endsWith('bench/origins/run.ts')) {
  const set = Object.entries(SETS).find(([name]) => process.argv.includes(`--${name}`))?.[1] ?? SETS.first
  const { lines, ok } = await run(set, process.argv.includes('--show'))
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
