import type { Article, Story, StoryArticle } from '../record/index.ts'
import type { Given } from './given.ts'

/** The Story of some Readings. `readings` must not be empty. */
export function tellStory({ id, readings }: Given): Story {
  const articles = readings.map(({ article }) => article)
  const dates = articles.flatMap(({ datePublished }) => datePublished ?? []).sort(compare)
  const first = articles[0]!
  return {
    schema: 'hearsay-story/1',
    id,
    name: first.headline ?? first.id,
    firstPublished: dates[0] ?? null,
    lastPublished: dates.at(-1) ?? null,
    independentOrigins: [1, articles.length],
    entities: [],
    times: [],
    places: [],
    articles: articles.map(articleOf),
    origins: [],
    lineage: [],
    claims: [],
    events: [],
    disagreements: [],
    heard: [],
    timeline: [],
  }
}

function articleOf({ id, publisher, headline, datePublished, url }: Article): StoryArticle {
  return { id, publisher, family: publisher, headline, datePublished, url, origins: [] }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
