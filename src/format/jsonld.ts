import type { Article, Entity, Reading, Statement } from '../record/index.ts'
import { textOf } from '../record/index.ts'
import type { Format } from './format.ts'
import { coverageOf, eventNodes, placeNodes } from './jsonld-layers.ts'

/** schema.org: a NewsArticle a line, with a Quotation for each direct statement and a Claim for each other one that is asserted. */
export const jsonld: Format = {
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  about: 'schema.org NewsArticle with Quotations and Claims, one a line.',
  single: false,
  head: () => '',
  one: reading => `${JSON.stringify(newsArticleOf(reading))}\n`,
  tail: () => '',
}

type Node = Readonly<Record<string, unknown>>

/**
 * A Reading in schema.org's own terms alone, so offsets and confidence are not in it. What is denied, asked or declined is left
 * out: schema.org has no term for it, and a Claim would put the words into the mouth of one who denies them.
 */
export function newsArticleOf(reading: Reading): Node {
  const { article, entities = [], statements = [] } = reading
  const id = article.url ?? `urn:hearsay:${encodeURIComponent(article.id)}`
  const asserted = statements.filter(statement => statement.polarity === 'asserted' && statement.content.length > 0)
  const kept = new Set(asserted.map(statement => statement.id))
  const speakers = new Map(entities.map(entity => [entity.id, entity]))
  const nodeOf = (statement: Statement) =>
    statementOf(statement, { id, article, kept, speaker: speakers.get(statement.speaker ?? '') })
  const direct = asserted.filter(statement => statement.quotation === 'direct')
  const other = asserted.filter(statement => statement.quotation !== 'direct')
  const mentions = [...other.map(nodeOf), ...eventNodes(reading, { id, kept })]
  const places = placeNodes(reading, id)
  const coverage = coverageOf(reading)
  return present({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': id,
    identifier: article.id,
    url: article.url,
    headline: article.headline,
    alternativeHeadline: article.alternativeHeadline,
    datePublished: article.datePublished,
    dateModified: article.dateModified,
    author: article.author.length > 0 ? article.author : null,
    publisher: article.publisher === null ? null : { '@type': 'Organization', name: article.publisher },
    inLanguage: article.inLanguage,
    dateline: article.dateline?.text ?? null,
    articleBody: article.articleBody,
    hasPart: direct.length > 0 ? direct.map(nodeOf) : null,
    mentions: mentions.length > 0 ? mentions : null,
    contentLocation: places.length > 0 ? places : null,
    temporalCoverage: coverage.length > 0 ? coverage : null,
  })
}

interface Around {
  readonly id: string
  readonly article: Article
  readonly kept: ReadonlySet<string>
  readonly speaker: Entity | undefined
}

function statementOf(statement: Statement, { id, article, kept, speaker }: Around): Node {
  const pieces = statement.content.map(span => textOf(article.articleBody, span))
  const parent = statement.within !== null && kept.has(statement.within) ? { '@id': `${id}#${statement.within}` } : null
  const shared = { '@id': `${id}#${statement.id}`, text: pieces.length === 1 ? pieces[0] : pieces }
  const agent = speaker ? agentOf(speaker, id) : null
  const document =
    speaker?.kind === 'document' ? { '@type': 'CreativeWork', '@id': `${id}#${speaker.id}`, name: speaker.name } : null
  if (statement.quotation === 'direct') {
    return present({ '@type': 'Quotation', ...shared, spokenByCharacter: agent, isBasedOn: document, isPartOf: parent })
  }
  return present({
    '@type': 'Claim',
    ...shared,
    creator: agent,
    isBasedOn: document,
    appearance: { '@id': id },
    isPartOf: parent,
  })
}

/** schema.org knows two kinds of speakers. A document is neither; a place that speaks is its government. */
function agentOf({ id, kind, name }: Entity, article: string): Node | null {
  if (kind === 'document') return null
  const type = kind === 'person' || kind === 'unnamed' ? 'Person' : 'Organization'
  return { '@type': type, '@id': `${article}#${id}`, name }
}

function present(node: Node): Node {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null && value !== undefined))
}
