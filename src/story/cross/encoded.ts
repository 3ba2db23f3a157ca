import { type Vocabulary, wordsOf } from '../../reading/tagger/tokens.ts'

/** What the encoder reads of two clauses: pieces, and for each which of the two it is of. */
export interface EncodedPair {
  readonly ids: readonly number[]
  /** One a piece, of `CLAUSE`. */
  readonly clauses: readonly number[]
}

const CLAUSE = { frame: 0, first: 1, second: 2 } as const

/** Of a longer clause the first pieces are read: of those that it has been taught by, one in four hundred is longer. */
const PIECES_MAX = 56

/** Two clauses one after the other, framed; `train/cross` makes the same, and a test checks that they agree. */
export function encodeClauses(first: string, second: string, vocabulary: Vocabulary): EncodedPair {
  const [one, other] = [first, second].map(text => piecesOf(text, vocabulary)) as [number[], number[]]
  return {
    ids: [vocabulary.opening, ...one, vocabulary.closing, ...other, vocabulary.closing],
    clauses: [CLAUSE.frame, ...one.map(() => CLAUSE.first), CLAUSE.frame, ...other.map(() => CLAUSE.second), CLAUSE.frame],
  }
}

const piecesOf = (text: string, vocabulary: Vocabulary): number[] =>
  wordsOf(text, vocabulary)
    .flatMap(({ pieces }) => pieces)
    .slice(0, PIECES_MAX)
