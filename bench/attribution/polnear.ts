import { createHash } from 'node:crypto'
import type { Span } from '../../src/record/index.ts'
import { recordsOf } from '../corpora.ts'

/** An article of PolNeAR with what each annotator marked. */
export interface PolnearArticle {
  readonly id: string
  readonly text: string
  readonly annotations: Readonly<Record<string, readonly Roles[]>>
}

export interface Roles {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

/** Dev, or the twentieth of train that no model learned from (`train/data.py`, `held_out`). */
export function polnear(corpora: string, part: 'dev' | 'held-out'): PolnearArticle[] {
  const all = recordsOf<PolnearArticle>(corpora, 'polnear', part === 'dev' ? 'dev.jsonl.gz' : 'train.jsonl.gz')
  return part === 'dev' ? all : all.filter(article => heldOut(article.id))
}

const HOLDOUT = 0.05

function heldOut(id: string): boolean {
  return createHash('sha256').update(id).digest().readUInt32BE(0) / 2 ** 32 < HOLDOUT
}

/** Index of each word (a run of letters or digits, as the scorer has it) that a role covers. */
export function covered(words: readonly Span[], spans: readonly Span[]): Set<number> {
  const out = new Set<number>()
  for (const [start, end] of spans)
    words.forEach(([a, b], i) => {
      if (a < end && b > start) out.add(i)
    })
  return out
}

export function scoredWords(text: string): Span[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(m => [m.index, m.index + m[0].length] as const)
}

/** Which guesses the scorer counts as right in content, source and cue: one flag a guess. */
export function rightOnes(text: string, gold: readonly Roles[], guesses: readonly Roles[]): boolean[] {
  const words = scoredWords(text)
  const sets = (list: readonly Roles[]) =>
    list.map(a => ({ source: covered(words, a.source), cue: covered(words, a.cue), content: covered(words, a.content) }))
  const [g, p] = [sets(gold), sets(guesses)]
  const pairs: [number, number, number][] = []
  for (const [i, a] of g.entries()) {
    for (const [j, b] of p.entries()) {
      const n = shared(a.content, b.content)
      const score = n === 0 ? 0 : n / (a.content.size + b.content.size - n)
      if (score >= 0.5) pairs.push([score + (touch(a.source, b.source) ? 0.01 : 0) + (touch(a.cue, b.cue) ? 0.001 : 0), i, j])
    }
  }
  pairs.sort((a, b) => b[0] - a[0])
  const [usedG, usedP] = [new Set<number>(), new Set<number>()]
  const right = guesses.map(() => false)
  for (const [, i, j] of pairs) {
    if (usedG.has(i) || usedP.has(j)) continue
    usedG.add(i)
    usedP.add(j)
    right[j] = touch(g[i]!.source, p[j]!.source) && touch(g[i]!.cue, p[j]!.cue)
  }
  return right
}

function shared(a: Set<number>, b: Set<number>): number {
  let n = 0
  for (const x of a) if (b.has(x)) n++
  return n
}

function touch(a: Set<number>, b: Set<number>): boolean {
  return (a.size === 0 && b.size === 0) || shared(a, b) > 0
}
