import { z } from '@hono/zod-openapi'
import type { Story } from '../record/index.ts'
import type { StoryPage } from '../store/story-page.ts'
import { Entity, Event, Heard, type Mutable, Place, Role, Span, Time } from './schemas.ts'

const Range = z
  .tuple([z.int().min(0), z.int().min(0)])
  .openapi('Range', { description: 'The least and the most separate origins, the least first.', example: [1, 2] })

const Article = z.string().openapi({ description: 'The id of an article.' })
const Origins = z.array(z.string()).openapi({ description: 'Ids of `origins`.' })

const Evidence = z
  .object({ article: Article, span: Span })
  .openapi('Evidence', { description: 'A slice of one article’s `articleBody`.' })

const Members = z.array(
  z.object({ article: Article, id: z.string().openapi({ description: 'The id in that article’s Reading.' }) }),
)

const Joined = z
  .object({
    kind: z.enum(['name', 'alias', 'title', 'office', 'place', 'value', 'text', 'meaning', 'answer', 'deed']),
    what: z.array(z.string()).openapi({ description: 'Words as they stand in the articles.' }),
  })
  .openapi('Joined', { description: 'Why records were joined.' })

const StoryEntity = Entity.pick({ id: true, name: true, kind: true, country: true })
  .extend({ members: Members, why: z.array(Joined) })
  .openapi('StoryEntity')

const StoryTime = Time.pick({ id: true, type: true, value: true, mod: true }).extend({ members: Members }).openapi('StoryTime')

const StoryPlace = Place.omit({ span: true, entity: true })
  .extend({ entity: z.string().nullable(), members: Members })
  .openapi('StoryPlace')

const StoryArticle = z
  .object({
    id: z.string(),
    publisher: z.string().nullable(),
    family: z.string().nullable().openapi({ description: 'The group of outlets that it belongs to.' }),
    headline: z.string().nullable(),
    datePublished: z.string().nullable(),
    url: z.string().nullable(),
    origins: Origins,
  })
  .openapi('StoryArticle')

const Origin = z
  .object({
    id: z.string(),
    root: z.object({ article: Article, speaker: z.string().nullable() }),
    articles: z.array(Article),
    why: z.array(z.enum(['wire credit', 'shared text', 'cites', 'own telling'])),
    evidence: z.array(Evidence),
    mayBeSameAs: z.array(z.object({ origin: z.string(), why: z.string() })),
  })
  .openapi('Origin', { description: 'A first telling and all that carry, copy, rewrite or cite it.' })

const Direction = z.enum(['known', 'unclear'])

const Lineage = z
  .object({
    from: Article,
    to: Article,
    kind: z.enum(['copy', 'rewrite', 'cite', 'common']),
    credited: z.boolean(),
    commonWith: z.enum(['release', 'speech']).nullable(),
    share: z.number().min(0).max(1).openapi({ description: 'The share of `to` that stands in `from`.' }),
    direction: Direction.openapi({ description: 'Where unclear, the order of `from` and `to` means nothing.' }),
    evidence: z.array(z.object({ from: Evidence, to: Evidence })),
  })
  .openapi('Lineage', { description: 'One article’s debt to another.' })

const Appearance = z
  .object({
    article: Article,
    statement: z.string().nullable().openapi({ description: 'In that article’s Reading; null: in the outlet’s own voice.' }),
    spans: Role,
    text: z.string(),
    speaker: z.string().nullable(),
    stance: z.enum(['asserts', 'denies', 'withdraws', 'answers', 'withholds']),
    why: z.array(Joined),
  })
  .openapi('Appearance')

const LostAttribution = Evidence.extend({ from: Evidence, direction: Direction }).openapi('LostAttribution', {
  description: 'What the telling that it comes from gave in somebody’s mouth, told in the outlet’s own voice.',
})

const Claim = z
  .object({
    id: z.string(),
    text: z.string().openapi({ description: 'The wording of one appearance.' }),
    appearances: z.array(Appearance),
    origins: Origins,
    independentOrigins: Range,
    lostAttribution: z.array(LostAttribution),
  })
  .openapi('Claim', { description: 'One content, whoever says it.' })

const StoryEvent = Event.pick({
  eventType: true,
  mode: true,
  actors: true,
  recipients: true,
  time: true,
  place: true,
  modality: true,
})
  .extend({
    id: z.string(),
    appearances: z.array(z.object({ article: Article, event: z.string(), trigger: Role, onWordOf: z.string() })),
    origins: Origins,
    independentOrigins: Range,
  })
  .openapi('StoryEvent')

const Disagreement = z
  .object({
    about: z.string(),
    values: z.array(z.object({ value: z.string(), origins: Origins, article: Article, span: Span })),
  })
  .openapi('Disagreement', { description: 'Figures, dates or actors that differ between tellings; none is preferred.' })

export const StorySchema = z
  .object({
    schema: z.literal('hearsay-story/1'),
    id: z.string(),
    name: z.string(),
    firstPublished: z.string().nullable(),
    lastPublished: z.string().nullable(),
    independentOrigins: Range,
    entities: z.array(StoryEntity),
    times: z.array(StoryTime),
    places: z.array(StoryPlace),
    articles: z.array(StoryArticle),
    origins: z.array(Origin),
    lineage: z.array(Lineage),
    claims: z.array(Claim),
    events: z.array(StoryEvent),
    disagreements: z.array(Disagreement),
    heard: z.array(Heard).openapi({ description: 'Over the articles held here.' }),
    timeline: z.array(z.object({ time: z.string(), event: z.string() })),
  })
  .openapi('Story', {
    description:
      'Many articles that tell of one thing. It shows on how many separate origins a claim rests; it does not say whether it is true.',
  })

/** Fails to compile when the schema and the type of the records part ways, in either direction. */
export type SchemaIsStory = [
  z.infer<typeof StorySchema> extends Mutable<Story> ? true : false,
  Mutable<Story> extends z.infer<typeof StorySchema> ? true : false,
]
const agreed: SchemaIsStory = [true, true]
void agreed

const StoryLineSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    firstPublished: z.string().nullable(),
    lastPublished: z.string().nullable(),
    articles: z.int(),
    publishers: z.int(),
    independentOrigins: Range,
    matches: z.array(Article).optional().openapi({ description: 'With `q`: articles of the story that fit, the best first.' }),
    by: z
      .enum(['words', 'likeness'])
      .optional()
      .openapi({ description: 'With `q`: the words stand in the story, or something that is written much like them.' }),
  })
  .openapi('StoryLine')

export const StoryPageSchema = z
  .object({
    stories: z.array(StoryLineSchema),
    next: z.string().nullable().openapi({ description: 'The `cursor` of the next page; null on the last.' }),
  })
  .openapi('StoryPage')
const pageAgreed: [Mutable<StoryPage> extends z.infer<typeof StoryPageSchema> ? true : false] = [true]
void pageAgreed

export const StoreSchema = z
  .object({
    kind: z
      .enum(['own', 'samples'])
      .openapi({ description: '`samples`: written for this project, everything in them invented.' }),
    articles: z.int(),
    reading: z
      .object({ done: z.int(), of: z.int() })
      .nullable()
      .openapi({ description: 'While the samples are being read: how many are.' }),
  })
  .openapi('Store')
