import type { Article, Time } from '../record/index.ts'
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

/** Weights have three decimals; the squares of those of a vector sum to one. */
export interface Profile {
  /** Terms in all, up to the cut. */
  readonly length: number
  /** Words by stem, the most telling ones. */
  readonly words: Vector
  readonly numbers: Vector
  /** Two terms in a row, by the hash of both. */
  readonly pairs: Vector
  /** Stems of `words` that are written as names, heaviest first. */
  readonly names: readonly string[]
  /** Stems of the headline and of the first words. */
  readonly head: readonly string[]
  readonly lead: readonly string[]
  /** Days since 1970 and years that the text names, by how early it does; undated mentions are left out. */
  readonly days: Vector
  readonly years: Vector
  /** Stems and numbers as they stand in the article, where a reason may show them and they are written otherwise. */
  readonly written: Readonly<Record<string, string>>
}

export type Vector = Readonly<Record<string, number>>

export const INDEX_TERMS = 24
export const INDEX_SHINGLES = 16

/** UTF-16 units that are looked at: what an article tells stands in its first pages. */
const UNITS_MOST = 12_000
const WORDS_MOST = 120
const NUMBERS_MOST = 30
const PAIRS_MOST = 60
const NAMES_MOST = 50
const HEAD_MOST = 25
const LEAD_MOST = 60
const DATES_MOST = 20
/** Terms from the beginning whose numbers are looked at though they stand once. */
const NUMBERS_WITHIN = 300
/** In the headline a term weighs double, in the lead by this much more. */
const HEAD_WEIGHT = 2
const LEAD_WEIGHT = 1.4
/** UTF-16 units after which a date named weighs half. */
const DATE_HALF_UNITS = 800
/** Words of a shingle: the same eight words in a row are hardly written twice. */
const SHINGLE_WORDS = 8

/** The features of an article; `times` are the Reading's, of which the dates are taken. */
export function featuresOf(article: Article, times: readonly Time[] = []): Features {
  const text = article.articleBody.slice(0, UNITS_MOST)
  const sentences = termsIn(text)
  const terms = sentences.flat()
  const headline = article.headline ? termsIn(article.headline).flat() : (sentences[0] ?? [])
  const counts = countsOf(terms, new Set(headline.map(({ stem }) => stem)))
  const names = namesOf(terms)
  const vectors = { words: new Map<string, number>(), numbers: new Map<string, number>() }
  for (const [stem, count] of counts) {
    if (!count.number) vectors.words.set(stem, count.weight)
    else if (count.first < NUMBERS_WITHIN || count.times > 1) vectors.numbers.set(stem, count.weight)
  }
  const words = unit(vectors.words, WORDS_MOST)
  const numbers = unit(vectors.numbers, NUMBERS_MOST)
  const head = distinct(headline).slice(0, HEAD_MOST)
  const lead = distinct(terms.slice(0, LEAD_MOST))
  const found = Object.keys(words)
  const shown = new Set([
    ...found.filter((stem, place) => place < INDEX_TERMS || names.has(stem)),
    ...Object.keys(numbers),
    ...head,
  ])
  return {
    article: article.id,
    day: dayOf(article.datePublished),
    terms: found.slice(0, INDEX_TERMS).map(term => ({ term, weight: words[term]! })),
    shingles: shinglesOf(text),
    profile: {
      length: terms.length,
      words,
      numbers,
      pairs: unit(pairsOf(sentences, counts), PAIRS_MOST),
      names: found.filter(stem => names.has(stem)).slice(0, NAMES_MOST),
      head,
      lead,
      ...datesOf(times),
      written: writtenIn(text, article.headline ?? '', { terms, headline, shown }),
    },
  }
}

/** Days since 1970 of a date of any precision; null where it is none or only a year or month. */
export function dayOf(date: string | null): number | null {
  const day = /^\d{4}-\d\d-\d\d/.exec(date ?? '')?.[0]
  const time = day === undefined ? Number.NaN : Date.parse(day)
  return Number.isNaN(time) ? null : Math.floor(time / 86_400_000)
}

interface Count {
  times: number
  readonly first: number
  readonly number: boolean
  weight: number
}

function countsOf(terms: readonly Term[], headline: ReadonlySet<string>): Map<string, Count> {
  const counts = new Map<string, Count>()
  terms.forEach(({ stem, number }, first) => {
    const count = counts.get(stem)
    if (count) count.times++
    else counts.set(stem, { times: 1, first, number, weight: 0 })
  })
  for (const [stem, count] of counts) {
    const place = headline.has(stem) ? HEAD_WEIGHT : count.first < LEAD_MOST ? LEAD_WEIGHT : 1
    count.weight = (1 + Math.log(count.times)) * rarityOf(stem) * place
  }
  return counts
}

