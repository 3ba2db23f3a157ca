import type { Article, Span, Statement } from '../../record/index.ts'
import { clausesIn } from './clauses.ts'
import { type Voiced, voicesOf } from './voices.ts'

/** A stretch of a sentence in one voice, with the clauses that it is told in, in order. */
export interface Told extends Voiced {
  readonly clauses: readonly Span[]
}

/** What each sentence of an article tells, piece by piece: whose words, and which clauses. What it opens with before the news is left out. */
export function clausesTold(article: Article, statements: readonly Statement[]): (sentence: Span) => readonly Told[] {
  const body = article.articleBody
  const voices = voicesOf(body, statements)
  return sentence =>
    voices
      .in(withoutDateline(article, sentence))
      .map(({ span, statement }) => ({ span, statement, clauses: clausesIn(body, span) }))
}

/** A sentence without the place, day and agency that it opens with, whether or not the Reading knows them. */
function withoutDateline({ articleBody, dateline }: Article, [start, end]: Span): Span {
  const text = articleBody.slice(start, end)
  const known = dateline && dateline.span[0] >= start && dateline.span[1] <= end ? dateline.span[1] - start : 0
  const found = known > 0 ? /^[^—–\n]{0,60}?(?:[—–]|\s-\s)\s*/.exec(text.slice(known)) : DATELINE.exec(text)
  return found ? [start + known + found[0].length, end] : [start, end]
}

/** "PORT ANSGAR, Oct 14 (Norland Press Agency) — ". */
const DATELINE = /^\p{Lu}[\p{Lu}\p{M} .,'’-]{2,40}?(?:, \p{Lu}\p{Ll}+\.? \d{1,2})?\s*(?:\([^)]{2,40}\))?\s*[—–]\s+/u
