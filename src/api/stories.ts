import type { Context } from 'hono'
import { HearsayError } from '../errors.ts'
import { checked } from './body.ts'
import { formatAsked, replyWith } from './reply.ts'
import { StorePageParameters } from './schemas-paging.ts'
import type { Shelf } from './shelf.ts'

/** Answers `GET /api/store`. It does not wait for a store that is being made. */
export function storeHandler(shelf: Shelf): (c: Context) => Promise<Response> {
  return async c => {
    const { kind } = shelf
    const progress = shelf.progress()
    if (progress !== null) return c.json({ kind, articles: progress.done, reading: progress })
    const { articles } = await (await shelf.store()).counts()
    return c.json({ kind, articles, reading: null })
  }
}

export function storiesHandler(shelf: Shelf): (c: Context) => Promise<Response> {
  return async c => {
    const { q = null, cursor = null, limit } = checked(StorePageParameters, c.req.query())
    const store = await shelf.store()
    return c.json(await store.page({ words: q, after: cursor, limit }))
  }
}

export function storyHandler(shelf: Shelf): (c: Context) => Promise<Response> {
  return async c => c.json(await (await shelf.store()).story(c.req.param('id') ?? ''))
}

/** Answers the Reading of an article that is held, with what people said about its speakers; with `?format=` a file. */
export function articleHandler(shelf: Shelf): (c: Context) => Promise<Response> {
  return async c => {
    const id = c.req.param('id') ?? ''
    const format = formatAsked(c)
    const reading = await (await shelf.store()).correctedReading(id)
    if (reading === null) throw new HearsayError('article-unknown', `There is no article “${id}”.`)
    return replyWith(c, reading, format)
  }
}
