import type { Features } from '../features.ts'
import type { Filed, Ruling, StoryIndex } from '../store.ts'
import { likenessOf } from './likeness.ts'

/** What is looked at to file an article: the article, what is like it, and the stories of these. */
export interface Pool {
  /** The article itself among them; by id. */
  readonly articles: readonly Features[]
  /** The story of each that is held. */
  readonly stories: ReadonlyMap<string, string>
  /** Stories of which not every article is looked at: they are not taken apart. */
  readonly partial: ReadonlySet<string>
  readonly rulings: readonly Ruling[]
}

/** Of each term so many articles on either side of the day, and of these the ones that share most. */
const LOOKED_AT = { perTerm: 24, byTerms: 32, perShingle: 8, byShingles: 16 } as const
/** Less like ones are no neighbours, and their stories are not looked at. */
const NEIGHBOUR = -2
const NEIGHBOURS = 12
const STORIES = 4
/** Of a story so many articles, the nearest in time. */
const PER_STORY = 20
const ARTICLES = 48

/** The pool of an article: its size is bounded, whatever the store holds. */
export async function poolOf(features: Features, index: StoryIndex): Promise<Pool> {
  const { article, day, terms, shingles } = features
  const own = await index.rulings([article])
  const ruled = own.filter(({ together }) => together).map(({ a, b }) => (a === article ? b : a))
  const alike = await index.alike({ terms, shingles, day, ...LOOKED_AT })
  const ids = [...new Set([...ruled.slice(0, NEIGHBOURS), ...alike])].filter(id => id !== article)
  const found = new Map(await index.held(ids))
  const near = neighbours(features, [...found.values()], new Set(ruled))
  const looked = [...new Set(near.map(({ story }) => story))].slice(0, STORIES)
  const members = await index.members({ stories: looked, day, limit: PER_STORY })
  const stories = new Map<string, string>()
  const partial = new Set<string>()
  for (const story of looked) {
    const { articles = [], size = 0 } = members.get(story) ?? {}
    const nearest = near.filter(each => each.story === story).map(each => each.features.article)
    const listed = [...new Set([...nearest, ...articles])].filter(id => id !== article)
    const room = Math.min(PER_STORY, ARTICLES - stories.size - 1)
    const taken = listed.slice(0, Math.max(0, room))
    if (taken.length < size - (articles.includes(article) ? 1 : 0)) partial.add(story)
    for (const id of taken) stories.set(id, story)
  }
  const missing = [...stories.keys()].filter(id => !found.has(id))
  for (const [id, each] of await index.held(missing)) found.set(id, each)
  const articles = [features, ...[...stories.keys()].map(id => found.get(id)!.features)]
  articles.sort((a, b) => (a.article < b.article ? -1 : 1))
  return { articles, stories, partial, rulings: await index.rulings(articles.map(each => each.article)) }
}

/** The likest first; those that a person put together with the article before all. */
function neighbours(features: Features, found: readonly Filed[], ruled: ReadonlySet<string>): readonly Filed[] {
  const likeness = (other: Features) => (ruled.has(other.article) ? Number.POSITIVE_INFINITY : likenessOf(features, other))
  return found
    .map(each => ({ each, id: each.features.article, likeness: likeness(each.features) }))
    .filter(({ likeness }) => likeness >= NEIGHBOUR)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, NEIGHBOURS)
    .map(({ each }) => each)
}
