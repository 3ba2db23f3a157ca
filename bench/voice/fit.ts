/**
 * Fits how the voice head and the statements that are shown count in a sentence's voice, on the part of train that the model did not
 * learn from, and writes that into the manifest of a folder of model files. `bench/attribution/fit.ts` goes before.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/voice/fit.ts models
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from '../../src/reading/describe.ts'
import { readVoices, VOICES, voiceFeatures } from '../../src/reading/statements/voice.ts'
import { decode } from '../../src/reading/tagger/decode.ts'
import { openTagger, type Tagger } from '../../src/reading/tagger/tagger.ts'
import { voiceScores } from '../../src/reading/tagger/voices.ts'
import { bareArticle } from '../articles.ts'
import { type PolnearArticle, polnear } from '../attribution/polnear.ts'
import { CORPORA_MISSING, corporaFolder } from '../corpora.ts'

const FEATURES = 6
/** Holds back what few sentences say. */
const RIDGE = 1
const ROUNDS = 4000

interface Row {
  readonly features: readonly number[]
  readonly voice: number
  readonly weight: number
}

async function main(folder: string): Promise<void> {
  const corpora = corporaFolder()
  if (!corpora) throw new Error(CORPORA_MISSING)
  const tagger = await openTagger(folder)
  const rows: Row[] = []
  for (const article of polnear(corpora, 'held-out')) rows.push(...(await rowsOf(article, tagger)))
  const weights = fitted(rows)
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  manifest.decoder.voice = weights
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`)
  const right = (rows: readonly Row[], given: readonly (readonly number[])[]) =>
    (100 * rows.reduce((n, row) => n + (likeliest(row, given) === row.voice ? row.weight : 0), 0)) /
    rows.reduce((n, row) => n + row.weight, 0)
  console.log(`${rows.length} sentences; ${right(rows, weights).toFixed(1)} % right where fitted`)
}

async function rowsOf(article: PolnearArticle, tagger: Tagger): Promise<Row[]> {
  const tagged = await tagger.tag(article.text)
  const { sentences } = describe(bareArticle(article.id, article.text), decode(tagged, tagger.settings))
  const spans = sentences.map(({ span }) => span)
  const scores = voiceScores(tagged, spans)
  const annotators = Object.values(article.annotations)
  return annotators.flatMap(annotation =>
    readVoices(article.text, spans, annotation).flatMap(({ voice }, at) => {
      const heard = scores[at]
      if (!heard) return []
      const features = voiceFeatures(sentences[at]!.voice, heard)
      return [{ features, voice: VOICES.indexOf(voice), weight: 1 / annotators.length }]
    }),
  )
}

/** Multinomial logistic regression by gradient ascent with momentum, [voice][feature]. */
function fitted(rows: readonly Row[]): number[][] {
  const weights = VOICES.map(() => new Array<number>(FEATURES).fill(0))
  const pace = VOICES.map(() => new Array<number>(FEATURES).fill(0))
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map(row => row.map(weight => -RIDGE * weight))
    for (const row of rows) {
      const totals = totalsOf(row, weights)
      const top = Math.max(...totals)
      const parts = totals.map(total => Math.exp(total - top))
      const sum = parts.reduce((a, b) => a + b, 0)
      parts.forEach((part, voice) => {
        const error = (Number(voice === row.voice) - part / sum) * row.weight
        row.features.forEach((feature, k) => {
          gradient[voice]![k]! += error * feature
        })
      })
    }
    weights.forEach((row, voice) => {
      row.forEach((_, k) => {
        pace[voice]![k] = 0.9 * pace[voice]![k]! + (0.2 * gradient[voice]![k]!) / rows.length
        row[k]! += pace[voice]![k]!
      })
    })
  }
  return weights.map(row => row.map(weight => Number(weight.toFixed(4))))
}

function totalsOf(row: Row, weights: readonly (readonly number[])[]): number[] {
  return weights.map(one => one.reduce((sum, weight, k) => sum + weight * row.features[k]!, 0))
}

function likeliest(row: Row, weights: readonly (readonly number[])[]): number {
  const totals = totalsOf(row, weights)
  return totals.indexOf(Math.max(...totals))
}

await main(process.argv[2] ?? 'models')
