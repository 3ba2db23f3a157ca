import { baseForm } from '../../reading/words/lemma.ts'
import type { Reading } from '../../record/index.ts'
import { textOf } from '../../record/index.ts'
import type { Lookup } from '../merging/merged.ts'
import { STOP, stemOf } from '../terms.ts'

/** By the key of an entity (`@` and its id) the stems of the words that it goes by in the story: its names, "the port chief". */
export function wordsOfEntities(readings: readonly Reading[], entityOf: Lookup): (key: string) => ReadonlySet<string> {
  const words = new Map<string, Set<string>>()
  for (const { article, entities = [] } of readings) {
    for (const { id, mentions } of entities) {
      const story = entityOf(article.id, id)
      if (!story) continue
      const known = words.get(`@${story}`) ?? new Set()
      words.set(`@${story}`, known)
      for (const { span, form } of mentions) {
        if (form === 'pronoun') continue
        for (const word of textOf(article.articleBody, span)
          .toLowerCase()
          .match(/\p{L}[\p{L}\p{N}’'-]*/gu) ?? []) {
          if (!STOP.has(word)) known.add(stemOf(baseForm(word)))
        }
      }
    }
  }
  return key => words.get(key) ?? NONE
}

const NONE: ReadonlySet<string> = new Set()
