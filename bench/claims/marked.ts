import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Span } from '../../src/record/index.ts'

/** One event told by three outlets, written for the project, with what is told of each claim marked: `[c1|three people died]`. */
export interface MarkedStory {
  readonly id: string
  readonly versions: readonly MarkedText[]
}

export interface MarkedText {
  readonly id: string
  readonly outlet: string
  readonly date: string
  readonly text: string
  /** Of each place its claim, the UTF-16 units of `text` that tell it, and whether they deny it. */
  readonly places: readonly { readonly claim: string; readonly span: Span; readonly denied: boolean }[]
}

const FOLDER = fileURLToPath(new URL('../../train/claims/', import.meta.url))

/** The stories of `train/claims`, in order. */
export function markedStories(): MarkedStory[] {
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.jsonl'))
  return files.sort().flatMap(name =>
    readFileSync(FOLDER + name, 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => unmarked(JSON.parse(line) as Written)),
  )
}

interface Written {
  readonly id: string
  readonly versions: readonly { readonly outlet: string; readonly date: string; readonly text: string }[]
}

const unmarked = ({ id, versions }: Written): MarkedStory => ({
  id,
  versions: versions.map((version, index) => ({ ...version, id: `${id}.${index}`, ...withoutMarks(version.text) })),
})

/** `-` before an id marks a denial. */
const MARK = /\[(-?)(c\d+)\|([^\]]*)\]/g

function withoutMarks(marked: string): Pick<MarkedText, 'text' | 'places'> {
  const places: MarkedText['places'][number][] = []
  let text = ''
  let last = 0
  for (const { 0: whole, 1: denial, 2: claim, 3: words, index } of marked.matchAll(MARK)) {
    text += marked.slice(last, index)
    places.push({ claim: claim!, span: [text.length, text.length + words!.length], denied: denial === '-' })
    text += words
    last = index + whole.length
  }
  return { text: text + marked.slice(last), places }
}
