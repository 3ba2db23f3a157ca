import type { Article } from './article.ts'
import type { Entity } from './entity.ts'
import type { Event } from './event.ts'
import type { Heard } from './heard.ts'
import type { Place } from './place.ts'
import type { Problem } from './problem.ts'
import type { Sentence } from './sentence.ts'
import type { Statement } from './statement.ts'
import type { Time } from './time.ts'

/** One article read by one version of the reader. A layer is absent when it was not read, `[]` when nothing was found. */
export interface Reading {
  readonly schema: 'hearsay-reading/1'
  /** The path or URL that it came from; `corpus.jsonl#id` for a line. */
  readonly input: string
  readonly reader: ReaderVersion
  readonly article: Article
  readonly entities?: readonly Entity[]
  readonly times?: readonly Time[]
  readonly places?: readonly Place[]
  readonly statements?: readonly Statement[]
  readonly events?: readonly Event[]
  readonly sentences?: readonly Sentence[]
  readonly heard?: readonly Heard[]
  /** What its clauses mean to the model, packed: for the store alone, by which claims are joined; in no output. */
  readonly meanings?: Uint8Array
  readonly problems: readonly Problem[]
}

export interface ReaderVersion {
  readonly version: string
  /** `sha256:` and the digest of the model's manifest, which names its files by theirs. */
  readonly model: string
}
