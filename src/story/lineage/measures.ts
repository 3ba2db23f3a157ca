import type { Parallel } from './parallel.ts'
import { parallelOf } from './parallel.ts'
import { type Passage, sharedPassages } from './shared.ts'
import { countsOf, sequencesOf, type Text, type Word } from './text.ts'

/** How much two texts share, by several counts. What ends in A is of `a`, in B of `b`; shares are 0 to 1. */
export interface Measures {
  readonly passages: readonly Passage[]
  /** Shared words of all words. */
  readonly shareA: number
  readonly shareB: number
  /** Shared words outside quotations, in runs of at least `OWN_RUN_WORDS`, of all words outside quotations. */
  readonly ownA: number
  readonly ownB: number
  /** The words that `ownB` counts. */
  readonly ownWords: number
  /** Shared words inside quotations. */
  readonly quotedWords: number
  /** The share of the smaller text's sequences of `SEQUENCE_WORDS` words that the other has too. */
  readonly containment: number
  /** Whether both begin with the same words. */
  readonly sameLead: boolean
  /** Worked out when it is asked for: copies need none. */
  readonly parallel: Parallel
}

export function measured(a: Text, b: Text): Measures {
  const passages = sharedPassages(a, b)
  let parallel: Parallel | null = null
  const matches = passages.flatMap(passage => passage.matches)
  const own = passages.flatMap(({ matches: inside }) => ownRuns(inside, a.words, b.words))
  const isQuoted = ([left, right]: Match): boolean => a.words[left]!.quoted && b.words[right]!.quoted
  return {
    passages,
    shareA: ratio(matches.length, countsOf(a).news),
    shareB: ratio(matches.length, countsOf(b).news),
    ownA: ratio(own.length, countsOf(a).own),
    ownB: ratio(own.length, countsOf(b).own),
    ownWords: own.length,
    quotedWords: matches.filter(isQuoted).length,
    containment: containment(a, b),
    sameLead: matches.filter(([left, right]) => left < lead(a) && right < lead(b)).length >= LEAD_SHARED,
    get parallel() {
      parallel ??= parallelOf(a, b)
      return parallel
    },
  }
}

/** Where the first `LEAD_WORDS` words of the report end, its dateline left out or not. */
const lead = ({ words }: Text): number => Math.min(LEAD_WORDS, words.length)
const LEAD_WORDS = 25
const LEAD_SHARED = 8

type Match = readonly [a: number, b: number]

/** "he told reporters on Tuesday" beside a shared quotation is no shared text. */
const OWN_RUN_WORDS = 9

function ownRuns(matches: readonly Match[], a: readonly Word[], b: readonly Word[]): Match[] {
  const kept: Match[] = []
  let run: Match[] = []
  const close = (): void => {
    if (run.length >= OWN_RUN_WORDS) kept.push(...run)
    run = []
  }
  for (const match of matches) {
    if (a[match[0]]!.quoted || b[match[1]]!.quoted) close()
    else run.push(match)
  }
  close()
  return kept
}

/** As reuse is usually counted. */
const SEQUENCE_WORDS = 8

const DISTINCT = new WeakMap<Text, ReadonlySet<string>>()

function sequences(text: Text): ReadonlySet<string> {
  const known = DISTINCT.get(text) ?? new Set(sequencesOf(text, SEQUENCE_WORDS).filter(sequence => sequence !== null))
  DISTINCT.set(text, known)
  return known
}

function containment(a: Text, b: Text): number {
  const [left, right] = [sequences(a), sequences(b)]
  const [small, large] = left.size <= right.size ? [left, right] : [right, left]
  let shared = 0
  for (const sequence of small) if (large.has(sequence)) shared++
  return ratio(shared, small.size)
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
