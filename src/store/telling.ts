import type { Corrected, Reading, Story } from '../record/index.ts'
import type { StoryRulings } from '../story/given.ts'
import { tellStory } from '../story/tell.ts'

export interface Telling {
  readonly id: string
  /** With what people said about their speakers. */
  readonly readings: readonly Reading[]
  /** The corrections that stand and speak of any of the articles. */
  readonly corrections: readonly Corrected[]
}

/** The Story of what the store holds of it. */
export function toldFrom({ id, readings, corrections }: Telling): Story {
  return tellStory({ id, readings: [...readings].sort(byPublication), rulings: rulingsIn(corrections) })
}

function byPublication({ article: a }: Reading, { article: b }: Reading): number {
  return compare(a.datePublished ?? UNDATED, b.datePublished ?? UNDATED) || compare(a.id, b.id)
}

/** After every date. */
const UNDATED = '~'

function rulingsIn(corrections: readonly Corrected[]): StoryRulings {
  const all = corrections.map(({ correction }) => correction)
  const apart = all.flatMap(one => (one.kind === 'not-the-same' && one.what !== 'articles' ? [one] : []))
  return {
    notCopies: all.flatMap(one => (one.kind === 'not-a-copy' ? [one.articles] : [])),
    notOneClaim: apart.flatMap(({ what, passages }) => (what === 'claim' ? [passages] : [])),
    notOneEntity: apart.flatMap(({ what, passages }) => (what === 'entity' ? [passages] : [])),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
