import { openReader, type Reader } from '../../src/reader.ts'
import type { Reading } from '../../src/record/index.ts'
import { type GoldArticle, readArticles, readGold, SETS } from '../origins/gold.ts'
import { judgedStories, storiesOfAllSides } from './judged.ts'
import { judgedPairs, type LabelledPair, labelledPairs } from './labelled.ts'
import { markedStories } from './marked.ts'

/** Pairs of clauses of one story with what readers say of them. */
export interface Gathered {
  /** A marked story of `train/claims`, one of a set of `bench/origins` that rules are developed on, or real news that was judged by reading. */
  readonly kind: 'marked' | 'set' | 'judged'
  /** The set's name; for a real story its place among them. */
  readonly of: string
  readonly pairs: readonly LabelledPair[]
  /** Whether the cross-encoder has learned from it. */
  readonly cross: boolean
}

/** Sets that nobody who works on the program has read, and the eighteenth, which was read when the weights had been fitted. */
const UNLEARNED: ReadonlySet<string> = new Set(['fifteenth', 'sixteenth', 'seventeenth', 'eighteenth'])

/** All that weights for joining claims may learn from, a story at a time. `corpora` has the real news. */
export async function* gathered(corpora: string): AsyncGenerator<Gathered> {
  const reader = await openReader()
  const read = readingsBy(reader)
  try {
    for (const { id, versions } of markedStories()) {
      const records = versions.map(({ id, outlet, date, text }) => ({
        id,
        text,
        headline: '',
        datePublished: `${date}T08:00:00Z`,
        publisher: outlet,
      }))
      const places = versions.flatMap(version =>
        version.places.map(({ claim, span, denied }) => ({ claim, article: version.id, spans: [span], denied })),
      )
      yield { kind: 'marked', of: id, pairs: labelledPairs(await read(records), places, () => false), cross: true }
    }
    for (const [name, set] of Object.entries(SETS).filter(([each]) => !UNLEARNED.has(each))) {
      const gold = readGold(set)
      const articles = readArticles(set)
      for (const [story, ids] of Object.entries(gold.stories)) {
        const claims = gold.claims.filter(claim => claim.story === story)
        const places = claims.flatMap(({ id, appearances }) =>
          appearances.map(({ article, spans, stance }) => ({ claim: id, article, spans, denied: stance === 'denies' })),
        )
        const opposites = new Map(claims.map(({ id, opposites = [] }) => [id, opposites]))
        const readings = await read(ids.map(id => articles.get(id)!))
        const pairs = labelledPairs(readings, places, (a, b) => opposites.get(a)!.includes(b))
        yield { kind: 'set', of: name, pairs, cross: false }
      }
    }
    for (const [index, { articles, pairs, cross }] of judgedStories(corpora).entries())
      yield { kind: 'judged', of: String(index), pairs: judgedPairs(await read(articles), pairs), cross }
  } finally {
    await reader.close()
  }
}

/** Stories of AllSides of which no pair was judged, so many of them evenly among all, with no label. */
export async function* unjudged(corpora: string, count: number): AsyncGenerator<Pick<Gathered, 'of' | 'pairs'>> {
  const known = new Set(judgedStories(corpora).flatMap(({ articles }) => articles.map(({ id }) => id)))
  const stories = storiesOfAllSides(corpora).filter(articles => !articles.some(({ id }) => known.has(id)))
  const reader = await openReader()
  const read = readingsBy(reader)
  try {
    for (let index = 0; index < count; index++) {
      const articles = stories[Math.floor((index * stories.length) / count)]!
      yield { of: `unjudged ${index}`, pairs: judgedPairs(await read(articles), []) }
    }
  } finally {
    await reader.close()
  }
}

const readingsBy = (reader: Reader) => async (records: readonly GoldArticle[]) => {
  const readings: Reading[] = []
  for (const record of records)
    readings.push(await reader.read({ page: { kind: 'record', input: record.id, record } }, { meanings: true }))
  return readings
}
