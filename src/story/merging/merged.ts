/** Records of a Story, and which of them a record of a Reading went into. */
export interface Merged<Record> {
  readonly records: readonly Record[]
  /** The Story's id of a record of an article's Reading; null where `id` is null or not known. */
  readonly of: Lookup
}

export type Lookup = (article: string, id: string | null | undefined) => string | null

/** The key of a record of a Reading; article ids may hold any character, a record's own id no line break. */
export const keyOf = (article: string, id: string): string => `${id}\n${article}`

/** Looks up by (article, id) in `ids`, whose keys `keyOf` makes. */
export function lookupIn(ids: ReadonlyMap<string, string>): Lookup {
  return (article, id) => (id === null || id === undefined ? null : (ids.get(keyOf(article, id)) ?? null))
}
