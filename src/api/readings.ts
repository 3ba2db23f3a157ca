import type { Context } from 'hono'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { Reader, ReaderInput } from '../reader.ts'
import { bodyAs } from './body.ts'
import { formatAsked, replyWith } from './reply.ts'
import { ReadingRequest } from './schemas.ts'

export interface ReadingsOptions {
  readonly reader: Pick<Reader, 'read'>
  /** Whether addresses in private networks may be fetched; a request cannot ask for it. */
  readonly allowPrivate: boolean
}

/** Answers `POST /api/readings`: a Reading as JSON, or with `?format=` a file in one of the formats. */
export function readingsHandler({ reader, allowPrivate }: ReadingsOptions): (c: Context) => Promise<Response> {
  let held = 0
  return async c => {
    if (held >= LIMITS.apiReadingsMax) throw new HearsayError('server-busy', `${held} articles wait to be read.`)
    held += 1
    try {
      const format = formatAsked(c)
      const input = inputOf(await bodyAs(c, ReadingRequest), { allowPrivate })
      const reading = await reader.read(input, { signal: c.req.raw.signal })
      return replyWith(c, reading, format)
    } finally {
      held -= 1
    }
  }
}

function inputOf(request: ReadingRequest, { allowPrivate }: { readonly allowPrivate: boolean }): ReaderInput {
  const { text, html, url, published, publisher, input } = request
  const given = { ...(published && { datePublished: published }), ...(publisher && { publisher }) }
  const named = input ? { input } : {}
  if (text !== undefined) return { text, ...named, ...given }
  if (html !== undefined) return { html, ...(url !== undefined && { url }), ...named, ...given }
  return { url: url ?? '', allowPrivate, ...given }
}
