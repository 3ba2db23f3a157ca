import type { LoadedBy, Reading, Span } from '../../record/index.ts'
import { type Passage, passageOf } from './passage.ts'

export interface LoadedWord {
  readonly number: number
  readonly span: Span
  /** Null where the Reading does not tell why. */
  readonly by: LoadedBy | null
  readonly passage: Passage
}

/** The loaded words in the order of the text; null where they were not looked for. */
export function loadedOf(reading: Reading): readonly LoadedWord[] | null {
  const sentences = reading.sentences?.filter(sentence => sentence.loaded !== undefined) ?? []
  if (sentences.length === 0) return null
  return sentences
    .flatMap(({ loaded = [], loadedBy = [] }) => loaded.map((span, index) => ({ span, by: loadedBy[index] ?? null })))
    .sort((a, b) => a.span[0] - b.span[0])
    .map(({ span, by }, index) => ({ number: index + 1, span, by, passage: passageOf(reading, [span]) }))
}

/** The entry of the rule for quotation marks, which is in no list. */
const SCARE_QUOTES = 'scare-quotes'

/** Why a word counts as loaded, in words: the rule, the figure, or both. */
export function whyLoaded(by: LoadedBy | null): string {
  if (by?.entry === SCARE_QUOTES) return 'Quotation marks around words that nobody is quoted with.'
  const entry = by?.entry ? `On the list of loaded words, as “${by.entry}”.` : null
  const score = by?.score != null ? `The model’s figure is ${by.score.toFixed(2)} of 1.` : null
  return [entry, score].filter(Boolean).join(' ') || 'The reading does not tell why.'
}
