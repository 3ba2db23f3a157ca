import { readCredits } from '../../../src/article/credits.ts'
import type { Reading } from '../../../src/index.ts'

interface Told {
  readonly id: string
  readonly publisher?: string | null
  readonly published?: string | null
  readonly headline?: string
  readonly body: string
}

/** A Reading with what lineage asks of it: the text, its credits, its outlet and its time. */
export function readingOf({ id, publisher = null, published = null, headline, body }: Told): Reading {
  return {
    schema: 'hearsay-reading/1',
    input: `${id}.txt`,
    reader: { version: '0', model: 'sha256:0' },
    article: {
      id,
      url: null,
      headline: headline ?? null,
      alternativeHeadline: null,
      articleBody: body,
      datePublished: published,
      dateModified: null,
      author: [],
      publisher,
      inLanguage: 'en',
      dateline: null,
      credits: readCredits(body, publisher),
    },
    problems: [],
  }
}
