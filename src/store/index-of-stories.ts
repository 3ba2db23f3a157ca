import type { Features } from '../story/features.ts'
import type { Filing, Hit, MemberQuery, Ruling, ShingleQuery, StoryIndex, TermQuery, Why } from '../story/store.ts'
import { plain, type Queryable } from './database.ts'

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

  constructor(sql: Queryable) {
    this.#sql = sql
  }

  async count(): Promise<number> {
    const [row] = await this.#sql.query<{ value: number }>(`select value from counters where name = 'filed'`)
    return row?.value ?? 0
  }

  async documentFrequencies(terms: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const sql = 'select term, articles from story_term_counts where term = any($1::text[]) and articles > 0'
    const rows = await this.#sql.query<{ term: string; articles: number }>(sql, [terms.map(plain)])
    return new Map(rows.map(({ term, articles }) => [term, articles]))
  }

  async articlesByTerms({ terms, day, perTerm, limit }: TermQuery): Promise<readonly Hit[]> {
    const dated = day === null ? LATEST_POSTINGS : NEAR_POSTINGS
    const sql = `
      select p.article, sum(q.weight * p.weight) as score
      from unnest($1::text[], $2::double precision[]) as q (term, weight)
      cross join lateral (
        ${dated}
        union all
        (select article, weight from story_terms t where t.term = q.term and t.day is null order by t.day, t.article limit $3)
      ) as p
      group by p.article order by score desc, p.article limit $4`
    const values = [terms.map(({ term }) => plain(term)), terms.map(({ weight }) => weight), perTerm, limit]
    return this.#sql.query<Hit>(sql, day === null ? values : [...values, day])
  }

  async articlesByShingles({ hashes, perHash, limit }: ShingleQuery): Promise<readonly Hit[]> {
    const sql = `
      select p.article, count(*)::integer as score
      from (select distinct unnest($1::bigint[]) as hash) as q
      cross join lateral (
        select article from story_shingles s where s.hash = q.hash order by s.article limit $2
      ) as p
      group by p.article order by score desc, p.article limit $3`
    return this.#sql.query<Hit>(sql, [hashes, perHash, limit])
  }

  async features(articles: readonly string[]): Promise<ReadonlyMap<string, Features>> {
    const rows = await this.#sql.query<{ features: Features }>('select features from filed where article = any($1::text[])', [
      articles,
    ])
    return new Map(rows.map(({ features }) => [features.article, features]))
  }

  async storiesOf(articles: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const sql = 'select article, story from filed where article = any($1::text[])'
    const rows = await this.#sql.query<{ article: string; story: string }>(sql, [articles])
    return new Map(rows.map(({ article, story }) => [article, story]))
  }

  async members({ stories, day, limit }: MemberQuery): Promise<ReadonlyMap<string, readonly string[]>> {
    const sql = `
      select q.story, m.article from unnest($1::text[]) as q (story)
      cross join lateral (${day === null ? ALL_MEMBERS : NEAR_MEMBERS}) as m
      order by q.story, m.away nulls last, m.article`
    const rows = await this.#sql.query<{ story: string; article: string }>(
      sql,
      day === null ? [stories, limit] : [stories, limit, day],
    )
    const members = new Map<string, string[]>()
    for (const { story, article } of rows) {
      const list = members.get(story) ?? []
      if (list.length < limit) list.push(article)
      members.set(story, list)
    }
    return members
  }

  async sizes(stories: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const sql = 'select story, count(*)::integer as size from filed where story = any($1::text[]) group by story'
    const rows = await this.#sql.query<{ story: string; size: number }>(sql, [stories])
    return new Map(rows.map(({ story, size }) => [story, size]))
  }

  async rulings(articles: readonly string[]): Promise<readonly Ruling[]> {
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
    const { article, day } = features
    await this.#forget(article)
    await this.#open([filing.story, ...filing.joined.map(({ into }) => into), ...filing.moved.map(({ to }) => to)])
    await this.#sql.query('insert into filed (article, story, day, features) values ($1, $2, $3, $4::json)', [
      article,
      filing.story,
      day,
      JSON.stringify(features),
    ])
    await this.#post(features)
    await this.#note('filed', { article, story: filing.story, opened: filing.opened, why: filing.why })
    for (const each of filing.joined) await this.#join(each)
    for (const each of filing.moved) await this.#move(each)
  }

  async drop(article: string): Promise<void> {
    await this.#forget(article)
  }

  /** Takes the article out of every table; its story is marked, and has no article left with its last one. */
  async #forget(article: string): Promise<void> {
    const sql = 'delete from filed where article = $1 returning story, features'
    const [held] = await this.#sql.query<{ story: string; features: Features }>(sql, [article])
    if (held === undefined) return
    const { terms, shingles, day } = held.features
    const words = terms.map(({ term }) => plain(term))
    await this.#sql.query(
      'delete from story_terms where term = any($1::text[]) and day is not distinct from $2::integer and article = $3',
      [words, day, article],
    )
    await this.#sql.query('delete from story_shingles where hash = any($1::bigint[]) and article = $2', [shingles, article])
    await this.#sql.query('update story_term_counts set articles = articles - 1 where term = any($1::text[])', [words])
    await this.#sql.query(`update counters set value = value - 1 where name = 'filed'`)
    await this.#mark([held.story])
  }

  async #post({ article, day, terms, shingles }: Features): Promise<void> {
    const words = terms.map(({ term }) => plain(term))
    const weights = terms.map(({ weight }) => weight)
    const posted = `insert into story_terms (term, day, article, weight)
      select term, $3::integer, $4, weight from unnest($1::text[], $2::double precision[]) as q (term, weight)`
    await this.#sql.query(posted, [words, weights, day, article])
    const counted = `insert into story_term_counts as c (term, articles) select unnest($1::text[]), 1
      on conflict (term) do update set articles = c.articles + 1`
    await this.#sql.query(counted, [words])
    const hashed = 'insert into story_shingles (hash, article) select distinct unnest($1::bigint[]), $2'
    if (shingles.length > 0) await this.#sql.query(hashed, [shingles, article])
    await this.#sql.query(`update counters set value = value + 1 where name = 'filed'`)
  }

  async #open(stories: readonly string[]): Promise<void> {
    const sql = `insert into stories (id) select distinct unnest($1::text[])
      on conflict (id) do update set stale = true, joined_into = null`
    await this.#sql.query(sql, [stories])
  }

  async #mark(stories: readonly string[]): Promise<void> {
    await this.#sql.query('update stories set stale = true where id = any($1::text[]) and not stale', [stories])
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

  async #note(kind: 'filed' | 'joined' | 'moved', { article, story, ...detail }: Noted): Promise<void> {
    const sql = 'insert into log (kind, article, story, detail) values ($1, $2, $3, $4::json)'
    await this.#sql.query(sql, [kind, article ?? null, story, JSON.stringify(detail)])
  }
}

interface Noted {
  readonly article?: string
  readonly story: string
  readonly from?: string
  readonly opened?: boolean
  readonly why: readonly Why[]
}

const NEAR_POSTINGS = `
  (select article, weight from story_terms t where t.term = q.term and t.day >= $5 order by t.day, t.article limit $3)
  union all
  (select article, weight from story_terms t where t.term = q.term and t.day < $5 order by t.day desc, t.article desc limit $3)`

const LATEST_POSTINGS = `
  (select article, weight from story_terms t where t.term = q.term and t.day is not null
   order by t.day desc, t.article desc limit $3)`

const ALL_MEMBERS = 'select article, 0 as away from filed f where f.story = q.story order by f.article limit $2'

const NEAR_MEMBERS = `
  (select article, day - $3 as away from filed f where f.story = q.story and f.day >= $3 order by f.day, f.article limit $2)
  union all
  (select article, $3 - day as away from filed f where f.story = q.story and f.day < $3 order by f.day desc, f.article limit $2)
  union all
  (select article, null as away from filed f where f.story = q.story and f.day is null order by f.day, f.article limit $2)`
