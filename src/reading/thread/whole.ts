import type { Article, Page, Problem, Reading } from '../../record/index.ts'

/** How a page is to be read. */
export interface ReadOptions {
  /** When it fires, what is being read is given up, with its reason. */
  readonly signal?: AbortSignal
  /** Whether the Reading has `meanings`. */
  readonly meanings?: boolean
}

/** What makes a Reading of a Page; passed in, so that tests read without a model. */
export interface ReadingParts<Tools> {
  readonly readPage: (page: Page) => Promise<{ readonly article: Article; readonly problems: readonly Problem[] }>
  readonly readArticle: (article: Article, tools: Tools, options: ReadOptions) => Promise<Layers>
  readonly tools: Tools
  /** `sha256:…` of the model that `tools` hold. */
  readonly model: string
  readonly version: string
}

type Layers = Required<Omit<Reading, 'schema' | 'input' | 'reader' | 'article' | 'meanings'>> & Pick<Reading, 'meanings'>

/** The whole Reading of one page. After a fatal problem its layers are absent, and what was found until then is delivered. */
export async function readWhole<Tools>(page: Page, parts: ReadingParts<Tools>, options: ReadOptions = {}): Promise<Reading> {
  const { article, problems: found } = await parts.readPage(page)
  const problems = [...(page.problems ?? []), ...found]
  const head = {
    schema: 'hearsay-reading/1',
    input: page.input,
    reader: { version: parts.version, model: parts.model },
    article,
  } as const
  if (problems.some(problem => problem.fatal)) return { ...head, problems }
  const layers = await parts.readArticle(article, parts.tools, options)
  return {
    ...head,
    entities: layers.entities,
    times: layers.times,
    places: layers.places,
    statements: layers.statements,
    events: layers.events,
    sentences: layers.sentences,
    heard: layers.heard,
    ...(layers.meanings && { meanings: layers.meanings }),
    problems: [...problems, ...layers.problems],
  }
}
