import type { Input } from './api.ts'

/** What the address of the page asks for. `#s12` chooses a statement within it. */
export type Route =
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
  const sample = query.get('sample')
  if (sample) return { kind: 'sample', id: sample }
  const url = query.get('url')
  if (url) return { kind: 'url', url }
  const { input, key } = (entry ?? {}) as Entry
  return query.has('given') && input && key ? { kind: 'given', input, key } : { kind: 'start' }
}

/** The address and the history entry of a route. */
export function placeOf(route: Route): { readonly search: string; readonly entry: Entry | null } {
  if (route.kind === 'sample') return { search: `?sample=${encodeURIComponent(route.id)}`, entry: null }
  if (route.kind === 'url') return { search: `?url=${encodeURIComponent(route.url)}`, entry: null }
  if (route.kind === 'given') return { search: '?given', entry: { input: route.input, key: route.key } }
  return { search: '/', entry: null }
}

/** Equal for routes that show the same Reading. */
export function keyOf(route: Route): string {
  if (route.kind === 'sample') return `sample:${route.id}`
  if (route.kind === 'url') return `url:${route.url}`
  return route.kind === 'given' ? `given:${route.key}` : 'start'
}

export function statementIn(hash: string): string | null {
  try {
    return hash.length > 1 ? decodeURIComponent(hash.slice(1)) : null
  } catch {
    return null
  }
}
