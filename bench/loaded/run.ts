/**
 * Loaded words on BASIL dev: how many of the words that people marked as lexical bias are marked, and how many of those marked
 * they marked too. For evaluation alone: neither the list nor the rules were fitted to it.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/loaded/run.ts
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe } from '../../src/reading/describe.ts'
import { readLoaded } from '../../src/reading/statements/loaded.ts'
import { decode } from '../../src/reading/tagger/decode.ts'
import { openTagger } from '../../src/reading/tagger/tagger.ts'
import type { Attribution, Sentence, Span } from '../../src/record/index.ts'
import { bareArticle } from '../articles.ts'
import { scoredWords } from '../attribution/polnear.ts'
import { type BenchResult, CORPORA_MISSING, corporaFolder, recordsOf } from '../corpora.ts'

export interface BasilArticle {
  readonly id: string
  readonly paragraphs: readonly (readonly string[])[]
  readonly bias: readonly { readonly txt: string; readonly id: string; readonly start: number; readonly bias: 'lex' | 'inf' }[]
}

export async function run(): Promise<BenchResult> {
  const corpora = corporaFolder()
  if (!corpora) return { lines: [CORPORA_MISSING], ok: true }
  const tagger = await openTagger(fileURLToPath(new URL('../../models', import.meta.url)))
  return judge(recordsOf<BasilArticle>(corpora, 'basil', 'dev.jsonl.gz'), async (_, text) =>
    decode(await tagger.tag(text), tagger.settings),
  )
}

/** The table for the attributions that `attribute` finds in each article. */
export async function judge(
  articles: readonly BasilArticle[],
  attribute: (id: string, text: string) => Promise<readonly Attribution[]>,
): Promise<BenchResult> {
  const systems = { 'word by word': newCounts(), 'span, one word shared': newCounts(), 'sentence with any': newCounts() }
  let lost = 0
  for (const article of articles) {
    const { text, gold, missing } = textOfBasil(article)
    lost += missing
    const described = describe(bareArticle(article.id, text), await attribute(article.id, text))
    const sentences = readLoaded({ body: text, ...described })
    const guessed = sentences.flatMap(sentence => sentence.loaded ?? [])
    add(systems['word by word'], wordsUnder(text, guessed), wordsUnder(text, gold))
    addSpans(systems['span, one word shared'], guessed, gold)
    add(systems['sentence with any'], sentencesUnder(sentences, guessed), sentencesUnder(sentences, gold))
  }
  const { floors, published } = JSON.parse(readFileSync(new URL('baseline.json', import.meta.url), 'utf8')) as Baseline
  const words = figures(systems['word by word'])
  const missed = (['P', 'R', 'F1'] as const).filter(name => words[name] < floors[name])
  return {
    lines: [
      `loaded words, lexical spans of BASIL dev (${articles.length} articles; ${lost} spans could not be placed), percent`,
      ...Object.entries(systems).map(
        ([name, counts]) => `  ${name.padEnd(24)}${Object.entries(figures(counts)).map(said).join('  ')}`,
      ),
      ...Object.entries(published).map(([name, f1]) => `  beside it: ${name}: F1 ${f1}`),
      ...missed.map(name => `BELOW THE FLOOR: ${name} ${words[name].toFixed(1)} < ${floors[name]}`),
    ],
    ok: missed.length === 0,
  }
}

interface Baseline {
  readonly floors: Readonly<Record<'P' | 'R' | 'F1', number>>
  readonly published: Readonly<Record<string, number>>
}

interface Counts {
  guessed: number
  gold: number
  rightGuesses: number
  foundGold: number
}

const newCounts = (): Counts => ({ guessed: 0, gold: 0, rightGuesses: 0, foundGold: 0 })
const said = ([name, figure]: [string, number]) => `${name} ${figure.toFixed(1).padStart(4)}`

function figures(counts: Counts): Record<'P' | 'R' | 'F1', number> {
  const P = (100 * counts.rightGuesses) / Math.max(1, counts.guessed)
  const R = (100 * counts.foundGold) / Math.max(1, counts.gold)
  return { P, R, F1: P + R === 0 ? 0 : (2 * P * R) / (P + R) }
}

function add(counts: Counts, guessed: ReadonlySet<number>, gold: ReadonlySet<number>): void {
  const both = [...guessed].filter(each => gold.has(each)).length
  counts.guessed += guessed.size
  counts.gold += gold.size
  counts.rightGuesses += both
  counts.foundGold += both
}

function addSpans(counts: Counts, guessed: readonly Span[], gold: readonly Span[]): void {
  const touches = (span: Span, spans: readonly Span[]) => spans.some(other => other[0] < span[1] && span[0] < other[1])
  counts.guessed += guessed.length
  counts.gold += gold.length
  counts.rightGuesses += guessed.filter(span => touches(span, gold)).length
  counts.foundGold += gold.filter(span => touches(span, guessed)).length
}

function wordsUnder(text: string, spans: readonly Span[]): Set<number> {
  const words = scoredWords(text)
  return new Set(words.flatMap((word, index) => (spans.some(span => span[0] < word[1] && word[0] < span[1]) ? [index] : [])))
}

function sentencesUnder(sentences: readonly Sentence[], spans: readonly Span[]): Set<number> {
  return new Set(
    sentences.flatMap(({ span }, index) => (spans.some(other => other[0] < span[1] && span[0] < other[1]) ? [index] : [])),
  )
}

/** The article as text, and the lexical spans in it: at the offsets given where they match their words, else where these stand. */
export function textOfBasil({ paragraphs, bias }: BasilArticle): { text: string; gold: Span[]; missing: number } {
  let text = ''
  const starts: number[] = []
  const sentences = paragraphs.flat()
  for (const paragraph of paragraphs) {
    for (const sentence of paragraph) {
      starts.push(text.length)
      text += `${sentence} `
    }
    text = `${text.trimEnd()}\n\n`
  }
  const gold: Span[] = []
  let missing = 0
  for (const { txt, id, start } of bias.filter(each => each.bias === 'lex')) {
    const index = Number(/^p(\d+)(?:_\d+)?$/.exec(id)?.[1] ?? Number.NaN)
    const [words, sentence] = [txt.trim(), sentences[index]]
    const at = sentence === undefined ? -1 : sentence.startsWith(words, start) ? start : sentence.indexOf(words)
    if (at < 0) missing++
    else gold.push([starts[index]! + at, starts[index]! + at + words.length])
  }
  return { text, gold, missing }
}

if (process.argv[1]?.endsWith('bench/loaded/run.ts')) {
  const { lines, ok } = await run()
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
