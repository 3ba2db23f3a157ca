import { createHash } from 'node:crypto'
import type { Client, Pool, PoolClient, types } from 'pg'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import { type Database, type Queryable, SEARCH_PATH } from './database.ts'

/** The database on a PostgreSQL server. Throws `database-unreachable`, `usage` where `url` is none of PostgreSQL. */
export async function openServer(url: string): Promise<Database> {
  const place = placeOf(url)
  const { default: pg } = await import('pg')
  const options = {
    connectionString: url,
    application_name: 'hearsay',
    types: typesOf(pg.types),
    options: `-c search_path=${SEARCH_PATH}`,
  }
  const timeouts = { connectionTimeoutMillis: LIMITS.databaseTimeoutMs, keepAlive: true }
  const pool = new pg.Pool({ ...options, ...timeouts, max: LIMITS.databaseConnectionsMax })
  // A connection that breaks while nobody uses it is replaced at the next query; unheard, the event would end the process.
  pool.on('error', () => {})
  const opened = await pool.connect().catch(error => Promise.reject(unreachable(place, error)))
  opened.release()
  let session: Promise<Client> | undefined
  const connect = async (): Promise<Client> => {
    const client = new pg.Client({ ...options, ...timeouts })
    client.on('error', () => {
      session = undefined
    })
    await client.connect().catch(error => Promise.reject(unreachable(place, error)))
    return client
  }
  return {
    kind: 'server',
    place,
    query: queryableOn(pool, place).query,
    transaction: work => inTransaction(pool, place, work),
    script: async sql => {
      await answered(place, () => pool.query(sql))
    },
    session: async () => {
      session ??= connect()
      return queryableOn(await session, place)
    },
    close: async () => {
      const client = await session?.catch(() => undefined)
      await client?.end().catch(() => {})
      await pool.end()
    },
  }
}

function placeOf(url: string): string {
  if (!/^postgres(?:ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new HearsayError('usage', '--database has to be an address such as postgresql://name@host/database.')
  }
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || 'localhost'}${port ? `:${port}` : ''}${pathname}`
}

function queryableOn(on: Pool | PoolClient | Client, place: string): Queryable {
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await answered(place, () => on.query(values.length === 0 ? sql : { name: nameOf(sql), text: sql, values: [...values] })))
        .rows as Row[],
  }
}

/** A statement with a name is parsed and planned once for each connection; PostgreSQL's names have at most 63 bytes. */
function nameOf(sql: string): string {
  let name = names.get(sql)
  if (name === undefined) {
    name = createHash('sha256').update(sql).digest('base64url')
    names.set(sql, name)
  }
  return name
}

/** Our statements are constants, and so are the queue's: some dozens. */
const names = new Map<string, string>()

async function inTransaction<T>(pool: Pool, place: string, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await answered(place, () => pool.connect())
  let broken: unknown
  try {
    await client.query('begin')
    const result = await work(queryableOn(client, place))
    await answered(place, () => client.query('commit'))
    return result
  } catch (error) {
    await client.query('rollback').catch(failure => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken !== undefined)
  }
}

/** What the server answers; that it does not is an error of ours, what it refuses is a fault that keeps its own message. */
async function answered<T>(place: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw isAway(error) ? unreachable(place, error) : error
  }
}

/** Classes 08 (connection exception), 28 (authorization), 3D (no such database), 53 and 57P (resources, shutdown): PostgreSQL, appendix A. */
const AWAY = /^(?:08|28|3D|53|57P|E[A-Z]+$)/

function isAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: string }
  return (typeof code === 'string' && AWAY.test(code)) || /terminated|timeout exceeded|not queryable/.test(message ?? '')
}

function unreachable(place: string, error: unknown): HearsayError {
  if (error instanceof HearsayError) return error
  const { message, code } = (error ?? {}) as { readonly message?: string; readonly code?: string }
  return new HearsayError('database-unreachable', `${place}: ${message || code || 'no answer'}`, { cause: error })
}

/** OID of `bigint` in every PostgreSQL. */
const BIGINT = 20

/** Numbers for `bigint` as PGlite gives them; everything that is counted here stays far below 2^53. */
function typesOf(standard: typeof types): { getTypeParser: typeof types.getTypeParser } {
  const getTypeParser = (oid: number, format?: 'text' | 'binary') =>
    oid === BIGINT ? Number : standard.getTypeParser(oid, format as 'text')
  return { getTypeParser: getTypeParser as typeof types.getTypeParser }
}
