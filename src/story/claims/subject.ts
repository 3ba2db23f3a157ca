import type { Content, Term } from './content.ts'

/** The head of what stands before the verb: "the *radar* of the ship had failed", "there is no *report* on it". */
export function subjectOf(content: Content): Term | null {
  const known = READ.get(content)
  if (known !== undefined) return known
  const subject = readSubject(content)
  READ.set(content, subject)
  return subject
}

/** A content is compared with many others. */
const READ = new WeakMap<Content, Term | null>()

function readSubject({ terms, verbAt, words }: Content): Term | null {
  const from = words[0] === 'there' ? verbAt : 0
  const to = words[0] === 'there' ? words.length : verbAt
  const first = terms.find(({ at }) => at >= from && at < to)
  if (!first) return null
  const end = words.findIndex((word, at) => at > first.at && at < to && PREPOSITIONS.has(word))
  return terms.filter(({ at }) => at >= from && at < (end === -1 ? to : end)).at(-1) ?? null
}

/** Who did what is told in the passive: "was called by the *union*", "by her deputy, *Ida Roth*"; null where nobody is named. */
export function agentOf({ terms, verbAt, words }: Content): Term | null {
  const by = words.findIndex((word, at) => word === 'by' && at > verbAt)
  if (by === -1) return null
  const end = words.findIndex((word, at) => at > by && (at > by + AGENT_WORDS || PREPOSITIONS.has(word)))
  const named = ({ kind, at, words: own }: Term) => kind === 'entity' && own.length > 0 && at > by && (end === -1 || at < end)
  return terms.find(named) ?? null
}

const AGENT_WORDS = 4

export const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of on in at for from with by to about against over under between among near off inside outside'.split(' '),
)
