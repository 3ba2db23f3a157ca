import { z } from 'zod'
import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { Reader } from '../reader.ts'
import type { Reading } from '../record/index.ts'
import type { Store } from '../store/store.ts'
import { articleAnswer } from './article-answer.ts'
import { citationAnswer } from './citation-answer.ts'
import { storyAnswer } from './story-answer.ts'

/** What the tools work on. */
export interface ToolsGiven {
  readonly store: () => Promise<Store>
  readonly read: Reader['read']
  readonly allowPrivate: boolean
}

export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly schema: z.ZodType
  /** Takes what `schema` has let through. Throws HearsayErrors. */
  run(args: unknown, given: ToolsGiven): Promise<object>
}

/** How many stories or claims an answer has where the call does not say, and the most. */
const PAGE = { usual: 20, most: 200 } as const
const limit = z.int().min(1).max(PAGE.most).default(PAGE.usual)

export const TOOLS: readonly Tool[] = [
  tool({
    name: 'search_stories',
    title: 'Search stories',
    description: 'Stories of the store: those whose articles hold the words ("a phrase", or, -not), else the latest first.',
    schema: z.object({
      words: z.string().max(LIMITS.searchUnitsMax).optional().describe('What to look for; all stories without.'),
      limit,
      cursor: z.string().optional().describe('`next` of the page before.'),
    }),
    run: async ({ words, limit, cursor }, { store }) => (await store()).page({ words, after: cursor, limit }),
  }),
  tool({
    name: 'read_story',
    title: 'Read a story',
    description:
      'Who is reported to have said what in a story, in the words of the articles with their offsets, and on how many separate origins each claim rests, as a range; who is not heard in the articles held.',
    schema: z.object({
      id: z.string().describe('As search_stories has it.'),
      words: z.string().max(LIMITS.searchUnitsMax).optional().describe('Only claims that hold all these words.'),
      limit,
      from: z.int().min(0).default(0).describe('How many claims to pass over: `next` of the answer before.'),
    }),
    run: async ({ id, ...asked }, { store }) => storyAnswer(await (await store()).story(id), asked),
  }),
  tool({
    name: 'read_article',
    title: 'Read an article of the store',
    description: 'Every statement of an article with its speaker, verb and words, each with offsets into its text.',
    schema: z.object({ id: z.string().describe('As read_story has it.') }),
    run: async ({ id }, { store }) => articleAnswer(await heldArticle(await store(), id)),
  }),
  tool({
    name: 'read_text',
    title: 'Read a text, a page or an address',
    description: 'The same for an article that is not in the store. Nothing is kept. Give one of text, html and url.',
    schema: z
      .object({
        text: z.string().optional(),
        html: z.string().optional(),
        url: z.string().optional(),
        published: z.string().optional().describe('ISO 8601.'),
        publisher: z.string().optional(),
      })
      .refine(({ text, html, url }) => [text, html, url].filter(each => each !== undefined).length === 1, {
        message: 'One of text, html and url is needed.',
      }),
    run: async ({ text, html, url, published, publisher }, { read, allowPrivate }) => {
      const given = { ...(published && { datePublished: published }), ...(publisher && { publisher }) }
      if (text !== undefined) return articleAnswer(await read({ text, ...given }))
      if (html !== undefined) return articleAnswer(await read({ html, ...given }))
      return articleAnswer(await read({ url: url!, allowPrivate, ...given }))
    },
  }),
  tool({
    name: 'verify_citation',
    title: 'Verify a citation',
    description:
      'Whether words stand in an article exactly so, where, and in whose mouth. To be called before words are quoted: what is not found may not be quoted.',
    schema: z.object({
      article: z.string().describe('The id of the article.'),
      words: z.string().min(1).describe('As they are to be quoted, without quotation marks of your own.'),
      speaker: z
        .string()
        .optional()
        .describe('In whose mouth they are to be put, by the name that read_article gives; checked too.'),
    }),
    run: async ({ article, ...cited }, { store }) => citationAnswer(await heldArticle(await store(), article), cited),
  }),
]

interface Typed<Schema extends z.ZodType> extends Omit<Tool, 'schema' | 'run'> {
  readonly schema: Schema
  run(args: z.output<Schema>, given: ToolsGiven): Promise<object>
}

/** The schema has let the arguments through by the time that a tool runs. */
function tool<Schema extends z.ZodType>({ run, ...rest }: Typed<Schema>): Tool {
  return { ...rest, run: (args, given) => run(args as z.output<Schema>, given) }
}

async function heldArticle(store: Store, id: string): Promise<Reading> {
  const reading = await store.correctedReading(id)
  if (reading === null) throw new HearsayError('article-unknown', `There is no article “${id}”.`)
  return reading
}
