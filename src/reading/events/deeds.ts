import type { EventType, Span } from '../../record/index.ts'
import { HISTORY, SPORT, THINGS, TRIAL, VERBS } from './lexicon.ts'
import { isPast, lineOf, type Token } from './line.ts'
import { type Modality, modalityOf } from './modality.ts'
import { antecedent, isParty, type Party, partiesFrom, partiesMeant, subjectOf } from './phrase.ts'
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

/** Verbs whose object did what follows: "accused X of shelling". */
const ACCUSING = new Set('accuse blame condemn criticise criticize suspect denounce'.split(' '))
/** Their infinitives and clauses say what is wanted or said, not what was done. */
const GOVERNING = new Set<EventType>(['THREATEN', 'AGREE', 'REQUEST', 'REJECT'])
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

function isAboutElse(line: readonly Token[]): boolean {
  if (line.some(token => SPORT.has(token.lower) || SPORT.has(token.lower.replace(/s$/, '')))) return true
  const text = line.map(token => token.lower).join(' ')
  return /\bfree kick\b|\bon penalties\b|\bextra time\b|\bhome side\b|\baway side\b|\bin this newspaper view\b|\bin this paper view\b|\bin my view\b|\bpenalty area\b|\bfirst whistle\b/.test(
    text,
  )
}

/** A memorial, a life, a year that lies back. */
function isHistory(line: readonly Token[], year: number | null): boolean {
  if (line.some(token => HISTORY.has(token.lower))) return true
  const text = line.map(token => token.lower).join(' ')
  if (/^born in\b/.test(text)) return true
  const limit = year === null ? YEAR_OF_OLD : year - 1
  for (const [, found] of text.matchAll(/\bin (1[5-9]\d\d|20\d\d)\b/g)) if (Number(found) < limit) return true
  return false
}

/** Where nothing tells when an article was published, a deed of an earlier year than this is taken for history. */
const YEAR_OF_OLD = 2010
/** How near "years ago" or "years since" has to stand for the deed to be meant, in words. */
const AGO_WORDS = 8

/** "30 years after they massacred", "was seized ten years ago". */
function isLongAgo(line: readonly Token[], at: number): boolean {
  const isSpan = (i: number) => /^(?:years|decades|century|centuries)$/.test(line[i]?.lower ?? '')
  for (let i = Math.max(0, at - AGO_WORDS); i < Math.min(line.length, at + AGO_WORDS); i++) {
    const next = line[i + 1]?.lower ?? ''
    if (isSpan(i) && (i < at ? ['after', 'since'].includes(next) : ['ago', 'earlier'].includes(next))) return true
    if (isSpan(i) && i < at && next === 'ago' && opensClause(line, i)) return true
  }
  return false
}

/** "Half a century ago, soldiers …", "where, ten years ago this week, …". */
function opensClause(line: readonly Token[], at: number): boolean {
  let first = at
  while (first > 0 && at - first < 4 && line[first]!.before === '' && !/^(?:where|when|that)$/.test(line[first - 1]!.lower))
    first--
  return first === 0 || line[first]!.before === ',' || /^(?:where|when|that)$/.test(line[first - 1]?.lower ?? '')
}

type Found = readonly { readonly trigger: Trigger; readonly deed: Deed }[]

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
  if (trigger.type === 'CONSULT' && recipients.length === 0 && !areSeveral(line, actors)) return null
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

