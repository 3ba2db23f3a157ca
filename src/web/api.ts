import type { Corrected, Correction, Reading, Story } from '../record/index.ts'

/** What the user gave to read. */
export type Input = { readonly text: string } | { readonly html: string } | { readonly url: string }

export interface Sample {
  readonly id: string
  readonly title: string
  readonly publisher: string
}

/** What stands behind a Reading: what was given to read, or an article of the store. */
export type Origin = Input | { readonly article: string }

export interface StoreInfo {
  readonly kind: 'own' | 'samples'
  readonly articles: number
  /** While the server still reads the samples. */
  readonly reading: { readonly done: number; readonly of: number } | null
}

export interface StoryLine {
  readonly id: string
  readonly name: string
  readonly firstPublished: string | null
  readonly lastPublished: string | null
  readonly articles: number
  readonly publishers: number
  readonly independentOrigins: readonly [number, number]
  /** Where it was searched for: whether the words stand in it, or something that is written much like them. */
  readonly by?: 'words' | 'likeness'
}

export interface StoryPage {
  readonly stories: readonly StoryLine[]
  readonly next: string | null
}

export const FORMATS = ['json', 'jsonl', 'csv', 'jsonld', 'annotations', 'plover', 'graphml', 'text'] as const
export type Format = (typeof FORMATS)[number]

/** What went wrong, in the words of the server, or in these where it did not answer. */
export class ApiError extends Error {
  readonly code: string
  readonly advice: string

  constructor(code: string, message: string, advice: string) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.advice = advice
  }
}

export async function postReading(input: Input, signal: AbortSignal): Promise<Reading> {
  const response = await ask('/api/readings', { ...asJson(input), signal })
  return (await response.json()) as Reading
}

/** The Reading in another format, as a file. */
export async function readingAs(origin: Origin, format: Format): Promise<Blob> {
  const response =
    'article' in origin
      ? await ask(`/api/articles/${encodeURIComponent(origin.article)}?format=${format}`)
      : await ask(`/api/readings?format=${format}`, asJson(origin))
  return response.blob()
}

export async function getStore(signal?: AbortSignal): Promise<StoreInfo> {
  return answerOf(await ask('/api/store', { signal }))
}

export async function getStories(
  { words, cursor }: { readonly words: string; readonly cursor: string | null },
  signal?: AbortSignal,
): Promise<StoryPage> {
  const query = new URLSearchParams({ ...(words && { q: words }), ...(cursor && { cursor }) })
  return answerOf(await ask(`/api/stories?${query}`, { signal }))
}

export async function getStory(id: string, signal?: AbortSignal): Promise<Story> {
  return answerOf(await ask(`/api/stories/${encodeURIComponent(id)}`, { signal }))
}

export async function getArticle(id: string, signal?: AbortSignal): Promise<Reading> {
  return answerOf(await ask(`/api/articles/${encodeURIComponent(id)}`, { signal }))
}

export async function getCorrections(story: string | null): Promise<readonly Corrected[]> {
  const query = story === null ? '' : `?story=${encodeURIComponent(story)}`
  return (await answerOf<{ corrections: readonly Corrected[] }>(await ask(`/api/corrections${query}`))).corrections
}

export async function postCorrection(correction: Correction): Promise<Corrected> {
  return answerOf(await ask('/api/corrections', asJson({ correction })))
}

export async function undoCorrection(id: number): Promise<Corrected> {
  return answerOf(await ask(`/api/corrections/${id}`, { method: 'DELETE' }))
}

export async function getSamples(): Promise<readonly Sample[]> {
  return ((await (await ask('/api/samples')).json()) as { samples: readonly Sample[] }).samples
}

export async function getSample(id: string, signal: AbortSignal): Promise<Input> {
  const sample = (await (await ask(`/api/samples/${encodeURIComponent(id)}`, { signal })).json()) as {
    text?: string
    html?: string
  }
  return sample.html === undefined ? { text: sample.text ?? '' } : { html: sample.html }
}

function asJson(input: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  return (await response.json()) as Answer
}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch(cause => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError('server-unreachable', 'The Hearsay server did not answer.', 'See whether it still runs, then try again.')
  })
  if (response.ok) return response
  const { error } = (await response.json().catch(() => ({}))) as { error?: Partial<ApiError> }
  throw new ApiError(
    error?.code ?? `status-${response.status}`,
    error?.message ?? `The server answered with status ${response.status}.`,
    error?.advice ?? 'Try again; if it happens again, look at what the server printed.',
  )
}
