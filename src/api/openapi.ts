import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { LIMITS } from '../limits.ts'
import { VERSION } from '../version.ts'
import { failure, format, formatDownloads, json } from './openapi-parts.ts'
import { STORY_ROUTES } from './openapi-stories.ts'
import { HealthSchema, ReadingRequest, ReadingSchema, SampleSchema, WholeSampleSchema } from './schemas.ts'

const postReading = createRoute({
  method: 'post',
  path: '/api/readings',
  summary: 'Read one article',
  description: 'Answers the Reading of a text, a page or an address. Nothing is stored.',
  request: {
    query: z.object({ format }),
    body: { required: true, content: json(ReadingRequest) },
  },
  responses: {
    200: {
      description: 'The Reading. Trouble with the document is in its `problems`.',
      content: { ...formatDownloads, ...json(ReadingSchema) },
    },
    400: failure('The request is not of this form, or the address is none.'),
    403: failure('The site asks not to be read, the address is private, or the request comes from another site.'),
    413: failure(`The body is larger than ${LIMITS.requestBytesMax} bytes, or the page than ${LIMITS.pageBytesMax}.`),
    422: failure('What was given cannot be read.'),
    500: failure('A fault in Hearsay.'),
    502: failure('The site at the address did not answer with a page.'),
    503: failure('Too many articles wait, or reading took too long.'),
    504: failure('The site at the address took too long.'),
  },
})

const getSamples = createRoute({
  method: 'get',
  path: '/api/samples',
  summary: 'The sample articles',
  responses: { 200: { description: 'Without their texts.', content: json(z.object({ samples: z.array(SampleSchema) })) } },
})

const getSample = createRoute({
  method: 'get',
  path: '/api/samples/{id}',
  summary: 'One sample article, as it can be sent to /api/readings',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { description: 'With its `text` or `html`.', content: json(WholeSampleSchema) },
    404: failure('There is none of that name.'),
  },
})

const getHealth = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'Whether the server answers',
  responses: { 200: { description: 'It does.', content: json(HealthSchema) } },
})

/** Serves the description of the API, made from the schemas, at `/api/openapi.json`. */
export function describeApi(app: OpenAPIHono): void {
  for (const route of [postReading, getSamples, getSample, getHealth, ...STORY_ROUTES]) app.openAPIRegistry.registerPath(route)
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Hearsay',
      version: VERSION,
      description:
        'Shows who is reported to have said or done what, and how many separate origins that rests on. It does not say whether it is true.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
  })
}
