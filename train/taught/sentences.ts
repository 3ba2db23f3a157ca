/**
 * Prints the sentences of the corpora that weights may learn from, as the program cuts them, and for PolNeAR the voice that each
 * annotator's contents give them: one JSON object an article. `corpus.py` takes it up.
 *
 *   HEARSAY_CORPORA=… npx tsx train/taught/sentences.ts >sentences.jsonl
 */
import { CORPORA_MISSING, corporaFolder, recordsOf } from '../../bench/corpora.ts'
import { readVoices, VOICES } from '../../src/reading/statements/voice.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import type { Attribution } from '../../src/record/index.ts'

interface Record {
  readonly id: string
  readonly text: string
  readonly annotations?: Readonly<{ [annotator: string]: readonly Attribution[] }>
}

const PARTS = [
  ['polnear', 'train'],
  ['polnear', 'dev'],
  ['giveme5w1h', 'dev'],
  ['ecbplus', 'train'],
  ['ecbplus', 'dev'],
  ['meantime', 'all'],
  ['timebank', 'dev'],
] as const

const corpora = corporaFolder()
if (!corpora) throw new Error(CORPORA_MISSING)
for (const [corpus, part] of PARTS) {
  for (const { id, text, annotations } of recordsOf<Record>(corpora, corpus, `${part}.jsonl.gz`)) {
    const sentences = splitSentences(text, splitParagraphs(text))
    const voices = Object.values(annotations ?? {}).map(annotation =>
      readVoices(text, sentences, annotation).map(({ voice }) => VOICES.indexOf(voice)),
    )
    console.log(JSON.stringify({ corpus, part, id, sentences, voices }))
  }
}
