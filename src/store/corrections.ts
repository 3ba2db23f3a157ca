import { HearsayError } from '../errors.ts'
import type { Corrected, Correction, Move } from '../record/index.ts'
import { type Database, LOCKS, plain, type Queryable } from './database.ts'
import { ORDERED_LOOKS } from './index-of-stories.ts'
import { cameSince, refile } from './refile.ts'
import { standingStory } from './standing.ts'

/**
 * Does what a person says, remembers it, and gives the number to undo it by. It stands over every measure, for later articles and after
 * reading anew. Throws `correction-invalid`, `story-unknown`.
 */
export async function correct(
  database: Database,
  { by, correction }: { readonly by: string; readonly correction: Correction },
): Promise<number> {
  return database.transaction(async tx => {
    await tx.query('select pg_advisory_xact_lock($1, 0)', [LOCKS.file])
    const plan = await planOf(tx, correction)
    const [row] = await tx.query<{ id: number }>(
      'insert into corrections (kind, subject, effect, by) values ($1, $2::json, $3::json, $4) returning id',
      [correction.kind, JSON.stringify(correction), '[]', plain(by)],
    )
    const id = row!.id
    const moves = plan.moved.map(({ article, from, to }) => ({ article, from, to: to ?? `${from}-${id}` }))
    await tx.query('update corrections set effect = $2::json where id = $1', [id, JSON.stringify(moves)])
    for (const [index, side] of plan.sides.entries()) {
      await tx.query(
        `insert into correction_articles (article, correction, side, together) select distinct unnest($1::text[]), $2::bigint, $3::integer, $4::boolean
         on conflict do nothing`,
        [side, id, plan.together === null ? null : index + 1, plan.together],
      )
    }
    await move(tx, moves)
    for (const story of renamedBy(correction, moves)) await rename(tx, story)
    await note(tx, { kind: 'corrected', id, by, articles: plan.sides.flat() })
    return id
  })
}

/**
 * Takes a correction back: its articles return to where they were, as far as nobody moved them since, and those that came or changed since
 * are filed anew. Throws `correction-invalid`.
 */
export async function undo(database: Database, { id, by }: { readonly id: number; readonly by: string }): Promise<void> {
  await database.transaction(async tx => {
    await tx.query(`select pg_advisory_xact_lock($1, 0), ${ORDERED_LOOKS}`, [LOCKS.file])
    const [row] = await tx.query<{ subject: Correction; effect: readonly Move[] }>(
      'update corrections set undone_by = $2, undone_at = now() where id = $1 and undone_at is null returning subject, effect',
      [id, plain(by)],
    )
    if (row === undefined) throw new HearsayError('correction-invalid', `There is no correction ${id} to undo.`)
    const still = await storiesOf(
      tx,
      row.effect.map(({ article }) => article),
    )
    const back = row.effect.filter(({ article, to }) => still.get(article) === to)
    await move(
      tx,
      back.map(({ article, from, to }) => ({ article, from: to, to: from })),
    )
    await fileSince(tx, { correction: id, effect: row.effect, except: back.map(({ article }) => article) })
    for (const story of renamedBy(row.subject, row.effect)) await rename(tx, story)
    const named = await tx.query<{ article: string }>('select article from correction_articles where correction = $1', [id])
    await note(tx, { kind: 'undone', id, by, articles: named.map(({ article }) => article) })
  })
}

interface Undoing {
  readonly correction: number
  readonly effect: readonly Move[]
  readonly except: readonly string[]
}

/** What filing made of later articles while a correction stood is made anew; a story that is empty then points to where they went. */
async function fileSince(tx: Queryable, { correction, effect, except }: Undoing): Promise<void> {
  const stories = [...new Set(effect.flatMap(({ from, to }) => [from, to]))]
  const later = await cameSince(tx, { stories, correction, except })
  const before = await storiesOf(tx, later)
  await refile(tx, later)
  const after = await storiesOf(tx, later)
  const moves = later.map(article => ({ article, from: before.get(article)!, to: after.get(article)! }))
  await move(
    tx,
    moves.filter(({ from, to }) => from !== to),
  )
}

