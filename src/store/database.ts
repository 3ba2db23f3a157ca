import { HearsayError } from '../errors.ts'

/** Something that answers SQL, in the subset of PostgreSQL 15; both kinds of store give the same values for the same rows. */
export interface Queryable {
  /**
   * The rows. `json` comes parsed and goes in as text with a cast; `bigint` comes as a number, `bytea` as bytes, arrays as arrays.
   * One statement a call.
   */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>
}

/** One store's database: a folder (PGlite) or a server (PostgreSQL). */
export interface Database extends Queryable {
  readonly kind: 'folder' | 'server'
  /** The folder, or the server's address without its password: for messages. */
  readonly place: string
  /** Runs `work` in one transaction; what it throws undoes it. Not to be nested. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>
  /** Several statements in one text, without values. */
  script(sql: string): Promise<void>
  /**
   * The one connection that lives as long as this process uses the store: locks that are taken on it are free again the moment the
   * process is dead. Not for transactions.
   */
  session(): Promise<Queryable>
  close(): Promise<void>
}

/** All tables of ours are in this schema, so that a database can hold others beside them. */
export const SCHEMA = 'hearsay'

/** Said once to every new connection; without blanks, so that it can be said in the address of one. */
export const SEARCH_PATH = `${SCHEMA},public`

/** Numbers of advisory locks, the first of their two parts; the second is 0, or a session's number for `session`. */
export const LOCKS = { migrate: 0x4865_0001, file: 0x4865_0002, session: 0x4865_0003, build: 0x4865_0004 } as const

/** What is thrown where a store is only to be read and none is there. */
export function missingStore(place: string): HearsayError {
  return new HearsayError('store-missing', `There is no store at ${place}.`)
}

/** Text as a text column takes it: PostgreSQL knows neither U+0000 nor half a pair; the Reading beside it keeps the words as they are. */
export function plain(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD')
}

export function plainOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : plain(text)
}
