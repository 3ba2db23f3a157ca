import { ApiError, getArticle, getStory } from '../../api.ts'
import { type Told, toldOf } from '../../story/told.ts'

/** Readings that are asked for at once. */
const AT_ONCE = 6

/** A story with the Readings of its articles. Throws ApiError. */
export async function loadTold(id: string, signal: AbortSignal): Promise<Told> {
  const story = await getStory(id, signal)
  const waiting = story.articles.map(article => article.id)
  const readings: Awaited<ReturnType<typeof getArticle>>[] = []
  const take = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      try {
        readings.push(await getArticle(next, signal))
      } catch (error) {
        // An article that has gone meanwhile takes nothing else with it; its words are shown as not at hand.
        if (!(error instanceof ApiError) || error.code !== 'article-unknown') throw error
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, take))
  return toldOf(story, readings)
}

/** What was shown before, by its key: going back draws it at once, and it is asked for anew behind that. */
const kept = new Map<string, Told>()
const KEPT_MAX = 8

export function keptTold(id: string): Told | null {
  return kept.get(id) ?? null
}

export function keepTold(id: string, told: Told): void {
  kept.delete(id)
  kept.set(id, told)
  if (kept.size > KEPT_MAX) kept.delete(kept.keys().next().value!)
}
