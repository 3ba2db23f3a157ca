/**
 * Attribution on PolNeAR dev, scored by the corpora's own scorer, beside what the peers reach.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/attribution/run.ts [--models FOLDER]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decode } from '../../src/reading/tagger/decode.ts'
import { openTagger } from '../../src/reading/tagger/tagger.ts'
import { type BenchResult, CORPORA_MISSING, corporaFolder } from '../corpora.ts'
import { expectedCalibrationError, reliabilityTable } from './calibration.ts'
import { polnear, rightOnes } from './polnear.ts'

export async function run(modelPath?: string): Promise<BenchResult> {
  const corpora = corporaFolder()
  if (!corpora) return { lines: [CORPORA_MISSING], ok: true }
  const tagger = await openTagger(modelPath ?? MODELS)
  const articles = polnear(corpora, 'dev')
  const predicted = []
  const judged: { probability: number; right: boolean; weight: number }[] = []
  for (const article of articles) {
    const attributions = decode(await tagger.tag(article.text), tagger.settings)
    predicted.push({ id: article.id, attributions })
    const annotators = Object.values(article.annotations)
    for (const gold of annotators) {
      const right = rightOnes(article.text, gold, attributions)
      attributions.forEach((a, i) => {
        judged.push({ probability: a.confidence, right: right[i]!, weight: 1 / annotators.length })
      })
    }
  }
  const scores = scored(join(corpora, 'polnear', 'dev.jsonl.gz'), join(corpora, '..', 'score', 'attribution.mjs'), predicted)
  const baseline = JSON.parse(readFileSync(new URL('./baseline.json', import.meta.url), 'utf8')) as Baseline
  const error = expectedCalibrationError(judged)
  const missed = Object.entries(baseline.floors).filter(([name, floor]) => (scores[name]?.F1 ?? 0) < floor)
  const lines = [
    'attribution, PolNeAR dev, F1 in percent (P precision, R recall)',
    ...Object.entries(scores).map(
      ([name, s]) =>
        `  ${name.padEnd(20)} ${s.F1.toFixed(1)}  P ${s.P.toFixed(1)}  R ${s.R.toFixed(1)}${baseline.floors[name] ? `  floor ${baseline.floors[name]}` : ''}`,
    ),
    '  beside it: content / +source / +cue / exact',
    ...Object.entries(baseline.peers).map(([name, row]) => `    ${name.padEnd(52)} ${row.join(' / ')}`),
    `confidence: expected calibration error ${error.toFixed(3)}, at most ${baseline.calibrationErrorMax}`,
    ...reliabilityTable(judged),
  ]
  return {
    lines: [...lines, ...missed.map(([name, floor]) => `BELOW THE FLOOR: ${name} ${scores[name]?.F1} < ${floor}`)],
    ok: missed.length === 0 && error <= baseline.calibrationErrorMax,
  }
}

interface Baseline {
  readonly floors: Readonly<Record<string, number>>
  readonly calibrationErrorMax: number
  readonly peers: Readonly<Record<string, readonly number[]>>
}

const MODELS = fileURLToPath(new URL('../../models', import.meta.url))

type Scores = Record<string, { P: number; R: number; F1: number }>

function scored(gold: string, scorer: string, predicted: readonly object[]): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
  try {
    const path = join(folder, 'predicted.jsonl')
    writeFileSync(path, predicted.map(p => JSON.stringify(p)).join('\n'))
    const out = execFileSync('node', [scorer, gold, path], { encoding: 'utf8' })
    return Object.fromEntries(
      [...out.matchAll(/^(\S+)\s+P\s+([\d.]+)\s+R\s+([\d.]+)\s+F1\s+([\d.]+)$/gm)].map(m => [
        m[1]!,
        { P: Number(m[2]), R: Number(m[3]), F1: Number(m[4]) },
      ]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (process.argv[1]?.endsWith('bench/attribution/run.ts')) {
  const at = process.argv.indexOf('--models')
  const { lines, ok } = await run(at < 0 ? undefined : process.argv[at + 1])
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
