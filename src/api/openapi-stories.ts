import { createRoute, z } from '@hono/zod-openapi'
import { failure, format, formatDownloads, json } from './openapi-parts.ts'
import { ReadingSchema } from './schemas.ts'
import { CorrectedSchema, CorrectionRequest } from './schemas-corrections.ts'
import { StorePageParameters } from './schemas-paging.ts'
import { StoreSchema, StoryPageSchema, StorySchema } from './schemas-story.ts'

const id = z.object({ id: z.string() })

/** The routes of the store. */
export const STORY_ROUTES = [
  createRoute({
    method: 'get',
    path: '/api/store',
    summary: 'What the server shows: the user’s own store or the samples',
    responses: { 200: { description: 'With the progress of what the server itself puts in.', content: json(StoreSchema) } },
  }),
  createRoute({
    method: 'get',
    path: '/api/stories',
    summary: 'The stories, the latest first; with `q` those that fit, the best first',
    request: { query: StorePageParameters },
    responses: {
      200: { description: 'A page of them.', content: json(StoryPageSchema) },
      400: failure('The cursor is none, or too many are asked for.'),
    },
  }),
  createRoute({
    method: 'get',
    path: '/api/stories/{id}',
    summary: 'One story',
    request: { params: id },
    responses: {
      200: { description: 'Also under the id of a story that was joined into it.', content: json(StorySchema) },
      404: failure('There is none of that id.'),
    },
  }),
  createRoute({
    method: 'get',
    path: '/api/articles/{id}',
    summary: 'The Reading of an article in the store',
    request: { params: id, query: z.object({ format }) },
    responses: {
      200: { description: 'With what people said about its speakers.', content: { ...formatDownloads, ...json(ReadingSchema) } },
      400: failure('There is no such format.'),
      404: failure('There is none of that id.'),
    },
  }),
  createRoute({
    method: 'post',
    path: '/api/corrections',
    summary: 'Correct what the program made of the articles',
    request: { body: { required: true, content: json(CorrectionRequest) } },
    responses: {
      201: { description: 'It is done and remembered.', content: json(CorrectedSchema) },
      400: failure('The request is not of this form.'),
      403: failure('The request comes from another site.'),
      404: failure('There is no such story.'),
      409: failure('It does not fit what is held.'),
    },
  }),
  createRoute({
    method: 'get',
    path: '/api/corrections',
    summary: 'The log of corrections, the latest first',
    request: { query: z.object({ story: z.string().optional().openapi({ description: 'Only those that touch this story.' }) }) },
    responses: {
      200: { description: 'Undone ones too.', content: json(z.object({ corrections: z.array(CorrectedSchema) })) },
    },
  }),
  createRoute({
    method: 'delete',
    path: '/api/corrections/{id}',
    summary: 'Undo a correction',
    request: { params: id },
    responses: {
      200: { description: 'It is undone and stays in the log.', content: json(CorrectedSchema) },
      400: failure('That is no number.'),
      403: failure('The request comes from another site.'),
      409: failure('There is none of that number that stands.'),
    },
  }),
]
