import type { Span } from '../../record/index.ts'

/** A word, a number or a sign, as the grammar of times reads it. */
export interface Token {
  readonly start: number
  readonly end: number
  /** As it stands in the text. */
  readonly text: string
  /** In lower case, without a full stop. */
  readonly lower: string
  readonly kind: 'word' | 'number' | 'sign'
  /** White space stands before it. */
  readonly spaced: boolean
  /** Index of its sentence. */
  readonly sentence: number
}

/** What is left of a longer word or number is no date: a line of a million digits is one token that nothing reads. */
const LONGEST_READ = 24

/**
 * The tokens of each sentence, in order. Words are runs of letters, with full stops between single letters ("p.m.", "U.S.") and
 * one apostrophe; numbers are runs of digits with grouping commas and decimals; everything else is one sign a token.
 */
export function tokensIn(body: string, sentences: readonly Span[]): Token[] {
  const tokens: Token[] = []
  let endBefore = -1
  for (const [index, [start, end]] of sentences.entries()) {
    TOKEN.lastIndex = start
    for (let match = TOKEN.exec(body); match && match.index < end; match = TOKEN.exec(body)) {
      const from = match.index
      const text = body.slice(from, Math.min(from + match[0].length, end))
      const to = from + text.length
      const kind = match[1] ? 'word' : match[2] ? 'number' : 'sign'
      const lower = text.length > LONGEST_READ ? '' : text.toLowerCase().replaceAll('.', '').replace('’', "'")
      tokens.push({
        start: from,
        end: to,
        text,
        lower: kind === 'sign' ? text : lower,
        kind,
        spaced: from > endBefore,
        sentence: index,
      })
      endBefore = to
    }
  }
  return tokens
}

/** Each alternative begins with a class of its own and its loops are over single classes or fixed signs: linear. */
const TOKEN = /((?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}]*)|(\d+(?:,\d{3}(?!\d)|\.\d+)*)|[^\s\p{L}\d]/gu
