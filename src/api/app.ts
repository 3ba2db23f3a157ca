import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { Reader } from '../reader.ts'
import { VERSION } from '../version.ts'
import { correctHandler, correctionsHandler, undoHandler } from './corrections.ts'
import { errorAnswer } from './errors.ts'
import { guard } from './guard.ts'
import { describeApi } from './openapi.ts'
import { readingsHandler } from './readings.ts'
import type { Sample } from './samples.ts'
import type { Shelf } from './shelf.ts'
import { articleHandler, storeHandler, storiesHandler, storyHandler } from './stories.ts'
import { securityHeaders, serveWeb } from './web.ts'

export interface AppOptions {
  readonly reader: Pick<Reader, 'read'>
  /** The folder of the built web app; without it the API alone is served. */
  readonly webRoot: string
  readonly samples: readonly Sample[]
  readonly shelf: Shelf
  /** Whether the server is bound to a loopback address; then it answers to loopback names only. */
  readonly loopback: boolean
  readonly allowPrivate: boolean
  /** Takes what an operator should see of faults; never the text of an article. */
  readonly log: (line: string) => void
}

/** The whole web server as a function of requests; `docs/api.md` has its routes. */
export function createApp({ reader, webRoot, samples, shelf, loopback, allowPrivate, log }: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono()
  app.use(securityHeaders)
  app.use(guard({ loopback }))
  app.use('/api/*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  app.use('/api/*', bodyLimit({ maxSize: LIMITS.requestBytesMax, onError: tooLarge }))

  app.get('/api/health', c => c.json({ status: 'ok', version: VERSION }))
  app.get('/api/samples', c => c.json({ samples: samples.map(({ id, title, publisher }) => ({ id, title, publisher })) }))
  app.get('/api/samples/:id', c => {
    const sample = samples.find(({ id }) => id === c.req.param('id'))
    if (!sample) throw new HearsayError('request-unknown', 'There is no sample of that name.')
    return c.json(sample)
  })
  app.post('/api/readings', readingsHandler({ reader, allowPrivate }))
  app.get('/api/store', storeHandler(shelf))
  app.get('/api/stories', storiesHandler(shelf))
  app.get('/api/stories/:id', storyHandler(shelf))
  app.get('/api/articles/:id', articleHandler(shelf))
  app.post('/api/corrections', correctHandler(shelf))
  app.get('/api/corrections', correctionsHandler(shelf))
  app.delete('/api/corrections/:id', undoHandler(shelf))
  describeApi(app)
  app.use('/mcp', bodyLimit({ maxSize: LIMITS.requestBytesMax, onError: tooLarge }))
  // The protocol's kit takes a fifth of a second to load, which few servers need.
  app.all('/mcp', async c => {
    const { answerMcp } = await import('./mcp.ts')
    return answerMcp(c, { store: () => shelf.store(), read: reader.read, allowPrivate, log })
  })
  serveWeb(app, webRoot)

  app.notFound(c => {
    const { body, status } = errorAnswer(
      new HearsayError('request-unknown', `There is nothing at ${c.req.method} ${c.req.path}.`),
    )
    return c.json(body, status)
  })
  app.onError((error, c) => {
    const { body, status } = errorAnswer(error)
    // A client that has gone away is no fault, and nobody is left to read the answer.
    if (status === 500 && !c.req.raw.signal.aborted) log(`${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`)
    return c.json(body, status)
  })
  return app
}

function tooLarge(): never {
  throw new HearsayError('input-too-large', `The request is larger than ${LIMITS.requestBytesMax} bytes.`)
}
