import type { Article, Entity, Reading, Span, Statement } from '../record/index.ts'
import { textOf } from '../record/index.ts'
import { type Paint, paintFor } from './colour.ts'
import { fold, shown } from './fold.ts'
import { type Format, PLAIN, type Style } from './format.ts'
import { NOTICE } from './notice.ts'
import { layerBlocks } from './text-layers.ts'

/** For people: the words of the text alone, folded and coloured where that is shown. */
export const text: Format = {
  mediaType: 'text/plain; charset=utf-8',
  extension: 'txt',
  about: 'For people.',
  single: false,
  head: () => '',
  one: (reading, style = PLAIN) => `${[...blocksOf({ reading, style, paint: paintFor(style) })].join('')}\n`,
  tail: (style = PLAIN) => fold(paintFor(style).dim(NOTICE), { width: style.width, indent: '' }),
}

interface View {
  readonly reading: Reading
  readonly style: Style
  readonly paint: Paint
}

function* blocksOf(view: View): Generator<string> {
  const { reading, style, paint } = view
  const { article, statements, problems } = reading
  const line = (each: string, indent = '') => fold(each, { width: style.width, indent })
  yield line(paint.strong(shown(article.headline ?? reading.input)))
  const facts = factsOf(reading)
  if (facts !== '') yield line(paint.dim(shown(facts)))
  for (const { code, note } of problems) yield line(`${paint.trouble(code)}: ${shown(note)}`, '! ')
  yield '\n'
  if (statements === undefined) yield line('The statements of this article were not read.')
  else if (statements.length === 0) yield line('No statement was found.')
  else for (const [statement, depth] of nested(statements)) yield statementLines(statement, { ...view, depth })
  yield* layerBlocks(reading, style)
}

function factsOf({ article, input }: Reading): string {
  const parts = [article.publisher, article.datePublished, article.author.join(', '), article.url ?? input]
  return parts.filter(part => part !== null && part !== '').join(' · ')
}

/** Each statement with its depth: in the order of the text, what is told in a statement right after it. */
function* nested(statements: readonly Statement[], parent: string | null = null, depth = 0): Generator<[Statement, number]> {
  const known = new Set(statements.map(statement => statement.id))
  const children = statements.filter(({ within }) => (within !== null && known.has(within) ? within : null) === parent)
  for (const child of children.sort((a, b) => firstUnit(a) - firstUnit(b))) {
    yield [child, depth]
    if (depth < DEPTH_MAX) yield* nested(statements, child.id, depth + 1)
  }
}

/** Deeper than any telling is told; a circle in the data ends here. */
const DEPTH_MAX = 20

function firstUnit({ source, cue, content }: Statement): number {
  return Math.min(...[...source, ...cue, ...content].map(span => span[0]))
}

function statementLines(statement: Statement, view: View & { readonly depth: number }): string {
  const { reading, style, paint, depth } = view
  const indent = '  '.repeat(depth)
  // "denied" stands for the verb and for what it does to the words.
  const said = new Set([speakerOf(statement, view), wordsOf(reading.article, statement.cue), ...remarks(statement)])
  const head = fold([...said].filter(part => part !== '').join(' · '), { width: style.width, indent })
  const content = wordsOf(reading.article, statement.content)
  const body = content === '' ? '' : fold(paint.words(content), { width: style.width, indent: `${indent}  │ ` })
  return `${head}${body}\n`
}

function speakerOf(statement: Statement, { reading, paint }: View): string {
  const entity: Entity | undefined = reading.entities?.find(({ id }) => id === statement.speaker)
  const source = wordsOf(reading.article, statement.source)
  const name = entity ? paint.speaker(shown(entity.name)) : paint.trouble('speaker unclear')
  const aside = source !== '' && source !== entity?.name ? ` (${source})` : ''
  const doubt = entity && statement.speakerConfidence !== null ? paint.dim(` ${percent(statement.speakerConfidence)}`) : ''
  return `${name}${aside}${doubt}`
}

/** What is not the usual case is said; what is, is not. */
function remarks({ quotation, polarity, attitude, confidence }: Statement): readonly string[] {
  const unusual = [polarity === 'asserted' ? '' : polarity, attitude === 'neutral' ? '' : `${attitude} verb`]
  return [quotation, ...unusual, `confidence ${percent(confidence)}`]
}

/** The pieces of a role, as they stand, with a mark where words were left out between them. */
function wordsOf({ articleBody }: Article, spans: readonly Span[]): string {
  return spans.map(span => shown(textOf(articleBody, span))).join(' […] ')
}

function percent(probability: number): string {
  return `${Math.round(probability * 100)}\u00A0%`
}
