import { fileURLToPath } from 'node:url'
import { clausesIn } from '../../src/reading/clauses/clauses.ts'
import { type Content, contentOf } from '../../src/story/claims/content.ts'
import { JOINED_MIN, OPPOSED_MIN } from '../../src/story/claims/grouping.ts'
import { type Likeness, likenessOf } from '../../src/story/claims/likeness.ts'
import type { Vectors } from '../../src/story/claims/vectors.ts'
import { recordsOf } from '../corpora.ts'

/** Two tellings and whether they are one claim. `[he|Ana Ruiz]` marks whom words mean, `[Friday|2024-05-10]` which date. */
export interface Pair {
  readonly id: string
  readonly a: string
  readonly b: string
  readonly relation: 'same' | 'denies' | 'other'
  readonly why: string
}

export const readPairs = (): Pair[] => recordsOf<Pair>(fileURLToPath(new URL('.', import.meta.url)), 'pairs.jsonl')

/** The contents of a marked text: its clauses'. */
export function contentsOf(marked: string, vectors: Vectors | null): Content[] {
  const entities: { span: readonly [number, number]; id: string }[] = []
  const dates: { span: readonly [number, number]; value: string; named: boolean }[] = []
  let body = ''
  let last = 0
  for (const match of marked.matchAll(/\[([^|\]]+)(?:\|([^\]]+))?\]/g)) {
    body += marked.slice(last, match.index)
    const span = [body.length, body.length + match[1]!.length] as const
    body += match[1]
    last = match.index + match[0].length
    const id = match[2] ?? match[1]!
    if (/^\d{4}/.test(id)) dates.push({ span, value: id, named: true })
    else entities.push({ span, id })
  }
  body += marked.slice(last)
  return clausesIn(body, [0, body.length]).map(span =>
    contentOf({ body, span, marks: { entities, dates }, statement: null, vectors }),
  )
}

/** The likest of all pairs of clauses. */
export function likestOf(pair: Pick<Pair, 'a' | 'b'>, vectors: Vectors | null): Likeness {
  const [first, second] = [contentsOf(pair.a, vectors), contentsOf(pair.b, vectors)]
  const none = new Set<string>()
  return first
    .flatMap(a => second.map(b => likenessOf(a, b, () => none)))
    .reduce((best, each) => (each.score > best.score || (each.score === best.score && each.alike > best.alike) ? each : best))
}

export interface PairScores {
  readonly precision: number
  readonly recall: number
  readonly right: readonly string[]
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
}

/** Precision and recall of joining; joined with the wrong stance counts as wrong. */
export function scorePairs(pairs: readonly Pair[], vectors: Vectors | null, threshold = JOINED_MIN): PairScores {
  const right: string[] = []
  const wrong: string[] = []
  const missed: string[] = []
  for (const pair of pairs) {
    const { score, opposed } = likestOf(pair, vectors)
    const said = score < (opposed ? Math.max(threshold, OPPOSED_MIN) : threshold) ? 'other' : opposed ? 'denies' : 'same'
    if (said !== 'other' && said === pair.relation) right.push(pair.id)
    else if (said !== 'other') wrong.push(pair.id)
    if (pair.relation !== 'other' && said !== pair.relation) missed.push(pair.id)
  }
  return {
    precision: right.length / Math.max(1, right.length + wrong.length),
    recall: right.length / pairs.filter(({ relation }) => relation !== 'other').length,
    right,
    wrong,
    missed,
  }
}
