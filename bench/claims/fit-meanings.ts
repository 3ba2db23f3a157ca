/**
 * The weights by which two clauses are judged to be one claim where what they mean is known: a logistic regression over the marked stories of
 * `train/claims`, the sets of `bench/origins` that rules are developed on, and pairs of real news that were judged by reading
 * (`judged.jsonl`). Each set, and each fifth of the real stories, is judged by what the rest teaches, too.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/claims/fit-meanings.ts
 */
import { openReader } from '../../src/reader.ts'
import type { Reading } from '../../src/record/index.ts'
import { WEIGHED, weighedValues } from '../../src/story/claims/scoring.ts'
import { CORPORA_MISSING, corporaFolder } from '../corpora.ts'
import { type GoldArticle, readArticles, readGold, SETS } from '../origins/gold.ts'
import { averagePrecision } from './ecbplus.ts'
import { judgedStories } from './judged.ts'
import { judgedPairs, type LabelledPair, labelledPairs } from './labelled.ts'
import { type Row as Fitted, fitted } from './logistic.ts'
import { markedStories } from './marked.ts'

interface Row {
  /** What is judged by the rest. */
  readonly part: string
  readonly weight: number
  /** As the clauses stand, and without what depends on them. */
  readonly ways: readonly (readonly number[])[]
  readonly y: number
}

/** The marked stories paraphrase more than news does, and of real news the least is at hand. */
const WEIGHTS = { marked: 0.1, sets: 1, judged: 4 }
/** Which way of comparing a pair is the likelier is asked anew with each fit. */
const ROUNDS = 3
const FOLDS = 5
const MARKED = 'marked'
/** Sets that were kept back when the weights were fitted, or are. */
const UNLEARNED: ReadonlySet<string> = new Set(['sixth', 'eighth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth'])

async function main(corpora: string): Promise<void> {
  const reader = await openReader()
  const read = async (records: readonly GoldArticle[]): Promise<Reading[]> => {
    const readings: Reading[] = []
    for (const record of records)
      readings.push(await reader.read({ page: { kind: 'record', input: record.id, record } }, { meanings: true }))
    return readings
  }
  const rows = [...(await markedRows(read)), ...(await setRows(read)), ...(await judgedRows(corpora, read))]
  await reader.close()
  console.log(`${rows.length} pairs, ${rows.filter(({ y }) => y).length} the same`)
  for (const part of [...new Set(rows.map(each => each.part))].filter(each => each !== MARKED)) {
    const weights = learned(rows.filter(row => row.part !== part))
    const scores = rows.filter(row => row.part === part).map(row => ({ same: row.y === 1, score: scoreOf(row, weights) }))
    console.log(
      `${part.padEnd(8)} by what the rest teaches: ${scores.length}, average precision ${averagePrecision(scores).toFixed(3)}`,
    )
  }
  const weights = learned(rows)
  const named = [...WEIGHED, 'bias'].map((name, index) => [name, Number(weights[index]!.toFixed(2))])
  console.log(JSON.stringify(Object.fromEntries(named)))
}

type Read = (records: readonly GoldArticle[]) => Promise<Reading[]>

async function markedRows(read: Read): Promise<Row[]> {
  const rows: Row[] = []
  for (const { versions } of markedStories()) {
    const records = versions.map(({ id, outlet, date, text }) => ({
      id,
      text,
      headline: '',
      datePublished: `${date}T08:00:00Z`,
      publisher: outlet,
    }))
    const places = versions.flatMap(version =>
      version.places.map(({ claim, span }) => ({ claim, article: version.id, spans: [span] })),
    )
    const pairs = labelledPairs(await read(records), places, () => false)
    rows.push(...pairs.flatMap(pair => rowOf(MARKED, WEIGHTS.marked, pair)))
  }
  return rows
}

async function setRows(read: Read): Promise<Row[]> {
  const rows: Row[] = []
  for (const [name, set] of Object.entries(SETS).filter(([each]) => !UNLEARNED.has(each))) {
    const gold = readGold(set)
    const articles = readArticles(set)
    for (const [story, ids] of Object.entries(gold.stories)) {
      const claims = gold.claims.filter(claim => claim.story === story)
      const places = claims.flatMap(({ id, appearances }) =>
        appearances.map(({ article, spans }) => ({ claim: id, article, spans })),
      )
      const opposites = new Map(claims.map(({ id, opposites = [] }) => [id, opposites]))
      const readings = await read(ids.map(id => articles.get(id)!))
      const pairs = labelledPairs(readings, places, (a, b) => opposites.get(a)!.includes(b))
      rows.push(...pairs.flatMap(pair => rowOf(name, WEIGHTS.sets, pair)))
    }
  }
  return rows
}

async function judgedRows(folder: string, read: Read): Promise<Row[]> {
  const rows: Row[] = []
  for (const [index, { articles, pairs }] of judgedStories(folder).entries()) {
    const found = judgedPairs(await read(articles), pairs)
    rows.push(...found.flatMap(pair => rowOf(`real ${index % FOLDS}`, WEIGHTS.judged, pair)))
  }
  return rows
}

/** None where words, figures or what keeps two apart decide by themselves. */
function rowOf(part: string, weight: number, { same, found, setting }: LabelledPair): Row[] {
  const decides =
    found.at(-1)!.apart !== null ||
    found.some(({ features: { verbatim, begun, sameFigure, noSuch } }) => verbatim || begun || sameFigure || noSuch)
  const ways = found.flatMap(({ features }) =>
    features.sense === null ? [] : [[...weighedValues(features, features.sense, setting), 1]],
  )
  return decides || ways.length === 0 ? [] : [{ part, weight, ways, y: same ? 1 : 0 }]
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
