import type { Article, Page, Problem, Reading } from '../../record/index.ts'

/** What makes a Reading of a Page; passed in, so that tests read without a model. */
export interface ReadingParts<Tools> {
  readonly readPage: (page: Page) => Promise<{ readonly article: Article; readonly problems: readonly Problem[] }>
  readonly readArticle: (article: Article, tools: Tools, signal?: AbortSignal) => Promise<Layers>
  readonly tools: Tools
  /** `sha256:…` of the model that `tools` hold. */
  readonly model: string
  readonly version: string
}

type Layers = Required<Omit<Reading, 'schema' | 'input' | 'reader' | 'article'>>

/** The whole Reading of one page. After a fatal problem its layers are absent, and what was found until then is delivered. */
export async function readWhole<Tools>(page: Page, parts: ReadingParts<Tools>, signal?: AbortSignal): Promise<Reading> {
  const { article, problems: found } = await parts.readPage(page)
  const problems = [...(page.problems ?? []), ...found]
  const head = {
    schema: 'hearsay-reading/1',
    input: page.input,
    reader: { version: parts.version, model: parts.model },
    article,
  } as const
  if (problems.some(problem => problem.fatal)) return { ...head, problems }
  const layers = await parts.readArticle(article, parts.tools, signal)
  return {
    ...head,
    entities: layers.entities,
    times: layers.times,
    places: layers.places,
    statements: layers.statements,
    events: layers.events,
    sentences: layers.sentences,
    heard: layers.heard,
    problems: [...problems, ...layers.problems],
  }
}
