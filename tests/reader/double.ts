import { parentPort } from 'node:worker_threads'
import { HearsayError } from '../../src/errors.ts'
import { serveThread } from '../../src/reading/thread/thread.ts'
import type { Article, Page, Problem } from '../../src/record/index.ts'

/** A reading thread without a model: it does what the first word of the text says. */
if (parentPort === null) throw new Error('This file runs on a worker thread.')

await serveThread(parentPort, {
  openTools: async () => ({ modelDigest: 'sha256:double' }),
  readPage: async page => ({ article: articleOf(page), problems: problemsOf(textOf(page)) }),
  readArticle: async ({ articleBody }) => {
    const [command] = articleBody.split(' ')
    if (command === 'HANG') for (;;);
    if (command === 'SLOW') await new Promise(resolve => setTimeout(resolve, 300))
    if (command === 'HOG') hog()
    if (command === 'CRASH') process.exit(7)
    if (command === 'THROW') throw new TypeError('undefined is not a statement')
    if (command === 'CODED') throw new HearsayError('input-binary', 'this is no text')
    return {
      entities: [],
      times: [],
      places: [],
      events: [],
      heard: [],
      statements: [],
      sentences: [{ span: [0, articleBody.length], voice: 'outlet' }],
      problems: [{ code: 'quotation-unbalanced', stage: 'reading', span: [0, 1], fatal: false, note: 'from the reading' }],
    }
  },
})

function textOf(page: Page): string {
  return page.kind === 'html' ? page.html : page.kind === 'text' ? page.text : page.record.text
}

function articleOf(page: Page): Article {
  return {
    id: 'double',
    url: page.kind === 'html' ? page.url : null,
    headline: null,
    alternativeHeadline: null,
    articleBody: textOf(page),
    datePublished: page.given?.datePublished ?? null,
    dateModified: null,
    author: [],
    publisher: page.given?.publisher ?? null,
    inLanguage: 'en',
    dateline: null,
    credits: [],
  }
}

function problemsOf(text: string): readonly Problem[] {
  if (text.startsWith('FOREIGN'))
    return [{ code: 'language-not-read', stage: 'article', span: null, fatal: true, note: 'not English' }]
  return [{ code: 'date-unclear', stage: 'article', span: null, fatal: false, note: 'from the article' }]
}

function hog(): never {
  const held: number[][] = []
  for (;;) held.push(new Array(1_000_000).fill(held.length + 0.5))
}
