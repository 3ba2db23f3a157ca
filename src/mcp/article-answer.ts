import { type Reading, type Span, textOf } from '../record/index.ts'

/** A Reading's statements with their words beside their places, who is heard, and what the reader stumbled over. */
export function articleAnswer(reading: Reading): object {
  const { article, entities = [], statements = [], heard = [], problems } = reading
  const { id, url, headline, publisher, datePublished } = article
  const names = new Map(entities.map(entity => [entity.id, entity.name]))
  const words = (spans: readonly Span[]) => spans.map(span => ({ span, text: textOf(article.articleBody, span) }))
  return {
    article: { id, url, headline, publisher, datePublished },
    statements: statements.map(({ id: statement, source, cue, content, speaker, quotation, polarity, within, confidence }) => ({
      statement,
      speaker: names.get(speaker ?? '') ?? null,
      source: words(source),
      cue: words(cue),
      content: words(content),
      quotation,
      polarity,
      within,
      confidence,
    })),
    notHeardInThisArticle: heard
      .filter(({ direct, indirect }) => direct + indirect === 0)
      .map(({ entity, sought }) => ({ name: names.get(entity) ?? null, sought })),
    problems,
  }
}
