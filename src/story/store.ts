import type { Features } from './features.ts'

/**
 * What filing an article reaches of the articles held: an index, so that the work an article makes does not grow with the store.
 * `memory.ts` has it in memory, the store in SQL; one suite of tests runs on both.
 *
 * Everything that is asked for is bounded by the question. An id that is not held is simply absent from the answer.
 */
export interface StoryIndex {
  /** How many articles are held. */
  count(): Promise<number>
  /** In how many articles held each term is an index term (`Features.terms`); terms in none are absent. */
  documentFrequencies(terms: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** The articles that share most weight with the query, the heaviest first; ties by id. */
  articlesByTerms(query: TermQuery): Promise<readonly Hit[]>
  /** The articles that share most of `hashes` (`Features.shingles`), the most first; ties by id. */
  articlesByShingles(query: ShingleQuery): Promise<readonly Hit[]>
  features(articles: readonly string[]): Promise<ReadonlyMap<string, Features>>
  /** The story of each article. */
  storiesOf(articles: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Of each story the `limit` articles nearest in time to `day` (ties and undated ones last, by id); all, where `day` is null, by id. */
  members(query: MemberQuery): Promise<ReadonlyMap<string, readonly string[]>>
  /** How many articles each story has; a story without any is absent. */
  sizes(stories: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** What people decided about any of these articles: each ruling that names at least one of them. */
  rulings(articles: readonly string[]): Promise<readonly Ruling[]>
  /**
   * Keeps an article with where it was filed, its moves and joins among stories, all or nothing. An article already held under this
   * id is replaced. Stories left empty are gone.
   */
  keep(features: Features, filing: Filing): Promise<void>
  /** Forgets an article; its story is gone with its last one. */
  drop(article: string): Promise<void>
}

export interface TermQuery {
  readonly terms: readonly WeightedTerm[]
  /** Days since 1970; articles nearer to it are looked at first. Null: the order is by id. */
  readonly day: number | null
  /** Of each term at most so many articles at or after `day`, as many before it, and as many undated ones are looked at. */
  readonly perTerm: number
  readonly limit: number
}

export interface WeightedTerm {
  readonly term: string
  readonly weight: number
}

export interface ShingleQuery {
  readonly hashes: readonly number[]
  /** Of each hash at most so many articles are looked at, by id. */
  readonly perHash: number
  readonly limit: number
}

/** `score`: the sum of `query weight × weight in the article` over shared terms, or the count of shared hashes. */
export interface Hit {
  readonly article: string
  readonly score: number
}

export interface MemberQuery {
  readonly stories: readonly string[]
  readonly day: number | null
  readonly limit: number
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
