import { articleDigest, pageDigest, sha256 } from '../../src/store/articles.ts'
import type { Database, Queryable } from '../../src/store/database.ts'
import { sweep } from '../../src/store/worker.ts'
import { featuresOf } from '../../src/story/features.ts'
import type { Synthetic } from './synthetic.ts'

/** Articles that are written in one transaction. */
const AT_ONCE = 250

/**
 * Writes articles as `hearsay add` would have left them, many at once and each into the story that it was made for: filing them one by
 * one takes an hour of a core for 100,000. Every table and index gets the rows that it would have got; only dead ones are missing.
 */
export async function fill(database: Database, stream: Iterator<Synthetic>, count: number): Promise<void> {
  for (let done = 0; done < count; done += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - done) }, () => stream.next().value as Synthetic)
    await database.transaction(tx => write(tx, batch))
    await sweep(database)
  }
}

async function write(tx: Queryable, batch: readonly Synthetic[]): Promise<void> {
  const made = batch.map(({ page, reading, story }) => ({
    page,
    reading,
    article: reading.article,
    story: `story-${String(story).padStart(7, '0')}`,
    digest: articleDigest(reading.article),
    features: featuresOf(reading.article, reading.times),
  }))
  const of = <T>(pick: (each: (typeof made)[number]) => T) => made.map(pick)
  const ids = of(({ article }) => article.id)
  await tx.query(
    `insert into inputs (key, input, page_digest, outcome, article, article_digest, done_at)
     select *, now() from unnest($1::bytea[], $2::text[], $3::bytea[], $4::text[], $5::text[], $6::bytea[])`,
    [
      of(({ page }) => sha256(`${page.input}\0${Buffer.from(pageDigest(page)).toString('hex')}`)),
      of(({ page }) => page.input),
      of(({ page }) => pageDigest(page)),
      of(() => 'added'),
      ids,
      of(({ digest }) => digest),
    ],
  )
  await tx.query(
    `insert into articles (id, digest, input, publisher, headline, published, language, called, words)
     select id, digest, input, publisher, headline, published, 'en', headline || ' · ' || publisher,
       setweight(to_tsvector('english', headline), 'A') || to_tsvector('english', body)
     from unnest($1::text[], $2::bytea[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
       as made (id, digest, input, publisher, headline, published, body)`,
    [
      ids,
      of(({ digest }) => digest),
      of(({ page }) => page.input),
      of(({ article }) => article.publisher),
      of(({ article }) => article.headline),
      of(({ article }) => article.datePublished),
      of(({ article }) => article.articleBody),
    ],
  )
  await tx.query(
    `insert into readings (article, version, model, reading)
     select article, $3, $4, reading::json from unnest($1::text[], $2::text[]) as made (article, reading)`,
    [ids, of(({ reading }) => JSON.stringify(reading)), batch[0]!.reading.reader.version, batch[0]!.reading.reader.model],
  )
  const stories = of(({ story }) => story)
  await tx.query('insert into stories (id) select distinct unnest($1::text[]) on conflict do nothing', [stories])
  await tx.query(
    `insert into filed (article, story, day, features)
     select article, story, day, features::json from unnest($1::text[], $2::text[], $3::integer[], $4::text[])
       as made (article, story, day, features)`,
    [ids, stories, of(({ features }) => features.day), of(({ features }) => JSON.stringify(features))],
  )
  await index(
    tx,
    of(({ features }) => features),
  )
  for (const kind of ['added', 'filed']) {
    await tx.query(
      `insert into log (kind, article, story, detail)
       select $3, article, story, '{"why":[]}'::json from unnest($1::text[], $2::text[]) as made (article, story)`,
      [ids, stories, kind],
    )
  }
}

async function index(tx: Queryable, all: readonly ReturnType<typeof featuresOf>[]): Promise<void> {
  const terms = all.flatMap(({ article, day, terms }) => terms.map(({ term, weight }) => ({ term, weight, day, article })))
  await tx.query(
    `insert into story_terms (term, day, article, weight)
     select * from unnest($1::text[], $2::integer[], $3::text[], $4::double precision[])`,
    [
      terms.map(({ term }) => term),
      terms.map(({ day }) => day),
      terms.map(({ article }) => article),
      terms.map(({ weight }) => weight),
    ],
  )
  const hashes = all.flatMap(({ article, shingles }) => [...new Set(shingles)].map(hash => ({ hash, article })))
  await tx.query('insert into story_shingles (hash, article) select * from unnest($1::bigint[], $2::text[])', [
    hashes.map(({ hash }) => hash),
    hashes.map(({ article }) => article),
  ])
  await tx.query(`update counters set value = value + $1 where name = 'filed'`, [all.length])
}
