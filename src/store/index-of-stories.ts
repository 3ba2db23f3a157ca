import type { Features } from '../story/features.ts'
import type { AlikeQuery, Filed, Filing, MemberQuery, Members, Ruling, StoryIndex, Why } from '../story/store.ts'
import { plain, type Queryable } from './database.ts'
import { type HeldCache, heldCache } from './held-cache.ts'

/**
 * What a transaction that asks the index says first, as a column. The planner takes each term for as frequent as the mean one, and would
 * rather gather a frequent term's thousands of articles and sort them than read its few nearest ones in the order of the index.
 */
export const ORDERED_LOOKS = `set_config('enable_bitmapscan', 'off', true)`

/**
 * The story index in SQL, over one connection; `keep` and `drop` are to run inside a transaction. The work of each question is bounded
 * by the question: every look at the tables goes through an index and has a limit. It is to be asked in a transaction that was begun
 * with `ORDERED_LOOKS`.
 */
export class SqlIndex implements StoryIndex {
  readonly #sql: Queryable
  readonly #cache: HeldCache
  readonly #ruled: boolean

  /** Without a `ruled` article in the whole store nobody's ruling is asked for. */
  constructor(
    sql: Queryable,
    { cache = heldCache(), ruled = true }: { readonly cache?: HeldCache; readonly ruled?: boolean } = {},
  ) {
    this.#sql = sql
    this.#cache = cache
    this.#ruled = ruled
  }

  async alike({ terms, shingles, day, perTerm, byTerms, perShingle, byShingles }: AlikeQuery): Promise<readonly string[]> {
    const words = terms.map(({ term }) => plain(term))
    const weights = terms.map(({ weight }) => weight)
    const values = [shingles, perShingle, byShingles, words, weights, perTerm, byTerms]
    const dated = day !== null
    const rows = await this.#sql.query<{ article: string }>(dated ? ALIKE_NEAR : ALIKE_LATEST, dated ? [...values, day] : values)
    return [...new Set(rows.map(({ article }) => article))]
  }

  async held(articles: readonly string[]): Promise<ReadonlyMap<string, Filed>> {
    if (articles.length === 0) return new Map()
    const known = articles.map(article => this.#cache.get(article))
    const versions = known.map(each => each?.version ?? null)
    const rows = await this.#sql.query<HeldRow>(HELD, [articles, versions])
    const byArticle = new Map(known.flatMap((each, at) => (each === undefined ? [] : [[articles[at]!, each.features] as const])))
    return new Map(
      rows.map(({ article, story, version, features }) => {
        if (features !== null) this.#cache.set(article, { version, features })
        return [article, { features: features ?? byArticle.get(article)!, story }]
      }),
    )
  }

  async members({ stories, day, limit }: MemberQuery): Promise<ReadonlyMap<string, Members>> {
    if (stories.length === 0) return new Map()
    const values = day === null ? [stories, limit] : [stories, limit, day]
    const rows = await this.#sql.query<{ story: string; size: number; article: string }>(
      day === null ? ALL_MEMBERS : NEAR_MEMBERS,
      values,
    )
    const members = new Map<string, { readonly articles: string[]; readonly size: number }>()
    for (const { story, size, article } of rows) {
      const each = members.get(story) ?? { articles: [], size }
      if (each.articles.length < limit) each.articles.push(article)
      members.set(story, each)
    }
    return members
  }

  async free(stories: readonly string[]): Promise<ReadonlySet<string>> {
    const sql = `select id from unnest($1::text[]) as q (id) where not exists (select from filed f where f.story = q.id)`
    const rows = await this.#sql.query<{ id: string }>(sql, [stories])
    return new Set(rows.map(({ id }) => id))
  }

