import { readFileSync } from 'node:fs'
import type { Span } from '../../src/record/index.ts'
import { recordsOf } from '../corpora.ts'
import type { GoldArticle } from '../origins/gold.ts'
import type { JudgedPair, Told } from './labelled.ts'

/** Articles of the corpora that are one story, with pairs of their clauses that were judged by reading. */
export interface JudgedStory {
  readonly articles: readonly GoldArticle[]
  readonly pairs: readonly JudgedPair[]
  /** Whether the cross-encoder has learned from it. */
  readonly cross: boolean
}

/** A line of `judged.jsonl`: ids of a corpus, and clauses by an article's place among them and by their UTF-16 units. */
interface Line {
  readonly corpus: keyof typeof FILES
  readonly articles: readonly string[]
  readonly pairs: readonly { readonly a: Clause; readonly b: Clause; readonly told: Told }[]
  readonly cross: boolean
}

type Clause = readonly [article: number, start: number, end: number]

/** Where a corpus has its articles, by itself or in stories. */
const FILES = { allsides: 'stories.jsonl.gz', ecbplus: 'train.jsonl.gz', giveme5w1h: 'dev.jsonl.gz' } as const

interface CorpusArticle {
  readonly id: string
  readonly text: string
  readonly title?: string
  readonly published?: string | null
  readonly publisher?: string | null
}

/** So much of an article was read when its clauses were judged. */
const UNITS = 5000

export function judgedStories(folder: string): JudgedStory[] {
  const lines = readFileSync(new URL('judged.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const held = new Map<string, ReadonlyMap<string, CorpusArticle>>()
  return lines.map(line => {
    const { corpus, articles, pairs, cross } = JSON.parse(line) as Line
    const known = held.get(corpus) ?? articlesIn(folder, corpus)
    held.set(corpus, known)
    const records = articles.map(id => recordOf(known.get(id)!))
    const clause = ([article, ...span]: Clause) => ({ article: records[article]!.id, span: span as Span })
    return { articles: records, pairs: pairs.map(({ a, b, told }) => ({ a: clause(a), b: clause(b), told })), cross }
  })
}

function articlesIn(folder: string, corpus: keyof typeof FILES): ReadonlyMap<string, CorpusArticle> {
  const lines = recordsOf<CorpusArticle & { readonly articles?: readonly CorpusArticle[] }>(folder, corpus, FILES[corpus])
  return new Map(lines.flatMap(line => line.articles ?? [line]).map(article => [article.id, article]))
}

/** The articles of each story of AllSides that has two or more long enough to compare. */
export function storiesOfAllSides(folder: string): readonly (readonly GoldArticle[])[] {
  const stories = recordsOf<{ readonly articles: readonly CorpusArticle[] }>(folder, 'allsides', FILES.allsides)
  return stories
    .map(({ articles }) => articles.filter(({ text }) => text.length >= UNITS_MIN).map(recordOf))
    .filter(articles => articles.length > 1)
}

const UNITS_MIN = 200

const recordOf = ({ id, text, title, published, publisher }: CorpusArticle): GoldArticle => ({
  id,
  text: text.slice(0, UNITS),
  headline: title ?? '',
  datePublished: published ?? '',
  publisher: publisher ?? '',
})
