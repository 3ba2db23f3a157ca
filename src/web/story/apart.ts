import type { Correction } from '../../record/index.ts'
import { outletOf, type Told } from './told.ts'

/** The correction that two articles are not of one story, and what is said once it is made: one of them leaves, all others stay. */
export function notTheSameStory(
  told: Told,
  { leaves, stays }: { readonly leaves: string; readonly stays: string },
): [correction: Correction, done: string] {
  const number = told.articles.get(leaves)?.number
  return [
    { kind: 'not-the-same', what: 'articles', articles: [leaves, stays] },
    `Article ${number}, ${outletOf(told, leaves)}, is in a story apart now.`,
  ]
}
