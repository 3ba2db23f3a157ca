import { readTimes } from '../../src/reading/times/times.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import type { Article } from '../../src/record/index.ts'
import { type Features, featuresOf } from '../../src/story/features.ts'
import { recordsOf } from '../corpora.ts'

/** An article of a corpus, with the story that it belongs to. */
export interface Filed {
  readonly id: string
  readonly story: string
  readonly features: Features
}

interface Line {
  readonly id: string
  readonly text: string
  readonly headline: string | null
  readonly published: string | null
  readonly story: string
}

export type SetName = 'giveme5w1h' | 'ecbplus train' | 'ecbplus dev' | 'allsides' | 'basil' | 'newswcl50'

/** The articles of a set as the reader would give them; of `allsides` every so many stories. */
export function setOf(corpora: string, name: SetName, everyStory = 1): Filed[] {
  return [...lines(corpora, name, everyStory)].map(line => ({ id: line.id, story: line.story, features: featuresFor(line) }))
}

// biome-ignore lint/suspicious/noExplicitAny: the corpora's records differ, and each is taken apart here and nowhere else.
type Record_ = any

function* lines(corpora: string, name: SetName, everyStory: number): Generator<Line> {
  const records = (...path: string[]) => recordsOf<Record_>(corpora, ...path)
  if (name === 'giveme5w1h') {
    for (const { id, text, title, published, event } of records('giveme5w1h', 'dev.jsonl.gz'))
      yield { id, text, headline: title, published, story: `${event}` }
  } else if (name === 'ecbplus train' || name === 'ecbplus dev') {
    for (const { id, text, subtopic } of records('ecbplus', `${name.slice(8)}.jsonl.gz`))
      yield { id, text, headline: null, published: null, story: subtopic }
  } else if (name === 'allsides') {
    for (const [index, { story, articles }] of records('allsides', 'stories.jsonl.gz').entries()) {
      if (index % everyStory !== 0) continue
      for (const { id, text, title, published } of articles) yield { id, text, headline: title, published, story }
    }
  } else if (name === 'basil') {
    for (const { id, paragraphs, title, published, story } of records('basil', 'dev.jsonl.gz')) {
      const text = (paragraphs as string[][]).map(sentences => sentences.join(' ')).join('\n')
      yield { id, text, headline: title, published, story }
    }
  } else {
    for (const { id, text, event } of records('newswcl50', 'all.jsonl.gz'))
      yield { id, text, headline: null, published: null, story: `${event}` }
  }
}

function featuresFor({ id, text, headline, published }: Line): Features {
  const sentences = splitSentences(text, splitParagraphs(text))
  const times = readTimes({ body: text, datePublished: published, sentences })
  return featuresOf({ id, articleBody: text, headline, datePublished: published } as Article, times)
}
