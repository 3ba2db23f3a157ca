/**
 * Fits what turns the tagger's scores into a probability, and the threshold, on the part of train that the model did not learn from;
 * writes the manifest of a folder of model files.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/attribution/fit.ts models/
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DecoderSettings, type Draft, draftsOf, spansOf } from '../../src/reading/tagger/decode.ts'
import { openTagger, type Tagged } from '../../src/reading/tagger/tagger.ts'
import { CORPORA_MISSING, corporaFolder } from '../corpora.ts'
import { type PolnearArticle, polnear, type Roles, rightOnes } from './polnear.ts'

const FILES = ['encoder.onnx', 'pair.onnx', 'vocabulary.txt', 'links.json']
const FEATURES = 6

async function main(folder: string): Promise<void> {
  const corpora = corporaFolder()
  if (!corpora) throw new Error(CORPORA_MISSING)
  const head = JSON.parse(readFileSync(join(folder, 'head.json'), 'utf8')) as { transition: number[][] }
  const start: DecoderSettings = { transition: head.transition, calibration: [0.5, 1, 0, 0, 0, 0, 0], threshold: 0 }
  writeManifest(folder, start)
  const tagger = await openTagger(folder)
  const articles = polnear(corpora, 'held-out')
  const tagged: Tagged[] = []
  for (const article of articles) tagged.push(await tagger.tag(article.text))
  let settings = start
  for (let round = 0; round < 3; round++) settings = { ...settings, calibration: fitted(rowsOf({ articles, tagged, settings })) }
  settings = { ...settings, threshold: bestThreshold(rowsOf({ articles, tagged, settings }), goldCount(articles)) }
  writeManifest(folder, settings)
  console.log(
    `${articles.length} articles; threshold ${settings.threshold}; weights ${settings.calibration.map(w => w.toFixed(3)).join(' ')}`,
  )
}

interface Row {
  readonly features: readonly number[]
  readonly probability: number
  readonly right: boolean
  readonly weight: number
}

function goldCount(articles: readonly PolnearArticle[]): number {
  return articles.reduce(
    (n, a) => n + Object.values(a.annotations).reduce((m, list) => m + list.length / Object.keys(a.annotations).length, 0),
    0,
  )
}

/** Drafts that survive the overlap rule, each with whether the scorer would count it as right. */
function rowsOf(given: {
  readonly articles: readonly PolnearArticle[]
  readonly tagged: readonly Tagged[]
  readonly settings: DecoderSettings
}): Row[] {
  return given.articles.flatMap((article, i) => {
    const tagged = given.tagged[i]!
    const drafts = apart(draftsOf(tagged, given.settings))
    const guesses = drafts.map(draft => rolesOf(tagged, draft))
    const annotators = Object.values(article.annotations)
    return annotators.flatMap(gold => {
      const right = rightOnes(article.text, gold, guesses)
      return drafts.map((draft, k) => ({
        features: draft.features,
        probability: draft.probability,
        right: right[k]!,
        weight: 1 / annotators.length,
      }))
    })
  })
}

function apart(drafts: readonly Draft[]): Draft[] {
  const taken = new Set<number>()
  return [...drafts]
    .sort((a, b) => b.probability - a.probability)
    .filter(draft => {
      if (draft.cue.some(word => taken.has(word))) return false
      for (const word of draft.cue) taken.add(word)
      return true
    })
}

function rolesOf(tagged: Tagged, draft: Draft): Roles {
  return {
    source: spansOf(tagged.words, draft.source),
    cue: spansOf(tagged.words, draft.cue),
    content: spansOf(tagged.words, draft.content),
  }
}

/** Logistic regression by gradient ascent with a little ridge, on standardised features. */
function fitted(rows: readonly Row[]): number[] {
  const mean = columns(k => rows.reduce((s, r) => s + r.features[k]!, 0) / rows.length)
  const deviation = columns(k => Math.sqrt(rows.reduce((s, r) => s + (r.features[k]! - mean[k]!) ** 2, 0) / rows.length) || 1)
  const weights = new Array<number>(FEATURES + 1).fill(0)
  for (let round = 0; round < 3000; round++) {
    const gradient = weights.map((w, k) => (k < FEATURES ? -0.5 * w : 0))
    for (const row of rows) {
      const z = row.features.map((x, k) => (x - mean[k]!) / deviation[k]!)
      const p = 1 / (1 + Math.exp(-(z.reduce((s, x, k) => s + x * weights[k]!, 0) + weights[FEATURES]!)))
      const error = (Number(row.right) - p) * row.weight
      for (let k = 0; k < FEATURES; k++) gradient[k]! += error * z[k]!
      gradient[FEATURES]! += error
    }
    for (let k = 0; k <= FEATURES; k++) weights[k]! += (2 * gradient[k]!) / rows.length
  }
  const scaled = columns(k => weights[k]! / deviation[k]!)
  return [...scaled, weights[FEATURES]! - scaled.reduce((s, w, k) => s + w * mean[k]!, 0)].map(w => Number(w.toFixed(5)))
}

function columns(of: (k: number) => number): number[] {
  return Array.from({ length: FEATURES }, (_, k) => of(k))
}

function bestThreshold(rows: readonly Row[], gold: number): number {
  let [best, at] = [0, 0.5]
  for (let threshold = 0.1; threshold < 0.8; threshold += 0.01) {
    const kept = rows.filter(row => row.probability >= threshold)
    const guessed = kept.reduce((n, row) => n + row.weight, 0)
    const hit = kept.reduce((n, row) => n + (row.right ? row.weight : 0), 0)
    const f1 = (2 * hit) / (guessed + gold)
    if (f1 > best) [best, at] = [f1, threshold]
  }
  console.log(`held-out content+source+cue F1 ${(100 * best).toFixed(1)}`)
  return Number(at.toFixed(2))
}

function writeManifest(folder: string, decoder: DecoderSettings): void {
  const path = join(folder, 'manifest.json')
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as object) : {}
  const files = Object.fromEntries(
    FILES.map(name => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
  writeFileSync(path, `${JSON.stringify({ ...kept, files, decoder }, null, 2)}\n`)
}

await main(process.argv[2] ?? 'models')
