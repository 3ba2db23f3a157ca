import type { Corrected, Reading, Story } from '../record/index.ts'
import { vectorsDigest } from '../story/claims/vectors.ts'
import { crossEncoderDigest, shippedCrossEncoder } from '../story/cross/cross-encoder.ts'
import type { Passage, StoryRulings } from '../story/given.ts'
import { tellStoryWith } from '../story/tell.ts'
import { VERSION } from '../version.ts'
import { placeOf } from './passages.ts'

export interface Telling {
  readonly id: string
  /** With what people said about their speakers. */
  readonly readings: readonly Reading[]
  /** The corrections that stand and speak of any of the articles. */
  readonly corrections: readonly Corrected[]
}

let teller: string | null = null

/** What a Story that is told now says of whom it was told by: this version, and the weights by which claims are joined. */
export function toldBy(): string {
  teller ??= `${VERSION} ${vectorsDigest()} ${crossEncoderDigest()}`
  return teller
}

/** The Story of what the store holds of it. */
export function toldFrom({ id, readings, corrections }: Telling): Promise<Story> {
  const given = { id, readings: [...readings].sort(byPublication), rulings: rulingsIn(corrections, bodiesOf(readings)) }
  return tellStoryWith(given, shippedCrossEncoder)
}

function byPublication({ article: a }: Reading, { article: b }: Reading): number {
  return compare(a.datePublished ?? UNDATED, b.datePublished ?? UNDATED) || compare(a.id, b.id)
}

/** After every date. */
const UNDATED = '~'

type Bodies = ReadonlyMap<string, string>

function bodiesOf(readings: readonly Reading[]): Bodies {
  return new Map(readings.map(({ article }) => [article.id, article.articleBody]))
}

/** What people said, with the places where the words that they spoke of stand now; where they are gone, it speaks of nothing. */
function rulingsIn(corrections: readonly Corrected[], bodies: Bodies): StoryRulings {
  const all = corrections.map(({ correction }) => correction)
  const apart = all.flatMap(one => {
    if (one.kind !== 'not-the-same' || one.what === 'articles') return []
    const [a, b] = [standing(one.passages[0], bodies), standing(one.passages[1], bodies)]
    return a === null || b === null ? [] : [{ what: one.what, passages: [a, b] as const }]
  })
  return {
    notCopies: all.flatMap(one => (one.kind === 'not-a-copy' ? [one.articles] : [])),
    notOneClaim: apart.flatMap(({ what, passages }) => (what === 'claim' ? [passages] : [])),
    notOneEntity: apart.flatMap(({ what, passages }) => (what === 'entity' ? [passages] : [])),
  }
}

function standing(passage: Passage, bodies: Bodies): Passage | null {
  const body = bodies.get(passage.article)
  const span = body === undefined ? null : placeOf(body, passage)
  return span === null ? null : { ...passage, span }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
