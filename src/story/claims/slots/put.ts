import type { Span } from '../../../record/index.ts'
import { stemOf } from '../../terms.ts'
import { PREPOSITIONS } from '../subject.ts'

/** Words that may stand between a verb or a small word and its value. */
export const BOUNDS =
  '(?:(?:about|some|around|nearly|almost|more|less|fewer|than|at|least|most|only|just|no|over|up|to|the|a|an|barely|roughly|approximately|estimated|now|still|currently) )*\\p{Sc}?$'

const PUT = new RegExp(
  `(?:\\b(?:puts?|putting|estimate[sd]?|gave|gives?|given|sets?|placed?|places) |^)((?:the|its|his|her|their) [^,;:.]{3,60}) (?:at|as) ${BOUNDS}`,
  'u',
)

/** Where what somebody puts a number to stands in the words before it: "she put *the shortage of teachers* at"; null where nobody does. */
export function putAt(before: string): Span | null {
  const found = PUT.exec(before)
  if (!found) return null
  const start = before.indexOf(found[1]!, found.index)
  return [start, start + found[1]!.length]
}

/** What is counted by it, as stems: "teacher"; empty where the words do not say. */
export function thingPut(before: string): readonly string[] {
  const at = putAt(before)
  if (!at) return []
  const words = before
    .slice(...at)
    .toLowerCase()
    .split(' ')
    .slice(1)
  const of = words.indexOf('of')
  const behind = of === -1 ? words : words.slice(of + 1)
  const end = behind.findIndex(word => PREPOSITIONS.has(word))
  const thing = behind.slice(0, end === -1 ? undefined : end).at(-1)
  return thing && !UNTOLD.has(thing) ? [stemOf(thing)] : []
}

/** "Put the number at 700": of what was counted before. */
const UNTOLD = new Set('number figure total count turnout crowd attendance toll sum'.split(' '))
