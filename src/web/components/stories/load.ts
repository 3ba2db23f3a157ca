import { ApiError, getArticle, getStory } from '../../api.ts'
import { type HeldReading, heldOf } from '../../story/held.ts'
import { type Told, toldOf } from '../../story/told.ts'

interface Loading {
  readonly signal: AbortSignal
  /** Is given the story with the Readings that are there so far, again and again until all are. */
  readonly show?: (told: Told) => void
}

/** A story with the Readings of its articles, the first `HELD_MAX` of them. Throws ApiError. */
export async function loadTold(id: string, { signal, show = () => {} }: Loading): Promise<Told> {
  const story = await getStory(id, signal)
  const coming = new Set(story.articles.slice(0, HELD_MAX).map(article => article.id))
  const waiting = [...coming].values()
  const readings: HeldReading[] = []
  const take = async () => {
    for (const next of waiting) {
      try {
        readings.push(heldOf(await getArticle(next, signal)))
        coming.delete(next)
        if (coming.size > 0 && readings.length % SHOWN_EVERY === 0) show(toldOf(story, readings, new Set(coming)))
      } catch (error) {
        // An article that has gone meanwhile takes nothing else with it; its words are shown as not at hand.
        if (!(error instanceof ApiError) || error.code !== 'article-unknown') throw error
      }
      coming.delete(next)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, take))
  return toldOf(story, readings)
}

/** Readings that are asked for at once. */
const AT_ONCE = 6

/** A story of no more articles is shown whole at once; of a larger one what is there, in steps in which the page does not flicker. */
export const SHOWN_EVERY = 24

/** What is held takes as JSON three bytes a unit of the articles' words (sample stories): of 500 long articles under 10 MB, in memory a few times that. */
export const HELD_MAX = 500

/** What was shown before, by its key: going back draws it at once, and it is asked for anew behind that. */
const kept = new Map<string, Told>()

/** Stories that are kept, and their Readings together; the one that is shown is kept however many it has. */
const KEPT_MAX = 8
const KEPT_READINGS_MAX = HELD_MAX

export function keptTold(id: string): Told | null {
  return kept.get(id) ?? null
}

export function keepTold(id: string, told: Told): void {
  kept.delete(id)
  kept.set(id, told)
  const readings = () => [...kept.values()].reduce((sum, one) => sum + one.readings.size, 0)
  while (kept.size > KEPT_MAX || (kept.size > 1 && readings() > KEPT_READINGS_MAX)) kept.delete(kept.keys().next().value!)
}
