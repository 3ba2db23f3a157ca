import type { ErrorCode, HearsayError } from '../errors.ts'
import type { Page, ReaderVersion } from '../record/index.ts'
import { pageDigest, sha256 } from './articles.ts'
import { type Database, plain, type Queryable } from './database.ts'
import type { Job, Queue } from './queue.ts'
import type { Session } from './sessions.ts'

/** What became of one input. */
export interface Outcome {
  readonly outcome: 'added' | 'unchanged' | 'updated' | 'failed'
  /** The article's id; null where there is none. */
  readonly article: string | null
  /** Why it failed, else null. */
  readonly code: ErrorCode | null
  readonly message: string | null
}

/** An input that was received: known already, or waiting under a number. */
export type Received = { readonly known: Outcome } | { readonly waiting: number }

/** An input that this process is to read. */
export interface Taken {
  readonly id: number
  readonly page: Page
  readonly digest: Uint8Array
  readonly job: string
}

/** Inputs on their way into the store: received, waiting, taken, done. */
export interface Intake {
  /** Lays a page up to be read. It is known where this reader, of the same version and model, has read it before, and its article has not changed since. */
  receive(page: Page, reader: ReaderVersion): Promise<Received>
  /** Notes an input that nothing could be received of. */
  refuse(input: string, error: HearsayError): Promise<Outcome>
  /** At most `most` inputs to read now; jobs of dead processes are among them. */
  take(most: number): Promise<readonly Taken[]>
  /** Part of the transaction that files the article. False where somebody else has done this input meanwhile: then nothing is to be kept. */
  finish(tx: Queryable, taken: Taken, outcome: Outcome & { readonly digest: Uint8Array | null }): Promise<boolean>
  /** Gives back whatever this process has in hand, for anybody to read. */
  release(): Promise<void>
  /** Outcomes of those of the inputs that are done. */
  done(ids: readonly number[]): Promise<ReadonlyMap<number, Outcome>>
  /** Which of the addresses were read or wait to be, or have failed within the last `forgivenMs` milliseconds. */
  known(addresses: readonly string[], options: { readonly forgivenMs: number }): Promise<ReadonlySet<string>>
  /** How many inputs wait or are being read. */
  waiting(): Promise<number>
}

export function openIntake(database: Database, { queue, session }: { readonly queue: Queue; readonly session: Session }): Intake {
  let recovered = Number.NEGATIVE_INFINITY
  return {
    receive: (page, reader) => receive(page, { database, queue, reader }),
    refuse: (input, error) => refuse(database, input, error),
    take: async most => {
      if (performance.now() - recovered >= RECOVERY_MS) {
        recovered = performance.now()
        await recover(database, { queue, session })
      }
      return database.transaction(async tx => takenBy(tx, { jobs: await queue.take(tx, most), session, queue }))
    },
    finish: (tx, taken, outcome) => finish(tx, taken, { outcome, queue }),
    release: () => database.transaction(tx => giveBack(tx, { queue, sessions: [session.id] })),
    done: ids => done(database, ids),
    known: (addresses, options) => known(database, addresses, options),
    waiting: async () => {
      const sql = 'select count(*)::integer as waiting from inputs where outcome is null'
      return (await database.query<{ waiting: number }>(sql))[0]!.waiting
    },
  }
}

/** Milliseconds between two looks for processes that died with inputs in their hands. */
const RECOVERY_MS = 1000

interface Receiving {
  readonly database: Database
  readonly queue: Queue
  readonly reader: ReaderVersion
}

async function receive(page: Page, { database, queue, reader }: Receiving): Promise<Received> {
  const digest = pageDigest(page)
  const known = await knownArticle(database, { digest, reader })
  if (known !== null) return { known: { outcome: 'unchanged', article: known, code: null, message: null } }
  return database.transaction(async tx => {
    const key = sha256(`${page.input}\0${Buffer.from(digest).toString('hex')}`)
    const [row] = await tx.query<{ id: number; waits: boolean }>(
      `insert into inputs (key, input, page_digest, page) values ($1, $2, $3, $4::json)
       on conflict (key) do update set received_at = now()
       returning id, job is not null as waits`,
      [key, plain(page.input), digest, JSON.stringify(page)],
    )
    const { id, waits } = row!
    if (waits) return { waiting: id }
    const job = await queue.put(tx, id)
    await tx.query(
      `update inputs set page = $2::json, job = $3, session = null, outcome = null, article = null, article_digest = null,
         code = null, message = null, done_at = null where id = $1`,
      [id, JSON.stringify(page), job],
    )
    return { waiting: id }
  })
}