/** Whether the words around a verb make it the deed that it may be: a warning of one's own act, a demand and no question. */
function isMeant(line: readonly Token[], trigger: VerbTrigger): boolean {
  const { lemma } = line[trigger.at]!
  const next = line[trigger.last + 1]?.lower ?? ''
  const behind = line
    .slice(trigger.last + 1, trigger.last + 1 + OWN_WORDS)
    .map(token => token.lower)
    .join(' ')
  if (lemma === 'warn')
    return /\b(?:it|he|she|they|we|i) (?:would|will|could|may|might|is ready|are ready)\b|\b(?:retaliat|reprisal|consequences|military action|war)/.test(
      behind,
    )
  if (lemma === 'ask')
    return (
      !/^(?:how|what|whether|why|if|when|who|where|about|himself|herself|themselves)$/.test(next) &&
      (trigger.passive || /\b(?:to|for)\b/.test(behind))
    )
  if (lemma === 'commit') return next === 'to'
  if (lemma === 'brief') return !trigger.passive
  if (lemma === 'oppose') return next !== 'to'
  if (lemma === 'fire' && trigger.last === trigger.at) return /^(?:into|on|at|upon|towards?)$/.test(next)
  if (lemma === 'release') return !line.some(token => /^hospitals?$/.test(token.lower))
  if (lemma === 'beat' && trigger.type === 'ASSAULT')
    return !/\b(?:election|primary|nomination|polls?|vote|game|match|odds)\b/.test(line.map(token => token.lower).join(' '))
  return true
}
/** How far behind "warned" what is threatened may stand, in words. */
const OWN_WORDS = 14

/** Verbs that are a deed only where they are done to somebody. */
const NEEDS = new Set('oppose overturn support defend brief receive host hit strike break'.split(' '))
const VESSELS = /^(?:ship|vessel|boat|tanker|trawler|dredger|freighter|ferry|yacht|dinghy|barge|flotilla|convoy)s?$/

const WATERS = /^(?:sea|seas|ocean|waters|airspace|air|sky|space)$/

/** "attacked the senator for his vote", "attacked the policy": with words. */
const isReproach = (line: readonly Token[], trigger: VerbTrigger, recipients: readonly Party[]): boolean =>
  line[trigger.at]!.lemma === 'attack' &&
  recipients.length > 0 &&
  (findAfter(line, recipients.at(-1)!.head + 1, ['for']) === recipients.at(-1)!.head + 1 ||
    recipients.every(({ head }) => isAbstract(line[head]!)))

/** Two or more who meet: several parties, or a plural. */
const areSeveral = (line: readonly Token[], actors: readonly Party[]): boolean =>
  actors.length > 1 || actors.some(({ head }) => /[^s]s$|^(?:they|both|we|men|people|police)$/.test(line[head]!.lower))

/** "the fairness", "legal protection"; "the government" and other bodies are somebody all the same. */
const isAbstract = ({ lower, capital }: Token): boolean =>
  !capital && /(?:ness|ity|tion|sion|ment|ism|ance|ence|ship)$/.test(lower) && !BODIES.test(lower)
const BODIES =
  /^(?:government|parliament|department|regiment|delegation|organi[sz]ation|nation|population|institution|administration|commission|corporation|community|university|opposition|congregation|foundation|federation|association|coalition|union|division|mission|city|minority|majority|party|leadership|audience|authority|entity|militant|defendant|patient|tenant|assistant|lieutenant)$/

/** Types of which the object is somebody, or a place. */
const OF_SOMEBODY = new Set<EventType>(['YIELD', 'ASSAULT', 'COERCE', 'CONSULT', 'FIGHT'])

const isThing = (line: readonly Token[], { head }: Party): boolean => {
  const { lower } = line[head]!
  return THINGS.has(lower) || THINGS.has(lower.replace(/s$/, '')) || THINGS.has(lower.replace(/ies$/, 'y'))
}

/** "no one", "none of the sailors". */
const isNobody = (line: readonly Token[], { span, head }: Party): boolean => {
  const first = line.findIndex(token => token.span[0] === span[0])
  return /^(?:no|none|nobody)$/.test(line[first >= 0 ? first : head]!.lower)
}

/** Who strikes when something "hits" or "strikes" a place. */
const ARMED = new Set(
  'jet jets warplane warplanes plane planes aircraft drone drones helicopter helicopters missile missiles rocket rockets artillery shell shells mortar mortars bomb bombs bomber bombers gunship gunships airstrike airstrikes strike strikes army forces navy air'.split(
    ' ',
  ),
)
const MATERIAL = new Set<EventType>(['ASSAULT', 'COERCE', 'INVESTIGATE', 'SUPPORT', 'ACCUSE', 'YIELD'])

