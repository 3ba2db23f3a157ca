import { z } from '@hono/zod-openapi'
import { LIMITS } from '../limits.ts'
import type { Correction } from '../record/index.ts'
import { type Mutable, Span } from './schemas.ts'

const Id = z.string().min(1).max(LIMITS.articleIdUnitsMax)

const NAME_UNITS_MAX = 300

const Passage = z.object({ article: Id, span: Span, exact: z.string().min(1).max(LIMITS.articleUnitsMax) }).openapi('Passage', {
  description: 'A place in an article by its words, so that it is found again after the article was read anew.',
})

export const CorrectionSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('split'), story: Id, articles: z.array(Id).min(1) }),
    z.object({ kind: z.literal('merge'), stories: z.tuple([Id, Id]) }),
    z.object({ kind: z.literal('rename'), story: Id, name: z.string().trim().min(1).max(NAME_UNITS_MAX) }),
    z.discriminatedUnion('what', [
      z.object({ kind: z.literal('not-the-same'), what: z.literal('articles'), articles: z.tuple([Id, Id]) }),
      z.object({ kind: z.literal('not-the-same'), what: z.literal('claim'), passages: z.tuple([Passage, Passage]) }),
      z.object({ kind: z.literal('not-the-same'), what: z.literal('entity'), passages: z.tuple([Passage, Passage]) }),
    ]),
    z.object({ kind: z.literal('not-a-copy'), articles: z.tuple([Id, Id]) }),
    z.object({
      kind: z.literal('wrong-speaker'),
      content: Passage,
      speaker: z
        .string()
        .max(NAME_UNITS_MAX)
        .nullable()
        .openapi({ description: 'The name of one of that article’s entities; null: unclear.' }),
    }),
  ])
  .openapi('Correction')

/** Fails to compile where a correction that is let in is none that the store does. */
const agreed: [z.infer<typeof CorrectionSchema> extends Mutable<Correction> ? true : false] = [true]
void agreed

export const CorrectionRequest = z
  .object({
    correction: CorrectionSchema,
    by: z.string().trim().min(1).max(NAME_UNITS_MAX).nullish().openapi({ description: 'Who says so; for the log.' }),
  })
  .openapi('CorrectionRequest')

export const CorrectedSchema = z
  .object({
    id: z.int(),
    correction: CorrectionSchema,
    by: z.string(),
    at: z.string().openapi({ description: 'ISO 8601 in UTC.' }),
    undone: z.object({ by: z.string(), at: z.string() }).nullable(),
    moved: z
      .array(z.object({ article: z.string(), from: z.string(), to: z.string() }))
      .openapi({ description: 'The articles that it moved from one story to another.' }),
  })
  .openapi('Corrected')
