import { type Article, type Entity, extentOf, overlaps, type Reading, type Span, type Statement } from '../../src/record/index.ts'

/** A statement by its words: each role's pieces as they stand in the body, found from where `after` ends. */
export interface Scripted extends Partial<Omit<Statement, 'source' | 'cue' | 'content'>> {
  readonly source?: string
  readonly cue?: string
  readonly content?: string | readonly string[]
  /** Words that stand before the statement, where its own occur earlier too. */
  readonly after?: string
}

export interface ScriptedEntity extends Pick<Entity, 'id' | 'name'> {
  readonly kind?: Entity['kind']
  readonly mentions?: readonly (readonly [text: string, form: Entity['mentions'][number]['form']])[]
}

interface Script {
  readonly body: string
  readonly article?: Partial<Article>
  readonly entities?: readonly ScriptedEntity[]
  readonly statements?: readonly Scripted[]
  readonly problems?: Reading['problems']
}

/** A Reading as the reader would make it, written by hand. */
export function scriptReading({ body, article = {}, entities = [], statements = [], problems = [] }: Script): Reading {
  const placed = statements.map((scripted, index) => place(body, scripted, `s${index + 1}`))
  return {
    schema: 'hearsay-reading/1',
    input: 'text',
    reader: { version: '0.0.0', model: 'sha256:0' },
    article: { ...NOTHING_KNOWN, ...article, articleBody: body },
    entities: entities.map(({ id, name, kind = 'person', mentions = [] }) => ({
      id,
      name,
      kind,
      country: null,
      mentions: mentions.map(([text, form]) => ({ span: find(body, text, 0), form })),
    })),
    statements: placed,
    sentences: sentencesOf(body, placed),
    problems,
  }
}

const NOTHING_KNOWN: Article = {
  id: 'a',
  url: null,
  headline: null,
  alternativeHeadline: null,
  articleBody: '',
  datePublished: null,
  dateModified: null,
  author: [],
  publisher: null,
  inLanguage: 'en',
  dateline: null,
  credits: [],
}

function place(body: string, { source, cue, content = [], after, ...rest }: Scripted, id: string): Statement {
  const from = after === undefined ? 0 : find(body, after, 0)[1]
  const pieces = typeof content === 'string' ? [content] : content
  let at = from
  const spans = pieces.map(piece => {
    const span = find(body, piece, at)
    at = span[1]
    return span
  })
  // Source and cue stand near the content, not at the first place where such words occur.
  const near = spans.length > 0 ? Math.max(from, spans[0]![0] - 160) : from
  const sourceSpan = source === undefined ? [] : [nearest(body, source, near, spans)]
  const cueSpan = cue === undefined ? [] : [nearest(body, cue, sourceSpan[0]?.[0] ?? near, spans)]
  return {
    id,
    source: sourceSpan,
    cue: cueSpan,
    content: spans,
    speaker: null,
    speakerConfidence: rest.speaker ? 0.9 : null,
    cueLemma: cue ?? null,
    attitude: 'neutral',
    quotation: 'indirect',
    polarity: 'asserted',
    within: null,
    confidence: 0.87,
    ...rest,
  }
}

/** The occurrence that touches no content of its own and is nearest to it. */
function nearest(body: string, text: string, from: number, content: readonly Span[]): Span {
  const extent = extentOf(content) ?? [from, from]
  let best: Span | null = null
  for (
    let at = body.indexOf(text, Math.max(0, extent[0] - 260));
    at >= 0 && at < extent[1] + 260;
    at = body.indexOf(text, at + 1)
  ) {
    const span: Span = [at, at + text.length]
    if (content.some(one => overlaps(one, span))) continue
    if (best === null || distance(span, extent) < distance(best, extent)) best = span
  }
  return best ?? find(body, text, from)
}

function distance(a: Span, b: Span): number {
  return overlaps(a, b) ? 0 : Math.min(Math.abs(a[0] - b[1]), Math.abs(b[0] - a[1]))
}

function find(body: string, text: string, from: number): Span {
  const at = body.indexOf(text, from)
  if (at < 0) throw new Error(`The body does not have “${text}” after ${from}.`)
  return [at, at + text.length]
}

function sentencesOf(body: string, statements: readonly Statement[]): Reading['sentences'] {
  return [...body.matchAll(/\S[^.?!\n]*[.?!]*[”"’]*/g)].map(({ index, 0: segment }) => {
    const span: Span = [index, index + segment.length]
    const told = statements.flatMap(one => [...one.source, ...one.cue, ...one.content]).filter(one => overlaps(one, span))
    const units = told.reduce((sum, one) => sum + Math.min(one[1], span[1]) - Math.max(one[0], span[0]), 0)
    return { span, voice: units === 0 ? 'outlet' : units >= segment.length * 0.8 ? 'attributed' : 'mixed' }
  })
}
