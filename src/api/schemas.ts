import { z } from '@hono/zod-openapi'
import { EVENT_TYPES, PROBLEM_CODES, type Reading } from '../record/index.ts'

export const Span = z
  .tuple([z.int().min(0), z.int().min(0)])
  .openapi('Span', { description: '`[start, end)` in UTF-16 units of `article.articleBody`.', example: [0, 9] })

const Confidence = z.number().min(0).max(1)

const Article = z
  .object({
    id: z.string().openapi({ description: 'Stable; derived from the URL or from the content.' }),
    url: z.string().nullable(),
    headline: z.string().nullable(),
    alternativeHeadline: z.string().nullable(),
    articleBody: z.string().openapi({ description: 'The text that every span refers to.' }),
    datePublished: z
      .string()
      .nullable()
      .openapi({ description: 'ISO 8601, with the precision that was given.', example: '2031-04-02T10:16' }),
    dateModified: z.string().nullable(),
    author: z.array(z.string()),
    publisher: z.string().nullable(),
    inLanguage: z.string().nullable().openapi({ description: 'BCP 47 primary tag.', example: 'en' }),
    dateline: z.object({ text: z.string(), span: Span }).nullable(),
    credits: z.array(z.object({ name: z.string(), kind: z.enum(['wire', 'outlet', 'release']), span: Span })),
  })
  .openapi('Article', { description: 'The article under the names of schema.org NewsArticle.' })

export const Entity = z
  .object({
    id: z.string(),
    name: z.string().openapi({ description: 'The fullest name in the text; for an unnamed source its own words.' }),
    kind: z.enum(['person', 'organization', 'place', 'group', 'document', 'unnamed']),
    country: z.string().nullable().openapi({ description: 'ISO 3166-1 alpha-3.' }),
    mentions: z.array(z.object({ span: Span, form: z.enum(['name', 'nominal', 'pronoun', 'metonym']) })),
  })
  .openapi('Entity', { description: 'One person, body or unnamed source with its mentions.' })

export const Role = z.array(Span)

const Statement = z
  .object({
    id: z.string(),
    source: Role.openapi({ description: 'Who is quoted, as it stands; may be empty.' }),
    cue: Role.openapi({ description: 'The words that attribute; may be empty.' }),
    content: Role.openapi({ description: 'What is said; several spans where it has gaps.' }),
    speaker: z.string().nullable().openapi({ description: 'The id of the entity that speaks; null where it is unclear.' }),
    speakerConfidence: Confidence.nullable(),
    cueLemma: z.string().nullable(),
    attitude: z.enum(['neutral', 'doubting', 'affirming']).openapi({ description: "What the outlet's verb does to the words." }),
    quotation: z.enum(['direct', 'indirect', 'mixed']),
    polarity: z.enum(['asserted', 'denied', 'asked', 'declined']),
    addressee: z.string().nullable().optional().openapi({ description: 'The id of the entity that is spoken to.' }),
    time: z
      .string()
      .nullable()
      .optional()
      .openapi({ description: 'The id of the time at which it was said, where the text tells.' }),
    within: z.string().nullable().openapi({ description: 'The id of the statement that this one is told in.' }),
    confidence: Confidence.openapi({
      description: 'Calibrated probability that source, cue and content are as a careful reader marks them.',
    }),
  })
  .openapi('Statement', { description: 'Who is reported to have said what.' })

const Sentence = z
  .object({
    span: Span,
    voice: z.enum(['outlet', 'attributed', 'mixed']),
    loaded: Role.optional().openapi({ description: 'Loaded words.' }),
    loadedBy: z
      .array(z.object({ entry: z.string().nullable(), score: Confidence.nullable() }))
      .optional()
      .openapi({ description: 'Why each of them is one: an entry of the list, a score, or both.' }),
  })
  .openapi('Sentence', { description: 'A sentence, and whose voice it is told in.' })

export const Time = z
  .object({
    id: z.string(),
    span: Span,
    type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
    value: z.string().openapi({ description: 'As TIMEX3 has it; as precise as the text and no more.', example: '2031-04' }),
    mod: z.string().nullable(),
  })
  .openapi('Time', { description: 'An expression of time (TIMEX3).' })

export const Place = z
  .object({
    id: z.string(),
    span: Span,
    entity: z.string().nullable(),
    name: z.string().openapi({ description: "The gazetteer's name." }),
    country: z.string().nullable().openapi({ description: 'ISO 3166-1 alpha-3.' }),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    gazetteer: z.string().openapi({ example: 'geonames:1816670' }),
  })
  .openapi('Place', { description: 'A mention of a country, region or city, and where it is.' })

