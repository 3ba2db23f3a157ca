import { openStore, type Store, type StorePlace } from '../store/store.ts'

/** The store that the server shows. */
export interface Shelf {
  /** `samples`: written for this project, and filled by the server itself. */
  readonly kind: 'own' | 'samples'
  /** Resolves once the store is open, which may be long before it is filled. */
  store(): Promise<Store>
  /** How much of what the server itself puts in is there; null where it puts nothing in, or has done. */
  progress(): { readonly done: number; readonly of: number } | null
  close(): Promise<void>
}

/** The user's own store, open. Throws what `openStore` throws. */
export async function ownShelf(place: StorePlace): Promise<Shelf> {
  const store = await openStore(place)
  return { kind: 'own', store: async () => store, progress: () => null, close: () => store.close() }
}
