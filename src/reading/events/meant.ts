import type { EventType } from '../../record/index.ts'
import { THINGS } from './lexicon.ts'
import type { Token } from './line.ts'
import type { Party } from './phrase.ts'
import { findAfter } from './recipients.ts'
import type { VerbTrigger } from './triggers.ts'

/** Whether the words around a verb make it the deed that it may be: a warning of one's own act, a demand and no question. */
export function isMeant(line: readonly Token[], trigger: VerbTrigger): boolean {
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
  if (/^(?:brief|meet|accept|receive|host)$/.test(lemma)) return !trigger.passive
  if (lemma === 'press') return !/^(?:against|on|ahead|for)$/.test(next)
  if (lemma === 'agree')
    return (
      next === '' ||
      /^(?:to|on|with|in|upon|not)$/.test(next) ||
      /[,.]/.test(line[trigger.last + 1]?.before ?? '') ||
      isDayName(next)
    )
  if (lemma === 'oppose') return next !== 'to'
  if (lemma === 'fire' && trigger.last === trigger.at) return /^(?:into|on|at|upon|towards?)$/.test(next)
  if (lemma === 'release') return !line.some(token => /^hospitals?$/.test(token.lower))
  if (lemma === 'beat' && trigger.type === 'ASSAULT')
    return !/\b(?:election|primary|nomination|polls?|vote|game|match|odds)\b/.test(line.map(token => token.lower).join(' '))
  return true
}
const isDayName = (word: string): boolean => /day$/.test(word)

/** How far behind "warned" what is threatened may stand, in words. */
const OWN_WORDS = 14

/** Verbs that are a deed only where they are done to somebody. */
export const NEEDS = new Set('oppose overturn support defend brief receive host hit strike break turn'.split(' '))
export const VESSELS = /^(?:ship|vessel|boat|tanker|trawler|dredger|freighter|ferry|yacht|dinghy|barge|flotilla|convoy)s?$/

export const WATERS = /^(?:sea|seas|ocean|waters|airspace|air|sky|space)$/

/** "attacked the senator for his vote", "attacked the policy": with words. */
export const isReproach = (line: readonly Token[], trigger: VerbTrigger, recipients: readonly Party[]): boolean =>
  line[trigger.at]!.lemma === 'attack' &&
  recipients.length > 0 &&
  (findAfter(line, recipients.at(-1)!.head + 1, ['for']) === recipients.at(-1)!.head + 1 ||
    recipients.every(({ head }) => isAbstract(line[head]!)))

/** Whom one speaks to every day: no talks between parties. */
const LISTENERS =
  /^(?:reporters?|journalists?|audience|crowd|supporters?|voters?|viewers?|fans?|wife|husband|friends?|newspaper|magazine|radio|bbc|cnn|man|woman)$/
export const isAudience = (line: readonly Token[], recipients: readonly Party[]): boolean =>
  recipients.length > 0 && recipients.every(({ head }) => LISTENERS.test(line[head]!.lower))

/** Two or more who meet: several parties, or a plural. */
export const areSeveral = (line: readonly Token[], actors: readonly Party[]): boolean =>
  actors.length > 1 || actors.some(({ head }) => /[^s]s$|^(?:they|both|we|men|people|police)$/.test(line[head]!.lower))

/** "the fairness", "legal protection"; "the government" and other bodies are somebody all the same. */
export const isAbstract = ({ lower, capital }: Token): boolean =>
  !capital && /(?:ness|ity|tion|sion|ment|ism|ance|ence|ship)$/.test(lower) && !BODIES.test(lower)
const BODIES =
  /^(?:government|parliament|department|regiment|delegation|organi[sz]ation|nation|population|institution|administration|commission|corporation|community|university|opposition|congregation|foundation|federation|association|coalition|union|division|mission|city|minority|majority|party|leadership|audience|authority|entity|militant|defendant|patient|tenant|assistant|lieutenant)$/

/** Types of which the object is somebody, or a place. */
export const OF_SOMEBODY = new Set<EventType>(['YIELD', 'ASSAULT', 'COERCE', 'CONSULT', 'FIGHT'])

export const isThing = (line: readonly Token[], { head }: Party): boolean => {
  const { lower } = line[head]!
  return THINGS.has(lower) || THINGS.has(lower.replace(/s$/, '')) || THINGS.has(lower.replace(/ies$/, 'y'))
}

/** "no one", "none of the sailors". */
export const isNobody = (line: readonly Token[], { span, head }: Party): boolean => {
  const first = line.findIndex(token => token.span[0] === span[0])
  return /^(?:no|none|nobody)$/.test(line[first >= 0 ? first : head]!.lower)
}

/** Who strikes when something "hits" or "strikes" a place. */
export const ARMED = new Set(
  'jet jets warplane warplanes plane planes aircraft drone drones helicopter helicopters missile missiles rocket rockets artillery shell shells mortar mortars bomb bombs bomber bombers gunship gunships airstrike airstrikes strike strikes army forces navy air'.split(
    ' ',
  ),
)
export const MATERIAL = new Set<EventType>(['ASSAULT', 'COERCE', 'INVESTIGATE', 'SUPPORT', 'ACCUSE', 'YIELD'])

/** Simple present of a material verb tells what is always so, save in a headline's manner with a name before it. */
export function isGeneric(line: readonly Token[], trigger: VerbTrigger): boolean {
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
