import { type Database, plain, type Queryable } from './database.ts'
import { type StoryLine, storyLines } from './stories.ts'
import { trigramsOf } from './trigrams.ts'

export interface StorySearch {
  /** As people type it: words, "a phrase", OR, -without. */
  readonly text: string
  /** How many stories at most. */
  readonly limit?: number
}

/** A story that was found, with what was found in it. */
export interface FoundStory extends StoryLine {
  /** Articles of the story that fit, the best first. */
  readonly matches: readonly string[]
  /** `words`: the words stand in it, in whatever form; `likeness`: names or words of its headlines are written much like these. */
  readonly by: 'words' | 'likeness'
}

/**
 * The stories whose articles fit best: those that have all the words first, then, where there is room left, those that call somebody
 * or something much like that. The work is bounded: what is ranked are the latest `RANKED_MAX` articles that fit.
 */
export async function searchStories(database: Database, { text, limit = 20 }: StorySearch): Promise<readonly FoundStory[]> {
  const asked = plain(text).slice(0, ASKED_UNITS_MAX).trim()
  if (asked === '' || limit < 1) return []
  const byWords = await database.query<Hit>(WORDS, [asked, RANKED_MAX])
  const found = gathered(byWords, 'words')
  if (found.length < limit) {
    const known = new Set(found.map(({ story }) => story))
    found.push(...gathered(await likened(database, asked), 'likeness').filter(({ story }) => !known.has(story)))
  }
  const best = found.slice(0, limit)
  const lines = await storyLines(
    database,
    best.map(({ story }) => story),
  )
  return best.flatMap(({ story, matches, by }) => {
    const line = lines.get(story)
    return line === undefined ? [] : [{ ...line, matches, by }]
  })
}

/** A question is a line, not a text. */
const ASKED_UNITS_MAX = 200

/** A word that stands everywhere fits every article; beyond the latest of them nobody looks. */
const RANKED_MAX = 400

interface Hit {
  readonly article: string
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
  for (const { article, story } of hits) stories.set(story, [...(stories.get(story) ?? []), article])
  return [...stories].map(([story, matches]) => ({ story, matches, by }))
}

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
