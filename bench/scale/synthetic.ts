import type { Page, Reading } from '../../src/record/index.ts'

/** Numbers that look drawn by lot and are the same in each run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Words of a store's articles; every story has some of its own, the rest is drawn as words are in news: the n-th as often as 1/n. */
const VOCABULARY = 50_000
const WORDS_PER_ARTICLE = 400
const WORDS_PER_STORY = 40
/** One article in so many begins a story; the others belong to one of the latest. */
const ARTICLES_PER_STORY = 8
const STORIES_OPEN = 60
const ARTICLES_PER_DAY = 150

/** Articles without end, the same for the same seed: stories that come and go, over days. */
export function* articles(seed: number): Generator<{ readonly page: Page; readonly reading: Reading }> {
  const random = seeded(seed)
  const common = () => word(Math.floor(VOCABULARY ** random()))
  const stories: (readonly string[])[] = []
  for (let n = 0; ; n++) {
    if (n % ARTICLES_PER_STORY === 0) {
      stories.push(Array.from({ length: WORDS_PER_STORY }, () => named(Math.floor(random() * VOCABULARY))))
      if (stories.length > STORIES_OPEN) stories.shift()
    }
    const story = stories[Math.floor(random() * stories.length)]!
    const own = () => story[Math.floor(random() * story.length)]!
    const words = Array.from({ length: WORDS_PER_ARTICLE }, () => (random() < 0.25 ? own() : common()))
    const sentences = Array.from(
      { length: WORDS_PER_ARTICLE / 20 },
      (_, s) => `The ${words.slice(s * 20, s * 20 + 20).join(' ')}.`,
    )
    const headline = `${own()} ${common()} ${own()} ${common()} ${own()}`
    const text = sentences.join(' ')
    const date = new Date(Date.UTC(2025, 0, 1) + Math.floor(n / ARTICLES_PER_DAY) * 86_400_000).toISOString().slice(0, 10)
    const id = `s${String(n).padStart(7, '0')}`
    const record = { id, text, headline, datePublished: date, publisher: `Outlet ${Math.floor(random() * 40)}` }
    yield { page: { kind: 'record', input: `synthetic.jsonl#${id}`, record }, reading: readingOf(record) }
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