/** Every correction, the latest first: undone ones too. */
export async function corrections(sql: Queryable): Promise<readonly Corrected[]> {
  const rows = await sql.query<CorrectionRow>('select * from corrections order by id desc')
  return rows.map(correctedOf)
}

/** Every correction that speaks of a story or of an article that it has now, the latest first: undone ones too. */
export async function correctionsOfStory(sql: Queryable, story: string): Promise<readonly Corrected[]> {
  const standing = (await standingStory(sql, story))?.id ?? story
  const rows = await sql.query<CorrectionRow>(
    `select * from corrections where subject->>'story' in ($1, $2)
       or id in (select c.correction from correction_articles c join filed f on f.article = c.article where f.story = $2)
     order by id desc`,
    [story, standing],
  )
  return rows.map(correctedOf)
}

/** Those that stand and speak of any of the articles, in the order in which they were made. */
export async function correctionsOf(sql: Queryable, articles: readonly string[]): Promise<readonly Corrected[]> {
  const rows = await sql.query<CorrectionRow>(
    `select * from corrections where undone_at is null
       and id in (select correction from correction_articles where article = any($1::text[])) order by id`,
    [articles],
  )
  return rows.map(correctedOf)
}

interface CorrectionRow {
  readonly id: number
  readonly subject: Correction
  readonly effect: readonly Move[]
  readonly by: string
  readonly at: Date
  readonly undone_by: string | null
  readonly undone_at: Date | null
}

function correctedOf({ id, subject, effect, by, at, undone_by, undone_at }: CorrectionRow): Corrected {
  const undone = undone_at === null ? null : { by: undone_by ?? '', at: undone_at.toISOString() }
  return { id, correction: subject, by, at: at.toISOString(), undone, moved: effect }
}

interface Plan {
  /** The articles that it speaks of; where it rules about stories, those of either side. */
  readonly sides: readonly (readonly string[])[]
  /** Whether the sides are of one story or of two; null where it does not speak of that. */
  readonly together: boolean | null
  /** `to` is null for a story that is made by it. */
  readonly moved: readonly { readonly article: string; readonly from: string; readonly to: string | null }[]
}

async function planOf(tx: Queryable, correction: Correction): Promise<Plan> {
  if (correction.kind === 'merge') return planMerge(tx, correction.stories)
  if (correction.kind === 'split') return planSplit(tx, correction)
  if (correction.kind === 'rename') {
    if (correction.name.trim() === '') throw new HearsayError('correction-invalid', 'A story needs a name.')
    await membersOf(tx, correction.story)
    return { sides: [], together: null, moved: [] }
  }
  const named = articlesIn(correction)
  const stories = await storiesOf(tx, named)
  const missing = named.find(article => !stories.has(article))
  if (missing !== undefined) throw new HearsayError('correction-invalid', `There is no article “${missing}”.`)
  if (correction.kind !== 'not-the-same' || correction.what !== 'articles') return { sides: [named], together: null, moved: [] }
  const [one, other] = correction.articles
  if (one === other) throw new HearsayError('correction-invalid', 'An article cannot be told apart from itself.')
  const from = stories.get(one)!
  const moved = from === stories.get(other) ? [{ article: one, from, to: null }] : []
  return { sides: [[one], [other]], together: false, moved }
}

function articlesIn(correction: Exclude<Correction, { kind: 'merge' | 'split' | 'rename' }>): readonly string[] {
  if (correction.kind === 'wrong-speaker') return [correction.content.article]
  if ('passages' in correction) return correction.passages.map(({ article }) => article)
  return correction.articles
}

async function planMerge(tx: Queryable, [into, from]: readonly [string, string]): Promise<Plan> {
  const [left, right] = [await membersOf(tx, into), await membersOf(tx, from)]
  if (left.story === right.story) throw new HearsayError('correction-invalid', 'They are one story already.')
  const moved = right.articles.map(article => ({ article, from: right.story, to: left.story }))
  return { sides: [left.articles, right.articles], together: true, moved }
}

