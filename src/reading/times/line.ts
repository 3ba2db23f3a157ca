import type { Token } from './tokens.ts'

/** The tokens of one sentence. Reading past an end gives '' and false, so that rules need no bounds of their own. */
export type Line = readonly Token[]

/** The word at `at` in lower case; '' for signs, numbers and beyond the ends. */
export function wordAt(line: Line, at: number): string {
  const token = line[at]
  return token?.kind === 'word' ? token.lower : ''
}

export function signAt(line: Line, at: number): string {
  const token = line[at]
  return token?.kind === 'sign' ? token.text : ''
}

/** The digits of a whole number at `at`, without what groups them; '' where it is none. */
export function digitsAt(line: Line, at: number): string {
  const token = line[at]
  return token?.kind === 'number' && !token.text.includes('.') ? token.lower.replaceAll(',', '') : ''
}

export function isCapital(line: Line, at: number): boolean {
  return /^\p{Lu}/u.test(line[at]?.text ?? '')
}

/** Whether nothing stands between the token at `at` and the one before it. */
export function isJoined(line: Line, at: number): boolean {
  return at > 0 && at < line.length && !line[at]!.spaced
}

const HYPHENS = new Set(['-', '‐', '‑', '–'])

/** The index after `at`, a hyphen skipped: "third-quarter" reads as "third quarter". */
export function afterHyphen(line: Line, at: number): number {
  return HYPHENS.has(signAt(line, at)) && isJoined(line, at) && isJoined(line, at + 1) ? at + 1 : at
}

export const isHyphen = (line: Line, at: number): boolean => HYPHENS.has(signAt(line, at))

/** The index after a comma at `at`, or `at`. */
export const afterComma = (line: Line, at: number): number => (signAt(line, at) === ',' ? at + 1 : at)

/** The index after a possessive "'s" at `at`, or `at`. */
export function afterPossessive(line: Line, at: number): number {
  const apostrophe = signAt(line, at)
  if ((apostrophe !== "'" && apostrophe !== '’') || !isJoined(line, at)) return at
  return wordAt(line, at + 1) === 's' && isJoined(line, at + 1) ? at + 2 : at + 1
}

/** The index after `phrase` at `at`; -1 where it does not stand there. */
export function afterPhrase(line: Line, at: number, phrase: readonly string[]): number {
  for (const [index, word] of phrase.entries()) if (wordAt(line, at + index) !== word) return -1
  return at + phrase.length
}