/** Simple present of a material verb tells what is always so, save in a headline's manner with a name before it. */
function isGeneric(line: readonly Token[], trigger: VerbTrigger): boolean {
  const { lower, lemma } = line[trigger.at]!
  if (trigger.group !== trigger.at || trigger.shape !== 'finite' || trigger.passive) return false
  if (STANCES.has(lemma) && (lower === lemma || lower === `${lemma}s`)) return true
  if (lower === lemma && !['put', 'beat', 'set', 'cut', 'quit'].includes(lower)) return true
  return (
    MATERIAL.has(trigger.type) &&
    /[^s]s$/.test(lower) &&
    trigger.type !== 'ACCUSE' &&
    trigger.type !== 'SUPPORT' &&
    trigger.type !== 'INVESTIGATE'
  )
}

/** What one does all the time. */
const STANCES = new Set(['seek', 'support', 'oppose', 'back', 'defend', 'fund', 'stand', 'side'])

/** A gerund that tells a deed of its own: behind a comma or "and", or right behind the party that does it. */
function isFree(line: readonly Token[], trigger: VerbTrigger): boolean {
  const token = line[trigger.at]!
  if (token.before.includes(',') || trigger.at === 0) return true
  const before = line[trigger.at - 1]
  return (
    before !== undefined &&
    !/^(?:of|for|by|after|before|without|from|in|on|to|against|with|start|began|begin|stop|stopped)$/.test(before.lower) &&
    trigger.type === 'PROTEST'
  )
}

type Governor = { readonly actors: readonly Span[] } | 'no deed' | null

/** Whose word or will a verb depends on: "threatened to close", "accused X of shelling". */
function governorOf(line: readonly Token[], trigger: VerbTrigger, triggers: readonly Trigger[], before: Found): Governor {
  const earlier = triggers.filter((other): other is VerbTrigger => other.form === 'verb' && other.at < trigger.at)
  for (const other of earlier.toReversed()) {
    const between = line.slice(other.last + 1, trigger.group + 1)
    const lemma = line[other.at]!.lemma
    if (trigger.shape === 'gerund' && ACCUSING.has(lemma) && ['of', 'for'].includes(line[trigger.at - 1]!.lower)) {
      const found = before.find(one => one.trigger === other)
      return found ? { actors: found.deed.recipients } : 'no deed'
    }
    if (between.some(token => /[;,]/.test(token.before) && between.indexOf(token) > 0)) continue
    const wanted =
      trigger.shape === 'infinitive' ||
      between.some(token => token.lower === 'that' || token.lower === 'would' || token.lower === 'will')
    if (GOVERNING.has(other.type) && wanted) return 'no deed'
  }
  if (trigger.shape === 'gerund' && ['of', 'for'].includes(line[trigger.at - 1]?.lower ?? '')) return 'no deed'
  return null
}

/** The act that is threatened, promised, demanded or refused: the next verb with "to" or "would" in the same clause. */
function governedBy(line: readonly Token[], trigger: VerbTrigger, triggers: readonly Trigger[]): VerbTrigger | null {
  for (const other of triggers) {
    if (other.form !== 'verb' || other.at <= trigger.at) continue
    const between = line.slice(trigger.last + 1, other.group + 1)
    if (between.length > REACH_WORDS || between.some((token, i) => i > 0 && /[,;:]/.test(token.before))) return null
    if (other.shape === 'infinitive' || between.some(({ lower }) => /^(?:would|will|could|may|might|that)$/.test(lower)))
      return other
    if (other.shape === 'gerund' && between.length <= 1) return other
  }
  return null
}

/** PLOVER's modes of these types name what is wanted or refused. */
function modeWanted(type: EventType, { type: act, mode }: VerbTrigger): string | null {
  if (type === 'THREATEN') {
    if (act === 'ASSAULT' || act === 'FIGHT' || act === 'MOBILIZE') return 'violence'
    if (act === 'COERCE') return mode === 'arrest' || mode === 'ban' ? mode : 'restrict'
    if (act === 'SANCTION') return mode === 'expel' ? 'expel' : 'relations'
    return null
  }
  if (type === 'REQUEST' || type === 'REJECT') {
    if (act === 'YIELD') return 'yield'
    if (act === 'AID' || act === 'COOPERATE') return 'assist'
    if (act === 'CONSULT') return 'meet'
  }
  return null
}

