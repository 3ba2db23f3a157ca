import type { Page, Reading } from '../../src/record/index.ts'
import { seeded } from '../../tests/seeded.ts'

/** Words of a store's articles; every story has some of its own, the rest is drawn as words are in news: the n-th as often as 1/n. */
const VOCABULARY = 50_000
export const WORDS_PER_ARTICLE = 200
/** So that shorter articles have whole ones. */
const WORDS_PER_SENTENCE = 20
const WORDS_PER_STORY = 30
/** As much of an article is its story's own that filing tells stories apart as it does in news: see the last column of the curve. */
const OWN_SHARE = 0.3
/** One article in so many begins a story; the others belong to one of the latest. */
const ARTICLES_PER_STORY = 8
const STORIES_OPEN = 60
const ARTICLES_PER_DAY = 150

export interface Synthetic {
  readonly page: Page
  readonly reading: Reading
  /** The number of the story that it was made for, and whether it is the first of it. */
  readonly story: number
}

/** Articles without end, the same for the same seed and length: stories that come and go, over days. */
export function* articles(seed: number, wordsPerArticle = WORDS_PER_ARTICLE): Generator<Synthetic> {
  const random = seeded(seed)
  const common = () => word(Math.floor(VOCABULARY ** random()))
  const stories: { readonly number: number; readonly words: readonly string[] }[] = []
  for (let n = 0; ; n++) {
    if (n % ARTICLES_PER_STORY === 0) {
      const words = Array.from({ length: WORDS_PER_STORY }, () => named(Math.floor(random() * VOCABULARY)))
      stories.push({ number: n / ARTICLES_PER_STORY, words })
      if (stories.length > STORIES_OPEN) stories.shift()
    }
    const story = stories[Math.floor(random() * stories.length)]!
    const own = () => story.words[Math.floor(random() * story.words.length)]!
    const words: string[] = []
    while (words.length < wordsPerArticle) {
      if (random() > OWN_SHARE) words.push(common())
      else {
        // What a story speaks of comes in the same turns of phrase: a word and the one after it.
        const at = Math.floor(random() * (story.words.length - 1))
        words.push(story.words[at]!, story.words[at + 1]!)
      }
    }
    const sentences = Array.from(
      { length: wordsPerArticle / WORDS_PER_SENTENCE },
      (_, s) => `The ${words.slice(s * WORDS_PER_SENTENCE, (s + 1) * WORDS_PER_SENTENCE).join(' ')}.`,
    )
    const headline = `${own()} ${own()} ${common()} ${own()} ${own()}`
    const text = sentences.join(' ')
    const date = new Date(Date.UTC(2025, 0, 1) + Math.floor(n / ARTICLES_PER_DAY) * 86_400_000).toISOString().slice(0, 10)
    const id = `s${String(n).padStart(7, '0')}`
    const record = { id, text, headline, datePublished: date, publisher: `Outlet ${Math.floor(random() * 40)}` }
    const page: Page = { kind: 'record', input: `synthetic.jsonl#${id}`, record }
    yield { page, reading: readingOf(record), story: story.number }
  }
}

function readingOf(record: {
  readonly id: string
  readonly text: string
  readonly headline: string
  readonly datePublished: string
  readonly publisher: string
}): Reading {
  const { id, text, headline, datePublished, publisher } = record
  return {
    schema: 'hearsay-reading/1',
    input: `synthetic.jsonl#${id}`,
    reader: { version: 'synthetic', model: 'sha256:synthetic' },
    article: {
      id,
      url: null,
      headline,
      alternativeHeadline: null,
      articleBody: text,
      datePublished,
      dateModified: null,
      author: [],
      publisher,
      inLanguage: 'en',
      dateline: null,
      credits: [],
    },
    entities: [],
    statements: [],
    sentences: [],
    problems: [],
  }
}

const SYLLABLES = ['ba', 'do', 'fel', 'gar', 'hin', 'ku', 'lam', 'mor', 'nes', 'pir', 'ra', 'sul', 'tav', 'wen', 'yor', 'zin']

function word(n: number): string {
  let left = n + 17
  let text = ''
  while (left > 0) {
    text += SYLLABLES[left % 16]!
    left = Math.floor(left / 16)
  }
  return text
}

function named(n: number): string {
  const text = word(n)
  return text[0]!.toUpperCase() + text.slice(1)
}
