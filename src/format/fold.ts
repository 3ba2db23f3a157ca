/** Text for a terminal: what would steer it instead of being shown is replaced, and white space becomes one blank. */
export function shown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(STEERING, '\uFFFD')
}

/** Control characters, and those that turn the direction of everything after them. */
const STEERING = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g

export interface Fold {
  /** Columns; 0 folds nothing. */
  readonly width: number
  /** What each line begins with. */
  readonly indent: string
}

/** `text` broken between words into lines no wider than `width`; a word that is wider stands alone and is not cut. */
export function fold(text: string, { width, indent }: Fold): string {
  if (width === 0) return `${indent}${text}\n`
  const room = Math.max(NARROWEST, width - columnsOf(indent))
  const lines: string[] = []
  let line = ''
  let columns = 0
  for (const word of text.split(' ')) {
    const wide = columnsOf(word)
    if (line !== '' && columns + 1 + wide > room) {
      lines.push(line)
      line = ''
      columns = 0
    }
    columns += wide + (line === '' ? 0 : 1)
    line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines.map(each => `${indent}${each}\n`).join('')
}

/** Columns under which folding helps nobody. */
const NARROWEST = 20

/** How many columns a terminal gives a text: two for East Asian letters and pictures, none for marks that join and for colours. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text.replace(COLOURS, '')) {
    if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) continue
    columns += WIDE.test(character) ? 2 : 1
  }
  return columns
}

const COLOURS = /\u001B\[[\d;]*m/g
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\p{Emoji_Presentation}]/u
