/**
 * What the tagger makes of sentences, their clauses and stretches of them, each within its article, for `meanings.py` to learn from.
 *
 *   HEARSAY_CORPORA=… npx tsx train/meanings/rows.ts FOLDER
 *
 * Writes texts.json and states.bin: of each text the mean of its words' states, float32, 384 a text.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { corporaFolder, recordsOf } from '../../bench/corpora.ts'
import { clausesIn } from '../../src/reading/clauses/clauses.ts'
import { meanOf } from '../../src/reading/meanings/meant.ts'
import { openTools } from '../../src/reading/read.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import { wordsIn } from '../../src/reading/words/words.ts'
import type { Span } from '../../src/record/index.ts'

/** Corpora whose texts weights may learn from. */
const CORPORA = [
  ['ecbplus', 'train.jsonl.gz'],
  ['polnear', 'train.jsonl.gz'],
  ['meantime', 'all.jsonl.gz'],
  ['giveme5w1h', 'dev.jsonl.gz'],
] as const
/** UTF-16 units of an article that are read. */
const ARTICLE_UNITS = 8000
const SENTENCE_WORDS_MAX = 40
const SENTENCE_SHARE = 0.5
const CLAUSE_SHARE = 0.8
const STRETCH_SHARE = 0.4
const STRETCH_WORDS = [5, 22] as const

async function main(folder: string, out: string): Promise<void> {
  mkdirSync(out, { recursive: true })
  const states = openSync(join(out, 'states.bin'), 'w')
  const texts: string[] = []
  const seen = new Set<string>()
  const { tagger } = await openTools()
  const random = randomFrom(7)
  for (const path of CORPORA) {
    for (const { text } of recordsOf<{ readonly text: string }>(folder, ...path)) {
      const body = text.slice(0, ARTICLE_UNITS)
      if (seen.has(body)) continue
      seen.add(body)
      const tagged = await tagger.tag(body)
      for (const span of splitSentences(body, splitParagraphs(body)).flatMap(sentence => stretchesOf(body, sentence, random))) {
        const own = body.slice(...span)
        const mean = seen.has(own) ? null : meanOf(tagged, span)
        seen.add(own)
        if (mean === null) continue
        texts.push(own)
        writeSync(states, new Uint8Array(mean.buffer))
      }
    }
    console.log(path[0], texts.length)
  }
  closeSync(states)
  writeFileSync(join(out, 'texts.json'), JSON.stringify(texts))
}

function stretchesOf(body: string, sentence: Span, random: () => number): Span[] {
  const words = wordsIn(body, sentence)
  if (words.length < 4) return []
  const [least, most] = STRETCH_WORDS
  const length = least + Math.floor(random() * Math.min(most - least, words.length - least))
  const first = Math.floor(random() * Math.max(1, words.length - length))
  const last = Math.min(words.length, first + length) - 1
  return [
    ...(words.length <= SENTENCE_WORDS_MAX && random() < SENTENCE_SHARE ? [sentence] : []),
    ...clausesIn(body, sentence).filter(() => random() < CLAUSE_SHARE),
    ...(words.length > 2 * least && random() < STRETCH_SHARE ? [[words[first]!.span[0], words[last]!.span[1]] as Span] : []),
  ]
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

await main(corporaFolder()!, process.argv[2]!)