  async rulings(articles: readonly string[]): Promise<readonly Ruling[]> {
    if (!this.#ruled) return []
    const sql = `
      select distinct on (a, b) a, b, together from (
        select least(one.article, other.article) as a, greatest(one.article, other.article) as b, one.together, one.correction
        from correction_articles one
        join corrections c on c.id = one.correction and c.undone_at is null
        join correction_articles other on other.correction = one.correction and other.side = 3 - one.side
        where one.article = any($1::text[])
      ) as ruled
      order by a, b, correction desc`
    return this.#sql.query<Ruling>(sql, [articles])
  }

  async keep(features: Features, filing: Filing): Promise<void> {
    const { article, day, terms, shingles } = features
    const { story, opened, why } = filing
    await this.#sql.query(KEPT, [
      article,
      day,
      story,
      [...new Set([story, ...filing.joined.map(({ into }) => into), ...filing.moved.map(({ to }) => to)])],
      JSON.stringify(features),
      terms.map(({ term }) => plain(term)),
      terms.map(({ weight }) => weight),
      shingles,
      JSON.stringify({ opened, why }),
    ])
    for (const each of filing.joined) await this.#join(each)
    for (const each of filing.moved) await this.#move(each)
  }

  /** Takes the article out of every table; its story is marked, and has no article left with its last one. */
  async drop(article: string): Promise<void> {
    const sql = 'delete from filed where article = $1 returning story, features'
    const [held] = await this.#sql.query<{ story: string; features: Features }>(sql, [article])
    if (held === undefined) return
    const { terms, shingles, day } = held.features
    await this.#sql.query(
      'delete from story_terms where term = any($1::text[]) and day is not distinct from $2::integer and article = $3',
      [terms.map(({ term }) => plain(term)), day, article],
    )
    await this.#sql.query('delete from story_shingles where hash = any($1::bigint[]) and article = $2', [shingles, article])
    await this.#sql.query(`update counters set value = value - 1 where name = 'filed'`)
    await this.#mark([held.story])
  }

  /** Also those that are marked: who is telling one of them sees that its row is another. */
  async #mark(stories: readonly string[]): Promise<void> {
    await this.#sql.query('update stories set stale = true where id = any($1::text[])', [stories])
  }

  async #join({ from, into, why }: Filing['joined'][number]): Promise<void> {
    await this.#sql.query('update filed set story = $2 where story = $1', [from, into])
    await this.#sql.query('update stories set joined_into = $2, stale = true where id = $1', [from, into])
    // A name that a person gave is not lost because the two turned out to be one.
    const named = `update stories set given_name = gone.given_name from stories gone
      where stories.id = $2 and stories.given_name is null and gone.id = $1 and gone.given_name is not null`
    await this.#sql.query(named, [from, into])
    await this.#mark([into])
    await this.#note('joined', { story: into, from, why })
  }

  async #move({ article, from, to, why }: Filing['moved'][number]): Promise<void> {
    await this.#sql.query('update filed set story = $2 where article = $1', [article, to])
    await this.#mark([from, to])
    await this.#note('moved', { article, story: to, from, why })
  }

  async #note(kind: 'joined' | 'moved', { article, story, ...detail }: Noted): Promise<void> {
    const sql = 'insert into log (kind, article, story, detail) values ($1, $2, $3, $4::json)'
    await this.#sql.query(sql, [kind, article ?? null, story, JSON.stringify(detail)])
  }
}

interface Noted {
  readonly article?: string
  readonly story: string
  readonly from: string
  readonly why: readonly Why[]
}

interface HeldRow {
  readonly article: string
  readonly story: string
  readonly version: string
  /** Null where they are those of the version that is known. */
  readonly features: Features | null
}

/** Each look is one statement: a round trip costs more than what most of them ask for. */
const HELD = `
  select f.article, f.story, f.xmin::text as version, case when f.xmin::text = q.version then null else f.features end as features
  from unnest($1::text[], $2::text[]) as q (article, version) join filed f on f.article = q.article`

/** Undated postings, and on either side of the day the nearest ones. */
const ALIKE_NEAR = alike(`
  (select article, weight from story_terms t where t.term = q.term and t.day >= $8 order by t.day, t.article limit $6)
  union all
  (select article, weight from story_terms t where t.term = q.term and t.day < $8 order by t.day desc, t.article desc limit $6)`)

const ALIKE_LATEST = alike(`
  (select article, weight from story_terms t where t.term = q.term and t.day is not null
   order by t.day desc, t.article desc limit $6)`)

function alike(dated: string): string {
  return `
    select article from (
      (select 1 as way, p.article, count(*)::double precision as score
       from (select distinct unnest($1::bigint[]) as hash) as q
       cross join lateral (select article from story_shingles s where s.hash = q.hash order by s.article limit $2) as p
       group by p.article order by score desc, p.article limit $3)
      union all
      (select 2 as way, p.article, sum(q.weight * p.weight) as score
       from unnest($4::text[], $5::double precision[]) as q (term, weight)
       cross join lateral (
         ${dated}
         union all
         (select article, weight from story_terms t where t.term = q.term and t.day is null order by t.day, t.article limit $6)
       ) as p
       group by p.article order by score desc, p.article limit $7)
    ) as found order by way, score desc, article`
}

const ALL_MEMBERS = members('select article, 0 as away from filed f where f.story = q.story order by f.article limit $2')

const NEAR_MEMBERS = members(`
  (select article, day - $3 as away from filed f where f.story = q.story and f.day >= $3 order by f.day, f.article limit $2)
  union all
  (select article, $3 - day as away from filed f where f.story = q.story and f.day < $3 order by f.day desc, f.article limit $2)
  union all
  (select article, null as away from filed f where f.story = q.story and f.day is null order by f.day, f.article limit $2)`)

function members(each: string): string {
  return `
    select q.story, (select count(*)::integer from filed f where f.story = q.story) as size, m.article
    from unnest($1::text[]) as q (story) cross join lateral (${each}) as m
    order by q.story, m.away nulls last, m.article`
}

/** The article and its stories, what it is found by, and a line in the log. */
const KEPT = `
  with told as (
    insert into stories (id) select unnest($4::text[])
    on conflict (id) do update set stale = true, joined_into = null
  ), held as (
    insert into filed (article, story, day, features) values ($1, $3, $2, $5::json)
  ), posted as (
    insert into story_terms (term, day, article, weight)
    select term, $2, $1, weight from unnest($6::text[], $7::double precision[]) as q (term, weight)
  ), hashed as (
    insert into story_shingles (hash, article) select distinct unnest($8::bigint[]), $1
  ), counted as (
    update counters set value = value + 1 where name = 'filed'
  )
  insert into log (kind, article, story, detail) values ('filed', $1, $3, $9::json)`
