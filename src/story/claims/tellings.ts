import { trimmed } from '../../reading/words/spans.ts'
import { wordsIn } from '../../reading/words/words.ts'
import type { Reading, Span, Statement } from '../../record/index.ts'
import { overlaps, textOf } from '../../record/index.ts'
import type { Lookup } from '../merging/merged.ts'
import { clausesIn } from './clauses.ts'
import { type Content, contentOf, type Marks } from './content.ts'
import type { Vectors } from './vectors.ts'

/** One clause where it stands, and in whose voice. */
export interface Telling {
  /** Its article's place in the order of publication. */
  readonly order: number
  readonly article: string
  readonly sentence: number
  /** The innermost statement that it is the content of; null in the outlet's own voice. */
  readonly statement: Statement | null
  readonly span: Span
  readonly content: Content
}

export interface TellingsGiven {
  readonly readings: readonly Reading[]
  readonly entityOf: Lookup
  readonly vectors: Vectors | null
}

/** The clauses of all articles of a story, in order. Questions are left out: who asks claims nothing. */
export function tellingsIn({ readings, entityOf, vectors }: TellingsGiven): Telling[] {
  return readings.flatMap((reading, order) => tellingsOf(reading, order, entityOf, vectors))
}

function tellingsOf(reading: Reading, order: number, entityOf: Lookup, vectors: Vectors | null): Telling[] {
  const { article, statements = [], sentences = [] } = reading
  const body = article.articleBody
  const marks = marksOf(reading, entityOf)
  const owners = ownersOf(body.length, statements)
  const tellings: Telling[] = []
  sentences.forEach((sentence, index) => {
    let subject: readonly string[] = []
    for (const { span: piece, owner } of piecesOf(body, sentence.span, owners)) {
      const statement = owner < 0 ? null : statements[owner]!
      if (owner === FRAME || statement?.polarity === 'asked') continue
      const speaker = statement ? entityOf(article.id, statement.speaker) : null
      const own = withSpeaker({ body, piece, marks: marksIn(marks, piece), speaker, statement })
      for (const span of clausesIn(body, piece)) {
        const starts = statement !== null && /^(?:to|\w+ing)\b/.test(textOf(body, span))
        const carried = [...subject, ...(starts && speaker ? [`@${speaker}`] : [])]
        const content = contentOf({ body, spans: [span], marks: own, statement, carried, vectors })
        if (subject.length === 0) subject = subjectOf(content)
        if (!tellsSomething(content, statement)) continue
        tellings.push({ order, article: article.id, sentence: index, statement, span, content })
      }
    }
  })
  return tellings
}

/** Enough words to be compared, and a verb where nobody else is quoted with them. */
function tellsSomething({ terms, amounts, verbAt }: Content, statement: Statement | null): boolean {
  const size = terms.length + amounts.length
  return size >= 2 && (statement !== null || (verbAt !== -1 && size >= 3))
}

const subjectOf = ({ terms, verbAt }: Content): string[] => terms.filter(({ at }) => at < verbAt).map(({ key }) => key)

function marksOf({ article, entities = [], times = [] }: Reading, entityOf: Lookup): Marks {
  return {
    entities: entities
      .flatMap(({ id, mentions }) => {
        const story = entityOf(article.id, id)
        return story ? mentions.map(({ span }) => ({ span, id: story })) : []
      })
      .sort((a, b) => a.span[0] - b.span[0]),
    dates: times
      .filter(({ type, value }) => (type === 'DATE' || type === 'TIME') && /^\d{4}/.test(value))
      .map(({ span, value }) => ({ span, value: value.replace(/T.*$/, '') })),
  }
}

const marksIn = ({ entities, dates }: Marks, span: Span): Marks => ({
  entities: entities.filter(each => overlaps(each.span, span)),
  dates: dates.filter(each => overlaps(each.span, span)),
})

interface Spoken {
  readonly body: string
  readonly piece: Span
  readonly marks: Marks
  readonly speaker: string | null
  readonly statement: Statement | null
}

/** "I" and "we" in somebody's own words are the speaker. */
function withSpeaker({ body, piece, marks, speaker, statement }: Spoken): Marks {
  if (!speaker || !statement || statement.quotation === 'indirect') return marks
  const first = wordsIn(body, piece)
    .filter(({ lower, span }) => FIRST_PERSON.test(lower) && !marks.entities.some(each => overlaps(each.span, span)))
    .map(({ span }) => ({ span, id: speaker }))
  return { ...marks, entities: [...marks.entities, ...first] }
}

const FIRST_PERSON = /^(?:i|me|my|mine|we|us|our|ours)(?:['’](?:m|ve|d|ll|re))?$/

const OUTLET = -1
const FRAME = -2

/** For each unit of the text the statement whose content it is, the innermost; `FRAME` where it names a source or a cue. */
function ownersOf(length: number, statements: readonly Statement[]): Int32Array {
  const owners = new Int32Array(length).fill(OUTLET)
  const size = ({ content }: Statement) => content.reduce((sum, [start, end]) => sum + end - start, 0)
  const order = statements.map((statement, index) => ({ statement, index })).sort((a, b) => size(b.statement) - size(a.statement))
  for (const { statement, index } of order) {
    for (const [start, end] of [...statement.source, ...statement.cue]) owners.fill(FRAME, start, end)
    for (const [start, end] of statement.content) owners.fill(index, start, end)
  }
  return owners
}

interface Piece {
  readonly span: Span
  readonly owner: number
}

/** A sentence cut where the voice changes; marks of quotation and white space at the ends belong to none. */
function piecesOf(body: string, [start, end]: Span, owners: Int32Array): Piece[] {
  const pieces: Piece[] = []
  let from = start
  for (let at = start + 1; at <= end; at++) {
    if (at < end && owners[at] === owners[from]) continue
    const span = trimmed(body, [from, at])
    if (span && /[\p{L}\p{N}]/u.test(textOf(body, span))) pieces.push({ span: withoutJoint(body, span), owner: owners[from]! })
    from = at
  }
  return pieces.filter(({ span: [first, last] }) => first < last)
}

/** Without "that" or "and" at its head and marks of quotation around it. */
function withoutJoint(body: string, [start, end]: Span): Span {
  const head = /^(?:[\s“”"'‘’«»(),;:.—–-]|(?:that|and|but)\s)+/i.exec(body.slice(start, end))?.[0].length ?? 0
  const tail = /[\s“”"«»(),;:—–-]+$/.exec(body.slice(start + head, end))?.[0].length ?? 0
  return [start + head, Math.max(start + head, end - tail)]
}
