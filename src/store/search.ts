import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { cursorOf, valuesOf } from './cursor.ts'
import { type Database, plain, type Queryable } from './database.ts'
import { type StoryLine, storyLines } from './stories.ts'
import { trigramsOf } from './trigrams.ts'

export interface StorySearch {
  /** As people type it: words, "a phrase", OR, -without; what lies beyond `searchUnitsMax` is not looked at. */
  readonly text: string
  /** `next` of the page before. */
  readonly after?: string | null
  /** How many stories at most. */
  readonly limit?: number
}

/** A story that was found, with what was found in it. */
export interface FoundStory extends StoryLine {
  /** Articles of the story that fit, the best first; none where the name that a person gave the story fits. */
  readonly matches: readonly string[]
  /** `words`: the words stand in it, in whatever form; `likeness`: names or words of its headlines are written much like these. */
  readonly by: 'words' | 'likeness'
}

/** Some of the stories that were found, the best first. */
export interface FoundPage {
  readonly stories: readonly FoundStory[]
  /** What to ask for the next page with; null on the last one. */
  readonly next: string | null
}

/**
 * The stories that fit best: those whose given name or whose articles have all the words first, then those that call somebody or
 * something much like that, unless the words are given exactly. The work is bounded: what is ranked are the latest `RANKED_MAX`
 * articles that fit. Throws `request-invalid` where `after` is no cursor.
 */
export async function searchStories(database: Database, { text, after = null, limit = 20 }: StorySearch): Promise<FoundPage> {
  const place = after === null ? null : valuesOf(after, PLACE)
  const asked = plain(text).slice(0, LIMITS.searchUnitsMax).trim()
  if (asked === '' || limit < 1) return { stories: [], next: null }
  const found = await foundFor(database, { asked, least: place === null ? limit + 1 : Number.POSITIVE_INFINITY })
  const from = place === null ? 0 : beginningAfter(place, found)
  const shown = found.slice(from, from + limit)
  const last = shown.at(-1)
  return {
    stories: await withLines(database, shown),
    next: found.length > from + limit && last !== undefined ? cursorOf([from + limit, last.story]) : null,
  }
}

/** How many were shown so far, and the last of them. */
const PLACE = z.tuple([z.int().min(0), z.string()])

/** After the story that was shown last, wherever it ranks by now; where it fits no more, after as many as were shown. */
function beginningAfter([count, story]: z.infer<typeof PLACE>, found: readonly Gathered[]): number {
  const at = found.findIndex(each => each.story === story)
  return at === -1 ? count : at + 1
}

/** All that have the words; likeness is looked at only where these are fewer than `least`. */
async function foundFor(
  database: Database,
  { asked, least }: { readonly asked: string; readonly least: number },
): Promise<readonly Gathered[]> {
  const named = await database.query<Hit>(NAMED, [asked, RANKED_MAX])
  const byWords = gathered([...named, ...(await database.query<Hit>(WORDS, [asked, RANKED_MAX]))], 'words')
  if (byWords.length >= least || EXACT.test(asked)) return byWords
  const known = new Set(byWords.map(({ story }) => story))
  return [...byWords, ...gathered(await likened(database, asked), 'likeness').filter(({ story }) => !known.has(story))]
}

/** Who puts words in quotation marks, chooses or excludes wants these and nothing like them. */
const EXACT = /"|(?:^|\s)-\S|\sor\s/i

async function withLines(database: Database, found: readonly Gathered[]): Promise<readonly FoundStory[]> {
  const lines = await storyLines(
    database,
    found.map(({ story }) => story),
  )
  return found.flatMap(({ story, matches, by }) => {
    const line = lines.get(story)
    return line === undefined ? [] : [{ ...line, matches, by }]
  })
}

/** A word that stands everywhere fits every article; beyond the latest of them nobody looks. */
const RANKED_MAX = 400

interface Hit {
  /** Null where it is the story's given name that fits. */
  readonly article: string | null
  readonly story: string
}

interface Gathered {
  readonly story: string
  readonly matches: readonly string[]
  readonly by: FoundStory['by']
}

/** Hits by story, in the order of each story's best. */
function gathered(hits: readonly Hit[], by: FoundStory['by']): Gathered[] {
  const stories = new Map<string, string[]>()
  for (const { article, story } of hits)
    stories.set(story, [...(stories.get(story) ?? []), ...(article === null ? [] : [article])])
  return [...stories].map(([story, matches]) => ({ story, matches, by }))
}

const NAMED = `
  select null as article, id as story from stories
  where given_name is not null and to_tsvector('english', given_name) @@ websearch_to_tsquery('english', $1)
    and exists (select 1 from filed where filed.story = stories.id)
  order by last_published desc nulls last, id limit $2`

/** The best of the latest; that the question stands twice as it is lets the planner see how many articles hold its words. */
const rankedBy = (question: string) => `
  select hit.id as article, f.story from (
    select id, published, words from articles where words @@ ${question} order by published desc nulls last, id limit $2
  ) as hit
  join filed f on f.article = hit.id
  order by ts_rank_cd(hit.words, ${question}) desc, hit.published desc nulls last, hit.id`

const WORDS = rankedBy(`websearch_to_tsquery('english', $1)`)
const BEGINNINGS = rankedBy(`to_tsquery('english', $1)`)

/** By trigrams; where the server has none, by the beginnings of words. */
async function likened(database: Database, asked: string): Promise<readonly Hit[]> {
  const schema = await trigramsOf(database)
  if (schema !== null) return database.transaction(tx => byTrigrams(tx, { asked, schema }))
  const words = asked.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return []
  return database.query<Hit>(BEGINNINGS, [words.map(word => `${word}:*`).join(' & '), RANKED_MAX])
}

/** “Tilda Brant” is found for “Tilde Brandt” (.55); at .4 short names begin to find one another. Set by hand on such pairs. */
const LIKENESS_LEAST = 0.5

async function byTrigrams(
  tx: Queryable,
  { asked, schema }: { readonly asked: string; readonly schema: string },
): Promise<readonly Hit[]> {
  await tx.query(`select set_config('pg_trgm.word_similarity_threshold', $1, true)`, [String(LIKENESS_LEAST)])
  return tx.query<Hit>(
    `select hit.id as article, f.story from (
       select id, published, called from articles where $1 operator(${schema}.<%) called limit $2
     ) as hit
     join filed f on f.article = hit.id
     order by ${schema}.word_similarity($1, hit.called) desc, hit.published desc nulls last, hit.id`,
    [asked, RANKED_MAX],
  )
}
