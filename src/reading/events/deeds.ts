import type { EventType, Span } from '../../record/index.ts'
import type { Word } from '../words/words.ts'
import { type Around, aroundOf } from './around.ts'
import { isAboutElse, isHistory, isLongAgo, isOfYear } from './elsewhere.ts'
import { type Found, GOVERNING, governedBy, governorOf, modeWanted } from './governing.ts'
import { kindOf, VESSELS } from './kinds.ts'
import { THINGS, TRIAL } from './lexicon.ts'
import { lineOfDeeds, type Token } from './line.ts'
import {
  isAbstract,
  isByProtesters,
  isFree,
  isGeneric,
  isMeant,
  isReproach,
  isThreat,
  MATERIAL,
  NEEDS,
  OF_SOMEBODY,
  WATERS,
} from './meant.ts'
import { type Modality, modalityOf } from './modality.ts'
import { isAct, isParty } from './party.ts'
import { carriesClause, type Party, partiesFrom, partyOf } from './phrase.ts'
import { findAfter, ownerIn, recipientsOf } from './recipients.ts'
import { activeParties, hasInstrument, passiveParties } from './roles.ts'
import { phraseStart } from './subject.ts'
import { ARMED, areSeveral, isNobody, isOnePerson, type Told } from './told.ts'
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

interface Context {
  readonly triggers: readonly Trigger[]
  readonly before: Found
  readonly around: Around
}

