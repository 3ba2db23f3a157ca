import { HearsayError } from '../errors.ts'
import { type Database, plain } from './database.ts'
import { lineOf, type StoryLine, type StoryRow, tellStale } from './stories.ts'

/** Some of the stories, the latest first. */
export interface StoryPage {
  readonly stories: readonly StoryLine[]
  /** What to ask for the next page with; null on the last one. */
  readonly next: string | null
}

export interface StoryQuery {
  /** Words that one of a story's articles, or the name that a person gave it, has to hold (`websearch_to_tsquery`); all stories without. */
  readonly words?: string | null
  /** `next` of the page before. */
  readonly after?: string | null
  readonly limit: number
}

/** A page of the list of stories; those that changed are told anew before. Throws `request-invalid` where `after` is no cursor. */
export async function storyPage(database: Database, { words = null, after = null, limit }: StoryQuery): Promise<StoryPage> {
  await tellStale(database)
  const from = after === null ? null : cursorOf(after)
  const asked = words === null || words.trim() === '' ? null : plain(words)
  const rows = await database.query<StoryRow>(asked === null ? LISTED : LISTED_IN, [
    from === null,
    from?.published ?? null,
    from?.id ?? null,
    limit + 1,
    ...(asked === null ? [] : [asked]),
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    stories: shown.map(lineOf),
    next: rows.length > limit && last !== undefined ? cursor({ published: last.last_published, id: last.id }) : null,
  }
}

interface Cursor {
  readonly published: string | null
  readonly id: string
}

function cursor({ published, id }: Cursor): string {
  return Buffer.from(JSON.stringify([published, id])).toString('base64url')
}

function cursorOf(text: string): Cursor {
  try {
    const [published, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    if ((published === null || typeof published === 'string') && typeof id === 'string') return { published, id }
  } catch {
    // What is no JSON is no cursor either.
  }
  throw new HearsayError('request-invalid', '“cursor” is not one that this list has given.')
}

const SELECTED = `
  select id, coalesce(given_name, name, '') as name, first_published, last_published, articles, publishers, origins_least, origins_most
  from stories
  where articles > 0 and ($1::boolean
    or ($2::text is null and last_published is null and id > $3)
    or ($2::text is not null and (last_published < $2 or last_published is null or (last_published = $2 and id > $3))))`

const ORDERED = 'order by last_published desc nulls last, id limit $4'

const LISTED = `${SELECTED} ${ORDERED}`

const LISTED_IN = `${SELECTED} and id in (
    select f.story from articles a join filed f on f.article = a.id where a.words @@ websearch_to_tsquery('english', $5)
    union
    select s.id from stories s
    where s.given_name is not null and to_tsvector('english', s.given_name) @@ websearch_to_tsquery('english', $5)
  ) ${ORDERED}`
