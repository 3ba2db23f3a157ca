import { LIMITS } from '../limits.ts'
import type { Article, Page, Problem, RecordPage } from '../record/index.ts'
import { readCredits } from './credits.ts'
import { readDateline } from './dateline.ts'
import { isoDate } from './dates.ts'
import { type Draft, problem } from './draft.ts'
import { draftOfHtml } from './html.ts'
import { articleId } from './identity.ts'
import { readLanguage } from './language.ts'
import { draftOfText } from './text.ts'

/**
 * The article on a page, and what was troublesome about it. All spans are UTF-16 offsets of `articleBody`; names of credits and
 * the dateline are slices of it. Throws `html-too-deep`; everything else, an empty page too, is a problem.
 */
export async function readPage(page: Page): Promise<{ readonly article: Article; readonly problems: readonly Problem[] }> {
  const draft = draftOf(page)
  const { body, problems: cutting } = withinLimit(draft.body)
  const published = dateOf(page.given?.datePublished, draft.datePublished)
  const modified = dateOf(draft.dateModified)
  const publisher = page.given?.publisher ?? draft.publisher
  const language = await readLanguage(body)
  const article: Article = {
    id: draft.id ?? articleId({ url: draft.url, headline: draft.headline, body }),
    url: draft.url,
    headline: draft.headline,
    alternativeHeadline: draft.alternativeHeadline,
    articleBody: body,
    datePublished: published.date,
    dateModified: modified.date,
    author: draft.author,
    publisher,
    inLanguage: language.inLanguage,
    dateline: readDateline(body),
    credits: readCredits(body, publisher),
  }
  const empty = /\S/.test(body) ? [] : [problem('article-empty', 'No text of an article was found.', { fatal: true })]
  return {
    article,
    problems: [...draft.problems, ...empty, ...cutting, ...published.problems, ...modified.problems, ...language.problems],
  }
}

function draftOf(page: Page): Draft {
  if (page.kind === 'html') return draftOfHtml(page)
  return page.kind === 'text' ? draftOfText(page) : draftOfRecord(page)
}

/** A corpus line as it is: its id and its text are not touched. */
function draftOfRecord({ record }: RecordPage): Draft {
  return {
    id: record.id,
    body: record.text,
    url: record.url ?? null,
    headline: record.headline ?? null,
    alternativeHeadline: null,
    datePublished: record.datePublished ?? null,
    dateModified: null,
    author: [record.author ?? []].flat(),
    publisher: record.publisher ?? null,
    problems: [],
  }
}

/** The first of several dates that can be read; what cannot be is told, since a wrong date is worse than none. */
function dateOf(...written: readonly (string | null | undefined)[]): {
  readonly date: string | null
  readonly problems: Problem[]
} {
  const problems: Problem[] = []
  for (const text of written) {
    if (!text) continue
    const date = isoDate(text)
    if (date !== null) return { date, problems }
    problems.push(problem('date-unclear', `The date “${text}” could not be read.`))
  }
  return { date: null, problems }
}

/** A text over the limit is read up to the last end of a paragraph within it, so that offsets hold for the text as received. */
function withinLimit(body: string): { readonly body: string; readonly problems: readonly Problem[] } {
  if (body.length <= LIMITS.articleUnitsMax) return { body, problems: [] }
  const head = body.slice(0, LIMITS.articleUnitsMax)
  const end = Math.max(head.lastIndexOf('\n'), 0) || head.lastIndexOf(' ') || head.length
  const note = `The text has ${body.length} characters; the first ${LIMITS.articleUnitsMax} were read, to the end of a paragraph.`
  return { body: head.slice(0, end).trimEnd(), problems: [problem('article-too-long', note)] }
}
