import type { Command } from 'commander'
import type { Config } from '../config.ts'
import type { openStore, StorePlace } from '../store/store.ts'
import type { Streams } from './read.ts'

/** The flags that say where the store is. */
export function withStore(command: Command): Command {
  return command
    .option('--data <dir>', 'folder of the store (HEARSAY_DATA)')
    .option('--database <url>', 'PostgreSQL server of the store (HEARSAY_DATABASE)')
}

/** What a command on a store is given. */
export interface StoreOptions {
  readonly config: Config
  readonly format?: string
  /** The process's own by default. */
  readonly streams?: Streams
  readonly openAt?: typeof openStore
}

export function storePlace({ data, database }: Config): StorePlace {
  return database === null ? { data } : { database }
}

/** What `hearsay export` writes. */
export const EXPORTS = ['statements', 'events', 'claims', 'entities', 'network', 'lineage', 'articles'] as const

export type ExportName = (typeof EXPORTS)[number]