/** The deeds that a sentence tells. `year` is that of publication where it is known: what lies two years back is history. */
export function deedsIn(body: string, sentence: Span, year: number | null, words?: readonly Word[]): Deed[] {
  if (sentence[1] - sentence[0] > SENTENCE_UNITS_MAX) return []
  const line = lineOfDeeds(body, sentence, words)
  const triggers = triggersIn(line)
  if (triggers.length === 0 || isAboutElse(line)) return []
  if (isHistory(line)) return []
  const trial =
    line.some(token => TRIAL.has(token.lower) || TRIAL.has(token.lower.replace(/s$/, ''))) ||
    /\btold (?:the|a) court\b|\bgiving evidence\b/.test(line.map(token => token.lower).join(' '))
  const around = aroundOf(body, sentence)
  const deeds: Deed[] = []
  const owners: { readonly trigger: Trigger; deed: Deed }[] = []
  for (const trigger of triggers) {
    if (trial && !OF_COURT.has(trigger.type)) continue
    if (isLongAgo(line, trigger.at) || isOfYear(line, trigger.at, year)) continue
    if (trigger.form === 'verb' && sharesPassive(line, trigger, { owners, deeds })) continue
    const deed =
      trigger.form === 'verb'
        ? deedOfVerb(line, trigger, { triggers, before: owners, around })
        : deedOfNoun(line, trigger, around)
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
  if (
    ![trigger.at, last.trigger.group].includes(trigger.group) ||
    last.trigger.last !== trigger.at - 2 ||
    line[trigger.at - 1]!.lower !== 'and'
  )
    return false
  const by = last.deed.actors.length === 0 ? findAfter(line, trigger.last + 1, ['by']) : -1
  if (by >= 0) {
    const actors = partiesFrom(line, by + 1).filter(party => isParty(line, party))
    last.deed = { ...last.deed, actors: actors.map(({ span }) => span) }
    deeds[deeds.length - 1] = last.deed
  }
  return true
}

function deedOfVerb(line: readonly Token[], trigger: VerbTrigger, { triggers, before, around }: Context): Deed | null {
  const governed = governorOf(line, trigger, triggers, before)
  if (governed === 'no deed') return null
  const told = trigger.shape === 'gerund' ? 'asserted' : modalityOf(line, trigger)
  if (told === null || isGeneric(line, trigger)) return null
  if (trigger.shape === 'gerund' && !governed && !isFree(line, trigger)) return null
  const parties = trigger.passive ? passiveParties(line, trigger) : activeParties(line, trigger, governed)
  if (!parties) return null
  const { actors } = parties
  const recipients = parties.recipients.map(party => ownerOf(line, trigger, party)).filter(party => isParty(line, party))
  const whole: Told = { line, trigger, actors, recipients, around }
  if (!isMeant(whole) || !isWhole(whole) || isDoubtful(whole)) return null
  const modality = [...actors, ...recipients].some(party => isNobody(line, party)) ? 'denied' : told
  const wanted = GOVERNING.has(trigger.type) ? governedBy(line, trigger, triggers) : null
  const meant = recipients.length === 0 && trigger.type !== 'REQUEST' ? threatened(line, trigger, wanted) : recipients
  const { type, mode } = typeOf(whole, wanted && modeWanted(trigger.type, wanted))
  return {
    type,
    mode,
    trigger: [line[trigger.at]!.span[0], line[trigger.at]!.span[1]],
    actors: actors.map(({ span }) => span),
    recipients: meant.filter(party => isParty(line, party) && !isNoParty(line, type, party)).map(({ span }) => span),
    modality,
    alleged: governed !== null && typeof governed === 'object',
  }
}

/** Who stands behind what is threatened, promised or refused: "threatened to sink Peru". */
function threatened(line: readonly Token[], trigger: VerbTrigger, wanted: VerbTrigger | null): readonly Party[] {
  if (wanted) return recipientsOf(line, wanted)
  const to = line[trigger.last + 1]?.lower === 'to' ? trigger.last + 2 : -1
  if (trigger.type !== 'THREATEN' || line[to]?.part !== 'VB') return []
  return partiesFrom(line, to + 1).filter(party => kindOf(line, party) === 'name')
}

/** The type and mode of the words, save where the parties make it another: a test of arms, an attack with words, a fire laid by thieves. */
function typeOf(told: Told, modeOfWanted: string | null): Pick<Deed, 'type' | 'mode'> {
  const { line, trigger, actors, recipients, around } = told
  const { lemma } = line[trigger.at]!
  const isTest = trigger.mode === 'heavy-weapons' && recipients.every(({ head }) => WATERS.test(line[head]!.lower))
  if (isTest && /^(?:fire|launch)$/.test(lemma)) return { type: 'MOBILIZE', mode: 'weapons' }
  if (isReproach(told)) return { type: 'ACCUSE', mode: null }
  if (
    lemma === 'raid' &&
    actors.some(({ head }) =>
      /^(?:police|officers|agents|detectives|fbi|investigators|deputies|authorities|prosecutors)$/.test(line[head]!.lower),
    )
  )
    return { type: 'COERCE', mode: null }
  if (lemma === 'vow' && !isThreat(told)) return { type: 'AGREE', mode: null }
  if (/^(?:set|torch)$/.test(lemma) && trigger.type === 'PROTEST' && !isByProtesters(told) && !around.isProtest)
    return { type: 'ASSAULT', mode: 'destroy' }
  if (lemma === 'occupy' && trigger.type === 'ASSAULT' && isByProtesters(told)) return { type: 'PROTEST', mode: 'obstruct' }
  return { type: trigger.type, mode: trigger.mode ?? modeOfWanted }
}

/** "praised the union's patience": what is praised, condemned or refused is whoever's it is. */
function ownerOf(line: readonly Token[], { type }: VerbTrigger, party: Party): Party {
  if (!/^(?:SUPPORT|ACCUSE|REJECT)$/.test(type) || kindOf(line, party) !== 'thing') return party
  const from = line.findIndex(token => token.span[0] === party.span[0])
  const owner = line.findLastIndex((token, at) => at >= from && at < party.head && token.possessive)
  return owner < 0 ? party : partyOf(line, from, owner + 1)
}

/** Words that leave open who does it to whom: a participle that another verb may govern, "you", what is praised and is nobody's. */
function isDoubtful({ line, trigger, actors, recipients }: Told): boolean {
  const token = line[trigger.at]!
  if (recipients.some(({ head }) => /^(?:you|yourself)$/.test(line[head]!.lower))) return true
  if (/^(?:SUPPORT|ACCUSE|REJECT)$/.test(trigger.type) && recipients.length > 0)
    if (recipients.every(party => kindOf(line, party) === 'thing' && !isAct(line[party.head]!.lower))) return true
  if (token.part !== 'VBN' || trigger.group !== trigger.at || trigger.passive || actors.length === 0) return false
  const from = line.findLastIndex((one, at) => at <= trigger.at && (/[,;:]/.test(one.before) || one.part === 'CC'))
  return line[trigger.at - 1]?.part !== 'CC' && line.slice(Math.max(0, from), trigger.at).some(one => carriesClause(one))
}

/** Whether those are there without whom the deed would not be one. */
function isWhole({ line, trigger, actors, recipients }: Told): boolean {
  const { lemma } = line[trigger.at]!
  const [place = ''] = trigger.places
  if (actors.some(party => !isParty(line, party) || /^you$/.test(line[party.head]!.lower))) return false
  if (!/^(?:ASSAULT|FIGHT|MOBILIZE|COERCE|PROTEST)$/.test(trigger.type) && actors.some(party => kindOf(line, party) === 'thing'))
    return false
  if (trigger.type === 'CONSULT' && recipients.some(party => kindOf(line, party) === 'thing')) return false
  if (recipients.length > 0 && OF_SOMEBODY.has(trigger.type) && recipients.every(party => isThing(line, party))) return false
  if (recipients.length === 0) {
    if (NEEDS.has(lemma) || (trigger.type === 'PROTEST' && lemma === 'hold')) return false
    if (/^(?:economic|convict)$/.test(trigger.mode ?? '')) return false
    if (/^(?:CONSULT|FIGHT)$/.test(trigger.type) && !areSeveral(line, actors)) return false
    if (lemma === 'offer' && line[trigger.last + 1]?.lower !== 'to') return false
    if (/^(?:whole|object|person|thing|armed|held)$/.test(place) && !trigger.passive && MATERIAL.has(trigger.type)) return false
  }
  if (lemma === 'board' && !recipients.some(({ head }) => VESSELS.has(line[head]!.lower.replace(/s$/, '')))) return false
  if (place === 'person' && recipients.length > 0 && recipients.every(({ head }) => isAbstract(line[head]!))) return false
  const isStruck = hasInstrument(line, trigger)
  if (place === 'armed' && !isStruck && !actors.some(party => ARMED.has(line[party.head]!.lower))) return false
  return actors.length > 0 || trigger.passive || (trigger.type === 'ASSAULT' && recipients.length > 0 && isStruck)
}

/** What is praised, refused or asked for is no party where it is a thing; what is hit, held and given back may be. */
const isNoParty = (line: readonly Token[], type: EventType, party: Party): boolean =>
  (type === 'REJECT' && /^(?:it|this|that|them)$/.test(line[party.head]!.lower)) ||
  (!/^(?:ASSAULT|COERCE|MOBILIZE|AID|FIGHT|PROTEST)$/.test(type) && kindOf(line, party) === 'thing')

/** "the arrest of X by Y", "an attack on X", "fighting between X and Y". */
function deedOfNoun(line: readonly Token[], trigger: NounTrigger, around: Around): Deed | null {
  const { forms } = trigger.entry
  const next = line[trigger.at + 1]
  const modality = modalityOf(line, trigger)
  if (modality === null || !next) return null
  // "to broker talks between": nobody has talked yet.
  const start = phraseStart(line, trigger.at)
  if (line[start - 1]?.part === 'VB' && line[start]!.before === '') return null
  const owner = line[trigger.at - 1]?.possessive ? ownerIn(line, Math.max(0, trigger.at - 5), trigger.at - 1) : []
  let actors: readonly Party[] = owner
  let recipients: readonly Party[] = []
  if (forms.includes('between')) {
    if (next.lower !== 'between') return null
    actors = partiesFrom(line, trigger.at + 2, true)
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
  const isWords =
    /^(?:attack|assault)$/.test(line[trigger.at]!.lemma) && !around.isArmed && actors.some(party => isOnePerson(line, party))
  return {
    type: isWords ? 'ACCUSE' : trigger.type,
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

const isThing = (line: readonly Token[], { head }: Party): boolean => {
  const { lower } = line[head]!
  return THINGS.has(lower) || THINGS.has(lower.replace(/s$/, '')) || THINGS.has(lower.replace(/ies$/, 'y'))
}
