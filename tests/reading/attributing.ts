import { type Description, describe } from '../../src/reading/describe.ts'
import type { Article, Attribution, Span, Statement } from '../../src/record/index.ts'

/** A text as an article, with nothing known about it. */
export function articleOf(articleBody: string): Article {
  const unknown = {
    url: null,
    headline: null,
    alternativeHeadline: null,
    datePublished: null,
    dateModified: null,
    publisher: null,
  }
  return { id: 'a', ...unknown, articleBody, author: [], inLanguage: 'en', dateline: null, credits: [] }
}

/** Parts of a text, each looked for after the one before it; `source` and `cue` may be left out. */
export interface Marked {
  readonly source?: string
  readonly cue?: string
  readonly content: string | readonly string[]
  /** Where to begin looking. */
  readonly after?: string
}

export function attribute(text: string, marked: Marked): Attribution {
  const from = marked.after ? at(text, marked.after, 0) : 0
  const spanOf = (part: string, start = from): Span => [at(text, part, start), at(text, part, start) + part.length]
  const contents = typeof marked.content === 'string' ? [marked.content] : marked.content
  const content = contents.map(part => spanOf(part))
  const cue = marked.cue === undefined ? [] : [spanOf(marked.cue)]
  const source = marked.source === undefined ? [] : [spanOf(marked.source)]
  return { source, cue, content, confidence: 0.9 }
}

function at(text: string, part: string, start: number): number {
  const found = text.indexOf(part, start)
  if (found < 0) throw new Error(`"${part}" does not stand in the text`)
  return found
}

export function read(text: string, ...marked: readonly Marked[]): Description {
  return describe(
    articleOf(text),
    marked.map(one => attribute(text, one)),
  )
}

/** The name of who speaks; null where that is unclear. */
export function speakerOf({ entities }: Description, statement: Statement | undefined): string | null | undefined {
  if (!statement) return undefined
  return entities.find(({ id }) => id === statement.speaker)?.name ?? null
}

export function speakers(text: string, ...marked: readonly Marked[]): (string | null | undefined)[] {
  const described = read(text, ...marked)
  return described.statements.map(statement => speakerOf(described, statement))
}