interface Parties {
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
}

function passiveParties(line: readonly Token[], trigger: VerbTrigger): Parties | null {
  const subject = trigger.shape === 'participle' ? antecedent(line, trigger.at) : subjectOf(line, trigger.group)
  const by = findAfter(line, trigger.last + 1, ['by'])
  const actors = by >= 0 ? partiesFrom(line, by + 1) : []
  const takes = trigger.places.some(place => ['object', 'person', 'thing', 'held', 'whole', 'to-object', 'owner'].includes(place))
  if (!takes) return null
  return { actors: actors.filter(party => isParty(line, party)), recipients: subject }
}

function activeParties(line: readonly Token[], trigger: VerbTrigger, governed: Governor): Parties | null {
  if (governed !== null && typeof governed === 'object') {
    const actors = governed.actors.map(span => partyAt(line, span))
    return { actors, recipients: recipientsOf(line, trigger) }
  }
  let actors = trigger.shape === 'gerund' ? gerundActors(line, trigger) : saidOf(line, subjectOf(line, trigger.group))
  if (trigger.type === 'ASSAULT' && actors.length === 1 && isInstrument(line, actors[0]!)) {
    const by = findAfter(line, actors[0]!.head + 1, ['by'])
    return {
      actors: by >= 0 && by < trigger.at ? partiesFrom(line.slice(0, trigger.group), by + 1) : [],
      recipients: recipientsOf(line, trigger),
    }
  }
  actors = actors.filter(party => line[party.head] !== undefined)
  return { actors, recipients: relativeObject(line, trigger) ?? recipientsOf(line, trigger) }
}

