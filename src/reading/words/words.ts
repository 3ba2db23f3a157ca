import type { Span } from '../../record/index.ts'

/** A word as it is compared: without soft hyphens and zero-width characters, the possessive 's cut off. */
export interface Word {
  /** Without the possessive 's; with the full stop of an initial or an abbreviation. */
  readonly span: Span
  readonly text: string
  readonly lower: string
  readonly capital: boolean
  readonly possessive: boolean
}

/** The words of `body` between two offsets, in order. */
export function wordsIn(body: string, [start, end]: Span): Word[] {
  const words: Word[] = []
  for (const match of body.slice(start, end).matchAll(WORD)) {
    const from = start + match.index
    const raw = match[0]
    const possessive = POSSESSIVE.test(raw)
    const bare = possessive ? raw.slice(0, -2) : raw
    const dotted = !possessive && body[from + raw.length] === '.' && SHORTENED.test(bare)
    const text = bare.replace(INVISIBLE, '').replaceAll('’', "'") + (dotted ? '.' : '')
    const to = from + bare.length + (dotted ? 1 : 0)
    words.push({ span: [from, to], text, lower: text.toLowerCase(), capital: CAPITAL.test(text), possessive })
  }
  return words
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]|['’.&-](?=[\p{L}\p{N}]))*/gu
// Made once: an expression that is written where it is used is an object more for each word.
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const POSSESSIVE = /['’][sS]$/
const CAPITAL = /^\p{Lu}/u
const SHORTENED =
  /^(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Govs?|Gen|Lt|Col|Maj|Sgt|Capt|Cpl|Cmdr|Adm|Pres|Atty|Del|Supt|Insp|Det|Msgr|Amb|Hon|Eng|Engr|Adv|Cllr|Smt|Mme|Mx|Rev|Fr|St|Dep|Asst|Jr|Sr)$/u
