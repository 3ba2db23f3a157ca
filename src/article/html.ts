import type { HtmlPage } from '../record/index.ts'
import { parsePage } from './dom.ts'
import { type Draft, problem } from './draft.ts'
import { extractBody } from './extract.ts'
import { readMetadata } from './metadata.ts'

/** A web page taken apart. The headline is metadata; it is in the body only where the text itself repeats it. */
export function draftOfHtml(page: HtmlPage): Draft {
  const document = parsePage(page.html)
  const metadata = readMetadata(document, page.url)
  const { body, isPlain } = extractBody(page.html, { document })
  const note = 'Cleaning the page took too much of it; the text is what Readability alone finds and may hold other matter.'
  return { id: null, body, ...metadata, problems: isPlain ? [problem('article-extracted-plainly', note)] : [] }
}
