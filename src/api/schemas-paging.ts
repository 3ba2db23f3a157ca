import { z } from '@hono/zod-openapi'
import { LIMITS } from '../limits.ts'

/** Stories on a page where the request does not say how many, and the most that it may ask for. */
export const STORIES_A_PAGE = { usual: 50, most: 200 } as const

/** A cursor holds a story's id, each of whose units may take three bytes, and four letters hold three of those. */
const CURSOR_UNITS_MAX = LIMITS.articleIdUnitsMax * 4 + 100

export const StorePageParameters = z.object({
  q: z
    .string()
    .max(LIMITS.searchUnitsMax)
    .optional()
    .openapi({ description: 'Words that an article of the story has to hold, or names much like them; "a phrase", or, -not.' }),
  cursor: z.string().max(CURSOR_UNITS_MAX).optional().openapi({ description: '`next` of the page before.' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(STORIES_A_PAGE.most)
    .default(STORIES_A_PAGE.usual)
    .openapi({ description: 'Stories on a page.' }),
})
