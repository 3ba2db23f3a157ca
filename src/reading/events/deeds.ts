import type { EventType, Span } from '../../record/index.ts'
import { isAboutElse, isHistory, isLongAgo } from './elsewhere.ts'
import { type Found, GOVERNING, governedBy, governorOf, modeWanted } from './governing.ts'
import { TRIAL } from './lexicon.ts'
import { lineOf, type Token } from './line.ts'
import {
  ARMED,
  areSeveral,
  isAbstract,
  isAudience,
  isFree,
  isGeneric,
  isMeant,
  isNobody,
  isReproach,
  isThing,
  MATERIAL,
  NEEDS,
  OF_SOMEBODY,
  VESSELS,
  WATERS,
} from './meant.ts'
import { type Modality, modalityOf } from './modality.ts'
import { isParty } from './party.ts'
import { type Party, partiesFrom } from './phrase.ts'
import { findAfter, ownerIn, recipientsOf } from './recipients.ts'
import { activeParties, hasInstrument, passiveParties } from './roles.ts'
import { type NounTrigger, type Trigger, triggersIn, type VerbTrigger } from './triggers.ts'

/** A deed as one sentence tells it, its parties still words of the sentence. */
export interface Deed {
  readonly type: EventType
  readonly mode: string | null
  readonly trigger: Span
  readonly actors: readonly Span[]
  readonly recipients: readonly Span[]
  readonly modality: Modality
  /** Told as an accusation: on the word of whoever accuses. */
  readonly alleged: boolean
}

/** The longest sentence of PolNeAR dev has about 500; beyond this it is a list or a table, and clauses cannot be told apart. */
const SENTENCE_UNITS_MAX = 3000

/** Acts of a court; the rest of what a report of a trial tells is history. */
const OF_COURT = new Set<string>(['SANCTION', 'YIELD'])

/** The deeds that a sentence tells. `year` is that of publication where it is known: what lies two years back is history. */
export function deedsIn(body: string, sentence: Span, year: number | null): Deed[] {
  if (sentence[1] - sentence[0] > SENTENCE_UNITS_MAX) return []
  const line = lineOf(body, sentence)
  const triggers = triggersIn(line)
  if (triggers.length === 0 || isAboutElse(line)) return []
  const past = isHistory(line, year)
  if (past) return []
  const trial =
    line.some(token => TRIAL.has(token.lower) || TRIAL.has(token.lower.replace(/s$/, ''))) ||
    /\btold (?:the|a) court\b/.test(line.map(token => token.lower).join(' '))
  const deeds: Deed[] = []
  const owners: { readonly trigger: Trigger; deed: Deed }[] = []
  for (const trigger of triggers) {
    if (trial && !OF_COURT.has(trigger.type)) continue
    if (isLongAgo(line, trigger.at)) continue
    if (trigger.form === 'verb' && sharesPassive(line, trigger, { owners, deeds })) continue
    const deed = trigger.form === 'verb' ? deedOfVerb(line, trigger, triggers, owners) : deedOfNoun(line, trigger)
    if (!deed) continue
    if (isPartOf(line, trigger, owners)) continue
    owners.push({ trigger, deed })
    deeds.push(deed)
  }
  return deeds
}

/** "was shot and killed by a guard": one deed, and who did it stands behind the second verb. */
function sharesPassive(
  line: readonly Token[],
  trigger: VerbTrigger,
  { owners, deeds }: { readonly owners: { readonly trigger: Trigger; deed: Deed }[]; readonly deeds: Deed[] },
): boolean {
  const last = owners.at(-1)
  if (last?.trigger.form !== 'verb' || !last.trigger.passive || last.trigger.type !== trigger.type) return false
  if (trigger.group !== trigger.at || last.trigger.last !== trigger.at - 2 || line[trigger.at - 1]!.lower !== 'and') return false
  const by = last.deed.actors.length === 0 ? findAfter(line, trigger.last + 1, ['by']) : -1
  if (by >= 0) {
    const actors = partiesFrom(line, by + 1).filter(party => isParty(line, party))
    last.deed = { ...last.deed, actors: actors.map(({ span }) => span) }
    deeds[deeds.length - 1] = last.deed
  }
  return true
}

