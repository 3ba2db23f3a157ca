import type { EventType } from '../../record/index.ts'
import { GAP_WORDS_MAX, NOUNS, type NounEntry, VERBS, type VerbEntry } from './lexicon.ts'
import { type Token, verbOf } from './line.ts'
import { AUXILIARIES, BE, isAdverb, set } from './small-words.ts'

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
  if (token.capital && at > 0) return false
  if (/^(?:tank|troops)$/.test(token.lemma)) return true
  if (!/^VB/.test(token.part)) return false
  const before = line[at - 1]
  // "armed forces", "a man armed with a knife": how somebody is.
  if (
    token.lower === 'armed' &&
    !/^(?:has|have|had|was|were)$/.test(before?.lower ?? '') &&
    !/^(?:the|its|his|their)$/.test(line[at + 1]?.lower ?? '')
  )
    return false
  return !isPrenominal(line, at)
}

/** "a privately funded venture", "the released hostages", "the killing of": within a noun phrase. */
function isPrenominal(line: readonly Token[], at: number): boolean {
  const { part } = line[at]!
  if (part !== 'VBN' && part !== 'VBG' && part !== 'VBD') return false
  let first = at - 1
  while (line[first]?.part === 'R' && line[first + 1]!.before === '') first--
  const before = line[first]
  if (!before || line[first + 1]!.before !== '') return false
  if (!/^(?:D|PS|J|CD)$/.test(before.part) && !before.possessive && !(before.part === 'IN' && part === 'VBN')) return false
  if (before.part === 'D' && /^(?:all|both|each|those|some|many)$/.test(before.lower)) return false
  const next = line[at + 1]
  return part === 'VBG' ? next?.lower === 'of' || isNounly(next) : isNounly(next)
}

const isNounly = (token: Token | undefined): boolean =>
  token !== undefined && token.before === '' && /^(?:N|NS|J|P)$/.test(token.part)

/** "accused of kidnapping two nurses" beside "the kidnapping of two nurses". */
function isGerundOfNoun(line: readonly Token[], at: number): boolean {
  const { lower } = line[at]!
  if (!lower.endsWith('ing') || line[at + 1]?.lower === 'of') return false
  return /^(?:of|for|by)$/.test(line[at - 1]?.lower ?? '') && verbOf(lower) !== null
}

const isNoun = (line: readonly Token[], at: number): boolean => /^(?:N|NS|VBG)$/.test(line[at]!.part)

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
  const { lower, lemma } = line[at]!
  const shared = group === at && /^VB[DN]$/.test(line[at]!.part) ? passiveBefore(line, at) : null
  group = shared ?? group
  const auxiliaries = line.slice(group, at).map(token => token.lower)
  const be = auxiliaries.findLast(word => !isAdverb(word) && word !== 'not' && word !== 'never')
  const participle = lower !== lemma && !lower.endsWith('ing') && !/[^s]s$/.test(lower)
  const shape =
    auxiliaries.at(-1) === 'to' || auxiliaries[0] === 'to'
      ? 'infinitive'
      : lower.endsWith('ing') && !(be && BE.has(be))
        ? 'gerund'
        : 'finite'
  const reduced = participle && auxiliaries.length === 0 && takesObject(entry) && isReduced(line, { entry, at, last })
  const passive = (participle && be !== undefined && BE.has(be)) || reduced || shared !== null
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

/** "have been smashed and looted": where the verb group begins that the second shares; null where there is none. */
function passiveBefore(line: readonly Token[], at: number): number | null {
  if (!/^(?:and|or)$/.test(line[at - 1]?.lower ?? '') || line[at]!.before !== '') return null
  for (let i = at - 2; i >= Math.max(0, at - SHARED_WORDS); i--) {
    const { part, lower } = line[i]!
    if (/^VB[ND]$/.test(part) && BE.has(line[i - 1]?.lower ?? '')) {
      let group = i - 1
      while (group > 0 && AUXILIARIES.has(line[group - 1]!.lower)) group--
      return group
    }
    if (/^(?:VB|VBD|VBZ|VBP|MD|PRP)$/.test(part) || lower === 'and') return null
  }
  return null
}

/** How far the participle may stand with which another shares its "was", in words. */
const SHARED_WORDS = 7

const takesObject = ({ places }: VerbEntry): boolean =>
  /^(?:object|person|thing|held|whole|to-object|owner)$/.test(places[0] ?? '')

/** "the men arrested by police", "a man armed with a knife", "journalists detained in Olmo". */
function isReduced(
  line: readonly Token[],
  { entry, at, last }: { readonly entry: VerbEntry; readonly at: number; readonly last: number },
): boolean {
  const next = line[last + 1]
  if (next === undefined) return false
  if (next.lower === 'by') return true
  if (next.before !== '' || last !== at) return false
  // "killed at least nine": an object.
  if (/^at$/.test(next.lower) && line[at]!.lemma === 'shoot') return false
  if (/^at$/.test(next.lower) && /^(?:least|most)$/.test(line[last + 2]?.lower ?? '')) return false
  const isDone = entry.type === 'COERCE' || entry.type === 'ASSAULT' || entry.type === 'AID' || entry.type === 'YIELD'
  if (isDone && /^(?:with|in|at|near)$/.test(next.lower)) return true
  if (entry.type === 'ACCUSE' || line[at]!.part !== 'VBN') return false
  return /^(?:on|during|after|for|since|last|over|outside|inside|from|along)$/.test(next.lower) && hasOtherVerb(line, at)
}

/** Without another verb the participle is the verb. */
const hasOtherVerb = (line: readonly Token[], at: number): boolean =>
  line.some((token, i) => i !== at && /^(?:VBD|VBZ|VBP|MD)$/.test(token.part) && line[i - 1]?.part !== 'W')

const isAuxiliaryBefore = (line: readonly Token[], at: number): boolean => at > 0 && AUXILIARIES.has(line[at - 1]!.lower)
