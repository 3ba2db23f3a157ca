/**
 * Words, pieces and windows of a text: what the tagger reads.
 *
 * A word is a run of letters, digits and marks, or one other visible character; its pieces are WordPiece (Wu et al. 2016) over the
 * lower-cased word without accents. `train/data.py` makes the same ones; `tests/reading/parity.test.ts` checks that they agree.
 */
export interface Word {
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  /** Lower case, without accents and invisible characters. */
  readonly form: string
  /** What the pieces do not tell: case, the gap before, and whether it stands in quotation marks; row of an embedding. */
  readonly feature: number
  /** Whether it is the first of its paragraph. */
  readonly opens: boolean
  readonly pieces: readonly number[]
}

/** A range of words, `[first, last)`, that the encoder reads at once. */
export interface Window {
  readonly first: number
  readonly last: number
}

/**
 * Pieces of a window with the two that frame it. The model has learned from windows of 200 to 320; on the held-out part of train 200 gives the
 * best F1 of content, source and cue (77.7; 256 77.4, 320 76.4) and is the fastest.
 */
export const WINDOW_PIECES_MAX = 200

const FRAME = 2
const CASES = { lower: 0, title: 1, upper: 2, mixed: 3, digit: 4 } as const
const GAPS = { none: 0, space: 1, line: 2 } as const
const GAP_COUNT = 3
const QUOTE_COUNT = 2
/** The feature of the two pieces that frame a window. */
export const FRAME_FEATURE = 5 * GAP_COUNT * QUOTE_COUNT

const WORD = /[\p{L}\p{N}\p{M}\p{Cf}]+|[^\s\p{L}\p{N}\p{M}\p{Cf}\p{Cc}]/gu
const PLAIN = /^[a-z]+$/
const DIGIT = /\p{Nd}/u
const OPENING = new Set(['“', '«', '„', '‟'])
const CLOSING = new Set(['”', '»'])

/** The words of a text, in order; a text without visible characters has none. */
export function wordsOf(text: string, vocabulary: Vocabulary): Word[] {
  const words: Word[] = []
  let inside = false
  let last = 0
  let previous = ''
  for (const match of text.matchAll(WORD)) {
    const raw = match[0]
    const form = normalise(raw)
    if (form === '') continue
    const start = match.index
    const opens = words.length === 0 || text.slice(last, start).includes('\n')
    const gap = opens ? GAPS.line : start > last ? GAPS.space : GAPS.none
    if (opens) inside = false
    const before = inside
    const doubled = start === last && previous === raw
    if (OPENING.has(raw) || (raw === '`' && doubled)) inside = true
    else if (CLOSING.has(raw) || (raw === "'" && doubled)) inside = false
    else if (raw === '"') inside = !inside
    const feature = (caseOf(raw) * GAP_COUNT + gap) * QUOTE_COUNT + (before || inside ? 1 : 0)
    last = start + raw.length
    previous = raw
    words.push({ start, end: last, form, feature, opens, pieces: vocabulary.piecesOf(form).slice(0, WINDOW_PIECES_MAX - FRAME) })
  }
  return words
}

/** Whole paragraphs packed up to the window's length; a longer paragraph is cut after its last full stop that fits, else hard. */
export function windowsOf(words: readonly Word[], limit = WINDOW_PIECES_MAX): Window[] {
  const windows: Window[] = []
  let first = 0
  let size = 0
  let paragraph = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.opens && i > first) paragraph = i
    if (size + word.pieces.length > limit - FRAME && i > first) {
      const cut = paragraph > first ? paragraph : sentenceEnd(words, first, i)
      windows.push({ first, last: cut })
      first = cut
      size = 0
      for (let k = cut; k < i; k++) size += words[k]!.pieces.length
    }
    size += word.pieces.length
  }
  if (first < words.length) windows.push({ first, last: words.length })
  return windows
}

function sentenceEnd(words: readonly Word[], first: number, last: number): number {
  for (let i = last - 1; i >= first; i--) {
    const next = words[i + 1]
    const spaced = next !== undefined && gapOf(next.feature) === GAPS.space
    if (spaced && (words[i]!.form === '.' || words[i]!.form === '!' || words[i]!.form === '?')) return i + 1
  }
  return last
}

/** The encoder's input for one window: piece ids, a feature for each, and where each word's first piece is. */
export function encode(words: readonly Word[], window: Window, vocabulary: Vocabulary): EncodedWindow {
  const ids = [vocabulary.opening]
  const features = [FRAME_FEATURE]
  const starts: number[] = []
  for (let i = window.first; i < window.last; i++) {
    const word = words[i]!
    starts.push(ids.length)
    for (let k = 0; k < word.pieces.length; k++) {
      ids.push(word.pieces[k]!)
      features.push(k === 0 ? word.feature : word.feature - gapOf(word.feature) * QUOTE_COUNT)
    }
  }
  ids.push(vocabulary.closing)
  features.push(FRAME_FEATURE)
  return { ids, features, starts }
}

export interface EncodedWindow {
  readonly ids: readonly number[]
  readonly features: readonly number[]
  readonly starts: readonly number[]
}

function gapOf(feature: number): number {
  return Math.floor(feature / QUOTE_COUNT) % GAP_COUNT
}

function normalise(word: string): string {
  if (PLAIN.test(word)) return word
  return word
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
}

function caseOf(word: string): number {
  if (DIGIT.test(word)) return CASES.digit
  const lower = word.toLowerCase()
  if (word === lower) return CASES.lower
  if (word.length > 1 && word === word.toUpperCase()) return CASES.upper
  return word.slice(1) === lower.slice(1) ? CASES.title : CASES.mixed
}

/** A WordPiece vocabulary; remembers the words that it has cut. */
export class Vocabulary {
  readonly opening: number
  readonly closing: number
  readonly #unknown: number
  readonly #ids: ReadonlyMap<string, number>
  readonly #cut = new Map<string, readonly number[]>()

  /** @param lines the pieces, one a line, in the order of their ids */
  constructor(lines: string) {
    this.#ids = new Map(
      lines
        .split('\n')
        .filter(piece => piece !== '')
        .map((piece, id) => [piece, id] as const),
    )
    this.opening = this.#idOf('[CLS]')
    this.closing = this.#idOf('[SEP]')
    this.#unknown = this.#idOf('[UNK]')
  }

  /** Ids of the longest pieces from the left; the unknown piece where a word cannot be spelled or is over 100 units long. */
  piecesOf(form: string): readonly number[] {
    const known = this.#cut.get(form)
    if (known) return known
    const pieces = this.#cutUp(form)
    if (this.#cut.size < CUT_WORDS_MAX) this.#cut.set(form, pieces)
    return pieces
  }

  #cutUp(form: string): readonly number[] {
    if (form.length > WORD_UNITS_MAX) return [this.#unknown]
    const pieces: number[] = []
    let start = 0
    while (start < form.length) {
      let end = form.length
      let id: number | undefined
      while (end > start) {
        id = this.#ids.get((start > 0 ? '##' : '') + form.slice(start, end))
        if (id !== undefined) break
        end--
      }
      if (id === undefined) return [this.#unknown]
      pieces.push(id)
      start = end
    }
    return pieces
  }

  #idOf(piece: string): number {
    const id = this.#ids.get(piece)
    if (id === undefined) throw new Error(`The vocabulary lacks ${piece}.`)
    return id
  }
}

/** As BERT has it: a longer run of letters is no word of any language that is read. */
const WORD_UNITS_MAX = 100
/** Bounds what a long-running process remembers: about 20 MB. */
const CUT_WORDS_MAX = 200_000
