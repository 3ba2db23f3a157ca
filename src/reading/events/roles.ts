import type { Span } from '../../record/index.ts'
import type { Governor } from './governing.ts'
import { isPast, type Token } from './line.ts'
import { isParty, meantBy } from './party.ts'
import { type Party, partiesFrom, partyOf } from './phrase.ts'
import { findAfter, recipientsOf } from './recipients.ts'
import { TIMES } from './small-words.ts'
import { antecedent, phraseStart, subjectOf } from './subject.ts'
import { triggersIn, type VerbTrigger } from './triggers.ts'

export interface Parties {
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
}

export function passiveParties(line: readonly Token[], trigger: VerbTrigger): Parties | null {
  // "after being threatened": who, the main clause tells, and there it may be anybody.
  const isBeing = line[trigger.group]!.lower === 'being' && trigger.shape !== 'participle'
  const subject = isBeing
    ? []
    : trigger.shape === 'participle'
      ? antecedent(line, trigger.at)
      : subjectOf(line, clauseStart(line, trigger))
  const by = findAfter(line, trigger.last + 1, ['by'])
  const actors = by >= 0 ? partiesFrom(line, by + 1) : []
  // "killed by a falling tree": nobody did it.
  if (actors.length > 0 && !actors.some(party => isParty(line, party)) && !isWhen(line, by + 1)) return null
  const takes = trigger.places.some(place => ['object', 'person', 'thing', 'held', 'whole', 'to-object', 'owner'].includes(place))
  if (!takes) return null
  return { actors: actors.filter(party => isParty(line, party)), recipients: subject.flatMap(party => meantBy(line, party)) }
}

/** "intends to open", "is due to visit": the verb group that has the subject. */
function clauseStart(line: readonly Token[], { group, shape }: VerbTrigger): number {
  if (shape !== 'infinitive') return group
  let start = group
  while (start > 0 && /^(?:VB[DZPNG]?|MD|R)$|^J$/.test(line[start - 1]!.part) && line[start]!.before === '') start--
  return start
}

/** "by Monday", "by 5 p.m.". */
const isWhen = (line: readonly Token[], at: number): boolean =>
  line[at]!.part === 'CD' ||
  TIMES.has(line[at]!.lower) ||
  (/^(?:the|then|now)$/.test(line[at]!.lower) && TIMES.has(line[at + 1]?.lower ?? ''))

export function activeParties(line: readonly Token[], trigger: VerbTrigger, governed: Governor): Parties | null {
  if (governed !== null && typeof governed === 'object') {
    const actors = governed.actors.map(span => partyAt(line, span))
    return { actors, recipients: recipientsOf(line, trigger) }
  }
  // "Syrian tanks rolled": who does it is part of the phrase.
  if (/^(?:tank|troops)$/.test(line[trigger.at]!.lemma))
    return { actors: [partyOf(line, Math.max(0, phraseStart(line, trigger.at)), trigger.at + 1)], recipients: [] }
  let actors =
    trigger.shape === 'gerund' ? gerundActors(line, trigger) : saidOf(line, subjectOf(line, clauseStart(line, trigger)))
  if (trigger.type === 'ASSAULT' && actors.length === 1 && isInstrument(line, actors[0]!)) {
    const by = findAfter(line, actors[0]!.head + 1, ['by'])
    return {
      actors: by >= 0 && by < trigger.at ? partiesFrom(line.slice(0, trigger.group), by + 1) : [],
      recipients: recipientsOf(line, trigger),
    }
  }
  actors = actors.filter(party => line[party.head] !== undefined)
  const found = recipientsOf(line, trigger)
  return { actors, recipients: found.length > 0 ? found : relativeObject(line, trigger) }
}

export const hasInstrument = (line: readonly Token[], trigger: VerbTrigger): boolean => {
  const [subject] = subjectOf(line, trigger.group)
  return subject !== undefined && isInstrument(line, subject)
}

/** "A roadside bomb planted by the network killed": what kills is not who does; "Israeli strikes" tells who. */
function isInstrument(line: readonly Token[], { span, head }: Party): boolean {
  if (!INSTRUMENTS.has(line[head]!.lower.replace(/s$/, ''))) return false
  for (let i = head; i >= 0 && line[i]!.span[0] >= span[0]; i--)
    if (line[i]!.capital && i > 0 && line[i]!.span[0] !== span[0]) return false
  return !/^\p{Lu}.*(?:an|ese|ish|i|ch)$/u.test(
    line[head - 1]?.capital ? line[head - 1]!.lower.replace(/^./, c => c.toUpperCase()) : '',
  )
}
const INSTRUMENTS = new Set(
  'bomb blast explosion device grenade landmine mine bullet shell missile rocket airstrike strike gunfire shelling'.split(' '),
)

/** "Kenya said it had arrested": what says so of itself. Only where no other noun stands between the verb of saying and the pronoun. */
function saidOf(line: readonly Token[], subject: Party[]): Party[] {
  const [only] = subject
  if (!only || subject.length > 1 || !/^(?:it|they)$/.test(line[only.head]!.lower)) return subject
  let verb = only.head - 1
  while (verb > 0 && (line[verb]!.lower === 'that' || isDay(line, verb))) verb--
  if (!/^(?:said|says|announced|added|confirmed|claimed|denied|warned|promised|vowed)$/.test(line[verb]?.lower ?? ''))
    return subject
  while (verb > 0 && /^(?:has|have|had)$/.test(line[verb - 1]!.lower)) verb--
  const teller = subjectOf(line, verb)
  return teller.length > 0 && !/^(?:he|she|it|they|we|i|who|which|that)$/.test(line[teller[0]!.head]!.lower) ? teller : subject
}

/** "on Tuesday". */
const isDay = (line: readonly Token[], at: number): boolean => line[at]!.lower === 'on' || /day$/.test(line[at]!.lower)

function gerundActors(line: readonly Token[], trigger: VerbTrigger): Party[] {
  if (trigger.at === 0) {
    // "Rejecting a plea, the union said": the subject of the main clause.
    const main = line.findIndex((token, i) => i > trigger.last && token.before.includes(','))
    const verb = line.findIndex((token, i) => i > main && !token.capital && (isPast(token.lower) || /ed$/.test(token.lower)))
    return main > 0 ? partiesFrom(verb > 0 ? line.slice(0, verb) : line, main) : []
  }
  if (line[trigger.at]!.before.includes(',')) {
    const main = triggersIn(line.slice(0, trigger.at)).find(
      (other): other is VerbTrigger => other.form === 'verb' && other.shape === 'finite',
    )
    return main ? subjectOf(line, main.group) : []
  }
  return antecedent(line, trigger.at)
}

/** "officers whom it accuses": the object stands before the clause. */
function relativeObject(line: readonly Token[], trigger: VerbTrigger): readonly Party[] {
  for (let i = trigger.group - 1; i >= Math.max(0, trigger.group - 6); i--)
    if (line[i]!.lower === 'whom') return [{ span: line[i]!.span, head: i }]
  return []
}

const partyAt = (line: readonly Token[], span: Span): Party => ({
  span,
  head: Math.max(
    0,
    line.findIndex(token => token.span[1] === span[1]),
  ),
})
