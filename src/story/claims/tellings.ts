import { clausesTold } from '../../reading/clauses/told.ts'
import { isBe } from '../../reading/clauses/verbs.ts'
import { openMeanings } from '../../reading/meanings/meanings.ts'
import { wordsIn } from '../../reading/words/words.ts'
import type { Reading, Span, Statement } from '../../record/index.ts'
import { overlaps, textOf } from '../../record/index.ts'
import type { Lookup } from '../merging/merged.ts'
import { isBesideNews } from '../notices.ts'
import { type Content, contentOf, type Marks, type Term } from './content.ts'
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
  /** Whether a speaker only says by it which is meant: "the pianos that *were found under a pitch* had been hidden". */
  readonly identifies: boolean
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
  const meanings = reading.meanings ? openMeanings(reading.meanings) : null
  const toldIn = clausesTold(article, statements)
  const tellings: Telling[] = []
  let before: readonly string[] = []
  sentences.forEach((sentence, index) => {
    let subject: readonly string[] = []
    const keys: string[] = []
    let pointed: Term | null = null
    let isPresented = false
    const spoken: string[] = []
    const isBeside = isBesideNews(textOf(body, sentence.span))
    for (const { span: piece, statement, clauses } of toldIn(sentence.span)) {
      if (statement === null && isBeside) continue
      const speaker = statement ? entityOf(article.id, statement.speaker) : null
      const own = withSpeaker({ body, piece, marks: marksIn(marks, piece), speaker, statement })
      for (const [place, span] of clauses.entries()) {
        const opening = wordsIn(body, span)[0]
        const bare = opening && PRONOUN.test(opening.lower) && !own.entities.some(each => overlaps(each.span, opening.span))
        const starts = statement !== null && /^(?:to|\w+ing)\b/.test(textOf(body, span))
        const isRelative = RELATIVE_BEFORE.test(body.slice(Math.max(0, span[0] - 7), span[0]))
        const relative = isRelative ? keys.slice(-1) : []
        const antecedent = isRelative ? pointed : null
        const carried = [
          ...subject,
          ...relative,
          ...(starts && speaker ? [`@${speaker}`] : []),
          ...(bare ? [...before, ...keys] : []),
        ]
        const content = contentOf({
          body,
          span,
          marks: own,
          statement,
          carried,
          antecedent,
          vectors,
          sense: meanings?.of,
        })
        if (subject.length === 0) subject = subjectOf(content)
        keys.push(...content.terms.map(({ key }) => key))
        const identifies =
          statement !== null && place > 0 && isRelative && content.verbAt === 0 && !isPresented && !isAdded(body, span)
        isPresented = PRESENTED.test(content.words.join(' '))
        pointed = pointedAt(content, body)
        spoken.push(...subjectOf(content).slice(-SPOKEN_OF))
        if (tellsSomething(content, statement, bare === true && carried.length > 0) && !isQuestion(body, span))
          tellings.push({ order, article: article.id, sentence: index, statement, span, content, identifies })
      }
    }
    before = spoken
  })
  return tellings
}

/** "It was *Istra* | that broke off the talks". */
function pointedAt({ words, terms }: Content, body: string): Term | null {
  const last = terms.at(-1)
  const isCleft = words[0] === 'it' && isBe(words[1] ?? '')
  return last && isCleft && /^\p{Lu}/u.test(textOf(body, last.span)) ? last : null
}

/** "It is 41,000 | who have to write again", "there were three | who had been warned": what follows is what is told. */
const PRESENTED = /^(?:it|there|those|these|they|he|she|this|that)\s(?:is|are|was|were|has been|have been|had been)\b/

/** ", who was warned": told by the way, not to say which. */
const isAdded = (body: string, [start]: Span): boolean => /,\s*\w+\s$/.test(body.slice(Math.max(0, start - 9), start))

/** A clause that hangs on the noun before it. */
const RELATIVE_BEFORE = /\b(?:that|who|which) $/

/** So many words of a subject, its last, are what a pronoun in the next clause may stand for. */
const SPOKEN_OF = 2

/** Words that stand for what was just spoken of. */
const PRONOUN = /^(?:it|he|she|they|this|these|those|neither|both|none|all|who|which)$/

/** Enough words to be compared, and a verb where nobody else is quoted with them. `stands`: a pronoun stands for what was spoken of, "Neither was answered". */
function tellsSomething(
  { terms, amounts, dates, verbAt, words }: Content,
  statement: Statement | null,
  stands: boolean,
): boolean {
  const size = terms.length + amounts.length + dates.length + (stands ? 1 : 0)
  return statement === null ? size >= 2 && verbAt !== -1 : size >= 1 && words.length >= 2
}

/** Who asks claims nothing, in whatever voice. */
const isQuestion = (body: string, [, end]: Span): boolean => /[?]/.test(body.slice(end - 2, end + 1))

const subjectOf = ({ terms, verbAt }: Content): string[] =>
  terms.filter(({ at }) => verbAt === -1 || at < verbAt).map(({ key }) => key)

function marksOf({ article, entities = [], times = [] }: Reading, entityOf: Lookup): Marks {
  const body = article.articleBody
  return {
    entities: entities
      .flatMap(({ id, mentions }) => {
        const story = entityOf(article.id, id)
        return story ? mentions.map(({ span }) => ({ span, id: story })) : []
      })
      .sort((a, b) => a.span[0] - b.span[0]),
    dates: times
      .filter(({ type, value }) => (type === 'DATE' || type === 'TIME') && /^\d{4}/.test(value))
      .map(({ type, span, value }) => ({
        span,
        value: value.replace(/T.*$/, ''),
        named: type === 'DATE' || NAMES_DAY.test(textOf(body, span)),
      })),
  }
}

/** "At 5.40" and "that night" are of whatever day is told of: the day that a Reading reckons for them may agree, and contradicts nobody. */
const NAMES_DAY =
  /(?<!mid)day|tonight|tomorrow|\d{4}|January|February|March|April|May|June|July|August|September|October|November|December/i

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
