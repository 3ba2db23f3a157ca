import type { Corrected, Correction, Reading, Story } from '../../src/record/index.ts'
import type { Answer, StoreRequest } from './server.ts'

export interface StoryStore {
  answer(request: StoreRequest): Answer | null
  /** What was corrected, in its order. */
  readonly corrections: readonly Corrected[]
}

interface Given {
  readonly story: Story
  readonly readings: readonly Reading[]
  readonly kind?: 'own' | 'samples'
  /** The story as it is told after these corrections, which stand. */
  readonly retold?: (story: Story, corrections: readonly Correction[]) => Story
}

/** A store of one story, and of others that are in its list only, as the API answers for it. */
export function storyStore({ story, readings, kind = 'own', retold = told => told }: Given): StoryStore {
  const log: Corrected[] = []
  const standing = () => log.filter(({ undone }) => undone === null).map(({ correction }) => correction)
  const now = () => retold(story, standing())
  return {
    corrections: log,
    answer({ method, path: [what, id], query, body }) {
      if (what === 'store') return { body: { kind, articles: readings.length, reading: null } }
      if (what === 'stories') {
        if (id === undefined) return { body: pageOf(now(), query) }
        return id === story.id ? { body: now() } : unknown('story-unknown')
      }
      if (what === 'articles') {
        const found = readings.find(({ article }) => article.id === id)
        return found ? { body: found } : unknown('article-unknown')
      }
      if (what !== 'corrections') return null
      if (method === 'GET') return { body: { corrections: [...log].reverse() } }
      if (method === 'DELETE') return undo(Number(id))
      const { correction } = body as { correction: Correction }
      const corrected = { id: log.length + 1, correction, by: 'web', at: '2031-04-06T10:00:00.000Z', undone: null, moved: [] }
      log.push(corrected)
      return { status: 201, body: corrected }
    },
  }

  function undo(id: number): Answer {
    const at = log.findIndex(one => one.id === id)
    log[at] = { ...log[at]!, undone: { by: 'web', at: '2031-04-06T10:05:00.000Z' } }
    return { body: log[at] }
  }
}

function unknown(code: string): Answer {
  return { status: 404, body: { error: { code, message: 'There is none of that id.', advice: 'Look at the list.' } } }
}

const OTHERS = ['Ferry timetable changes', 'Herons return to the quay', 'A mill without a wheel']

/** Two pages: the story with one other, then the rest; searching finds the story alone, or others whose names begin alike. */
function pageOf({ id, name, firstPublished, lastPublished, articles, independentOrigins }: Story, query: URLSearchParams) {
  const publishers = new Set(articles.map(({ publisher }) => publisher)).size
  const line = { id, name, firstPublished, lastPublished, articles: articles.length, publishers, independentOrigins }
  const others = OTHERS.map((title, index) => ({
    id: `other-${index}`,
    name: title,
    firstPublished: null,
    lastPublished: index === 2 ? null : `2031-03-0${3 - index}`,
    articles: 1,
    publishers: 1,
    independentOrigins: [1, 1],
  }))
  const words = query.get('q')?.toLowerCase()
  if (words !== undefined) {
    const alike = others.filter(other => other.name.toLowerCase().startsWith(words.slice(0, 3)))
    const found = name.toLowerCase().includes(words) ? [{ ...line, by: 'words' }] : []
    return { stories: [...found, ...alike.map(other => ({ ...other, by: 'likeness' }))], next: null }
  }
  if (query.get('cursor') === null) return { stories: [line, others[0]], next: 'second' }
  return { stories: others.slice(1), next: null }
}
