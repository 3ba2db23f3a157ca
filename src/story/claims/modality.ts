import { AUXILIARIES, isFiniteVerb } from '../../reading/clauses/verbs.ts'
import type { Word } from '../../reading/words/words.ts'
import type { Statement } from '../../record/index.ts'

/** How a clause tells its deed: as so, as to come or wished for, as possible, or as asked about. */
export type Modality = 'told' | 'ahead' | 'possible' | 'asked'

export interface Mood {
  readonly modality: Modality
  readonly negated: boolean
}

/** Reads the mood of a clause off its words, and of the statement that it is said in. */
export function moodOf(words: readonly Word[], verbAt: number, statement: Pick<Statement, 'polarity' | 'cueLemma'> | null): Mood {
  // A month makes nothing possible.
  const lower = words.map(({ lower: word, capital }, at) => (word === 'may' && capital && at > 0 ? 'month' : word))
  const negations =
    lower.filter((_, at) => denies(lower, at)).length +
    phrases(lower) +
    (isCalledUntrue(lower) ? 1 : 0) +
    (isOnlyFrom(lower) ? 1 : 0)
  // Far behind the verb stands what others may or will do: "prisoners whom it wants to see freed".
  const near = verbAt === -1 ? lower : lower.slice(0, verbAt + VERB_GROUP)
  return { modality: modalityOf(near, statement), negated: negations % 2 === 1 }
}

/** Words of a verb with its auxiliaries and what it governs: "is expected to be". */
const VERB_GROUP = 5

const NEGATIVE = new Set('not never no none nobody neither nothing cannot nor nowhere denied denies denying deny'.split(' '))
const denies = (words: readonly string[], at: number): boolean =>
  (NEGATIVE.has(words[at]!) || words[at]!.endsWith("n't")) && !isBound(words, at) && !isGoneOn(words, at)

/** "No more than 200", "not only", "a vote of no confidence": these deny nothing. */
const isBound = (words: readonly string[], at: number): boolean =>
  /^(?:no|not)$/.test(words[at]!) &&
  (/^(?:only|just|least|confidence|doubt)$/.test(words[at + 1] ?? '') ||
    (/^(?:more|less|fewer|later|earlier)$/.test(words[at + 1] ?? '') && words[at + 2] === 'than'))

/** "Neither signed *nor* read": one negation. */
const isGoneOn = (words: readonly string[], at: number): boolean =>
  words[at] === 'nor' && words.slice(0, at).some(word => /^(?:neither|not|no|never)$/.test(word))

/** "It was noon before anybody heard of it": nobody had until then. */
const isOnlyFrom = (words: readonly string[]): boolean =>
  words[0] === 'it' && /^(?:was|is)$/.test(words[1] ?? '') && words.includes('before') && !words.includes('not')

/** "failed to", "yet to", "refused to": the deed was not done. "No longer" and "no more" are one negation. */
function phrases(words: readonly string[]): number {
  return words.filter((word, at) => NOT_DONE.has(word) && words[at + 1] === 'to' && !(word === 'yet' && words[at - 1] === 'not'))
    .length
}
const NOT_DONE = new Set('failed fails failing yet refused refuses refusing declined'.split(' '))

/** "[Reports that] a member of the staff had done it *are untrue*": what is called so has a verb of its own, or stands behind "that". */
function isCalledUntrue(words: readonly string[]): boolean {
  const at = words.findIndex((word, index) => UNTRUE.has(word) && /^(?:is|are|was|were)$/.test(words[index - 1] ?? ''))
  if (at === -1) return false
  return words[at + 1] === 'that' || (at === words.length - 1 && words.slice(0, at - 1).some(isFiniteVerb))
}
const UNTRUE = new Set('untrue false wrong incorrect baseless unfounded groundless invented fabricated nonsense'.split(' '))

function modalityOf(words: readonly string[], statement: Pick<Statement, 'polarity' | 'cueLemma'> | null): Modality {
  if (statement?.polarity === 'asked' || ASKING.has(words[0] ?? '')) return 'asked'
  if (CONDITIONAL.has(words[0] ?? '') || words.includes('whether')) return 'possible'
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    // What could not be done is not so.
    if (POSSIBLE.has(word) && !(word === 'could' && words[at + 1] === 'not')) return 'possible'
    if (AHEAD.has(word)) return 'ahead'
    if (word === 'to' && isVerbAfter(words, at) && (isAuxiliary(words[at - 1]) || PLANNING.has(words[at - 1] ?? '')))
      return 'ahead'
    if (word === 'according') break
    if (IDEAS.has(word)) return 'possible'
  }
  // "pledged to hire", "urged them to leave", "called for": what stands in the statement is still to be done.
  if ((words[0] === 'to' && isVerbAfter(words, 0)) || (statement?.cueLemma && CALLING.has(statement.cueLemma) && isToDo(words)))
    return 'ahead'
  return 'told'
}

const isAuxiliary = (word: string | undefined): boolean =>
  word !== undefined && AUXILIARIES.has(word) && /^(?:is|are|was|were|be)/.test(word)
const isToDo = (words: readonly string[]): boolean =>
  words.slice(0, 3).some((word, at) => word === 'to' && isVerbAfter(words, at))
const isVerbAfter = (words: readonly string[], at: number): boolean =>
  at + 1 < words.length && !/^(?:the|a|an|his|her|its|their|this)$/.test(words[at + 1]!)

/** "Investigators look into what caused the crash": a question in the sentence, which says nothing of the answer. */
const ASKING = new Set('whether what why how'.split(' '))
const CONDITIONAL = new Set('if unless should'.split(' '))
const POSSIBLE = new Set('may might could perhaps possibly considered considers considering'.split(' '))
const AHEAD = new Set("will would shall should must ought won't wouldn't it'll he'll she'll they'll we'll i'll".split(' '))
const PLANNING = new Set(
  'plan plans planned planning intend intends intended going set due expected expects want wants wanted about hope hopes hoped prepare prepares prepared agreed pledged promised vowed ready scheduled'.split(
    ' ',
  ),
)
const IDEAS = new Set('considered mulled weighed'.split(' '))
const CALLING = new Set(
  'urge pledge promise vow threaten demand call ask order want offer agree plan propose recommend'.split(' '),
)