/** Stems that are written with a capital within a sentence, and mostly so. */
function namesOf(terms: readonly Term[]): Set<string> {
  const seen = new Map<string, { times: number; named: number; capital: number }>()
  for (const { stem, named, capital } of terms) {
    const count = seen.get(stem) ?? { times: 0, named: 0, capital: 0 }
    count.times++
    if (named) count.named++
    if (capital) count.capital++
    seen.set(stem, count)
  }
  return new Set([...seen].flatMap(([stem, { times, named, capital }]) => (named > 0 && capital >= MOSTLY * times ? [stem] : [])))
}

const MOSTLY = 0.6
/** Two terms are in a row although a small word stands between them, not a clause. UTF-16 units. */
const ROW_UNITS = 30

function pairsOf(sentences: readonly (readonly Term[])[], counts: ReadonlyMap<string, Count>): Map<string, number> {
  const pairs = new Map<string, { times: number; readonly one: string; readonly other: string }>()
  for (const sentence of sentences) {
    for (let index = 1; index < sentence.length; index++) {
      const [one, other] = [sentence[index - 1]!, sentence[index]!]
      if (other.start - one.start >= ROW_UNITS) continue
      const key = `${one.stem} ${other.stem}`
      const pair = pairs.get(key)
      if (pair) pair.times++
      else pairs.set(key, { times: 1, one: one.stem, other: other.stem })
    }
  }
  const weights = new Map<string, number>()
  for (const { times, one, other } of pairs.values()) {
    const place = counts.get(one)!.first < LEAD_MOST ? LEAD_WEIGHT : 1
    weights.set(pairKey(one, other), (1 + Math.log(times)) * (rarityOf(one) + rarityOf(other)) * place)
  }
  return weights
}

/** What two terms in a row are kept under in `Profile.pairs`. */
export const pairKey = (one: string, other: string): string => hashOf(`${one} ${other}`).toString(36)

function datesOf(times: readonly Time[]): { readonly days: Vector; readonly years: Vector } {
  const days = new Map<string, number>()
  const years = new Map<string, number>()
  for (const { value, span } of times) {
    const weight = 1 / (1 + span[0] / DATE_HALF_UNITS)
    const day = dayOf(value)
    if (day !== null) days.set(`${day}`, (days.get(`${day}`) ?? 0) + weight)
    const year = /^(?:19|20)\d\d(?!\d)/.exec(value)?.[0]
    if (year) years.set(year, (years.get(year) ?? 0) + weight)
  }
  return { days: heaviest(days, DATES_MOST), years: heaviest(years, DATES_MOST) }
}

/** A sample of the text's sequences of words: those with the lowest hashes, so that two texts keep the same ones. */
function shinglesOf(text: string): number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const hashes = new Set<number>()
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at++) hashes.add(hashOf(words.slice(at, at + SHINGLE_WORDS).join(' ')))
  return [...hashes].sort((a, b) => a - b).slice(0, INDEX_SHINGLES)
}

/** 32 bits, unsigned (FNV-1a, its bits mixed once more so that the lowest values are drawn by lot). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

function writtenIn(
  text: string,
  title: string,
  {
    terms,
    headline,
    shown,
  }: { readonly terms: readonly Term[]; readonly headline: readonly Term[]; readonly shown: ReadonlySet<string> },
): Record<string, string> {
  const written: Record<string, string> = {}
  const put = (body: string, { stem, start, end }: Term) => {
    if (shown.has(stem) && written[stem] === undefined) written[stem] = body.slice(start, end)
  }
  for (const term of terms) put(text, term)
  for (const term of headline) put(title, term)
  return Object.fromEntries(Object.entries(written).filter(([stem, form]) => form !== stem))
}

const distinct = (terms: readonly Term[]): string[] => [...new Set(terms.map(({ stem }) => stem))]

function heaviest(vector: ReadonlyMap<string, number>, most: number): Vector {
  const sorted = [...vector].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most)
  return Object.fromEntries(sorted.map(([key, weight]) => [key, Math.round(weight * 1000) / 1000]))
}

function unit(vector: ReadonlyMap<string, number>, most: number): Vector {
  const kept = Object.entries(heaviest(vector, most))
  const length = Math.hypot(...kept.map(([, weight]) => weight)) || 1
  return heaviest(new Map(kept.map(([key, weight]) => [key, weight / length])), most)
}
