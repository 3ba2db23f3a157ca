import { textOf } from '../../record/index.ts'
import type { Sheet } from '../state.ts'
import type { Placed } from './order.ts'

/** A statement as JSON with what it needs to stand alone: article, speaker, the slices beside their offsets, the reader. */
export function statementJson({ reading, byId }: Sheet, { statement }: Placed): string {
  const { articleBody, id, url, headline, publisher, author, datePublished } = reading.article
  const speaker = reading.entities?.find(entity => entity.id === statement.speaker) ?? null
  const slices = (spans: typeof statement.source) => spans.map(span => textOf(articleBody, span))
  const text = { source: slices(statement.source), cue: slices(statement.cue), content: slices(statement.content) }
  const within = statement.within === null ? null : (byId.get(statement.within)?.statement ?? null)
  const article = { id, url, headline, publisher, author, datePublished }
  return JSON.stringify({ input: reading.input, reader: reading.reader, article, statement, text, speaker, within }, null, 2)
}
