import { AUXILIARIES, isBe, isVerb } from '../../../reading/clauses/verbs.ts'
import { baseForm } from '../../../reading/words/lemma.ts'
import { stemOf } from '../../terms.ts'
import type { Content, Term } from '../content.ts'
import { BOUNDS, putAt } from './put.ts'
import type { Slot } from './slots.ts'

/**
 * What is done with the value of a slot: the verb that it stands behind, or the first behind it, with the next word where the verb alone
 * says little ("fall silent", "is worth"). Empty where the clause only says what is.
 */
export function deedOf({ words, terms, verbAt }: Content, { span: [start], dimension, unit }: Slot): readonly Term[] {
  // "Marks" is a verb, too.
  const isUnit = (key: string) => dimension === 'money' && unit.includes(key)
  const single = terms.filter(({ kind, at, key }) => kind === 'word' && at >= verbAt && !isUnit(key))
  const verbs = single.filter(({ at }) => isDeed(words, at))
  const verb = verbs.findLast(({ span }) => span[0] < start) ?? verbs[0]
  if (!verb) return []
  const next = single.find(({ at }) => at > verb.at)
  return LIGHT.has(stemOf(baseForm(words[verb.at]!))) && next ? [verb, next] : [verb]
}

/**
 * Words that tell what is done with a value where its verb only says how much there is of it: "the *payments* came to 13 million", "put the
 * *shortage* at 2,400", "the last *inspection* was made in April", "which they *value* at two million", "the second *instalment*, 1.8 million".
 */
export function namedDeedOf({ terms, words }: Content, start: number, body: string): readonly Term[] {
  const first = terms[0]?.span[0]
  if (first === undefined || first >= start) return []
  const before = body.slice(first, start)
  const between = (from: number, to: number) =>
    terms.filter(
      ({ kind, key, at, span }) =>
        kind === 'word' && span[0] >= first + from && span[1] <= first + to && !EMPTY.has(key) && !isDeed(words, at),
    )
  const valued = VALUED.exec(before)
  if (valued) return terms.filter(({ kind, span }) => kind === 'word' && span[0] === first + valued.index)
  const put = putAt(before)
  if (put) return between(...put)
  const measured = MEASURED.exec(before)
  if (measured) return between(0, measured.index)
  const beside = BESIDE.exec(before)
  return beside ? between(beside.index, before.length) : []
}

const VALUED = new RegExp(`\\b(?:valu(?:es?|ed|ing)|worth) ${BOUNDS}`, 'u')
const MEASURED = new RegExp(
  `\\b(?:(?:is|was|are|were|be|been|being)(?: (?:made|held|carried out|done|conducted|set|fixed|due|scheduled|put|estimated))?|c[ao]mes? to|amount(?:s|ed)? to|total(?:s|led|ed)?|st(?:ands?|ood)|reach(?:es|ed)?|dat(?:es?|ed)|t(?:akes?|ook) place|happen(?:s|ed)?|occur(?:s|red)?|f(?:alls?|ell|allen)) (?:(?:in|on|at|from|back to|for|as) )?${BOUNDS}`,
  'u',
)
/** "The second instalment, 1.8 million crowns, was not paid". */
const BESIDE = /\b(?:the|an?|its|his|her|their) [^,;:.]{3,50}, $/u

/** Nouns that say that there is a number, and not of what. */
const EMPTY = new Set(
  'number figure total count amount sum level rate average first second third last next new part people person year month week day'
    .split(' ')
    .map(word => stemOf(word)),
)

/** A verb of its own, in a form or at a place where it carries a clause, or what something is. */
function isDeed(words: readonly string[], at: number): boolean {
  const word = words[at]!
  const before = words[words[at - 1] === 'not' ? at - 2 : at - 1] ?? ''
  if (AUXILIARIES.has(word) || /ly$/.test(word) || DETERMINERS.has(before)) return false
  if (word.endsWith('ing')) return at === 0 || isBe(before)
  // "Closed to ships".
  if (before === 'to') return !/[^s]s$/.test(word)
  return isVerb(word) || AUXILIARIES.has(before)
}

/** "The run", "their strike". */
const DETERMINERS = new Set('the a an its his her our their my this'.split(' '))

/** Verbs that say little without the next word. */
const LIGHT = new Set('fall come go get become remain stay make take have give put leave'.split(' ').map(word => stemOf(word)))
