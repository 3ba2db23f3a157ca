import type { Frame } from './frame.ts'

/** "778 deaths in the past 24 hours", "four million crowns a day": not all there were. "In just over an hour" says how long it took. */
export const isOfPeriod = ({ content: { words } }: Frame): boolean => PERIOD.test(words.join(' '))
const PERIOD =
  /\b(?:(?:(?<!\b(?:over|under|than|about|nearly|almost|half) )(?:a|an)|per|each|every) (?:hour|day|week|month|year)|hourly|daily|weekly|monthly|annual(?:ly)?|yearly|(?:in|over|within) the (?:past|last) (?:\S+ )?(?:hours?|days?|weeks?|months?|years?))\b/

/** Whether both clauses name somebody or some place, and none of them is in the sentence of the other: the dead of Nice, those of Paris. */
export function areOfOthers(a: Frame, b: Frame): boolean {
  const known = ({ terms, beside, content }: Frame) =>
    new Set([...[...terms, ...beside].map(({ key }) => key), ...content.carried])
  if (a.named.length === 0 || b.named.length === 0) return false
  const [inA, inB] = [known(a), known(b)]
  return !a.named.some(key => inB.has(key)) && !b.named.some(key => inA.has(key))
}

/** "In Brisk 67 percent were in favour" is of Brisk alone. */
export function isOneWhere({ content: { words, terms } }: Frame, other: Frame): boolean {
  const [first] = terms
  if (first?.kind !== 'entity' || first.at > 2 || !/^(?:in|at|among|for)$/.test(words[0] ?? '')) return true
  return other.content.terms.some(
    ({ key, at }) => key === first.key && /^(?:in|at|among|for)$/.test(other.content.words[at - 1] ?? ''),
  )
}
