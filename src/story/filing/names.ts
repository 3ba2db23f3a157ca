import type { StoryIndex } from '../store.ts'

interface Naming {
  /** The article that is being filed. */
  readonly article: string
  /** The story of each article that is held. */
  readonly stories: ReadonlyMap<string, string>
  readonly index: StoryIndex
}

/** Which story each group is. */
export interface Names {
  of(article: string): string
  groupOf(article: string): readonly string[]
  /** The story that all articles of `story` are in now, where that is another; else null. */
  joins(story: string): string | null
  /** The articles of a story as it is now, without those that were in `but`. */
  members(story: string, but: string): readonly string[]
}

/**
 * A group keeps the story that most of its articles are in, and a story goes on in the group that most of its articles are in; of
 * several that would, in the one that comes first. A group without a story opens one, under the id of its first article.
 */
export async function namesFor(groups: readonly (readonly string[])[], { article, stories, index }: Naming): Promise<Names> {
  const claims = groups.flatMap((group, place) => {
    const counts = new Map<string, number>()
    for (const id of group) {
      const story = stories.get(id)
      if (story !== undefined) counts.set(story, (counts.get(story) ?? 0) + 1)
    }
    return [...counts].map(([story, count]) => ({ place, story, count }))
  })
  claims.sort((a, b) => b.count - a.count || (a.story < b.story ? -1 : a.story > b.story ? 1 : a.place - b.place))
  const named = new Map<number, string>()
  const taken = new Set<string>()
  for (const { place, story } of claims) {
    if (named.has(place) || taken.has(story)) continue
    named.set(place, story)
    taken.add(story)
  }
  for (const [place, group] of groups.entries()) {
    if (named.has(place)) continue
    const story = await freeId(
      [...group].sort((a, b) => Number(b === article) - Number(a === article) || (a < b ? -1 : 1)),
      taken,
      index,
    )
    named.set(place, story)
    taken.add(story)
  }
  const placeOf = new Map(groups.flatMap((group, place) => group.map(id => [id, place] as const)))
  return {
    of: id => named.get(placeOf.get(id)!)!,
    groupOf: id => groups[placeOf.get(id)!]!,
    joins: story => {
      const now = new Set([...stories].flatMap(([id, was]) => (was === story ? [named.get(placeOf.get(id)!)!] : [])))
      return now.size === 1 && !now.has(story) ? [...now][0]! : null
    },
    members: (story, but) => {
      const place = [...named].find(([, each]) => each === story)![0]
      return groups[place]!.filter(id => stories.get(id) !== but)
    },
  }
}

/** `story-` and the id of one of the articles, the first that no story has; with a number behind it where all have one. */
async function freeId(group: readonly string[], taken: ReadonlySet<string>, index: StoryIndex): Promise<string> {
  const ids = [
    ...group.map(id => `story-${id}`),
    ...Array.from({ length: group.length + 1 }, (_, n) => `story-${group[0]}-${n + 2}`),
  ]
  const free = await index.free(ids)
  return ids.find(id => !taken.has(id) && free.has(id)) ?? `story-${group[0]}-${ids.length - free.size + 2}`
}
