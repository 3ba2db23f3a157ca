import type { Span } from '../record/index.ts'
import type { Input } from './api.ts'

/** What the address of the page asks for. `#s12` chooses a statement within it. */
export type Route =
  /** The list of stories; `words` are searched for. */
  | { readonly kind: 'stories'; readonly words: string }
  | { readonly kind: 'story'; readonly id: string }
  /** An article of the store; where it is opened from a story, that story, and the words that are meant. */
  | { readonly kind: 'article'; readonly id: string; readonly story: string | null; readonly at: Span | null }
  | { readonly kind: 'corrections' }
  /** Where an article is given to be read. */
  | { readonly kind: 'start' }
  | { readonly kind: 'sample'; readonly id: string }
  | { readonly kind: 'url'; readonly url: string }
  /** Something pasted or dropped: too long for an address, so the history entry carries it. */
  | { readonly kind: 'given'; readonly input: Input; readonly key: string }

interface Entry {
  readonly input?: Input
  readonly key?: string
}

export function routeOf(search: string, entry: unknown): Route {
  const query = new URLSearchParams(search)
  const story = query.get('story')
  const article = query.get('article')
  if (article) return { kind: 'article', id: article, story: story || null, at: spanIn(query.get('at')) }
  if (story) return { kind: 'story', id: story }
  const sample = query.get('sample')
  if (sample) return { kind: 'sample', id: sample }
  const url = query.get('url')
  if (url) return { kind: 'url', url }
  const { input, key } = (entry ?? {}) as Entry
  if (query.has('given') && input && key) return { kind: 'given', input, key }
  if (query.has('read') || query.has('given')) return { kind: 'start' }
  return query.has('corrections') ? { kind: 'corrections' } : { kind: 'stories', words: query.get('q') ?? '' }
}

/** The address and the history entry of a route. */
export function placeOf(route: Route): { readonly search: string; readonly entry: Entry | null } {
  const entry = route.kind === 'given' ? { input: route.input, key: route.key } : null
  return { search: searchOf(route), entry }
}

function searchOf(route: Route): string {
  switch (route.kind) {
    case 'stories':
      return route.words ? `/?q=${encodeURIComponent(route.words)}` : '/'
    case 'story':
      return `/?story=${encodeURIComponent(route.id)}`
    case 'article': {
      const story = route.story === null ? '' : `&story=${encodeURIComponent(route.story)}`
      const at = route.at === null ? '' : `&at=${route.at.join('-')}`
      return `/?article=${encodeURIComponent(route.id)}${story}${at}`
    }
    case 'corrections':
      return '/?corrections'
    case 'start':
      return '/?read'
    case 'sample':
      return `/?sample=${encodeURIComponent(route.id)}`
    case 'url':
      return `/?url=${encodeURIComponent(route.url)}`
    case 'given':
      return '/?given'
  }
}

function spanIn(text: string | null): Span | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '')
  const [start, end] = [Number(match?.[1]), Number(match?.[2])]
  return start < end ? [start, end] : null
}

/** Equal for routes that show the same Reading. */
export function keyOf(route: Route): string {
  if (route.kind === 'sample') return `sample:${route.id}`
  if (route.kind === 'url') return `url:${route.url}`
  if (route.kind === 'article') return `article:${route.id}`
  return route.kind === 'given' ? `given:${route.key}` : route.kind
}

export function statementIn(hash: string): string | null {
  try {
    return hash.length > 1 ? decodeURIComponent(hash.slice(1)) : null
  } catch {
    return null
  }
}
