import PgBoss from 'pg-boss'
import { type Database, LOCKS, type Queryable } from './database.ts'

/** A place in the queue: which row of `inputs` is to be read. */
export interface Job {
  readonly id: string
  readonly input: number
}

/** Inputs that wait to be read, for any number of processes. Each call is part of the transaction `tx`. */
export interface Queue {
  put(tx: Queryable, input: number): Promise<string>
  /** At most `most` jobs that nobody else has, the oldest first; they are this process's from now on. */
  take(tx: Queryable, most: number): Promise<readonly Job[]>
  /** The job is gone, whatever came of it. */
  remove(tx: Queryable, job: string): Promise<void>
  /** SQL that removes the jobs which `select job from …` gives, as a part of another statement. */
  removal(jobs: string): string
  /** Gives jobs back whose process died; those that have killed too many are removed, and given. */
  giveBack(tx: Queryable, jobs: readonly string[]): Promise<readonly string[]>
}

/** Name of the queue, and of the schema with pg-boss's own tables. */
const READ = 'read'
const QUEUE_SCHEMA = 'hearsay_queue'

/**
 * The queue of a store: pg-boss on the store's own connections, so that taking a place in it, and leaving it, is one transaction with
 * what is done. Its supervision by time is off: who is dead is known from locks (`sessions.ts`).
 */
export async function openQueue(database: Database, { deathsMax }: { readonly deathsMax: number }): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql: executeOn(database, sql => database.script(sql)) },
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => {})
  await alone(database, async () => {
    await boss.start()
    await boss.createQueue(READ, { name: READ, retryLimit: deathsMax - 1, retryDelay: 0 })
  })
  return {
    put: async (tx, input) => (await boss.send(READ, { input }, { db: on(tx), ...KEPT }))!,
    take: async (tx, most) => {
      const jobs = await boss.fetch<{ input: number }>(READ, { batchSize: most, ignoreStartAfter: true, db: on(tx) })
      return jobs.map(({ id, data }) => ({ id, input: data.input }))
    },
    remove: (tx, job) => boss.deleteJob(READ, job, { db: on(tx) }),
    removal: jobs => `delete from ${QUEUE_SCHEMA}.job where name = '${READ}' and id in (${jobs})`,
    giveBack: async (tx, jobs) => {
      if (jobs.length === 0) return []
      // Its types know lists of ids only without what follows them; the function takes both.
      await boss.fail(READ, [...jobs] as unknown as string, {}, { db: on(tx) })
      const sql = `delete from ${QUEUE_SCHEMA}.job where name = $1 and id = any($2::uuid[]) and state = 'failed' returning id`
      return (await tx.query<{ id: string }>(sql, [READ, jobs])).map(({ id }) => id)
    },
  }
}

/**
 * Two processes that make the queue at the same moment would each wait for the other's tables, and the server would end one of them. The
 * lock is the session's, since pg-boss begins and ends transactions of its own.
 */
async function alone(database: Database, work: () => Promise<void>): Promise<void> {
  const own = await database.session()
  await own.query('select pg_advisory_lock($1, 0)', [LOCKS.migrate])
  try {
    await work()
  } finally {
    await own.query('select pg_advisory_unlock($1, 0)', [LOCKS.migrate])
  }
}

/** A job waits as long as it takes: a store may lie for months between two runs. */
const KEPT = { retentionDays: 3650, expireInHours: 24 - 1 }

function on(tx: Queryable): PgBoss.Db {
  return { executeSql: executeOn(tx, undefined) }
}

function executeOn(sql: Queryable, script: ((sql: string) => Promise<void>) | undefined): PgBoss.Db['executeSql'] {
  return async (text, values) => {
    // pg-boss makes its tables with several statements in one text, which no prepared statement takes.
    if (script !== undefined && (values === undefined || values.length === 0) && /;\s*\S/.test(text)) {
      await script(text)
      return { rows: [] }
    }
    return { rows: await sql.query(text, (values ?? []).map(asParameter)) }
  }
}

/** Objects go in as JSON; lists and dates as the drivers have them. */
function asParameter(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  return isObject ? JSON.stringify(value) : (value ?? null)
}
