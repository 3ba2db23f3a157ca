import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { HearsayError } from '../errors.ts'
import { type Database, missingStore, type Queryable, SEARCH_PATH } from './database.ts'
import { lockFolder } from './lock.ts'

/**
 * The database in a folder: PostgreSQL in WebAssembly (PGlite), in this process. Where there is none it is made, or `store-missing` thrown.
 * Throws `store-locked` where another process has the folder, `store-unreadable` where it cannot be opened or holds other things.
 */
export async function openFolder(folder: string, { make = true }: { readonly make?: boolean } = {}): Promise<Database> {
  if (!make && !existsSync(join(folder, 'database'))) throw missingStore(folder)
  const lock = claim(folder)
  try {
    const lite = await openCluster(folder)
    return databaseOf(lite, { folder, release: lock.release })
  } catch (error) {
    lock.release()
    if (error instanceof HearsayError) throw error
    throw new HearsayError('store-unreadable', `The store in ${folder} could not be opened: ${messageOf(error)}`, {
      cause: error,
    })
  }
}

/** What a folder of ours holds: the cluster, one in the making, and lock files. */
const OURS = /^(?:database(?:\.new)?|lock(?:\.takeover)?)$/

function claim(folder: string): { readonly release: () => void } {
  try {
    mkdirSync(folder, { recursive: true })
    const other = existsSync(join(folder, 'database')) ? undefined : readdirSync(folder).find(name => !OURS.test(name))
    if (other !== undefined) {
      throw new HearsayError('store-unreadable', `${folder} is no store, and it is not empty: it holds “${other}”.`)
    }
    return lockFolder(folder)
  } catch (error) {
    if (error instanceof HearsayError) throw error
    throw new HearsayError('store-unreadable', `${folder} could not be used: ${messageOf(error)}`, { cause: error })
  }
}

/** The cluster is made beside its place and renamed when it is whole, so that a process that dies meanwhile leaves no half of one. */
async function openCluster(folder: string): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm')
  const dataDir = join(folder, 'database')
  if (!existsSync(dataDir)) {
    const fresh = join(folder, 'database.new')
    rmSync(fresh, { recursive: true, force: true })
    await (await PGlite.create({ dataDir: fresh })).close()
    renameSync(fresh, dataDir)
  }
  const lite = await PGlite.create({ dataDir, extensions: { pg_trgm } })
  await lite.exec(`set search_path to ${SEARCH_PATH}`)
  return lite
}

function databaseOf(lite: PGlite, { folder, release }: { readonly folder: string; readonly release: () => void }): Database {
  const queryOn = (on: Pick<PGlite, 'query'>): Queryable => ({
    query: async <Row>(sql: string, values: readonly unknown[] = []) => (await on.query<Row>(sql, [...values])).rows,
  })
  const self = queryOn(lite)
  return {
    kind: 'folder',
    place: folder,
    query: self.query,
    transaction: work => lite.transaction(tx => work(queryOn(tx as unknown as PGlite))),
    script: async sql => {
      await lite.exec(sql)
    },
    session: async () => self,
    close: async () => {
      try {
        await lite.close()
      } finally {
        release()
      }
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
