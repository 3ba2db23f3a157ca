import type { Article } from '../record/index.ts'
import { rarityOf } from './frequencies.ts'
import type { WeightedTerm } from './store.ts'
import { type Term, termsIn } from './terms.ts'

/** What filing knows of an article: small, plain JSON, kept beside it. Only `article`, `day`, `terms` and `shingles` are indexed. */
export interface Features {
  readonly article: string
  /** Days since 1970 of publication; null where no date is known. */
  readonly day: number | null
  /** The terms that it is found by, heaviest first, at most `INDEX_TERMS`. */
  readonly terms: readonly WeightedTerm[]
  /** A sample of its word sequences as 32-bit unsigned hashes, at most `INDEX_SHINGLES`. */
  readonly shingles: readonly number[]
  /** What it is compared by; opaque to the store. */
  readonly profile: Profile
}

export interface Profile {
  /** Words in all, up to the cut. */
  readonly length: number
  readonly body: Vector
  readonly names: Vector
  readonly head: Vector
  readonly lead: Vector
  readonly numbers: Vector
  readonly when: Vector
}

/** Weights by stem; their squares sum to one, or it is empty. */
export type Vector = Readonly<Record<string, number>>

export const INDEX_TERMS = 24
export const INDEX_SHINGLES = 16

export function featuresOf(article: Article): Features {
  const sentences = termsIn(article.articleBody.slice(0, 12000))
  const title = article.headline ? termsIn(article.headline).flat() : (sentences[0] ?? [])
  const all = sentences.flat()
  const counts = new Map<string, { tf: number; named: number; capital: number; number: boolean; first: number }>()
  all.forEach((t, i) => {
    const c = counts.get(t.stem) ?? { tf: 0, named: 0, capital: 0, number: t.number, first: i }
    c.tf++
    if (t.named) c.named++
    if (t.capital) c.capital++
    counts.set(t.stem, c)
  })
  const isName = (s: string) => {
    const c = counts.get(s)
    return !!c && c.named > 0 && c.capital >= c.tf * 0.6
  }
  const body: Record<string, number> = {},
    names: Record<string, number> = {},
    numbers: Record<string, number> = {}
  const inTitle = new Set(title.map(t => t.stem))
  for (const [s, c] of counts) {
    const w = (1 + Math.log(c.tf)) * rarityOf(s) * (inTitle.has(s) ? 2 : c.first < 60 ? 1.4 : 1)
    if (c.number) {
      if (c.first < 300 || c.tf > 1) numbers[s] = w * 1
    } else {
      body[s] = w
      if (isName(s)) names[s] = w
    }
  }
  for (const sent of sentences)
    for (let i = 1; i < sent.length; i++) {
      const a = sent[i - 1]!,
        b = sent[i]!
      if (a.capital && b.named && isName(b.stem) && b.start - a.start < 25) {
        const k = a.stem + '_' + b.stem
        names[k] = (names[k] ?? 0) + 3
      }
    }
  const head: Record<string, number> = {}
  for (const t of title.slice(0, 25)) head[t.stem] = rarityOf(t.stem) * (isName(t.stem) ? 1.3 : 1)
  const lead: Record<string, number> = {}
  for (const t of all.slice(0, 60)) lead[t.stem] = rarityOf(t.stem) * (isName(t.stem) ? 1.3 : 1)
  const when: Record<string, number> = {}
  const b2 = norm(top(body, 150))
  const terms = Object.entries({ ...b2 })
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, INDEX_TERMS)
    .map(([term, weight]) => ({ term, weight }))
  const day = article.datePublished ? Math.floor(Date.parse(article.datePublished.slice(0, 10)) / 86400000) : null
  return {
    article: article.id,
    day: Number.isNaN(day) ? null : day,
    terms,
    shingles: [],
    profile: {
      length: all.length,
      body: b2,
      names: norm(top(names, 50)),
      head: norm(head),
      lead: norm(lead),
      numbers: norm(top(numbers, 30)),
      when: norm(when),
    },
  }
}
function top(v: Record<string, number>, n: number) {
  return Object.fromEntries(
    Object.entries(v)
      .sort((a, b) => b[1] - a[1])
      .slice(0, n),
  )
}
function norm(v: Record<string, number>) {
  const l = Math.hypot(...Object.values(v)) || 1
  return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, x / l]))
}
