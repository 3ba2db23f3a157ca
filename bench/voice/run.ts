/**
 * Whose voice each sentence is told in, on PolNeAR dev: the labels that follow from the gold contents beside those that the program
 * reads, two baselines, and how far people agree with one another.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/voice/run.ts [--models FOLDER]
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { describe } from '../../src/reading/describe.ts'
import { readVoices } from '../../src/reading/statements/voice.ts'
import { decode } from '../../src/reading/tagger/decode.ts'
import { openTagger } from '../../src/reading/tagger/tagger.ts'
import { findQuotations, type Quotation } from '../../src/reading/words/quotes.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import type { Sentence, Span } from '../../src/record/index.ts'
import { bareArticle } from '../articles.ts'
import { type PolnearArticle, polnear } from '../attribution/polnear.ts'
import { type BenchResult, CORPORA_MISSING, corporaFolder, recordsOf } from '../corpora.ts'

const VOICES = ['outlet', 'attributed', 'mixed'] as const
type Voice = Sentence['voice']

export async function run(folder = MODELS): Promise<BenchResult> {
  const corpora = corporaFolder()
  if (!corpora) return { lines: [CORPORA_MISSING], ok: true }
  const tagger = await openTagger(folder)
  const hear = async (article: PolnearArticle) => {
    const tagged = await tagger.tag(article.text)
    const ear = { tagged, weights: tagger.settings.voice }
    return describe(bareArticle(article.id, article.text), decode(tagged, tagger.settings), ear).sentences
  }
  return judge(polnear(corpora, 'dev'), hear, peopleOf(corpora))
}

const MODELS = fileURLToPath(new URL('../../models', import.meta.url))

/** The table for the sentences that `read` makes of each article. */
export async function judge(
  articles: readonly PolnearArticle[],
  read: (article: PolnearArticle) => Promise<readonly Sentence[]>,
  people: readonly string[],
): Promise<BenchResult> {
  const tables = { hearsay: newTable(), 'quotation marks only': newTable(), 'all outlet': newTable() }
  for (const article of articles) {
    const body = article.text
    const { spans, quotations } = partsOf(body)
    const quoted = quotations.map(({ span }) => ({ ...NONE, content: [span] }))
    const guesses = {
      hearsay: await read(article),
      'quotation marks only': readVoices(body, spans, quoted),
      'all outlet': readVoices(body, spans, []),
    }
    const annotators = Object.values(article.annotations)
    for (const annotation of annotators) {
      const gold = readVoices(body, spans, annotation)
      for (const [name, guess] of Object.entries(guesses)) {
        gold.forEach(({ voice }, at) => {
          tables[name as keyof typeof tables][voice][guess[at]!.voice] += 1 / annotators.length
        })
      }
    }
  }
  const right = shareRight(tables.hearsay)
  const { floors } = JSON.parse(readFileSync(new URL('baseline.json', import.meta.url), 'utf8')) as Baseline
  return {
    lines: [
      'voice, sentences of PolNeAR dev, percent right (outlet alone against the rest)',
      ...Object.entries(tables).map(
        ([name, table]) => `  ${name.padEnd(22)} ${shareRight(table).toFixed(1)}  (${shareApart(table).toFixed(1)})`,
      ),
      ...people,
      '',
      ...confusion(tables.hearsay),
      '',
      right >= floors.right ? `floor holds: ${floors.right}` : `BELOW THE FLOOR: ${right.toFixed(1)} < ${floors.right}`,
    ],
    ok: right >= floors.right,
  }
}

/** Every annotator against every other, in all texts of PolNeAR that are at hand with several: the same function makes both labels. */
function peopleOf(corpora: string): string[] {
  const files = ['train', 'dev', 'annotator-training']
  const articles = files.flatMap(name => recordsOf<PolnearArticle>(corpora, 'polnear', `${name}.jsonl.gz`))
  const table = newTable()
  let [texts, sentences] = [0, 0]
  for (const { text, annotations } of articles) {
    const annotators = Object.values(annotations)
    if (annotators.length < 2) continue
    const { spans } = partsOf(text)
    const voices = annotators.map(annotation => readVoices(text, spans, annotation))
    const pairs = annotators.length * (annotators.length - 1)
    texts++
    sentences += spans.length
    for (const [i, one] of voices.entries()) {
      for (const [j, other] of voices.entries()) {
        if (i === j) continue
        one.forEach(({ voice }, at) => {
          table[voice][other[at]!.voice] += 1 / pairs
        })
      }
    }
  }
  const figures = `${shareRight(table).toFixed(1)}  (${shareApart(table).toFixed(1)})`
  return [`  ${'people, one another'.padEnd(22)} ${figures}  ${texts} texts with several annotators, ${sentences} sentences`]
}

function partsOf(body: string): { readonly spans: Span[]; readonly quotations: readonly Quotation[] } {
  const paragraphs = splitParagraphs(body)
  return { spans: splitSentences(body, paragraphs), quotations: findQuotations(body, paragraphs).quotations }
}

interface Baseline {
  readonly floors: { readonly right: number }
}

type Table = Record<Voice, Record<Voice, number>>

const newTable = (): Table => ({ outlet: newRow(), attributed: newRow(), mixed: newRow() })
const newRow = (): Record<Voice, number> => ({ outlet: 0, attributed: 0, mixed: 0 })
const NONE = { source: [], cue: [] }

function shareRight(table: Table): number {
  const all = VOICES.reduce((sum, gold) => sum + rowSum(table[gold]), 0)
  return (100 * VOICES.reduce((sum, voice) => sum + table[voice][voice], 0)) / all
}

/** `attributed` and `mixed` taken as one. */
function shareApart(table: Table): number {
  const all = VOICES.reduce((sum, gold) => sum + rowSum(table[gold]), 0)
  const crossed = rowSum(table.outlet) - table.outlet.outlet + table.attributed.outlet + table.mixed.outlet
  return (100 * (all - crossed)) / all
}

const rowSum = (row: Record<Voice, number>): number => row.outlet + row.attributed + row.mixed

function confusion(table: Table): string[] {
  const cell = (text: string) => text.padStart(12)
  const head = `${'gold \\ read'.padEnd(14)}${[...VOICES, 'precision', 'recall', 'F1'].map(cell).join('')}`
  return [
    head,
    ...VOICES.map(voice => {
      const read = VOICES.reduce((sum, gold) => sum + table[gold][voice], 0)
      const [precision, recall] = [(100 * table[voice][voice]) / read, (100 * table[voice][voice]) / rowSum(table[voice])]
      const figures = [precision, recall, (2 * precision * recall) / (precision + recall)]
      const counts = VOICES.map(guess => table[voice][guess].toFixed(0))
      return `${voice.padEnd(14)}${[...counts, ...figures.map(figure => figure.toFixed(1))].map(cell).join('')}`
    }),
  ]
}

if (process.argv[1]?.endsWith('bench/voice/run.ts')) {
  const { values } = parseArgs({ options: { models: { type: 'string' } } })
  const { lines, ok } = await run(values.models)
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
