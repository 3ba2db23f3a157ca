/**
 * The weights by which two clauses are judged to be of one claim where what they mean is known, by each alone and where both are read together: logistic
 * regressions over the marked stories of `train/claims`, the sets of `bench/origins` that have been read, and pairs of real news that were judged by
 * reading (`judged.jsonl`). Each set, and each fifth of the real stories, is judged by what the rest teaches, too. Where they are read together nothing is
 * learned of what the cross-encoder has learned from.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/claims/fit-meanings.ts
 */
import { isWorthReading } from '../../src/story/claims/related.ts'
import { oddsOfOne, WEIGHED, weighedValues } from '../../src/story/claims/scoring.ts'
import { shippedCrossEncoder } from '../../src/story/cross/cross-encoder.ts'
import { CORPORA_MISSING, corporaFolder } from '../corpora.ts'
import { averagePrecision } from './ecbplus.ts'
import { type Gathered, gathered } from './gathered.ts'
import type { LabelledPair } from './labelled.ts'
import { type Row as Fitted, fitted } from './logistic.ts'

interface Row {
  /** What is judged by the rest. */
  readonly part: string
  readonly weight: number
  /** As the clauses stand, and without what depends on them. */
  readonly ways: readonly (readonly number[])[]
  readonly y: number
}

/** The marked stories paraphrase more than news does, and of real news the least is at hand. */
const WEIGHTS = { marked: 0.1, set: 1, judged: 4 }
/** Which way of comparing a pair is the likelier is asked anew with each fit. */
const ROUNDS = 3
const FOLDS = 5
const MARKED = 'marked'

async function main(corpora: string): Promise<void> {
  const alone: Row[] = []
  const unread: Row[] = []
  const read: Row[] = []
  for await (const story of gathered(corpora)) {
    const pairs = story.pairs.filter(({ told, likeness }) => told !== null && likeness.apart === null && !likeness.decided)
    alone.push(...pairs.flatMap(pair => rowOf(story, pair)))
    if (story.cross) continue
    const asked = pairs.filter(({ likeness }) => isWorthReading(likeness))
    const relations = await shippedCrossEncoder.relate(asked.map(({ words }) => words))
    unread.push(...asked.flatMap(pair => rowOf(story, pair)))
    read.push(...asked.flatMap((pair, index) => rowOf(story, pair, [oddsOfOne(relations[index]!)])))
  }
  report('all, by each alone', alone)
  report('what is worth reading together, by each alone', unread)
  report('the same, read together', read)
}

function rowOf({ kind, of }: Gathered, { told, found, setting }: LabelledPair, more: readonly number[] = []): Row[] {
  const part = kind === 'marked' ? MARKED : kind === 'set' ? of : `real ${Number(of) % FOLDS}`
  const ways = found.flatMap(({ features }) =>
    features.sense === null ? [] : [[...weighedValues(features, features.sense, setting), ...more, 1]],
  )
  return ways.length === 0 ? [] : [{ part, weight: WEIGHTS[kind], ways, y: told === 'other' ? 0 : 1 }]
}

/** How each part is judged by what the rest teaches; then the weights that all teach. */
function report(name: string, rows: readonly Row[]): void {
  console.log(`${name}: ${rows.length} pairs, ${rows.filter(({ y }) => y).length} of one thing`)
  for (const part of [...new Set(rows.map(each => each.part))].filter(each => each !== MARKED)) {
    const weights = learned(rows.filter(row => row.part !== part))
    const scores = rows.filter(row => row.part === part).map(row => ({ same: row.y === 1, score: scoreOf(row, weights) }))
    console.log(`  ${part.padEnd(11)} ${scores.length}, average precision ${averagePrecision(scores).toFixed(3)}`)
  }
  const weights = learned(rows)
  const names = [...WEIGHED, ...(weights.length > WEIGHED.length + 1 ? ['odds of one'] : []), 'bias']
  console.log(JSON.stringify(Object.fromEntries(names.map((name, index) => [name, Number(weights[index]!.toFixed(2))]))))
}

function learned(rows: readonly Row[]): number[] {
  let weights: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const chosen = rows.map(({ ways, y, weight }): Fitted => {
      const first = ways.at(-1)!
      const x =
        weights.length === 0 ? first : ways.reduce((best, way) => (sumOf(way, weights) > sumOf(best, weights) ? way : best))
      return { x, y, weight }
    })
    weights = fitted(chosen)
  }
  return weights
}

const scoreOf = ({ ways }: Row, weights: readonly number[]): number => Math.max(...ways.map(x => sumOf(x, weights)))

function sumOf(x: readonly number[], weights: readonly number[]): number {
  return x.reduce((sum, value, index) => sum + value * weights[index]!, 0)
}

const corpora = corporaFolder()
if (corpora) await main(corpora)
else console.log(CORPORA_MISSING)
