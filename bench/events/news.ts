import { fileURLToPath } from 'node:url'
import type { Deed } from '../../src/reading/events/deeds.ts'
import { placedDeeds } from '../../src/reading/events/placed.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import type { Span } from '../../src/record/index.ts'
import { recordsOf } from '../corpora.ts'

/** A deed of running news that a person has judged; ids and offsets only. */
interface Judged {
  readonly corpus: string
  /** The file of the corpus; absent where it is the development part. */
  readonly part?: string
  readonly id: string
  readonly trigger: Span
  readonly eventType: string
  readonly right: boolean
  /** Which of the goes it was drawn in; absent for those of the train parts. */
  readonly reading?: number
}

/** What a reader marked as a deed in an article, read without looking at what the program finds. */
interface Marked {
  readonly corpus: string
  readonly id: string
  readonly deeds: readonly { readonly trigger: Span; readonly eventType: string }[]
}

export interface NewsDeed {
  readonly body: string
  readonly deed: Deed
  readonly right: boolean
  readonly reading: number
}

/** The judged deeds that the program still finds, and how many it finds no more; those of the train parts are of reading 0. */
export function judgedDeeds(corpora: string): {
  readonly found: NewsDeed[]
  readonly gone: { readonly right: number; readonly wrong: number }
} {
  const judged = ['./news.jsonl', './news-train.jsonl'].flatMap(name => recordsOf<Judged>(pathOf(name)))
  const found: NewsDeed[] = []
  const gone = { right: 0, wrong: 0 }
  for (const [source, rows] of grouped(judged, ({ corpus, part = DEVELOPMENT }) => `${corpus}/${part}`)) {
    const byId = grouped(rows, row => row.id)
    for (const { id, text } of articlesOf(corpora, source)) {
      if (!byId.has(id)) continue
      const deeds = deedsOf(source, text)
      for (const row of byId.get(id)!) {
        const deed = deeds.find(({ type, trigger }) => type === row.eventType && trigger[0] === row.trigger[0])
        if (deed) found.push({ body: text, deed, right: row.right, reading: row.reading ?? 0 })
        else gone[row.right ? 'right' : 'wrong']++
      }
    }
  }
  return { found, gone }
}

/** Of the deeds that a reader marked in whole articles, how many are found with their type, and how many there are. */
export function markedDeeds(corpora: string): { readonly met: number; readonly marked: number } {
  let met = 0
  let marked = 0
  for (const [corpus, rows] of grouped(recordsOf<Marked>(pathOf('./news-recall.jsonl')), row => row.corpus)) {
    const source = `${corpus}/${DEVELOPMENT}`
    const texts = new Map(articlesOf(corpora, source).map(({ id, text }) => [id, text]))
    for (const { id, deeds } of rows) {
      const found = deedsOf(source, texts.get(id)!)
      marked += deeds.length
      met += deeds.filter(({ trigger, eventType }) =>
        found.some(deed => deed.type === eventType && Math.abs(deed.trigger[0] - trigger[0]) <= PHRASE_UNITS),
      ).length
    }
  }
  return { met, marked }
}

export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const DEVELOPMENT = 'dev.jsonl.gz'
/** How far apart the words may begin that the reader and the program hold for the trigger: "opened" and "fire". */
const PHRASE_UNITS = 25

interface Text {
  readonly id: string
  readonly text: string
}

const articlesOf = (corpora: string, source: string): readonly Text[] =>
  recordsOf<Text | { readonly articles: readonly Text[] }>(corpora, ...source.split('/')).flatMap(record =>
    'articles' in record ? record.articles : [record],
  )

function deedsOf(source: string, articleBody: string): Deed[] {
  const datePublished = UNDATED.test(source) ? null : `${YEAR}`
  return placedDeeds({ articleBody, datePublished }, splitSentences(articleBody, splitParagraphs(articleBody))).map(
    ({ deed }) => deed,
  )
}

/** These have no dates; most of the others are of this year or the one before. */
const UNDATED = /^(?:ecbplus|meantime)\//
const YEAR = 2017
