import type { EventType } from '../../record/index.ts'
import { GAP_WORDS_MAX, NOUNS, type NounEntry, VERBS, type VerbEntry } from './lexicon.ts'
import { type Token, verbOf } from './line.ts'
import { AUXILIARIES, BE, isAdverb } from './small-words.ts'

/** A word of a sentence that names a deed. */
export type Trigger = VerbTrigger | NounTrigger

export interface VerbTrigger {
  readonly form: 'verb'
  readonly type: EventType
  readonly mode: string | null
  readonly places: readonly string[]
  /** Index of the verb, and of the last word of its phrase. */
  readonly at: number
  readonly last: number
  /** Index of the verb group's first word: "has been" of "has been arrested". */
  readonly group: number
  readonly passive: boolean
  /** "to arrest", "arresting": not the clause's own verb. */
  readonly shape: 'finite' | 'infinitive' | 'gerund' | 'participle'
}

export interface NounTrigger {
  readonly form: 'noun'
  readonly type: EventType
  readonly mode: string | null
  readonly entry: NounEntry
  readonly at: number
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const BEFORE_NOUN = set(
  'the a an this that these those his her its their our my of for in on into by after before during over under between against new joint two three several further recent heavy deadly fresh violent armed',
)
const BEFORE_VERB = set('to will would can could may might shall should must who which he she it they we i you not never')
/** The same word is a noun and a verb; without a verb before it, its form decides little. */
const AMBIGUOUS = set(
  'attack strike arrest protest visit support demand raid assault request offer march rally pledge promise call question probe release murder ambush blockade boycott riot shell clash fight battle capture charge sanction back fault fund slam board fire order force partner side hail ram honour honor hit target search fund phone visits attacks strikes arrests protests raids demands offers calls orders clashes sanctions charges murders forces partners sides hits targets searches supports oppose funds phones offers shelter shelters boards questions tests appeal appeals block blocks',
)

/** What names a deed in a sentence; verbs with the words that make their meaning, and nouns that say who did it to whom. */
export function triggersIn(line: readonly Token[]): Trigger[] {
  const found: Trigger[] = []
  const taken = new Set<number>()
  for (let at = 0; at < line.length; at++) {
    if (taken.has(at)) continue
    const verb = isVerb(line, at) ? verbAt(line, at) : null
    if (verb) {
      found.push(verb)
      for (let i = at; i <= verb.last; i++) if (i === at || i === verb.last) taken.add(i)
      continue
    }
    const entry = NOUNS.get(line[at]!.lemma)
    if (entry && (!line[at]!.capital || at === 0) && isNoun(line, at))
      found.push({ form: 'noun', type: entry.type, mode: entry.mode, entry, at })
  }
  return found
}

function isVerb(line: readonly Token[], at: number): boolean {
  const token = line[at]!
  if (!VERBS.has(token.lemma)) return isGerundOfNoun(line, at)
  const before = line[at - 1]?.lower ?? ''
  if (token.capital && at > 0) return false
  // "armed forces", "a man armed with a knife": how somebody is.
  if (
    token.lower === 'armed' &&
    !/^(?:has|have|had|was|were)$/.test(before) &&
    !/^(?:the|its|his|their)$/.test(line[at + 1]?.lower ?? '')
  )
    return false
  if (token.lower.endsWith('ing'))
    return token.lower === token.lemma || !BEFORE_NOUN.has(before) || ['of', 'for', 'by', 'after', 'before'].includes(before)
  if (BEFORE_VERB.has(before)) return true
  if (line[at - 1]?.possessive) return false
  if (BEFORE_NOUN.has(before)) return false
  if (AMBIGUOUS.has(token.lower))
    return (
      token.lower.endsWith('s') &&
      at > 0 &&
      !['and', 'or'].includes(before) &&
      /^(?:the|a|an|his|its|their)$/.test(line[at + 1]?.lower ?? '')
    )
  return true
}

/** "accused of kidnapping two nurses" beside "the kidnapping of two nurses". */
function isGerundOfNoun(line: readonly Token[], at: number): boolean {
  const { lower } = line[at]!
  if (!lower.endsWith('ing') || line[at + 1]?.lower === 'of') return false
  return /^(?:of|for|by)$/.test(line[at - 1]?.lower ?? '') && verbOf(lower) !== null
}

const isNoun = (line: readonly Token[], at: number): boolean =>
  line[at]!.lower !== line[at]!.lemma ? /(?:s|ing)$/.test(line[at]!.lower) : true

function verbAt(line: readonly Token[], at: number): VerbTrigger | null {
  const { lemma, lower } = line[at]!
  for (const entry of VERBS.get(VERBS.has(lemma) ? lemma : (verbOf(lower) ?? '')) ?? []) {
    const last = matchRest(line, at, entry)
    if (last !== null) return shaped(line, { entry, at, last })
  }
  return null
}

/** Index of the phrase's last word; null where what has to follow does not. In a passive it stands before: "sanctions were imposed". */
function matchRest(line: readonly Token[], at: number, { rest }: VerbEntry): number | null {
  let next = at + 1
  for (const { lemma, gap } of rest) {
    let index = next
    const limit = gap ? Math.min(line.length, next + GAP_WORDS_MAX + 1) : Math.min(line.length, next + 1)
    while (index < limit && line[index]!.lemma !== lemma && line[index]!.lower !== lemma) {
      if (index > at + 1 && /[,;:]/.test(line[index]!.before)) return null
      if (gap && GAP_ENDS.has(line[index]!.lower)) return null
      index++
    }
    if (index >= limit) return null
    next = index + 1
  }
  return next - 1
}

/** What a phrase does not reach over. */
const GAP_ENDS = set('who which that when after before because as to for by with from and')

function shaped(
  line: readonly Token[],
  { entry, at, last }: { readonly entry: VerbEntry; readonly at: number; readonly last: number },
): VerbTrigger {
  let group = at
  while (
    group > 0 &&
    (AUXILIARIES.has(line[group - 1]!.lower) ||
      /n't$/.test(line[group - 1]!.lower) ||
      (isAdverb(line[group - 1]!.lower) && isAuxiliaryBefore(line, group - 1))) &&
    line[group]!.before === ''
  )
    group--
  const auxiliaries = line.slice(group, at).map(token => token.lower)
  const { lower, lemma } = line[at]!
  const be = auxiliaries.findLast(word => !isAdverb(word) && word !== 'not' && word !== 'never')
  const participle = lower !== lemma && !lower.endsWith('ing') && !/[^s]s$/.test(lower)
  const shape =
    auxiliaries.at(-1) === 'to' || auxiliaries[0] === 'to'
      ? 'infinitive'
      : lower.endsWith('ing') && !(be && BE.has(be))
        ? 'gerund'
        : 'finite'
  const reduced = participle && auxiliaries.length === 0 && entry.places[0] === 'object' && isReduced(line, { entry, at, last })
  const passive = (participle && be !== undefined && BE.has(be)) || reduced
  return {
    form: 'verb',
    type: entry.type,
    mode: entry.mode,
    places: entry.places,
    at,
    last,
    group,
    passive,
    shape: reduced ? 'participle' : shape,
  }
}

/** "the men arrested by police", "a man armed with a knife", "journalists detained in Olmo". */
function isReduced(
  line: readonly Token[],
  { entry, at, last }: { readonly entry: VerbEntry; readonly at: number; readonly last: number },
): boolean {
  const next = line[last + 1]
  if (next === undefined) return false
  if (next.before !== '' || last !== at) return next.lower === 'by'
  const isDone = entry.type === 'COERCE' || entry.type === 'ASSAULT' || entry.type === 'AID'
  return next.lower === 'by' || (isDone && /^(?:with|in|at|near)$/.test(next.lower))
}

const isAuxiliaryBefore = (line: readonly Token[], at: number): boolean => at > 0 && AUXILIARIES.has(line[at - 1]!.lower)
