import { fileURLToPath } from 'node:url'
import { type Deed, deedsIn } from '../../src/reading/events/deeds.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import type { Span } from '../../src/record/index.ts'
import { recordsOf } from '../corpora.ts'

/** A deed of running news that a person has judged; ids and offsets only. */
interface Judged {
  readonly corpus: string
  readonly id: string
  readonly trigger: Span
  readonly eventType: string
  readonly right: boolean
}

export interface NewsDeed {
  readonly body: string
  readonly deed: Deed
  readonly right: boolean
}

/** The judged deeds that the program still finds in the development articles, and how many it finds no more. */
export function judgedDeeds(corpora: string): {
  readonly found: NewsDeed[]
  readonly gone: { readonly right: number; readonly wrong: number }
} {
  const judged = recordsOf<Judged>(fileURLToPath(new URL('./news.jsonl', import.meta.url)))
  const found: NewsDeed[] = []
  const gone = { right: 0, wrong: 0 }
  for (const corpus of new Set(judged.map(row => row.corpus))) {
    const ids = new Set(judged.filter(row => row.corpus === corpus).map(row => row.id))
    for (const { id, text } of recordsOf<{ id: string; text: string }>(corpora, corpus, 'dev.jsonl.gz')) {
      if (!ids.has(id)) continue
      const deeds = splitSentences(text, splitParagraphs(text)).flatMap(span =>
        deedsIn(text, span, corpus === 'ecbplus' ? null : YEAR),
      )
      for (const row of judged.filter(one => one.corpus === corpus && one.id === id)) {
        const deed = deeds.find(({ type, trigger }) => type === row.eventType && trigger[0] === row.trigger[0])
        if (deed) found.push({ body: text, deed, right: row.right })
        else gone[row.right ? 'right' : 'wrong']++
      }
    }
  }
  return { found, gone }
}

/** Most of these articles are of it or the year before. */
const YEAR = 2017
