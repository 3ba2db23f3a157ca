import type { Features } from './features.ts'

/**
 * What filing an article reaches of the articles held: an index, so that the work an article makes does not grow with the store.
 * `memory.ts` has it in memory, the store in SQL; one suite of tests runs on both.
 *
 * Everything that is asked for is bounded by the question. An id that is not held is simply absent from the answer.
 */
export interface StoryIndex {
  /** Articles that share text or telling words with the one asked about, each once: first those that share most of `shingles`, then those that share most weight of `terms`; ties by id. */
  alike(query: AlikeQuery): Promise<readonly string[]>
  held(articles: readonly string[]): Promise<ReadonlyMap<string, Filed>>
  members(query: MemberQuery): Promise<ReadonlyMap<string, Members>>
  /** Those of the ids under which no story has an article. */
  free(stories: readonly string[]): Promise<ReadonlySet<string>>
  /** What people decided about any of these articles: each ruling that names at least one of them. */
  rulings(articles: readonly string[]): Promise<readonly Ruling[]>
  /** Keeps an article that is not held with where it was filed, its moves and joins among stories, all or nothing. Stories left empty are gone. */
  keep(features: Features, filing: Filing): Promise<void>
  /** Forgets an article; its story is gone with its last one. */
  drop(article: string): Promise<void>
}

export interface AlikeQuery {
  readonly terms: readonly WeightedTerm[]
  readonly shingles: readonly number[]
  /** Days since 1970; of each term articles nearer to it are looked at first. Null: the latest ones. */
  readonly day: number | null
  /** Of each term at most so many articles at or after `day`, as many before it, and as many undated ones are looked at. */
  readonly perTerm: number
  /** At most so many articles by terms: those with the largest sum of `query weight × weight in the article`. */
  readonly byTerms: number
  /** Of each shingle at most so many articles are looked at, by id. */
  readonly perShingle: number
  readonly byShingles: number
}

export interface WeightedTerm {
  readonly term: string
  readonly weight: number
}

/** An article that is held, and the story that it is filed into. */
export interface Filed {
  readonly features: Features
  readonly story: string
}

export interface MemberQuery {
  readonly stories: readonly string[]
  readonly day: number | null
  readonly limit: number
}

/** A story without any article has none of these. */
export interface Members {
  /** The `limit` articles nearest in time to `day` (ties and undated ones last, by id); by id alone, where `day` is null. */
  readonly articles: readonly string[]
  /** How many there are in all. */
  readonly size: number
}

/** A person's decision that two articles are, or are not, of one story; it stands over every measure. */
export interface Ruling {
  readonly a: string
  readonly b: string
  readonly together: boolean
}

/** Where an article was filed, and what else changed by it. Data: nothing has happened until the index keeps it. */
export interface Filing {
  readonly article: string
  readonly story: string
  /** Whether the story begins with this article. */
  readonly opened: boolean
  readonly why: readonly Why[]
  /** Stories that turned out to be one: all articles of `from` are now in `into`. */
  readonly joined: readonly { readonly from: string; readonly into: string; readonly why: readonly Why[] }[]
  /** Articles that stand nearer to another story than to their own. Done after `joined`. */
  readonly moved: readonly {
    readonly article: string
    readonly from: string
    readonly to: string
    readonly why: readonly Why[]
  }[]
}

/** One reason, with what can be shown for it: shared names, words, numbers; never a sentence that is not in the articles. */
export interface Why {
  readonly kind: 'names' | 'words' | 'headline' | 'numbers' | 'places' | 'text' | 'time' | 'person' | 'alone' | 'likeness'
  /** What is shared or differs, as it stands in the articles; for `likeness` the figure. */
  readonly what: readonly string[]
  /** The article it was compared with; null where it speaks of none or of many. */
  readonly article: string | null
}
