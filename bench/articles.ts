import type { Article } from '../src/record/index.ts'

/** An article of which nothing is known but its words. */
export function bareArticle(id: string, articleBody: string): Article {
  return {
    id,
    url: null,
    headline: null,
    alternativeHeadline: null,
    articleBody,
    datePublished: null,
    dateModified: null,
    author: [],
    publisher: null,
    inLanguage: 'en',
    dateline: null,
    credits: [],
  }
}
