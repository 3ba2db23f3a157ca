import type { Appearance, Claim } from '../../record/index.ts'
import { type HeldStatement, statementOf, type Told } from './told.ts'

/** One appearance of a quotation, as one outlet prints it. */
export interface Cut {
  readonly appearance: Appearance
  readonly statement: HeldStatement
}

/** Somebody's words as several outlets print them. */
export interface Quoted {
  readonly claim: Claim
  readonly speaker: string | null
  /** The longest first; it is what the others are compared with. */
  readonly cuts: readonly Cut[]
}

/** Quotations that at least two articles print, in other cuts or under other verbs; those with most cuts first. */
export function quotationsOf(told: Told): readonly Quoted[] {
  const found = told.story.claims.flatMap(claim => {
    const bySpeaker = new Map<string | null, Cut[]>()
    for (const appearance of claim.appearances) {
      const statement = statementOf(told, appearance.article, appearance.statement)
      if (statement === null || statement.quotation === 'indirect') continue
      const cuts = bySpeaker.get(appearance.speaker) ?? []
      cuts.push({ appearance, statement })
      bySpeaker.set(appearance.speaker, cuts)
    }
    return [...bySpeaker].map(([speaker, cuts]) => ({ claim, speaker, cuts: longestFirst(cuts) }))
  })
  return found.filter(({ cuts }) => differ(cuts)).sort((a, b) => b.cuts.length - a.cuts.length)
}

function longestFirst(cuts: readonly Cut[]): readonly Cut[] {
  return [...cuts].sort((a, b) => b.appearance.text.length - a.appearance.text.length)
}

function differ(cuts: readonly Cut[]): boolean {
  if (new Set(cuts.map(({ appearance }) => appearance.article)).size < 2) return false
  const words = new Set(cuts.map(({ appearance }) => bare(appearance.text)))
  const verbs = new Set(cuts.map(({ statement }) => statement.cueLemma))
  return words.size > 1 || verbs.size > 1
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
