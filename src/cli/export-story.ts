import type { Claim, Reading, Span, Story } from '../record/index.ts'
import { textOf } from '../record/index.ts'
import type { Store } from '../store/store.ts'
import type { Row } from './export-table.ts'

/** A Story with the Readings of its articles, one at a time in memory. */
export interface Told {
  readonly story: Story
  readonly readings: readonly Reading[]
}

/** Every Story of the store with its Readings, in the order of `hearsay stories`. */
export async function* toldIn(store: Store): AsyncGenerator<Told> {
  for await (const story of store.documents()) {
    const readings: Reading[] = []
    for (const { id } of story.articles) {
      const reading = await store.correctedReading(id)
      if (reading !== null) readings.push(reading)
    }
    yield { story, readings }
  }
}

/** What every row says about the article that it is of. */
export function about({ story }: Told, { article }: Reading): Row {
  return { story: story.id, article: article.id, outlet: article.publisher, published: article.datePublished, url: article.url }
}

/** On how many origins it rests, and on which. */
export function restsOn(counted: Pick<Claim, 'origins' | 'independentOrigins'> | undefined): Row {
  const [least, most] = counted?.independentOrigins ?? [null, null]
  return { origins: counted?.origins ?? [], independentOriginsLeast: least, independentOriginsMost: most }
}

export function namesIn(records: readonly { readonly id: string; readonly name: string }[] = []): ReadonlyMap<string, string> {
  return new Map(records.map(({ id, name }) => [id, name]))
}

/** Values of the times, as TIMEX3 writes them. */
export function timesIn({ times = [] }: Reading): ReadonlyMap<string, string> {
  return new Map(times.map(({ id, value }) => [id, value]))
}

/** Between two pieces of one role stands what no article has by itself. */
export function wordsIn({ article }: Reading): (spans: readonly Span[]) => string {
  return spans => spans.map(span => textOf(article.articleBody, span)).join(' […] ')
}

/** Spans as `0-9`, in UTF-16 units of `articleBody`. */
export const spansOf = (spans: readonly Span[]): readonly string[] => spans.map(([start, end]) => `${start}-${end}`)
