import type { Features } from '../story/features.ts'

/** Features of articles that were filed lately, as this process has read them, so that they are neither sent nor parsed at each filing. */
export interface HeldCache {
  /** The features, and the version of the row that they were read from (`xmin`: the transaction that wrote it). */
  get(article: string): CachedFeatures | undefined
  set(article: string, cached: CachedFeatures): void
}

export interface CachedFeatures {
  readonly version: string
  readonly features: Features
}

/** A cache that forgets what was used longest ago. */
export function heldCache(most = ARTICLES_MOST): HeldCache {
  const kept = new Map<string, CachedFeatures>()
  const put = (article: string, cached: CachedFeatures) => {
    kept.delete(article)
    kept.set(article, cached)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
  }
  return {
    get: article => {
      const cached = kept.get(article)
      if (cached !== undefined) put(article, cached)
      return cached
    },
    set: put,
  }
}

/** Some 30 KB each, laid out for comparing. Some hundred articles are looked at to file one, and the next is mostly like one of these. */
const ARTICLES_MOST = 1000
