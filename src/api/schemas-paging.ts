import { z } from '@hono/zod-openapi'

/** Stories on a page where the request does not say how many, and the most that it may ask for. */
export const STORIES_A_PAGE = { usual: 50, most: 200 } as const

const QUERY_UNITS_MAX = 1000

export const StorePageParameters = z.object({
  q: z
    .string()
    .max(QUERY_UNITS_MAX)
    .optional()
    .openapi({ description: 'Words that an article of the story has to hold; “a phrase”, or, -not.' }),
  cursor: z.string().max(QUERY_UNITS_MAX).optional().openapi({ description: '`next` of the page before.' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(STORIES_A_PAGE.most)
    .default(STORIES_A_PAGE.usual)
    .openapi({ description: 'Stories on a page.' }),
})
