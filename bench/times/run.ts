/**
 * Times on TimeBank dev, scored by the corpora's own scorer, beside what the peers reach: all of it, the four fifths that the rules
 * were tuned on, and the fifth that was set aside unread.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/times/run.ts
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTimes } from '../../src/reading/times/times.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import { type BenchResult, CORPORA_MISSING, corporaFolder, recordsOf } from '../corpora.ts'

export async function run(): Promise<BenchResult> {
  const corpora = corporaFolder()
  if (!corpora) return { lines: [CORPORA_MISSING], ok: true }
  const documents = recordsOf<Document>(corpora, 'timebank', 'dev.jsonl.gz')
  const scorer = join(corpora, '..', 'score', 'times.mjs')
  const baseline = JSON.parse(readFileSync(new URL('./baseline.json', import.meta.url), 'utf8')) as Baseline
  const parts = {
    all: documents,
    tuned: documents.filter(({ id }) => !isSetAside(id)),
    'set aside': documents.filter(({ id }) => isSetAside(id)),
  }
  const lines = ['times, TimeBank dev, F1 in percent']
  const missed: string[] = []
  const values: Record<string, number> = {}
  for (const [name, part] of Object.entries(parts)) {
    const scores = scored(part, scorer)
    const figures = MEASURES.map(measure => `${measure} ${scores[measure].F1.toFixed(1)}`)
    lines.push(`  ${name.padEnd(10)} ${figures.join('  ')}  (${part.length} documents, ${scores.gold} times)`)
    values[name] = scores.value.F1
    const floor = baseline.floors[name]
    if (floor !== undefined && scores.value.F1 < floor)
      missed.push(`BELOW THE FLOOR: value of ${name} ${scores.value.F1.toFixed(1)} < ${floor}`)
  }
  const apart = values.tuned! - values['set aside']!
  if (apart > baseline.apartMax) missed.push(`THE FIFTH SET ASIDE IS TOO FAR BELOW: ${apart.toFixed(1)} > ${baseline.apartMax}`)
  lines.push(
    `  floors of value: ${Object.entries(baseline.floors)
      .map(([name, floor]) => `${name} ${floor}`)
      .join(', ')}`,
  )
  lines.push('  beside it: strict / relaxed / type / value')
  lines.push(...Object.entries(baseline.peers).map(([name, row]) => `    ${name.padEnd(46)} ${row.join(' / ')}`))
  return { lines: [...lines, ...missed], ok: missed.length === 0 }
}

/** A fifth of the documents, by the first byte of the SHA-256 of their id: never read while the rules were written. */
function isSetAside(id: string): boolean {
  return createHash('sha256').update(id).digest()[0]! % 5 === 0
}

interface Document {
  readonly id: string
  readonly published: string | null
  readonly text: string
}

interface Baseline {
  readonly floors: Readonly<Record<string, number>>
  /** How many points the fifth set aside may lie below the rest. */
  readonly apartMax: number
  readonly peers: Readonly<Record<string, readonly number[]>>
}

const MEASURES = ['strict', 'relaxed', 'type', 'value', 'value~'] as const

type Scores = Record<(typeof MEASURES)[number], { readonly F1: number }> & { readonly gold: number }

function scored(documents: readonly Document[], scorer: string): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
  try {
    const gold = join(folder, 'gold.jsonl')
    const predicted = join(folder, 'predicted.jsonl')
    writeFileSync(gold, documents.map(document => JSON.stringify(document)).join('\n'))
    writeFileSync(
      predicted,
      documents
        .map(({ id, text, published }) => {
          const sentences = splitSentences(text, splitParagraphs(text))
          return JSON.stringify({ id, times: readTimes({ body: text, datePublished: published, sentences }) })
        })
        .join('\n'),
    )
    return JSON.parse(execFileSync('node', [scorer, gold, predicted, '--json'], { encoding: 'utf8' })) as Scores
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (process.argv[1]?.endsWith('bench/times/run.ts')) {
  const { lines, ok } = await run()
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
