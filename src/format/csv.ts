import type { Article, Entity, Reading, Span, Statement } from '../record/index.ts'
import { textOf } from '../record/index.ts'
import { chainOf, chainWords } from './chain.ts'
import type { Format } from './format.ts'

/** One row a statement, after RFC 4180 in UTF-8. An article without statements has no row. */
export const csv: Format = {
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  about: 'One row a statement, for spreadsheets.',
  single: false,
  head: () => rowOf(CSV_COLUMNS.map(column => column.name)),
  one: reading => (reading.statements ?? []).map(statement => rowOf(cellsOf(rowFor(reading, statement)))).join(''),
  tail: () => '',
}

interface Row {
  readonly reading: Reading
  readonly article: Article
  readonly statement: Statement
  readonly speaker: Entity | null
  readonly addressee: Entity | null
}

interface Column {
  readonly name: string
  /** One sentence for `docs/formats.md`. */
  readonly about: string
  readonly cell: (row: Row) => string | number | null
}

/** In the order of the file. Columns may be added at the end; none is renamed, moved or dropped. */
export const CSV_COLUMNS: readonly Column[] = [
  { name: 'input', about: 'The path or URL that the article came from.', cell: r => r.reading.input },
  { name: 'article', about: "The article's id.", cell: r => r.article.id },
  { name: 'outlet', about: 'Who publishes the article.', cell: r => r.article.publisher },
  { name: 'url', about: "The article's address.", cell: r => r.article.url },
  { name: 'published', about: 'When, with the precision that was given.', cell: r => r.article.datePublished },
  { name: 'language', about: 'BCP 47.', cell: r => r.article.inLanguage },
  { name: 'headline', about: 'As it stands.', cell: r => r.article.headline },
  { name: 'statement', about: "The statement's id within the article.", cell: r => r.statement.id },
  {
    name: 'speaker',
    about: 'The fullest name in the text; empty where it is unclear who speaks.',
    cell: r => r.speaker?.name ?? null,
  },
  { name: 'speakerId', about: "The entity's id within the article.", cell: r => r.statement.speaker },
  { name: 'speakerKind', about: 'person, organization, place, group, document or unnamed.', cell: r => r.speaker?.kind ?? null },
  { name: 'speakerConfidence', about: 'Probability that the speaker is right.', cell: r => r.statement.speakerConfidence },
  { name: 'source', about: 'The words that name the source.', cell: r => words(r, r.statement.source) },
  { name: 'cue', about: 'The words that say that something is said.', cell: r => words(r, r.statement.cue) },
  { name: 'content', about: 'The words that are attributed.', cell: r => words(r, r.statement.content) },
  { name: 'cueLemma', about: "Dictionary form of the cue's head.", cell: r => r.statement.cueLemma },
  {
    name: 'attitude',
    about: 'neutral, doubting or affirming: what the verb does to the words.',
    cell: r => r.statement.attitude,
  },
  { name: 'quotation', about: 'direct, indirect or mixed.', cell: r => r.statement.quotation },
  { name: 'polarity', about: 'asserted, denied, asked or declined.', cell: r => r.statement.polarity },
  { name: 'within', about: 'The id of the statement that this one is told in.', cell: r => r.statement.within },
  { name: 'sourceSpans', about: 'Where the source stands.', cell: r => places(r.statement.source) },
  { name: 'cueSpans', about: 'Where the cue stands.', cell: r => places(r.statement.cue) },
  { name: 'contentSpans', about: 'Where the content stands.', cell: r => places(r.statement.content) },
  { name: 'confidence', about: 'Probability that source, cue and content are right.', cell: r => r.statement.confidence },
  { name: 'addressee', about: 'Whom it is said to; empty where the text names none.', cell: r => r.addressee?.name ?? null },
  { name: 'addresseeId', about: "The entity's id within the article.", cell: r => r.statement.addressee ?? null },
  {
    name: 'time',
    about: 'When it was said, as TIMEX3 writes it; never the publication date.',
    cell: r => r.reading.times?.find(({ id }) => id === r.statement.time)?.value ?? null,
  },
  { name: 'chain', about: 'On whose word it stands, the outlet first.', cell: chainCell },
]

function chainCell({ reading, article, statement }: Row): string {
  return chainWords(reading, chainOf(statement, reading.statements ?? [], reading.entities ?? [], article))
}

function rowFor(reading: Reading, statement: Statement): Row {
  const entity = (id: string | null | undefined) => reading.entities?.find(each => each.id === id) ?? null
  return {
    reading,
    article: reading.article,
    statement,
    speaker: entity(statement.speaker),
    addressee: entity(statement.addressee),
  }
}

function cellsOf(row: Row): readonly (string | number | null)[] {
  return CSV_COLUMNS.map(column => column.cell(row))
}

function words({ article }: Row, spans: readonly Span[]): string {
  return spans.map(span => textOf(article.articleBody, span)).join(BETWEEN_SPANS)
}

/** What stands in a cell between two pieces of one role; no article has it by itself. */
const BETWEEN_SPANS = ' […] '

/** As `0-9 12-20`, in UTF-16 units. */
function places(spans: readonly Span[]): string {
  return spans.map(([start, end]) => `${start}-${end}`).join(' ')
}

function rowOf(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

function cellOf(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'string' ? harmless(value) : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Spreadsheets run a cell that begins like a formula; an apostrophe before it has them show it as text (OWASP, CSV injection). */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