async function planSplit(
  tx: Queryable,
  { story, articles }: { readonly story: string; readonly articles: readonly string[] },
): Promise<Plan> {
  const all = await membersOf(tx, story)
  const leaving = all.articles.filter(article => articles.includes(article))
  const staying = all.articles.filter(article => !articles.includes(article))
  if (leaving.length !== new Set(articles).size || leaving.length === 0 || staying.length === 0) {
    throw new HearsayError('correction-invalid', 'A story is split into some of its articles and the others.')
  }
  const moved = leaving.map(article => ({ article, from: all.story, to: null }))
  return { sides: [leaving, staying], together: false, moved }
}

async function membersOf(tx: Queryable, id: string): Promise<{ readonly story: string; readonly articles: readonly string[] }> {
  const story = (await standingStory(tx, id))?.id
  const rows = await tx.query<{ article: string }>('select article from filed where story = $1 order by article', [story ?? ''])
  if (story === undefined || rows.length === 0) throw new HearsayError('story-unknown', `There is no story “${id}”.`)
  return { story, articles: rows.map(({ article }) => article) }
}

async function storiesOf(tx: Queryable, articles: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const sql = 'select article, story from filed where article = any($1::text[])'
  return new Map(
    (await tx.query<Omit<Move, 'from' | 'to'> & { story: string }>(sql, [articles])).map(row => [row.article, row.story]),
  )
}

/** Puts articles where a correction wants them. A story that has none left points to where its last ones went; one that has some, nowhere. */
async function move(tx: Queryable, moves: readonly Move[]): Promise<void> {
  const stories = [...new Set(moves.flatMap(({ from, to }) => [from, to]))]
  if (stories.length === 0) return
  await tx.query('insert into stories (id) select unnest($1::text[]) on conflict do nothing', [stories])
  for (const { article, to } of moves) await tx.query('update filed set story = $2 where article = $1', [article, to])
  for (const story of stories) {
    const into = moves.findLast(({ from, to }) => from === story && to !== story)?.to ?? null
    await tx.query(
      `update stories set stale = true,
         joined_into = case when exists (select from filed where story = $1) then null else coalesce($2, joined_into) end
       where id = $1`,
      [story, into],
    )
  }
}

/** Stories whose name may be another now: a name goes with the story that another was merged into, and comes back with it. */
function renamedBy(correction: Correction, moves: readonly Move[]): ReadonlySet<string> {
  return new Set(correction.kind === 'rename' ? [correction.story] : moves.flatMap(({ from, to }) => [from, to]))
}

/** A story is called what the latest rename says that stands, of it or of a story that went into it. */
async function rename(tx: Queryable, id: string): Promise<void> {
  const story = (await standingStory(tx, id))?.id ?? id
  const rows = await tx.query<{ subject: Correction }>(
    `with recursive origin as (
       select $1::text collate "C" as id, 0 as step
       union all
       select s.id, step + 1 from stories s join origin on s.joined_into = origin.id where step < 1000
     )
     select subject from corrections where kind = 'rename' and undone_at is null
       and subject->>'story' in (select id from origin) order by corrections.id desc limit 1`,
    [story],
  )
  const name = rows[0]?.subject.kind === 'rename' ? plain(rows[0].subject.name) : null
  await tx.query('update stories set given_name = $2 where id = $1', [story, name])
}

interface Noted {
  readonly kind: 'corrected' | 'undone'
  readonly id: number
  readonly by: string
  readonly articles: readonly string[]
}

/** Its stories are to be told anew, and the log says why. */
async function note(tx: Queryable, { kind, id, by, articles }: Noted): Promise<void> {
  await tx.query('update stories set stale = true where id in (select story from filed where article = any($1::text[]))', [
    articles,
  ])
  await tx.query('insert into log (kind, detail) values ($1, $2::json)', [kind, JSON.stringify({ correction: id, by })])
}