const hasInstrument = (line: readonly Token[], trigger: VerbTrigger): boolean => {
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
    return main > 0 ? partiesFrom(line, main) : []
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
function relativeObject(line: readonly Token[], trigger: VerbTrigger): readonly Party[] | null {
  for (let i = trigger.group - 1; i >= Math.max(0, trigger.group - 6); i--)
    if (line[i]!.lower === 'whom') return [{ span: line[i]!.span, head: i }]
  return null
}

const partyAt = (line: readonly Token[], span: Span): Party => ({
  span,
  head: Math.max(
    0,
    line.findIndex(token => token.span[1] === span[1]),
  ),
})

/** The recipients where the entry says that they stand. */
function recipientsOf(line: readonly Token[], trigger: VerbTrigger): readonly Party[] {
  const behind = trigger.last + 1
  for (const place of trigger.places) {
    const found = recipientsAt(line, trigger, { place, behind })
    if (found.length > 0) return found
  }
  return []
}

const SMALL = new Set(
  'to that on in at into with from for by about against over after before until because as off out up down and or but when while'.split(
    ' ',
  ),
)

function recipientsAt(
  line: readonly Token[],
  trigger: VerbTrigger,
  { place, behind }: { readonly place: string; readonly behind: number },
): readonly Party[] {
  const next = line[behind]
  if (place === 'own-for') {
    // "called for China to open": China is asked.
    const parties = partiesFrom(line, behind)
    return line[(parties.at(-1)?.head ?? 0) + 1]?.lower === 'to' && parties.length > 0 ? parties : []
  }
  if (place === 'object' || place === 'person' || place === 'thing' || place === 'held') {
    const rest = trigger.last > trigger.at && trigger.at + 1 < trigger.last
    const from = rest && line[trigger.at + 1] && !SMALL.has(line[trigger.at + 1]!.lower) ? trigger.at + 1 : behind
    const start = line[from]
    const isAmount =
      start && /^(?:at|up|over|about|around)$/.test(start.lower) && /^(?:least|most|to|\d.*)$/.test(line[from + 1]?.lower ?? '')
    if (isAmount) return partiesMeant(line, /^\d/.test(line[from + 1]!.lower) ? from + 1 : from + 2)
    return start && !SMALL.has(start.lower) && !/[,;:]/.test(start.before) ? partiesMeant(line, from) : []
  }
  if (place === 'whole')
    return partiesFrom(line, trigger.at + 1 + (['down', 'off'].includes(line[trigger.at + 1]?.lower ?? '') ? 1 : 0))
  if (place === 'owner') return ownerIn(line, trigger.at + 1, trigger.last)
  if (place === 'dative') {
    const at = trigger.at + 1
    const word = line[at]
    if (!word || SMALL.has(word.lower) || /^\d/.test(word.lower)) return []
    const parties = partiesFrom(line, at)
    const end = parties.at(-1)
    return end && trigger.last > end.head ? parties : trigger.last === trigger.at && word.capital ? parties : []
  }
  if (place === 'to-object' || place === 'own') {
    if (!next || SMALL.has(next.lower)) return []
    return partiesFrom(line, behind)
  }
  if (place === 'clause') return next?.lower === 'that' ? partiesFrom(line, behind + 1) : []
  if (place.includes(':') || place === 'to-verb') return []
  if (place === 'purpose') return purposeOf(line, behind)
  let at = findAfter(line, behind, [place])
  // "promised to restore subsidies to farmers": the first "to" leads in a verb.
  while (at >= 0 && place === 'to' && isBareVerb(line, at + 1)) at = findAfter(line, at + 1, [place])
  return at >= 0 ? partiesMeant(line, at + 1) : []
}

const isBareVerb = (line: readonly Token[], at: number): boolean => {
  const token = line[at]
  return token !== undefined && !token.capital && (VERBS.has(token.lower) || BARE.has(token.lower))
}
const BARE = new Set(
  'be have do make take get help build restore keep bring put find show try begin start stop continue work set increase reduce ensure improve create establish develop protect prevent allow let join use drive push clear'.split(
    ' ',
  ),
)

/** "used water cannon to drive back farmers". */
function purposeOf(line: readonly Token[], from: number): readonly Party[] {
  const at = findAfter(line, from, ['to'])
  if (at < 0 || !isBareVerb(line, at + 1)) return []
  const particle = /^(?:back|away|off|out|up|down)$/.test(line[at + 2]?.lower ?? '') ? 1 : 0
  return partiesFrom(line, at + 2 + particle)
}

const isDeterminer = (word: string): boolean => /^(?:the|a|an|his|her|its|their)$/.test(word)

function ownerIn(line: readonly Token[], from: number, last: number): Party[] {
  for (let i = last; i >= from; i--) {
    if (!line[i]!.possessive) continue
    let start = i
    while (
      start > from &&
      line[start]!.before === '' &&
      !SMALL.has(line[start - 1]!.lower) &&
      !isDeterminer(line[start]!.lower) &&
      !isPast(line[start - 1]!.lower)
    )
      start--
    return [{ span: [line[start]!.span[0], line[i]!.span[1]], head: i }]
  }
  return []
}

/** How far behind its verb a preposition may bring in the recipient, in words. */
const REACH_WORDS = 20

function findAfter(line: readonly Token[], from: number, words: readonly string[]): number {
  for (let i = from; i < Math.min(line.length, from + REACH_WORDS); i++) {
    if (/[;:,“”"]/.test(line[i]!.before) && i > from) return -1
    if (words.includes(line[i]!.lower)) return i
    if (['after', 'because', 'when', 'while'].includes(line[i]!.lower)) return -1
    if (line[i]!.lower === 'and' && beginsClause(line, i + 1)) return -1
  }
  return -1
}

/** Behind "and" a verb or a subject: another clause. */
function beginsClause(line: readonly Token[], at: number): boolean {
  const token = line[at]
  if (!token) return true
  if (/^(?:he|she|it|they|we|i|has|have|had|is|are|was|were|will|would|then|later)$/.test(token.lower)) return true
  return (
    !token.capital && (isPast(token.lower) || (VERBS.has(token.lemma) && token.lemma !== token.lower) || /ed$/.test(token.lower))
  )
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
