import type { Shelf } from '../../src/api/shelf.ts'
import type { Reading } from '../../src/record/index.ts'
import { fileReading } from '../../src/store/filing.ts'
import type { Store } from '../../src/store/store.ts'

/** For tests that ask nothing of a store. */
export const NO_SHELF: Shelf = {
  kind: 'own',
  store: async () => {
    throw new Error('This test has no store.')
  },
  progress: () => null,
  close: async () => {},
}

export function shelfOf(store: Store): Shelf {
  return { kind: 'own', store: async () => store, progress: () => null, close: () => store.close() }
}

/** Puts Readings into a store as a worker would, without its queue. */
export async function keep(store: Store, readings: readonly Reading[]): Promise<void> {
  for (const reading of readings) await store.database.transaction(tx => fileReading(tx, reading))
}
