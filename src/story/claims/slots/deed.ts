import { AUXILIARIES, isBe, isVerb } from '../../../reading/clauses/verbs.ts'
import { baseForm } from '../../../reading/words/lemma.ts'
import { stemOf } from '../../terms.ts'
import type { Content, Term } from '../content.ts'

/**
 * What is done with the value that stands at `start`: the verb that it stands behind, or the first behind it, with the next word where the verb alone
 * says little ("fall silent", "is worth"). Empty where the clause only says what is.
 */
export function deedOf({ words, terms, verbAt }: Content, start: number): readonly Term[] {
  const single = terms.filter(({ kind, at }) => kind === 'word' && at >= verbAt)
  const verbs = single.filter(({ at }) => isDeed(words, at))
  const verb = verbs.findLast(({ span }) => span[0] < start) ?? verbs[0]
  if (!verb) return []
  const next = single.find(({ at }) => at > verb.at)
  return LIGHT.has(stemOf(baseForm(words[verb.at]!))) && next ? [verb, next] : [verb]
}

/** A verb of its own, in a form or at a place where it carries a clause, or what something is. */
function isDeed(words: readonly string[], at: number): boolean {
  const word = words[at]!
  const before = words[at - 1] ?? ''
  if (AUXILIARIES.has(word) || /ly$/.test(word)) return false
  if (word.endsWith('ing')) return at === 0 || isBe(before)
  return isVerb(word) || before === 'to' || AUXILIARIES.has(before)
}

/** Verbs that say little without the next word. */
const LIGHT = new Set('fall come go get become remain stay make take have give put leave'.split(' ').map(word => stemOf(word)))
