import type { Correction, Passage } from '../../record/index.ts'
import { listed } from './words.ts'

/** A correction as a sentence; what stands in quotation marks are words of articles or of the person. */
export function correctionInWords(correction: Correction, outlet: (article: string) => string | null): string {
  const name = (article: string) => outlet(article) ?? `“${article}”`
  const quote = ({ exact, article }: Passage) => `“${shortened(exact)}” (${name(article)})`
  switch (correction.kind) {
    case 'split':
      return `A story apart: ${listed(correction.articles.map(name))}.`
    case 'merge':
      return `Two stories are one: “${correction.stories[0]}” and “${correction.stories[1]}”.`
    case 'rename':
      return `The story is called “${correction.name}”.`
    case 'not-the-same':
      return correction.what === 'articles'
        ? `Not of one story: ${listed(correction.articles.map(name))}.`
        : `Not the same ${correction.what === 'claim' ? 'claim' : 'party'}: ${listed(correction.passages.map(quote))}.`
    case 'not-a-copy':
      return `Neither took from the other: ${listed(correction.articles.map(name))}.`
    case 'wrong-speaker':
      return `${quote(correction.content)} are words of ${correction.speaker === null ? 'an unclear speaker' : `“${correction.speaker}”`}.`
  }
}

const SHOWN_UNITS = 80

function shortened(words: string): string {
  return words.length <= SHOWN_UNITS ? words : `${words.slice(0, SHOWN_UNITS).replace(/\s+\S*$/, '')} …`
}