export const Event = z
  .object({
    id: z.string(),
    eventType: z.enum(EVENT_TYPES),
    mode: z.string().nullable(),
    trigger: Role,
    actors: z.array(z.string()),
    recipients: z.array(z.string()),
    time: z.string().nullable(),
    place: z.string().nullable(),
    modality: z.enum(['asserted', 'denied', 'planned', 'hypothetical']),
    onWordOf: z.string().openapi({ description: '`outlet`, or the id of the statement that it stands in.' }),
    confidence: Confidence,
  })
  .openapi('Event', { description: 'Who is reported to have done what to whom (PLOVER).' })

const Count = z.int().min(0)

export const Heard = z
  .object({ entity: z.string(), direct: Count, indirect: Count, doubted: Count, sought: z.boolean() })
  .openapi('Heard', { description: 'How often a party speaks itself in this article.' })

const Problem = z
  .object({
    code: z.enum(PROBLEM_CODES),
    stage: z.enum(['page', 'article', 'reading']),
    span: Span.nullable(),
    fatal: z.boolean().openapi({ description: 'Whether what follows that stage could not be read.' }),
    note: z.string(),
  })
  .openapi('Problem', { description: 'Trouble with the document.' })

const NOT_READ = 'Absent where it was not read, `[]` where nothing was found.'

export const ReadingSchema = z
  .object({
    schema: z.literal('hearsay-reading/1'),
    input: z.string().openapi({ description: 'The URL, or the name that the request gave.' }),
    reader: z.object({
      version: z.string(),
      model: z.string().openapi({ description: '`sha256:` and the digest of the model’s manifest.' }),
    }),
    article: Article,
    entities: z.array(Entity).optional().openapi({ description: NOT_READ }),
    times: z.array(Time).optional().openapi({ description: NOT_READ }),
    places: z.array(Place).optional().openapi({ description: NOT_READ }),
    statements: z.array(Statement).optional().openapi({ description: NOT_READ }),
    events: z.array(Event).optional().openapi({ description: NOT_READ }),
    sentences: z.array(Sentence).optional().openapi({ description: NOT_READ }),
    heard: z.array(Heard).optional().openapi({ description: NOT_READ }),
    problems: z.array(Problem),
  })
  .openapi('Reading', {
    description:
      'One article taken apart. It shows who is reported to have said what, in the words of the source; it does not say whether it is true.',
  })

/** Fails to compile when the schema and the type of the library part ways, in either direction. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object | null | undefined ? Mutable<T[K]> : T[K] }
export type SchemaIsReading = [
  z.infer<typeof ReadingSchema> extends Mutable<Reading> ? true : false,
  Mutable<Reading> extends z.infer<typeof ReadingSchema> ? true : false,
]
const agreed: SchemaIsReading = [true, true]
void agreed

/** ISO 8601 as far as publications state it: a year, a month, a day, or a minute with or without an offset. */
const ISO_DATE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/

const LABEL_UNITS_MAX = 1000

export const ReadingRequest = z
  .object({
    text: z.string().optional().openapi({ description: 'An article as text; it may begin with header lines.' }),
    html: z.string().optional().openapi({ description: 'A page as HTML; `url` beside it is where it came from.' }),
    url: z.string().optional().openapi({ description: 'An address to fetch politely.' }),
    published: z
      .string()
      .refine(
        date => ISO_DATE.test(date) && !Number.isNaN(Date.parse(date)),
        'This is no ISO 8601 date, such as 2031-04-02T10:16.',
      )
      .nullish()
      .openapi({ description: 'ISO 8601; stands over what the article says.', example: '2031-04-02' }),
    publisher: z.string().max(LABEL_UNITS_MAX).nullish().openapi({ description: 'Stands over what the article says.' }),
    input: z
      .string()
      .max(LABEL_UNITS_MAX)
      .nullish()
      .openapi({ description: 'A name for the text or HTML, kept as `input` of the Reading.' }),
  })
  .refine(
    ({ text, html, url }) =>
      text === undefined ? html !== undefined || url !== undefined : html === undefined && url === undefined,
    {
      message: 'Exactly one of "text", "html" and "url" is needed; "url" may stand beside "html".',
    },
  )
  .openapi('ReadingRequest')

export type ReadingRequest = z.infer<typeof ReadingRequest>

export const ErrorSchema = z
  .object({
    error: z.object({
      code: z.string().openapi({ description: 'Stable; docs/errors.md has each.', example: 'url-robots' }),
      message: z.string().openapi({ description: 'What happened.' }),
      advice: z.string().openapi({ description: 'What to do next.' }),
    }),
  })
  .openapi('Error')

export const SampleSchema = z
  .object({ id: z.string(), title: z.string(), publisher: z.string() })
  .openapi('Sample', { description: 'A sample article, written for this project; its outlet and people are invented.' })

export const WholeSampleSchema = SampleSchema.extend({ text: z.string().optional(), html: z.string().optional() }).openapi(
  'WholeSample',
)

export const HealthSchema = z.object({ status: z.literal('ok'), version: z.string() }).openapi('Health')
