import type { Style } from './format.ts'

export interface Paint {
  readonly strong: (text: string) => string
  readonly dim: (text: string) => string
  readonly speaker: (text: string) => string
  readonly words: (text: string) => string
  readonly trouble: (text: string) => string
}

/** ANSI colours of the terminal's own palette, each word coloured by itself so that lines can be folded between words. */
export function paintFor({ colour }: Style): Paint {
  const sgr = (on: number, off: number) => (text: string) =>
    colour ? text.replace(/[^ ]+/g, word => `\u001B[${on}m${word}\u001B[${off}m`) : text
  return { strong: sgr(1, 22), dim: sgr(2, 22), speaker: sgr(36, 39), words: sgr(33, 39), trouble: sgr(31, 39) }
}
