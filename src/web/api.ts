import type { Reading } from '../record/index.ts'

/** What the user gave to read. */
export type Input = { readonly text: string } | { readonly html: string } | { readonly url: string }

export interface Sample {
  readonly id: string
  readonly title: string
  readonly publisher: string
}

export const FORMATS = ['json', 'jsonl', 'csv', 'jsonld', 'annotations', 'text'] as const
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

/** The Reading of `input` in another format, as a file. */
export async function postReadingAs(input: Input, format: Format): Promise<Blob> {
  const response = await ask(`/api/readings?format=${format}`, asJson(input))
  return response.blob()
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

function asJson(input: Input): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }
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
