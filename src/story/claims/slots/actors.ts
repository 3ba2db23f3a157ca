import { isRole } from '../../../reading/who/nouns.ts'
import { baseForm } from '../../../reading/words/lemma.ts'
import { stemOf } from '../../terms.ts'
import type { Content, Term } from '../content.ts'
import { subjectOf } from '../subject.ts'

/** Deeds of which each is done once and by one: others may praise the same bill, but hardly two fly one plane or raise one alarm. */
const ONE_DOES = new Set(
  'fly drive steer pilot sign order raise found discover invent write paint compose design shoot stab strangle poison leak forge plant ignite trigger sound chair captain inherit confess'
    .split(' ')
    .map(word => stemOf(baseForm(word))),
)

/** Whether two clauses tell one such deed, done to the same, each of a person, and both by name or both by what they are. */
export function isDoneByOne(a: Content, b: Content, isPerson: (key: string) => boolean): boolean {
  if (a.negated || b.negated || a.modality !== 'told' || b.modality !== 'told' || a.passive || b.passive) return false
  const [deed, otherDeed] = [deedOf(a), deedOf(b)]
  if (!deed || !otherDeed || deed.verb !== otherDeed.verb || deed.what !== otherDeed.what) return false
  const [one, other] = [subjectOf(a), subjectOf(b)]
  if (!one || !other || one.kind !== other.kind) return false
  const isOne = (term: Term, { words }: Content) =>
    term.kind === 'entity' ? term.words.length > 0 && isPerson(term.key) : isRole(words[term.at]!)
  return isOne(one, a) && isOne(other, b)
}

function deedOf({ terms, verbAt }: Content): { readonly verb: string; readonly what: string } | null {
  const behind = terms.filter(({ at, kind }) => at >= verbAt && kind === 'word')
  const at = verbAt === -1 ? -1 : behind.findIndex(({ key }) => ONE_DOES.has(key))
  const [verb, what] = [behind[at], behind[at + 1]]
  return at === -1 || at > 1 || !verb || !what ? null : { verb: verb.key, what: what.key }
}
