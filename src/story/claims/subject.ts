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

export const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of on in at for from with by to about against over under between among near off inside outside'.split(' '),
)
