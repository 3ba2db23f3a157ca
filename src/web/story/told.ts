import {
  type Appearance,
  type Evidence,
  type Origin,
  type Span,
  type Story,
  type StoryArticle,
  type StoryEntity,
  textOf,
} from '../../record/index.ts'
import { dateInWords } from '../view/dates.ts'
import { UNCLEAR_LABEL } from '../view/words.ts'
import { type HeldReading, shownMention } from './held.ts'

/** A story with the Readings of its articles, and what the page looks up in them. */
export interface Told {
  readonly story: Story
  readonly readings: ReadonlyMap<string, HeldReading>
  /** Articles whose Readings are still asked for. */
  readonly coming: ReadonlySet<string>
  /** The articles with their numbers on the page, in the order of the story. */
  readonly articles: ReadonlyMap<string, { readonly article: StoryArticle; readonly number: number }>
  readonly entities: ReadonlyMap<string, StoryEntity>
  readonly origins: ReadonlyMap<string, Origin>
  /** What each origin is called on the page: A, B, … Z, AA. */
  readonly letters: ReadonlyMap<string, string>
  /** The offset from UTC that all dates of the articles have; null where they have several or none. */
  readonly offset: string | null
}

export function toldOf(story: Story, readings: readonly HeldReading[], coming: ReadonlySet<string> = new Set()): Told {
  return {
    story,
    readings: new Map(readings.map(reading => [reading.article.id, reading])),
    coming,
    articles: new Map(story.articles.map((article, index) => [article.id, { article, number: index + 1 }])),
    entities: new Map(story.entities.map(entity => [entity.id, entity])),
    origins: new Map(story.origins.map(origin => [origin.id, origin])),
    letters: new Map(story.origins.map(({ id }, index) => [id, letterOf(index)])),
    offset: offsetOf(story),
  }
}

const OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/

function offsetOf({ articles }: Story): string | null {
  const offsets = new Set(articles.flatMap(({ datePublished }) => OFFSET.exec(datePublished?.slice(10) ?? '')?.[0] ?? []))
  return offsets.size === 1 ? [...offsets][0]! : null
}

/** When an article was published, in words. An offset that all articles share tells them from nothing, so it is left out. */
export function publishedOf(
  { articles, offset }: Told,
  article: string,
): { readonly iso: string; readonly words: string } | null {
  const iso = articles.get(article)?.article.datePublished
  if (!iso) return null
  return { iso, words: dateInWords(offset !== null && iso.endsWith(offset) ? iso.slice(0, -offset.length) : iso) }
}

const LETTERS = 26

function letterOf(index: number): string {
  const rest = Math.floor(index / LETTERS)
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCharCode('A'.charCodeAt(0) + (index % LETTERS))}`
}

/** The outlet's name as the article has it. */
export function outletOf({ articles }: Told, article: string): string {
  return articles.get(article)?.article.publisher ?? 'an outlet not named'
}

/** The words of a slice; empty where the article is not at hand, which an older store can bring about. */
export function sliceOf({ readings }: Told, { article, span }: Evidence): string {
  const reading = readings.get(article)
  return reading === undefined ? '' : textOf(reading.article.articleBody, span)
}

export function statementOf({ readings }: Told, article: string, id: string | null): HeldStatement | null {
  return (id !== null && readings.get(article)?.statements?.find(one => one.id === id)) || null
}

export type HeldStatement = NonNullable<HeldReading['statements']>[number]

/** Who speaks in an appearance, in words. */
export function speakerOf({ entities }: Told, { statement, speaker }: Pick<Appearance, 'statement' | 'speaker'>): string {
  if (statement === null) return 'in its own voice'
  return (speaker !== null && entities.get(speaker)?.name) || UNCLEAR_LABEL
}

/** Whose telling an origin is, in words. */
export function rootOf(told: Told, { root }: Origin): { readonly name: string; readonly outlet: string; readonly own: boolean } {
  const outlet = outletOf(told, root.article)
  const name = root.speaker === null ? undefined : told.entities.get(root.speaker)?.name
  return { name: name ?? outlet, outlet, own: name === undefined }
}

/** Where the words of an entity stand in one article: its first mention by name, else its first. */
export function mentionOf({ readings }: Told, { article, id }: { readonly article: string; readonly id: string }): Span | null {
  const mentions = readings.get(article)?.entities?.find(entity => entity.id === id)?.mentions ?? []
  return shownMention(mentions)[0]?.span ?? null
}
