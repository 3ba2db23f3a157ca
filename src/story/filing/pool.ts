import type { Features } from '../features.ts'
import type { Ruling, StoryIndex } from '../store.ts'
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
const PER_TERM = 24
const BY_TERMS = 32
const PER_SHINGLE = 8
const BY_SHINGLES = 16
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
  const hits = [
    ...(await index.articlesByShingles({ hashes: shingles, perHash: PER_SHINGLE, limit: BY_SHINGLES })),
    ...(await index.articlesByTerms({ terms, day, perTerm: PER_TERM, limit: BY_TERMS })),
  ]
  const ruled = own.filter(({ together }) => together).map(({ a, b }) => (a === article ? b : a))
  const ids = [...new Set([...ruled.slice(0, NEIGHBOURS), ...hits.map(hit => hit.article)])].filter(id => id !== article)
  const found = await index.features(ids)
  const near = neighbours(features, [...found.values()], new Set(ruled))
  const storyOf = await index.storiesOf(near.map(each => each.article))
  const looked = [...new Set(near.flatMap(each => storyOf.get(each.article) ?? []))].slice(0, STORIES)
  const members = await index.members({ stories: looked, day, limit: PER_STORY })
  const sizes = await index.sizes(looked)
  const all = new Map<string, Features>([[article, features]])
  const stories = new Map<string, string>()
  const missing: string[] = []
  const partial = new Set<string>()
  for (const story of looked) {
    const nearest = near.filter(each => storyOf.get(each.article) === story).map(each => each.article)
    const listed = [...new Set([...nearest, ...(members.get(story) ?? [])])].filter(id => id !== article)
    const room = Math.min(PER_STORY, ARTICLES - stories.size - 1)
    const taken = listed.slice(0, Math.max(0, room))
    const others = (sizes.get(story) ?? 0) - (members.get(story)?.includes(article) ? 1 : 0)
    if (taken.length < others) partial.add(story)
    for (const id of taken) {
      stories.set(id, story)
      if (found.has(id)) all.set(id, found.get(id)!)
      else missing.push(id)
    }
  }
  for (const [id, each] of await index.features(missing)) all.set(id, each)
  const articles = [...all.values()].sort((a, b) => (a.article < b.article ? -1 : 1))
  return { articles, stories, partial, rulings: await index.rulings(articles.map(each => each.article)) }
}

/** The likest first; those that a person put together with the article before all. */
function neighbours(features: Features, found: readonly Features[], ruled: ReadonlySet<string>): readonly Features[] {
  return found
    .map(other => ({ other, likeness: ruled.has(other.article) ? Number.POSITIVE_INFINITY : likenessOf(features, other) }))
    .filter(({ likeness }) => likeness >= NEIGHBOUR)
    .sort((a, b) => b.likeness - a.likeness || (a.other.article < b.other.article ? -1 : 1))
    .slice(0, NEIGHBOURS)
    .map(({ other }) => other)
}
