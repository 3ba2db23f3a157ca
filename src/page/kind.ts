/** What a file is by its name. */
export type FileKind = 'text' | 'html' | 'corpus' | 'corpus-gzip' | 'warc' | 'wacz'

const ENDINGS: readonly (readonly [RegExp, FileKind])[] = [
  [/\.te?xt$/i, 'text'],
  [/\.x?html?$/i, 'html'],
  [/\.(?:jsonl|ndjson)$/i, 'corpus'],
  [/\.(?:jsonl|ndjson)\.gz$/i, 'corpus-gzip'],
  [/\.warc(?:\.gz)?$/i, 'warc'],
  [/\.wacz$/i, 'wacz'],
]

/** Null where the name tells nothing: a file that was named by the user is then looked into, one in a folder passed over. */
export function kindOfName(name: string): FileKind | null {
  return ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? null
}

/** Whether a name is one that feeds have, and lists of feeds; such a file is looked into. */
export function mayBeFeed(name: string): boolean {
  return /\.(?:xml|rss|atom|rdf|opml|json)$/i.test(name)
}