/** The article that this very page was read as, if that is still what is held of it. */
async function knownArticle(
  sql: Queryable,
  { digest, reader }: { readonly digest: Uint8Array; readonly reader: ReaderVersion },
): Promise<string | null> {
  const [row] = await sql.query<{ article: string }>(
    `select i.article from inputs i
     join articles a on a.id = i.article and a.digest = i.article_digest
     join readings r on r.article = i.article and r.version = $2 and r.model = $3
     where i.page_digest = $1 and i.outcome is not null and i.outcome <> 'failed'
     limit 1`,
    [digest, reader.version, reader.model],
  )
  return row?.article ?? null
}

async function refuse(sql: Queryable, input: string, { code, message }: HearsayError): Promise<Outcome> {
  await sql.query(
    `insert into inputs (key, input, outcome, code, message, done_at) values ($1, $2, 'failed', $3, $4, now())
     on conflict (key) do update set code = excluded.code, message = excluded.message, done_at = now()`,
    [sha256(`${input}\0`), plain(input), code, plain(message)],
  )
  return { outcome: 'failed', article: null, code, message }
}

/** Gives back what dead processes had in their hands. */
async function recover(
  database: Database,
  { queue, session }: { readonly queue: Queue; readonly session: Session },
): Promise<void> {
  const holders = await database.query<{ session: number }>(
    'select distinct session from inputs where outcome is null and session is not null',
  )
  const dead = await session.dead(holders.map(row => row.session))
  if (dead.length === 0) return
  await database.transaction(async tx => {
    await giveBack(tx, { queue, sessions: dead })
    await tx.query('delete from sessions where id = any($1::integer[])', [dead])
  })
}

/** What these sessions have in hand waits again, for anybody; what has been given back too often has failed. */
async function giveBack(
  tx: Queryable,
  { queue, sessions }: { readonly queue: Queue; readonly sessions: readonly number[] },
): Promise<void> {
  // Of several processes that see the same death, the first has the rows; the others find none left.
  const orphans = await tx.query<{ job: string }>(
    'update inputs set session = null where outcome is null and session = any($1::integer[]) returning job',
    [sessions],
  )
  const given = await queue.giveBack(
    tx,
    orphans.map(({ job }) => job),
  )
  await tx.query(
    `update inputs set outcome = 'failed', code = 'read-failed', message = $2, job = null, page = null, done_at = now()
     where job = any($1::uuid[])`,
    [given, 'Again and again the process that read it has ended.'],
  )
}

interface Taking {
  readonly jobs: readonly Job[]
  readonly session: Session
  readonly queue: Queue
}

async function takenBy(tx: Queryable, { jobs, session, queue }: Taking): Promise<readonly Taken[]> {
  if (jobs.length === 0) return []
  const rows = await tx.query<{ id: number; page: Page; page_digest: Uint8Array; job: string }>(
    `update inputs set session = $2 where job = any($1::uuid[]) and outcome is null returning id, page, page_digest, job`,
    [jobs.map(({ id }) => id), session.id],
  )
  const byJob = new Map(rows.map(row => [row.job, row]))
  // In the order of the queue; a job without a row that waits is left over from nothing, and goes.
  const taken: Taken[] = []
  for (const { id: job } of jobs) {
    const row = byJob.get(job)
    if (row === undefined) await queue.remove(tx, job)
    else taken.push({ id: row.id, page: row.page, digest: row.page_digest, job })
  }
  return taken
}

interface Finishing {
  readonly outcome: Outcome & { readonly digest: Uint8Array | null }
  readonly queue: Queue
}

async function finish(tx: Queryable, { id, job }: Taken, { outcome: came, queue }: Finishing): Promise<boolean> {
  const { outcome, article, digest, code, message } = came
  const rows = await tx.query(
    `with mine as (
       update inputs set outcome = $3, article = $4, article_digest = $5, code = $6, message = $7,
         page = null, job = null, session = null, done_at = now()
       where id = $1 and job = $2::uuid and outcome is null returning $2::uuid as job
     ), gone as (${queue.removal('select job from mine')})
     select job from mine`,
    [id, job, outcome, article, digest, code, message === null ? null : plain(message)],
  )
  return rows.length === 1
}

async function known(
  sql: Queryable,
  addresses: readonly string[],
  { forgivenMs }: { readonly forgivenMs: number },
): Promise<ReadonlySet<string>> {
  const rows = await sql.query<{ input: string }>(
    `select distinct input from inputs where input = any($1::text[])
       and (outcome is null or outcome <> 'failed' or done_at > now() - $2 * interval '1 millisecond')`,
    [addresses.map(plain), forgivenMs],
  )
  const found = new Set(rows.map(({ input }) => input))
  return new Set(addresses.filter(address => found.has(plain(address))))
}

async function done(sql: Queryable, ids: readonly number[]): Promise<ReadonlyMap<number, Outcome>> {
  const rows = await sql.query<Outcome & { id: number }>(
    'select id, outcome, article, code, message from inputs where id = any($1::bigint[]) and outcome is not null',
    [ids],
  )
  return new Map(rows.map(({ id, ...outcome }) => [id, outcome]))
}
