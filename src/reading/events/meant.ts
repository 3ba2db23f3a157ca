import type { EventType } from '../../record/index.ts'
import { kindOf } from './kinds.ts'
import type { Token } from './line.ts'
import type { Party } from './phrase.ts'
import { findAfter } from './recipients.ts'
import { RULES_OF_FORCE } from './rules-of-force.ts'
import { RULES_OF_WORDS } from './rules-of-words.ts'
import { set } from './small-words.ts'
import { isOnePerson, isPersonal, POLITICAL, type Rule, type Told, wanted } from './told.ts'
import type { VerbTrigger } from './triggers.ts'

/** Whether the words around a verb make it the deed that it may be: a warning of one's own act, a demand and no question, a man and no film that is shot. */
export function isMeant(told: Told): boolean {
  const { line, trigger } = told
  return (RULES.get(line[trigger.at]!.lemma) ?? []).every(rule => rule(told))
}

const RULES = new Map<string, readonly Rule[]>()
for (const [verbs, rules] of [...RULES_OF_WORDS, ...RULES_OF_FORCE])
  for (const verb of verbs.split(' ')) RULES.set(verb, [...(RULES.get(verb) ?? []), ...rules])

const HOSTILE = set(
  `retaliate punish avenge fight destroy crush attack kill sue oppose repeal respond strike hit block bomb expel close cut impose defeat eliminate wipe hunt veto boycott dismantle
   ban deport jail arrest shut seize end stop halt withhold take withdraw topple overthrow resist invade annihilate continue defy disrupt`,
)

/** Verbs that are a deed only where they are done to somebody. */
export const NEEDS = new Set('oppose overturn support defend brief receive host hit strike break turn'.split(' '))

export const WATERS = /^(?:sea|seas|ocean|waters|airspace|air|sky|space)$/

/** "attacked the senator for his vote", "attacked the policy": with words. */
export function isReproach(told: Told): boolean {
  const { line, trigger, recipients, around } = told
  if (line[trigger.at]!.lemma !== 'attack' || recipients.length === 0) return false
  const behindObject = recipients.at(-1)!.head + 1
  if (findAfter(line, behindObject, ['for']) === behindObject) return true
  if (recipients.every(party => isAbstract(line[party.head]!) && kindOf(line, party) === 'thing')) return true
  if (around.isArmed || !recipients.every(party => isInTheNews(line, party))) return false
  return isPersonal(told) || recipients.every(party => isOnePerson(line, party))
}

/** A name, a body, a politician: who is attacked with words in the news. Others are attacked with hands. */
function isInTheNews(line: readonly Token[], party: Party): boolean {
  const kind = kindOf(line, party)
  return !/^(?:person|group|place)$/.test(kind) || POLITICAL.test(line[party.head]!.lower)
}

/** Whether what may be asked for or promised is threatened: "vowed to retaliate" beside "vowed to help". */
export function isThreat(told: Told): boolean {
  const verb = wanted(told) ?? told.line[told.trigger.last + 1]?.lower ?? ''
  return HOSTILE.has(verb)
}

const PROTESTERS =
  /^(?:protest[eo]rs?|demonstrators?|rioters?|strikers?|students?|youths|workers|activists|crowds?|mobs?|farmers|supporters|looters|anarchists|villagers|residents|inmates|prisoners|fans|thousands|hundreds|dozens|miners|teachers)$/

export const isByProtesters = ({ line, actors }: Told): boolean => actors.some(({ head }) => PROTESTERS.test(line[head]!.lower))

/** "the fairness", "legal protection"; "the government" and other bodies are somebody all the same. */
export const isAbstract = ({ lower, capital }: Token): boolean =>
  !capital && /(?:ness|ity|tion|sion|ment|ism|ance|ence|ship)$/.test(lower) && !BODIES.test(lower)

const BODIES =
  /^(?:government|parliament|department|regiment|delegation|organi[sz]ation|nation|population|institution|administration|commission|corporation|community|university|opposition|congregation|foundation|federation|association|coalition|union|division|mission|city|minority|majority|party|leadership|audience|authority|entity|militant|defendant|patient|tenant|assistant|lieutenant)$/

/** Types of which the object is somebody, or a place. */
export const OF_SOMEBODY = new Set<EventType>(['YIELD', 'ASSAULT', 'COERCE', 'CONSULT', 'FIGHT'])

export const MATERIAL = new Set<EventType>(['ASSAULT', 'COERCE', 'INVESTIGATE', 'SUPPORT', 'ACCUSE', 'YIELD'])

/** Simple present of a material verb tells what is always so, save in a headline's manner with a name before it. */
export function isGeneric(line: readonly Token[], trigger: VerbTrigger): boolean {
  const { lower, lemma } = line[trigger.at]!
  if (trigger.passive) return isState(line, trigger)
  if (trigger.group !== trigger.at || trigger.shape !== 'finite') return false
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

/** "are usually banned", "is supported": how something is. */
function isState(line: readonly Token[], trigger: VerbTrigger): boolean {
  const auxiliaries = line.slice(trigger.group, trigger.at).filter(({ part }) => part !== 'R')
  if (auxiliaries.length !== 1 || !/^(?:is|are|'s|'re)$/.test(auxiliaries[0]!.lower)) return false
  return trigger.type !== 'ACCUSE' && trigger.type !== 'INVESTIGATE' && !(trigger.type === 'COERCE' && trigger.mode === 'arrest')
}

/** What one does all the time. */
const STANCES = new Set(['seek', 'support', 'oppose', 'back', 'defend', 'fund', 'stand', 'side'])

/** A gerund that tells a deed of its own: behind a comma or "and", or right behind the party that does it. */
export function isFree(line: readonly Token[], trigger: VerbTrigger): boolean {
  const token = line[trigger.at]!
  if (token.before.includes(',') || trigger.at === 0) return true
  const before = line[trigger.at - 1]
  return (
    before !== undefined &&
    !/^(?:of|for|by|after|before|without|from|in|on|to|against|with|start|began|begin|stop|stopped)$/.test(before.lower) &&
    trigger.type === 'PROTEST'
  )
}
