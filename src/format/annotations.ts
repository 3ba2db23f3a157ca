import type { Article, Entity, Reading, Span, Statement } from '../record/index.ts'
import { textOf } from '../record/index.ts'
import { layerAnnotations } from './annotations-layers.ts'
import { codePointsIn } from './codepoints.ts'
import type { Format } from './format.ts'

/** W3C Web Annotation: one AnnotationPage a line and article, one Annotation a record, one target a span. */
export const annotations: Format = {
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  extension: 'annotations.jsonld',
  about: 'W3C Web Annotations, one AnnotationPage a line.',
  single: false,
  head: () => '',
  one: reading => `${JSON.stringify(annotationPageOf(reading))}\n`,
  tail: () => '',
}

/** Everything beyond the W3C's terms stands under this prefix. */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { hearsay: 'urn:hearsay:' }]

/** The layers of a Reading as annotations on its article, the statements first. Positions count code points, as the W3C does. */
export function annotationPageOf(reading: Reading): object {
  const { article, entities = [], statements = [] } = reading
  const iri = irisOf(article)
  const select = selectorsFor(article)
  const names = new Map(entities.map(entity => [entity.id, entity]))
  return {
    '@context': CONTEXT,
    id: iri.page,
    type: 'AnnotationPage',
    items: [
      ...statements.map(statement => annotationOf(statement, { iri, select, speaker: names.get(statement.speaker ?? '') })),
      ...layerAnnotations(reading, { iri: iri.statement, source: iri.source, select }),
    ],
  }
}

interface Iris {
  readonly page: string
  readonly source: string
  readonly statement: (id: string) => string
}

function irisOf(article: Article): Iris {
  const name = `urn:hearsay:${encodeURIComponent(article.id)}`
  return { page: `${name}:statements`, source: article.url ?? name, statement: id => `${name}:${id}` }
}

interface Around {
  readonly iri: Iris
  readonly select: (span: Span) => object
  readonly speaker: Entity | undefined
}

function annotationOf(statement: Statement, { iri, select, speaker }: Around): object {
  const targets = (role: 'source' | 'cue' | 'content') =>
    statement[role].map(span => ({
      type: 'SpecificResource',
      source: iri.source,
      'hearsay:role': role,
      selector: select(span),
    }))
  const tag = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value })
  return {
    id: iri.statement(statement.id),
    type: 'Annotation',
    motivation: 'identifying',
    body: [
      ...(speaker ? [{ type: 'TextualBody', purpose: 'identifying', value: speaker.name }] : []),
      tag(statement.quotation),
      tag(statement.polarity),
    ],
    target: [...targets('content'), ...targets('cue'), ...targets('source')],
    'hearsay:speaker': statement.speaker,
    'hearsay:speakerConfidence': statement.speakerConfidence,
    'hearsay:cueLemma': statement.cueLemma,
    'hearsay:attitude': statement.attitude,
    ...(statement.addressee === undefined ? {} : { 'hearsay:addressee': statement.addressee }),
    ...(statement.time === undefined ? {} : { 'hearsay:time': statement.time === null ? null : iri.statement(statement.time) }),
    'hearsay:within': statement.within === null ? null : iri.statement(statement.within),
    'hearsay:confidence': statement.confidence,
  }
}

/** UTF-16 units before and after, enough to find a quotation again that occurs twice. */
const CONTEXT_UNITS = 32

function selectorsFor({ articleBody }: Article): (span: Span) => object {
  const point = codePointsIn(articleBody)
  return span => [
    { type: 'TextPositionSelector', start: point(span[0]), end: point(span[1]) },
    {
      type: 'TextQuoteSelector',
      exact: textOf(articleBody, span),
      prefix: articleBody.slice(outsidePair(articleBody, Math.max(0, span[0] - CONTEXT_UNITS)), span[0]),
      suffix: articleBody.slice(span[1], outsidePair(articleBody, Math.min(articleBody.length, span[1] + CONTEXT_UNITS))),
    },
  ]
}

/** `unit`, or the one after it where `unit` would cut a surrogate pair in two. */
function outsidePair(text: string, unit: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.charAt(unit)) && /[\uD800-\uDBFF]$/.test(text.charAt(unit - 1)) ? unit + 1 : unit
}
