import type { Reading } from '../record/index.ts'
import type { Corrected } from './corrections.ts'

/** A Story as `hearsay story` gives it; the layers that are not told yet are empty. */
export interface StoryDocument {
  readonly schema: 'hearsay-story/1'
  readonly id: string
  readonly name: string
  readonly firstPublished: string | null
  readonly lastPublished: string | null
  readonly independentOrigins: readonly [number, number]
  readonly articles: readonly {
    readonly id: string
    readonly publisher: string | null
    readonly headline: string | null
    readonly datePublished: string | null
    readonly url: string | null
  }[]
  readonly claims?: readonly {
    readonly id: string
    readonly text: string
    readonly appearances: readonly {
      readonly article: string
      readonly statement: string | null
      readonly text: string
      readonly speaker: string | null
      readonly stance: string
    }[]
    readonly origins: readonly string[]
    readonly independentOrigins: readonly [number, number]
  }[]
  readonly lineage?: readonly {
    readonly from: string
    readonly to: string
    readonly kind: string
    readonly credited: boolean
    readonly commonWith: string | null
    readonly share: number
    readonly direction: string
  }[]
}

export interface Telling {
  readonly id: string
  /** With what people said about their speakers. */
  readonly readings: readonly Reading[]
  /** The corrections that stand and speak of any of the articles: what is not one claim, not one entity, no copy. */
  readonly corrections: readonly Corrected[]
}

/** The Story of some Readings: the seam at which the story core is plugged in. */
export function tellStory({ id, readings }: Telling): StoryDocument {
  const articles = readings
    .map(({ article }) => article)
    .map(({ id, publisher, headline, datePublished, url }) => ({ id, publisher, headline, datePublished, url }))
    .sort((a, b) => compare(a.datePublished ?? '9', b.datePublished ?? '9') || compare(a.id, b.id))
  const dates = articles.flatMap(({ datePublished }) => datePublished ?? []).sort(compare)
  const first = articles[0]!
  return {
    schema: 'hearsay-story/1',
    id,
    name: first.headline ?? first.id,
    firstPublished: dates[0] ?? null,
    lastPublished: dates.at(-1) ?? null,
    independentOrigins: [1, articles.length],
    articles,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
