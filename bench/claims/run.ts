/**
 * Whether two tellings are one claim: on pairs written before the measure, on paraphrases (MSRP) and on coreferent deeds (ECB+ dev).
 *
 *   HEARSAY_CORPORA=… npx tsx bench/claims/run.ts
 */
import { readFileSync } from 'node:fs'
import { JOINED_MIN } from '../../src/story/claims/grouping.ts'
import { shippedVectors } from '../../src/story/claims/vectors.ts'
import { type BenchResult, CORPORA_MISSING, corporaFolder, recordsOf } from '../corpora.ts'
import { averagePrecision, ecbPairs } from './ecbplus.ts'
import { likestOf, readPairs, scorePairs } from './pairs.ts'

export async function run(): Promise<BenchResult> {
  const pairs = readPairs()
  const vectors = shippedVectors()
  const [full, plain] = [scorePairs(pairs, vectors), scorePairs(pairs, null)]
  const { floors } = JSON.parse(readFileSync(new URL('baseline.json', import.meta.url), 'utf8')) as Baseline
  const corpora = corporaFolder()
  const below = [
    ...(full.precision < floors.precision ? [`precision ${percent(full.precision)} < ${percent(floors.precision)}`] : []),
    ...(full.recall < floors.recall ? [`recall ${percent(full.recall)} < ${percent(floors.recall)}`] : []),
  ]
  return {
    lines: [
      `${pairs.length} pairs          precision  recall`,
      `  with meanings    ${percent(full.precision)}       ${percent(full.recall)}`,
      `  by letters alone ${percent(plain.precision)}       ${percent(plain.recall)}`,
      `  joined and not one: ${full.wrong.join(', ')}`,
      `  missed: ${full.missed.join(', ')}`,
      '',
      ...(corpora ? corporaLines(corpora) : [CORPORA_MISSING]),
      '',
      ...(below.length === 0 ? ['floors hold'] : below.map(one => `BELOW THE FLOOR: ${one}`)),
    ],
    ok: below.length === 0,
  }
}

interface Baseline {
  readonly floors: { readonly precision: number; readonly recall: number }
}

function corporaLines(corpora: string): string[] {
  const vectors = shippedVectors()
  const paraphrases = recordsOf<{ a: string; b: string; same: boolean | number }>(corpora, 'msrp', 'train.jsonl.gz')
  const joined = paraphrases.filter(({ a, b }) => likestOf({ a: unmarked(a), b: unmarked(b) }, vectors).score >= JOINED_MIN)
  const right = joined.filter(({ same }) => same).length
  const same = paraphrases.filter(each => each.same).length
  const precision = (compared: 'meanings' | 'letters') => averagePrecision(ecbPairs(corpora, 'dev', vectors, compared)).toFixed(3)
  return [
    `MSRP train, ${paraphrases.length} pairs, ${percent(same / paraphrases.length)} % the same: joined ${joined.length}, of these ${percent(right / joined.length)} % the same; ${percent(right / same)} % of the same joined`,
    `ECB+ dev, clauses of one event: average precision ${precision('meanings')} with meanings, ${precision('letters')} by letters alone`,
  ]
}

const unmarked = (text: string): string => text.replaceAll('[', '(').replaceAll(']', ')')
const percent = (share: number): string => (100 * share).toFixed(1)

if (process.argv[1]?.endsWith('bench/claims/run.ts')) {
  const { lines, ok } = await run()
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
