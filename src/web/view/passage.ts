import { contains, partitionPoint, type Reading, type Span } from '../../record/index.ts'

/** Words to show in the text, and the sentence to open for them. */
export interface Passage {
  readonly words: readonly Span[]
  readonly sentence: Span | null
}

/** The words with the sentence that holds the first of them; its line where sentences were not read. */
export function passageOf(reading: Reading, words: readonly Span[]): Passage {
  const first = words[0]
  return { words, sentence: first === undefined ? null : sentenceAt(reading, first) }
}

interface Sentences {
  readonly article: Pick<Reading['article'], 'articleBody'>
  readonly sentences?: readonly { readonly span: Span }[]
}

/** The sentence that a span begins in. */
export function sentenceAt({ sentences = [], article }: Sentences, [start]: Span): Span {
  const found = sentences[partitionPoint(sentences, ({ span }) => span[1] <= start)]?.span
  if (found && found[0] <= start) return found
  const { articleBody } = article
  const end = articleBody.indexOf('\n', start)
  return [articleBody.lastIndexOf('\n', start - 1) + 1, end < 0 ? articleBody.length : end]
}

/** Units that an excerpt shows before its words, and in all. */
const BEFORE_UNITS = 32
const EXCERPT_UNITS = 84

/** The first of the words with some of their sentence around them, cut between words: three slices, and whether something was left out. */
export interface Excerpt {
  readonly before: Span
  readonly words: Span
  readonly after: Span
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

export function excerptOf(body: string, { words, sentence }: Passage): Excerpt | null {
  const extent = words[0]
  if (!extent || !sentence || !contains(sentence, extent)) return null
  const from = cut(body, sentence[0], extent[0] - BEFORE_UNITS, extent[0])
  const room = Math.max(0, EXCERPT_UNITS - (extent[0] - from) - (extent[1] - extent[0]))
  const to = sentence[1] - extent[1] <= room ? sentence[1] : lastGap(body, extent[1], extent[1] + room)
  return {
    before: [from, extent[0]],
    words: extent,
    after: [extent[1], to],
    cutBefore: from > sentence[0],
    cutAfter: to < sentence[1],
  }
}

/** The first place at or after `wanted` where a word begins; `least` where that lies before it. */
function cut(body: string, least: number, wanted: number, most: number): number {
  if (wanted <= least) return least
  const gap = body.slice(wanted, most).search(/\s\S/)
  return gap < 0 ? most : wanted + gap + 1
}

/** The last place before `most` where a word has ended. */
function lastGap(body: string, least: number, most: number): number {
  const gap = body.slice(least, most).search(/\s+\S*$/)
  return gap < 0 ? least : least + gap
}