function deedOfVerb(line: readonly Token[], trigger: VerbTrigger, triggers: readonly Trigger[], before: Found): Deed | null {
  const governed = governorOf(line, trigger, triggers, before)
  if (governed === 'no deed') return null
  const told = trigger.shape === 'gerund' ? 'asserted' : modalityOf(line, trigger)
  if (told === null || !isMeant(line, trigger)) return null
  if (isGeneric(line, trigger)) return null
  if (trigger.shape === 'gerund' && !governed && !isFree(line, trigger)) return null
  const parties = trigger.passive ? passiveParties(line, trigger) : activeParties(line, trigger, governed)
  if (!parties) return null
  const { actors } = parties
  const recipients = parties.recipients.filter(party => isParty(line, party))
  if (actors.some(party => !isParty(line, party) || /^you$/.test(line[party.head]!.lower))) return null
  if (recipients.length > 0 && OF_SOMEBODY.has(trigger.type) && recipients.every(party => isThing(line, party))) return null
  if (NEEDS.has(line[trigger.at]!.lemma) && recipients.length === 0) return null
  if (/^(?:CONSULT|FIGHT)$/.test(trigger.type) && recipients.length === 0 && !areSeveral(line, actors)) return null
  if (trigger.type === 'CONSULT' && isAudience(line, recipients)) return null
  if (trigger.type === 'PROTEST' && line[trigger.at]!.lemma === 'hold' && recipients.length === 0) return null
  if (line[trigger.at]!.lemma === 'offer' && recipients.length === 0 && line[trigger.last + 1]?.lower !== 'to') return null
  if (line[trigger.at]!.lemma === 'board' && !recipients.some(({ head }) => VESSELS.test(line[head]!.lower))) return null
  if (trigger.places[0] === 'person' && recipients.length > 0 && recipients.every(({ head }) => isAbstract(line[head]!)))
    return null
  const modality = [...actors, ...recipients].some(party => isNobody(line, party)) ? 'denied' : told
  if (trigger.places[0] === 'armed' && !hasInstrument(line, trigger) && !actors.some(party => ARMED.has(line[party.head]!.lower)))
    return null
  if (
    actors.length === 0 &&
    !trigger.passive &&
    (trigger.type !== 'ASSAULT' || recipients.length === 0 || !hasInstrument(line, trigger))
  )
    return null
  if (/^(?:whole|object|person|thing|armed|held)$/.test(trigger.places[0] ?? '')) {
    if (recipients.length === 0 && !trigger.passive && MATERIAL.has(trigger.type)) return null
  }
  const isTest =
    trigger.mode === 'heavy-weapons' &&
    recipients.every(({ head }) => WATERS.test(line[head]!.lower)) &&
    /^(?:fire|launch)$/.test(line[trigger.at]!.lemma)
  const wanted = GOVERNING.has(trigger.type) ? governedBy(line, trigger, triggers) : null
  const meant = recipients.length === 0 && wanted && trigger.type !== 'REQUEST' ? recipientsOf(line, wanted) : recipients
  return {
    type: isTest ? 'MOBILIZE' : isReproach(line, trigger, recipients) ? 'ACCUSE' : trigger.type,
    mode: isTest ? 'weapons' : (trigger.mode ?? (wanted && modeWanted(trigger.type, wanted))),
    trigger: [line[trigger.at]!.span[0], line[trigger.at]!.span[1]],
    actors: actors.map(({ span }) => span),
    recipients: meant.filter(party => isParty(line, party)).map(({ span }) => span),
    modality,
    alleged: governed !== null && typeof governed === 'object',
  }
}

/** "the arrest of X by Y", "an attack on X", "fighting between X and Y". */
function deedOfNoun(line: readonly Token[], trigger: NounTrigger): Deed | null {
  const { forms } = trigger.entry
  const next = line[trigger.at + 1]
  const modality = modalityOf(line, trigger)
  if (modality === null || !next) return null
  const owner = line[trigger.at - 1]?.possessive ? ownerIn(line, Math.max(0, trigger.at - 5), trigger.at - 1) : []
  let actors: readonly Party[] = owner
  let recipients: readonly Party[] = []
  if (forms.includes('between')) {
    if (next.lower !== 'between') return null
    actors = partiesFrom(line, trigger.at + 2)
  } else if (forms.includes('by') || forms.includes('from')) {
    if (!forms.includes(next.lower)) return null
    actors = partiesFrom(line, trigger.at + 2)
  } else {
    if (!forms.includes(next.lower)) return null
    recipients = partiesFrom(line, trigger.at + 2)
    const by = findAfter(line, trigger.at + 2, ['by'])
    if (by >= 0) actors = partiesFrom(line, by + 1)
    if (actors.length === 0) actors = nameBefore(line, trigger.at)
    if (actors.length === 0) return null
  }
  const known = [...actors, ...recipients]
  if (known.length === 0 || known.some(party => !isParty(line, party))) return null
  const span = line[trigger.at]!.span
  return {
    type: trigger.type,
    mode: trigger.mode,
    trigger: span,
    actors: actors.map(p => p.span),
    recipients: recipients.map(p => p.span),
    modality,
    alleged: false,
  }
}

/** "a Taliban attack on", "Israeli raids on": whose attack it is stands before it. */
function nameBefore(line: readonly Token[], at: number): Party[] {
  let from = at
  while (
    from > 0 &&
    line[from - 1]!.capital &&
    line[from]!.before === '' &&
    !/^(?:the|a|an|in|on|after|since)$/.test(line[from - 1]!.lower)
  )
    from--
  return from < at ? [{ span: [line[from]!.span[0], line[at - 1]!.span[1]], head: at - 1 }] : []
}

/** "attacked …, killing five": the same deed. */
function isPartOf(line: readonly Token[], trigger: Trigger, before: Found): boolean {
  if (trigger.form !== 'verb' || trigger.shape !== 'gerund') return false
  return before.some(({ deed }) => deed.type === trigger.type && line[trigger.at]!.before.includes(','))
}
