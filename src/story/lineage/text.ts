import { findQuotations } from '../../reading/words/quotes.ts'
import { splitParagraphs, splitSentences } from '../../reading/words/sentences.ts'
import { overlaps, type Reading, type Span } from '../../record/index.ts'
import { isNotice } from '../notices.ts'

/** An article as texts are compared: its words, normalised, each with its place and what it stands in. */
export interface Text {
  readonly id: string
  readonly reading: Reading
  readonly body: string
  readonly words: readonly Word[]
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Span[]
}

export interface Word {
  /** Lower case; quotation marks, hyphens and points are no part of it, so that they may differ. */
  readonly key: string
  readonly span: Span
  /** Index into `sentences`. */
  readonly sentence: number
  /** In quotation marks, or in the content of a direct statement. */
  readonly quoted: boolean
  /** In a paragraph that an outlet prints under or between its articles: "Sign up", "All rights reserved". */
  readonly notice: boolean
}

/** Words of news, without notices; and those of them outside quotations. */
export interface Counts {
  readonly news: number
  readonly own: number
}

const COUNTS = new WeakMap<Text, Counts>()

export function countsOf(text: Text): Counts {
  const known = COUNTS.get(text)
  if (known) return known
  const news = text.words.filter(({ notice }) => !notice)
  const counts = { news: news.length, own: news.filter(({ quoted }) => !quoted).length }
  COUNTS.set(text, counts)
  return counts
}

const SEQUENCES = new WeakMap<Text, Map<number, readonly (string | null)[]>>()

/** For each word the sequence of `length` words that begins there; null where a notice or the end cuts it off. Worked out once a text. */
export function sequencesOf(text: Text, length: number): readonly (string | null)[] {
  const known = SEQUENCES.get(text) ?? new Map<number, readonly (string | null)[]>()
  SEQUENCES.set(text, known)
  const sequences = known.get(length) ?? text.words.map((_, at) => sequenceAt(text.words, at, length))
  known.set(length, sequences)
  return sequences
}

function sequenceAt(words: readonly Word[], at: number, length: number): string | null {
  if (at + length > words.length) return null
  let sequence = ''
  for (let i = at; i < at + length; i++) {
    if (words[i]!.notice) return null
    sequence += `${words[i]!.key} `
  }
  return sequence
}

/** News articles have up to a few thousand words; what follows after so many is not compared. */
const WORDS_MAX = 10_000

export function textOfReading(reading: Reading): Text {
  const body = reading.article.articleBody
  const paragraphs = splitParagraphs(body)
  const sentences = splitSentences(body, paragraphs)
  const quoted = quotedSpans(reading, paragraphs)
  const words: Word[] = []
  let quote = 0
  sentences.forEach((sentence, index) => {
    if (words.length >= WORDS_MAX) return
    const text = body.slice(sentence[0], sentence[1])
    const notice = isNotice(text)
    for (const match of text.matchAll(WORD)) {
      const start = sentence[0] + match.index
      const span: Span = [start, start + match[0].length]
      while (quote < quoted.length && quoted[quote]![1] <= start) quote++
      const inside = quote < quoted.length && overlaps(quoted[quote]!, span)
      words.push({ key: keyed(match[0]), span, sentence: index, quoted: inside, notice })
    }
  })
  return { id: reading.article.id, reading, body, words, paragraphs, sentences }
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]|['’.,](?=[\p{L}\p{N}]))*/gu

function keyed(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, '')
    .replaceAll('’', "'")
    .replace(/[.,]/g, '')
}

/** What several paragraphs quote is one span each, sorted and apart. */
function quotedSpans(reading: Reading, paragraphs: readonly Span[]): Span[] {
  const { quotations } = findQuotations(reading.article.articleBody, paragraphs)
  const direct = (reading.statements ?? []).flatMap(({ quotation, content }) => (quotation === 'direct' ? content : []))
  const spans = [...quotations.map(({ span }) => span), ...direct].sort((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const [start, end] of spans) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}
