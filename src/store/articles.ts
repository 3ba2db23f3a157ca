import { createHash } from 'node:crypto'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { Article, Page, ReaderVersion, Reading } from '../record/index.ts'
import { plain, plainOrNull, type Queryable } from './database.ts'

/** What is held of an article, to tell whether it has to be read again. */
export interface Held {
  readonly digest: Uint8Array
  readonly reader: ReaderVersion
}

/** What is held of the article; and whether people have ruled about any article at all. */
export async function heldArticle(sql: Queryable, id: string): Promise<{ readonly held: Held | null; readonly ruled: boolean }> {
  const [row] = await sql.query<{ digest: Uint8Array | null; version: string; model: string; ruled: boolean }>(
    `select a.digest, r.version, r.model, exists (select from correction_articles where side is not null) as ruled
     from (select $1::text as id) as q left join articles a on a.id = q.id left join readings r on r.article = a.id`,
    [id],
  )
  const { digest, version, model, ruled } = row!
  return { held: digest === null ? null : { digest, reader: { version, model } }, ruled }
}

export interface Putting {
  /** What happens to the article, for the log. */
  readonly kind: 'added' | 'reread' | 'updated'
  /** `articleDigest` of the article. */
  readonly digest: Uint8Array
}

/** Puts an article and its Reading in the place of what was held under its id, and a line in the log. */
export async function putReading(sql: Queryable, { meanings, ...reading }: Reading, { kind, digest }: Putting): Promise<void> {
  const { article, reader } = reading
  await sql.query(PUT, [
    article.id,
    digest,
    plain(reading.input),
    plainOrNull(article.url),
    plainOrNull(article.publisher),
    plainOrNull(article.headline),
    plainOrNull(article.datePublished),
    plainOrNull(article.inLanguage),
    calledIn(reading),
    plain(article.headline ?? ''),
    plain(article.articleBody.slice(0, SEARCHED_UNITS)),
    reader.version,
    reader.model,
    JSON.stringify(reading),
    kind,
    JSON.stringify({ reader }),
    meanings ?? null,
  ])
}

const PUT = `
  with put as (
    insert into articles (id, digest, input, url, publisher, headline, published, language, called, words)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
      setweight(to_tsvector('english', $10), 'A') || to_tsvector('english', $11))
    on conflict (id) do update set digest = excluded.digest, input = excluded.input, url = excluded.url,
      publisher = excluded.publisher, headline = excluded.headline, published = excluded.published,
      language = excluded.language, called = excluded.called, words = excluded.words, updated_at = now()
  ), read as (
    insert into readings (article, version, model, reading, meanings) values ($1, $12, $13, $14::json, $17)
    on conflict (article) do update set version = excluded.version, model = excluded.model, reading = excluded.reading,
      meanings = excluded.meanings, read_at = now()
  )
  insert into log (kind, article, detail) values ($15, $1, $16::json)`

/** Headline, outlet and the names in the article, each once. */
function calledIn({ article, entities = [] }: Reading): string {
  const named = entities.filter(({ mentions }) => mentions.some(({ form }) => form === 'name')).map(({ name }) => name)
  const all = [article.headline ?? '', article.publisher ?? '', ...named.slice(0, NAMES_MAX)]
  return plain([...new Set(all)].filter(Boolean).join(' · ').slice(0, CALLED_UNITS))
}

/** What an article is about is named early; a list of names is no article. */
const NAMES_MAX = 40
const CALLED_UNITS = 2000

/** A tsvector takes at most a megabyte; the first words of an article tell what it is about. */
const SEARCHED_UNITS = 200_000

/** Throws `record-invalid` where an id can be no key: too long for an index, or no text that the database can hold. */
export function assertKey(id: string): void {
  if (id !== '' && id.length <= LIMITS.articleIdUnitsMax && id === plain(id)) return
  throw new HearsayError(
    'record-invalid',
    `An article's id has to have 1 to ${LIMITS.articleIdUnitsMax} characters, none of them U+0000.`,
  )
}

/**
 * SHA-256 of what makes an article the same: its words, and what the outlet says about them. What is read out of the words is left
 * out, since a later version may read it otherwise; so is the date of the last change, which some sites set at each request.
 */
export function articleDigest(article: Article): Uint8Array {
  const { url, headline, alternativeHeadline, articleBody, datePublished, author, publisher } = article
  return sha256(JSON.stringify([url, headline, alternativeHeadline, articleBody, datePublished, author, publisher]))
}

/** SHA-256 of what was received and of what the user said about it; where it lay does not count. */
export function pageDigest(page: Page): Uint8Array {
  const what =
    page.kind === 'html'
      ? ['html', page.url, page.html]
      : page.kind === 'text'
        ? ['text', page.text]
        : ['record', page.record.id, page.record]
  return sha256(JSON.stringify([...what, page.given?.datePublished ?? null, page.given?.publisher ?? null]))
}

export function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text, 'utf8').digest()
}

export async function readingOf(sql: Queryable, article: string): Promise<Reading | null> {
  const [row] = await sql.query<{ reading: Reading }>('select reading from readings where article = $1', [article])
  return row?.reading ?? null
}

/** Readings of some articles with what their clauses mean, in the order of their ids; those that are not held are left out. */
export async function readingsOf(sql: Queryable, articles: readonly string[]): Promise<readonly Reading[]> {
  const rows = await sql.query<{ reading: Reading; meanings: Uint8Array | null }>(
    'select reading, meanings from readings where article = any($1::text[]) order by article',
    [articles],
  )
  return rows.map(({ reading, meanings }) => (meanings === null ? reading : { ...reading, meanings }))
}

/** Every Reading, in the order of the articles' ids, a few in memory at a time. */
export async function* allReadings(sql: Queryable): AsyncGenerator<Reading> {
  let after = ''
  for (;;) {
    const rows = await sql.query<{ article: string; reading: Reading }>(
      'select article, reading from readings where article > $1 order by article limit $2',
      [after, READINGS_AT_ONCE],
    )
    for (const { reading } of rows) yield reading
    if (rows.length < READINGS_AT_ONCE) return
    after = rows.at(-1)!.article
  }
}

const READINGS_AT_ONCE = 20
