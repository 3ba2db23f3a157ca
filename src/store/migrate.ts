import { readdirSync, readFileSync } from 'node:fs'
import { HearsayError } from '../errors.ts'
import { type Database, LOCKS, missingStore, type Queryable, SCHEMA } from './database.ts'
import { ensureTrigrams } from './trigrams.ts'

/** One step of the schema: `0001-store.sql` is number 1. A file that was released is never changed. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/**
 * Brings the tables up to this version's, all or nothing; of several processes at once one does it and the others wait. Throws
 * `store-newer` where a later version of Hearsay has been at the store.
 */
export async function migrate(database: Database, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  await database.transaction(async tx => {
    await tx.query('select pg_advisory_xact_lock($1, 0)', [LOCKS.migrate])
    const done = await appliedTo(tx)
    const latest = migrations.at(-1)?.number ?? 0
    const newest = Math.max(0, ...done)
    if (newest > latest) {
      throw new HearsayError(
        'store-newer',
        `${database.place} has tables of version ${newest}, and this Hearsay knows ${latest}.`,
      )
    }
    for (const migration of migrations) if (!done.has(migration.number)) await apply(tx, migration)
  })
  await ensureTrigrams(database)
}

/** Throws `store-missing` where no version of Hearsay has made its tables. */
export async function requireTables(database: Database): Promise<void> {
  if ((await appliedTo(database)).size === 0) throw missingStore(database.place)
}

async function appliedTo(tx: Queryable): Promise<ReadonlySet<number>> {
  const [found] = await tx.query<{ there: boolean }>('select to_regclass($1) is not null as there', [`${SCHEMA}.migrations`])
  if (found?.there !== true) return new Set()
  const rows = await tx.query<{ number: number }>('select number from migrations')
  return new Set(rows.map(({ number }) => number))
}

async function apply(tx: Queryable, { number, name, sql }: Migration): Promise<void> {
  for (const statement of statementsIn(sql)) await tx.query(statement)
  await tx.query('insert into migrations (number, name) values ($1, $2)', [number, name])
}

/** The statements of a file; in our migrations a semicolon at the end of a line ends one. */
function statementsIn(sql: string): readonly string[] {
  const bare = sql.replace(/--.*$/gm, '')
  return bare.split(/;\s*$/m).flatMap(each => each.trim() || [])
}

function migrationsIn(folder: URL): readonly Migration[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.sql'))
  return files.sort().map((file, index) => {
    const [, number, name] = /^(\d{4})-([\w-]+)\.sql$/.exec(file) ?? []
    if (number === undefined || name === undefined) throw new Error(`${file} is not named like 0001-store.sql.`)
    if (Number(number) !== index + 1) throw new Error(`${file} is the migration after ${index}, and has another number.`)
    return { number: Number(number), name, sql: readFileSync(new URL(file, folder), 'utf8') }
  })
}

/** Those that come with this version. */
export const MIGRATIONS = migrationsIn(new URL('./migrations/', import.meta.url))
