import { HearsayError } from '../../src/errors.ts'
import type { Reader } from '../../src/reader.ts'
import type { Article, Page, Reading } from '../../src/record/index.ts'
import { VERSION } from '../../src/version.ts'
import { seeded } from '../seeded.ts'

export const READER = { version: '1.0.0', model: 'sha256:double' }

/** A text that shares little with that of any other id, so that each is a story of its own. */
export function textOf(id: string): string {
  const random = seeded([...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
  const made = () => Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]!).join('')
  return `The ${made()} of ${id} ${made()} a ${made()}: the ${made()}, the ${made()} and the ${made()}.`
}

const SYLLABLES = ['ba', 'do', 'fel', 'gar', 'hin', 'ku', 'lam', 'mor', 'nes', 'pir', 'ra', 'sul', 'tav', 'wen', 'yor', 'zin']

export function article(id: string, given: Partial<Article> = {}): Article {
  return {
    id,
    url: null,
    headline: `Headline of ${id}`,
    alternativeHeadline: null,
    articleBody: textOf(id),
    datePublished: '2025-09-03',
    dateModified: null,
    author: [],
    publisher: 'Aunedale Courier',
    inLanguage: 'en',
    dateline: null,
    credits: [],
    ...given,
  }
}

export function reading(id: string, given: Partial<Article> = {}, rest: Partial<Reading> = {}): Reading {
  return {
    schema: 'hearsay-reading/1',
    input: `corpus.jsonl#${id}`,
    reader: READER,
    article: article(id, given),
    entities: [],
    statements: [],
    sentences: [],
    problems: [],
    ...rest,
  }
}

/** A line of a corpus. */
export function record(id: string, text = textOf(id)): Page {
  return { kind: 'record', input: `corpus.jsonl#${id}`, record: { id, text, headline: `Headline of ${id}` } }
}

/** A reader without a model: it takes records as they are, fails where the text is “fail”, and is empty where that is empty. */
export function doubleReader(version = READER): Reader & { readonly log: string[] } {
  const log: string[] = []
  return {
    log,
    read: async input => {
      if (!('page' in input) || input.page.kind !== 'record') throw new Error('This reader takes records.')
      const { id, text, headline } = input.page.record
      log.push(id)
      if (text === 'fail') throw new HearsayError('read-timeout', 'It took too long.')
      const problems = text === '' ? [EMPTY] : []
      return reading(id, { articleBody: text, headline }, { input: input.page.input, reader: version, problems })
    },
    close: async () => {},
  }
}

const EMPTY = {
  code: 'article-empty',
  stage: 'article',
  span: null,
  fatal: true,
  note: 'No text of an article was found.',
} as const

/** A double that takes its time and signs its Readings, as this version does, with the name of a model. */
export function slowReader(model: string, delayMs: number): Reader {
  const reader = doubleReader({ version: VERSION, model })
  const read: Reader['read'] = async (...given) => {
    await new Promise(resolve => setTimeout(resolve, delayMs))
    return reader.read(...given)
  }
  return { read, close: reader.close }
}
