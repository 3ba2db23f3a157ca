import type { Span } from '../../record/index.ts'

/** A question and what is answered, where an interview is printed without names or letters before them. */
export interface Exchange {
  readonly question: Span
  /** The paragraphs up to the next question. */
  readonly answer: readonly Span[]
}

/**
 * The questions and answers of an interview that is set as bare paragraphs; none where the text is no such interview.
 *
 * Paragraphs that are questions to somebody ("you"), each followed by paragraphs that are none, most of these in the first person.
 * Questions that nobody is asked, as explainers have them, are none.
 */
export function findExchange(body: string, paragraphs: readonly Span[]): Exchange[] {
  const asking = paragraphs.flatMap((span, index) => (isQuestion(body, span) ? [index] : []))
  if (asking.length < QUESTIONS_MIN) return []
  const exchange = asking.flatMap((at, which): Exchange[] => {
    const next = asking[which + 1]
    // Behind the last answer the outlet speaks again, nobody knows where.
    const answer = paragraphs.slice(at + 1, next ?? at + 2)
    return answer.length > 0 ? [{ question: paragraphs[at]!, answer }] : []
  })
  const text = (spans: readonly Span[]) => spans.map(span => body.slice(...span)).join('\n')
  const addressed = exchange.filter(({ question }) => ADDRESSING.test(text([question])))
  const personal = exchange.filter(({ answer }) => PERSONAL.test(text(answer)))
  const isInterview =
    exchange.length >= QUESTIONS_MIN && 2 * addressed.length >= exchange.length && 2 * personal.length >= exchange.length
  return isInterview ? exchange : []
}

function isQuestion(body: string, [start, end]: Span): boolean {
  return body[end - 1] === '?' && end - start <= QUESTION_UNITS_MAX && !/[“”"„«»]|:\s/.test(body.slice(start, end))
}

/** Fewer are rhetorical; longer paragraphs that end in a question are the outlet's own thoughts. By judgement. */
const QUESTIONS_MIN = 3
const QUESTION_UNITS_MAX = 280

const ADDRESSING = /\b(?:you|your|yours|yourself)\b/i
const PERSONAL = /\b(?:I|I['’](?:m|ve|d|ll)|my|me|we|our|us)\b/
