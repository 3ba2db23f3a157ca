import { type Database, LOCKS, type Queryable, SCHEMA } from './database.ts'

/** PostgreSQL's own extension for likeness of words by their trigrams; PGlite ships it, and every server that is packaged whole. */
const EXTENSION = 'pg_trgm'
const INDEX = `${SCHEMA}.articles_called`

/**
 * Makes the index of trigrams where it is not there yet and can be. A server whose owner does not permit the extension, or does not
 * have it, goes without: `searchStories` then finds beginnings of words instead. What was refused once is tried at the next start.
 */
export async function ensureTrigrams(database: Database): Promise<void> {
  if ((await trigramsOf(database)) !== null) return
  try {
    await database.transaction(async tx => {
      await tx.query('select pg_advisory_xact_lock($1, 0)', [LOCKS.migrate])
      await tx.query(`create extension if not exists ${EXTENSION} schema ${SCHEMA}`)
      const [at] = await tx.query<{ schema: string }>(EXTENSION_SCHEMA)
      await tx.query(
        `create index if not exists articles_called on ${SCHEMA}.articles using gin (called ${at!.schema}.gin_trgm_ops)`,
      )
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

/** The schema that holds the extension, quoted for SQL, where its index is there; else null. */
export async function trigramsOf(sql: Queryable): Promise<string | null> {
  const [row] = await sql.query<{ schema: string }>(`${EXTENSION_SCHEMA} and to_regclass('${INDEX}') is not null`)
  return row?.schema ?? null
}

const EXTENSION_SCHEMA = `
  select quote_ident(n.nspname) as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace
  where e.extname = '${EXTENSION}'`

/** Insufficient privilege, feature not supported, no such file, invalid parameter, no such object: PostgreSQL, appendix A. */
const REFUSALS: ReadonlySet<unknown> = new Set(['42501', '0A000', '58P01', '22023', '42704'])

function isRefusal(error: unknown): boolean {
  return REFUSALS.has((error as { readonly code?: unknown } | null)?.code)
}
