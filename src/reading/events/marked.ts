import type { Vocabulary } from '../tagger/tokens.ts'

/** A sentence and the two parties whose dealing is asked for; each is found in the sentence by its words. */
export interface Pair {
  readonly sentence: string
  readonly source: string
  readonly target: string
}

export interface MarkedPieces {
  readonly ids: readonly number[]
  /** One a piece, of `ROLE`. */
  readonly roles: readonly number[]
}

const ROLE = { other: 0, source: 1, target: 2, frame: 3 } as const
type Party = 'source' | 'target'

/** Pieces that BERT's vocabulary leaves unused stand around each occurrence of a party. */
const OPEN: Readonly<Record<Party, string>> = { source: '[unused1]', target: '[unused3]' }
const CLOSE: Readonly<Record<Party, string>> = { source: '[unused2]', target: '[unused4]' }

/** With the two that frame it. The longest sentence of PLV has 150; of a longer one what lies around the parties is read. */
export const PIECES_MAX = 160

/** What the coder reads; `train/events/pairs.py` makes the same, and a test checks that they agree. */
export function encodePair(pair: Pair, vocabulary: Vocabulary): MarkedPieces {
  const ids: number[] = []
  const roles: number[] = []
  const addText = (text: string, role: number) => {
    for (const form of formsOf(text)) {
      for (const piece of vocabulary.piecesOf(form)) {
        ids.push(piece)
        roles.push(role)
      }
    }
  }
  const addMark = (mark: string) => {
    ids.push(vocabulary.piecesOf(mark)[0]!)
    roles.push(ROLE.frame)
  }
  let last = 0
  for (const { start, end, party } of occurrencesOf(pair)) {
    addText(pair.sentence.slice(last, start), ROLE.other)
    addMark(OPEN[party])
    addText(pair.sentence.slice(start, end), ROLE[party])
    addMark(CLOSE[party])
    last = end
  }
  addText(pair.sentence.slice(last), ROLE.other)
  const [from, to] = windowOf(roles)
  return {
    ids: [vocabulary.opening, ...ids.slice(from, to), vocabulary.closing],
    roles: [ROLE.frame, ...roles.slice(from, to), ROLE.frame],
  }
}

interface Occurrence {
  readonly start: number
  readonly end: number
  readonly party: Party
}

/** Every place where a party is named; the longer name first, so that none lies inside another. */
function occurrencesOf({ sentence, source, target }: Pair): Occurrence[] {
  const found: Occurrence[] = []
  const parties: [Party, string][] = [
    ['source', bare(source, sentence)],
    ['target', bare(target, sentence)],
  ]
  parties.sort((a, b) => b[1].length - a[1].length)
  for (const [party, name] of parties) {
    if (name.trim() === '') continue
    for (let start = sentence.indexOf(name); start !== -1; start = sentence.indexOf(name, start + name.length)) {
      const end = start + name.length
      if (isWhole(sentence, start, end) && found.every(other => end <= other.start || start >= other.end)) {
        found.push({ start, end, party })
      }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Some corpora write a kind before the party, as in `Org:Nordtek`, which is not in the sentence. */
function bare(party: string, sentence: string): string {
  return sentence.includes(party) ? party : party.replace(/^\p{L}+:/u, '')
}

const isLetter = (text: string, at: number): boolean => at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at]!)

/** Not in the middle of a word: `US` is not in `USE`. */
function isWhole(text: string, start: number, end: number): boolean {
  return !(isLetter(text, start - 1) && isLetter(text, start)) && !(isLetter(text, end - 1) && isLetter(text, end))
}

/** The pieces that are read of too long a sentence: those around the marks. */
function windowOf(roles: readonly number[]): readonly [number, number] {
  const room = PIECES_MAX - 2
  if (roles.length <= room) return [0, roles.length]
  const first = Math.max(0, roles.indexOf(ROLE.frame))
  const last = Math.max(0, roles.lastIndexOf(ROLE.frame))
  const from = Math.max(0, Math.min(roles.length - room, Math.floor((first + last) / 2) - room / 2))
  return [from, from + room]
}

const WORD = /[\p{L}\p{N}\p{M}\p{Cf}]+|[^\s\p{L}\p{N}\p{M}\p{Cf}\p{Cc}]/gu

/** Words in lower case, without accents and invisible characters, as the tagger has them. */
function formsOf(text: string): string[] {
  const forms: string[] = []
  for (const [raw] of text.matchAll(WORD)) {
    const form = raw
      .replace(/\p{Cf}/gu, '')
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
    if (form !== '') forms.push(form)
  }
  return forms
}
