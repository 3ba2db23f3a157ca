import { z } from 'zod'
import { cursorOf, valuesOf } from './cursor.ts'
import type { Database } from './database.ts'
import { type FoundStory, searchStories } from './search.ts'
import { LISTED, linesOf, type StoryLine, type StoryRow, tellStale } from './stories.ts'

/** Some of the stories: the latest first, or, where words were asked for, those that fit best. */
export interface StoryPage {
  readonly stories: readonly (StoryLine | FoundStory)[]
  /** What to ask for the next page with; null on the last one. */
  readonly next: string | null
}

export interface StoryQuery {
  /** What `searchStories` is to look for; all stories without. */
  readonly words?: string | null
  /** `next` of the page before. */
  readonly after?: string | null
  readonly limit: number
}

/** A page of stories; those that changed are told anew before. Throws `request-invalid` where `after` is no cursor. */
export function storyPage(database: Database, { words = null, after = null, limit }: StoryQuery): Promise<StoryPage> {
  const text = words?.trim() ?? ''
  return text === '' ? latestStories(database, { after, limit }) : searchStories(database, { text, after, limit })
}

async function latestStories(
  database: Database,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<StoryPage> {
  const [published, id] = after === null ? [null, null] : valuesOf(after, PLACE)
  await tellStale(database)
  const rows = await database.query<StoryRow>(LISTED, [after === null, published, id, limit + 1])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    stories: await linesOf(database, shown),
    next: rows.length > limit && last !== undefined ? cursorOf([last.last_published, last.id]) : null,
  }
}

/** When the last story of a page was published, and its id. */
const PLACE = z.tuple([z.string().nullable(), z.string()])
