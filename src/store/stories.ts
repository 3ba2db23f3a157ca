import { HearsayError } from '../errors.ts'
import type { Story } from '../record/index.ts'
import { readingsOf } from './articles.ts'
import { correctedReading } from './corrected.ts'
import { correctionsOf } from './corrections.ts'
import { type Database, plain, type Queryable } from './database.ts'
import { standingStory } from './standing.ts'
import { type Telling, toldBy, toldFrom } from './telling.ts'

/** A line of `hearsay stories`, as docs/store.md has it. */
export interface StoryLine {
  readonly id: string
  readonly name: string
  readonly firstPublished: string | null
  readonly lastPublished: string | null
  readonly articles: number
  readonly publishers: number
  /** The least and the most that they may be. */
  readonly independentOrigins: readonly [number, number]
}

export interface StoryRow {
  readonly id: string
  readonly name: string
  readonly first_published: string | null
  readonly last_published: string | null
  readonly articles: number
  readonly publishers: number
  readonly origins_least: number
  readonly origins_most: number
  readonly told_by: string | null
}

/** Every story that has articles, the latest first, a few in memory at a time; those that changed are told anew before. */
export async function* listStories(database: Database): AsyncGenerator<StoryLine> {
  await tellStale(database)
  let after: StoryRow | null = null
  for (;;) {
    const rows: StoryRow[] = await database.query<StoryRow>(LISTED, [
      after === null,
      after?.last_published ?? null,
      after?.id ?? null,
      STORIES_AT_ONCE,
    ])
    yield* await linesOf(database, rows)
    if (rows.length < STORIES_AT_ONCE) return
    after = rows.at(-1)!
  }
}

/** Every Story whole, in the order of the list, one in memory at a time. */
export async function* allStories(database: Database): AsyncGenerator<Story> {
  for await (const { id } of listStories(database)) yield await oneStory(database, id)
}

/** Lines of some stories by their ids, told anew where their articles changed; those without articles are absent. */
export async function storyLines(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, StoryLine>> {
  const stale = await database.query<{ id: string }>('select id from stories where stale and id = any($1::text[])', [ids])
  for (const { id } of stale) await tell(database, id)
  const lines = await linesOf(database, await database.query<StoryRow>(SOME, [ids]))
  return new Map(lines.map(line => [line.id, line]))
}

/**
 * Rows as lines, in their order. What another version or other word vectors told is told anew, a page at a time: its articles are the
 * same, and so is its place in the list.
 */
export async function linesOf(database: Database, rows: readonly StoryRow[]): Promise<readonly StoryLine[]> {
  const older = rows.filter(row => row.told_by !== toldBy()).map(({ id }) => id)
  if (older.length === 0) return rows.map(lineOf)
  for (const id of older) await tell(database, id)
  const anew = new Map((await database.query<StoryRow>(SOME, [older])).map(row => [row.id, row]))
  return rows.map(row => lineOf(anew.get(row.id) ?? row))
}

const STORIES_AT_ONCE = 200

const LINES = `
  select id, coalesce(given_name, name, '') as name, first_published, last_published, articles, publishers, origins_least, origins_most,
    told_by
  from stories`

const SOME = `${LINES} where articles > 0 and id = any($1::text[])`

/** By the last publication, undated ones at the end: hence the two ways in which a row can come after another. */
export const LISTED = `${LINES}
  where articles > 0 and ($1::boolean
    or ($2::text is null and last_published is null and id > $3)
    or ($2::text is not null and (last_published < $2 or last_published is null or (last_published = $2 and id > $3))))
  order by last_published desc nulls last, id limit $4`

function lineOf(row: StoryRow): StoryLine {
  return {
    id: row.id,
    name: row.name,
    firstPublished: row.first_published,
    lastPublished: row.last_published,
    articles: row.articles,
    publishers: row.publishers,
    independentOrigins: [row.origins_least, row.origins_most],
  }
}

/** The story with that id, or the one that it was joined into. Throws `story-unknown`. */
export async function oneStory(database: Database, id: string): Promise<Story> {
  const found = await standingStory(database, id)
  if (found === null) throw new HearsayError('story-unknown', `There is no story “${id}”.`)
  if (found.stale || found.told_by !== toldBy()) await tell(database, found.id)
  const [row] = await database.query<{ document: Story | null; given_name: string | null }>(
    'select document, given_name from stories where id = $1',
    [found.id],
  )
  if (!row?.document) throw new HearsayError('story-unknown', `The story “${id}” has no articles any more.`)
  return row.given_name === null ? row.document : { ...row.document, name: row.given_name }
}

/** Tells every story anew whose articles changed. Interrupted, it goes on at the next time with what is left. */
export async function tellStale(database: Database): Promise<void> {
  for (;;) {
    const rows = await database.query<{ id: string }>('select id from stories where stale order by id limit $1', [
      STORIES_AT_ONCE,
    ])
    for (const { id } of rows) await tell(database, id)
    if (rows.length === 0) return
  }
}

/**
 * Builds one story from its Readings and keeps it, where it is not as it should be. Who files into it does not wait for that; where its
 * articles change meanwhile it is built again, and at last with its row locked, so that it comes to an end.
 */
async function tell(database: Database, id: string): Promise<void> {
  for (let tries = 0; tries < UNLOCKED_TRIES; tries++) {
    const found = await database.transaction(tx => toTell(tx, id))
    if (found === null || (await keep(database, found))) return
  }
  await database.transaction(async tx => {
    const found = await toTell(tx, id)
    if (found !== null) await keep(tx, found)
  })
}

const UNLOCKED_TRIES = 2

interface ToTell extends Telling {
  /** The row's version: every change to it, and whatever marks it as stale, gives it another. */
  readonly version: string
}

/** What a story is to be told from, of one moment: its row is locked until the transaction ends. Null where it is gone or told already. */
async function toTell(tx: Queryable, id: string): Promise<ToTell | null> {
  const [row] = await tx.query<{ stale: boolean; told_by: string | null; version: string }>(
    'select stale, told_by, xmin::text as version from stories where id = $1 for update',
    [id],
  )
  if (row === undefined || (!row.stale && row.told_by === toldBy())) return null
  const members = await tx.query<{ article: string }>('select article from filed where story = $1 order by article', [id])
  const articles = members.map(({ article }) => article)
  const corrections = await correctionsOf(tx, articles)
  const readings = (await readingsOf(tx, articles)).map(reading => correctedReading(reading, corrections))
  return { id, readings, corrections, version: row.version }
}

/** Tells the story and keeps it; false where it is not what it was any more. */
async function keep(sql: Queryable, { version, ...telling }: ToTell): Promise<boolean> {
  const story = telling.readings.length === 0 ? null : await toldFrom(telling)
  const kept = await sql.query(
    `update stories set stale = false, name = $2, first_published = $3, last_published = $4, articles = $5, publishers = $6,
       origins_least = $7, origins_most = $8, document = $9::json, told_by = $10 where id = $1 and xmin::text = $11 returning id`,
    [
      telling.id,
      story === null ? null : plain(story.name),
      story?.firstPublished ?? null,
      story?.lastPublished ?? null,
      story?.articles.length ?? 0,
      story === null ? 0 : publishersIn(story),
      ...(story?.independentOrigins ?? [0, 0]),
      story === null ? null : JSON.stringify(story),
      toldBy(),
      version,
    ],
  )
  return kept.length > 0
}

function publishersIn({ articles }: Story): number {
  return new Set(articles.map(({ publisher }) => publisher ?? '')).size
}
