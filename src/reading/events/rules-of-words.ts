import { kindOf } from './kinds.ts'
import { isAct } from './party.ts'
import { set } from './small-words.ts'
import {
  ASKING_OFFICE,
  areSeveral,
  behind,
  byOffice,
  first,
  kinds,
  next,
  notByIts,
  type Rule,
  type Rules,
  type Told,
  toDo,
  toNamed,
  toNoThing,
  toSomebody,
  toSomebodyIfAny,
  WANTED_WORDS,
  wanted,
} from './told.ts'

const ABOUT = /^(?:how|what|whether|why|if|when|who|where|about)$/

/** Who is spoken to every day: no talks between parties. */
const LISTENERS =
  /^(?:reporters?|journalists?|audience|crowd|supporters?|voters?|viewers?|fans?|wife|husband|friends?|newspaper|magazine|radio|man|woman|mother|father|mom|dad|son|daughter|brother|sister|parents|family|kids?|children|neighbou?rs?|students?|people|news|times|post|journal|herald|guardian|telegraph|cnn|bbc|nbc|abc|cbs|msnbc|npr|fox|ap|reuters|press|today|magazine|tv|television|show|you|us|me|him|her|them|director|producer|actor|actress|coach|player)$/

const MEDIA =
  /^(?:cnn|bbc|nbc|abc|cbs|msnbc|npr|fox|ap|reuters|cna|news|times|post|journal|herald|guardian|telegraph|press|newspaper|magazine|radio|reporters?|journalists?|we|i|indiewire|bloomberg)$/

const isAudience: Rule = ({ line, recipients }) =>
  recipients.length > 0 && recipients.every(({ head }) => LISTENERS.test(line[head]!.lower))

/** What is refused when no more is said than that nothing is said: a statement, and no deed beside it. */
const SAYING = set(
  'say comment answer discuss name identify disclose elaborate speak specify confirm respond reveal explain talk tell detail describe be acknowledge admit',
)

const isAboutTalk: Rule = told => {
  const verb = wanted(told)
  if (verb === null) return false
  if (SAYING.has(verb)) return true
  return (
    /^(?:provide|give|offer|release|make|share|take)$/.test(verb) &&
    /\b(?:details?|information|comments?|names?|identit\w+|explanations?|specifics|figures?|interviews?|statements?|evidence|questions|value|reasons?)\b/.test(
      behind(told, 10),
    )
  )
}

/** What is wanted of a party and may be declined; the rest is said of everybody. */
const DECLINABLE = set(
  `meet negotiate accept sign recognise recognize extradite attend join participate cooperate testify support endorse back intervene send open release withdraw comply hand hear prosecute
   charge approve ratify pay appear take seek run serve renew extend review consider grant block overturn`,
)

/** What is refused without any other party. */
const EVERYDAY = set(
  'have believe see look let die eat sleep go think get use watch wear know become play age bow settle show stand turn',
)

const isRefusal: Rule = told => {
  const { line, trigger } = told
  const verbs = line.slice(trigger.at + 1, trigger.at + 4)
  const to = verbs.findIndex(token => token.lower === 'to')
  if (to >= 0) {
    const verb = verbs[to + 1]?.lower ?? line[trigger.at + to + 2]?.lower ?? ''
    if (line[trigger.at]!.lemma === 'decline') return DECLINABLE.has(verb)
    return !EVERYDAY.has(verb) && !SAYING.has(verb) && !isAboutTalk(told)
  }
  if (trigger.last > trigger.at) return true
  const object = line.slice(trigger.last + 1, trigger.last + 6)
  return object.some(token => isAct(token.lower)) || trigger.passive
}

const ACCEPTED =
  /^(?:offer|deal|proposal|plan|terms|invitation|demand|demands|resignation|agreement|ceasefire|cease-fire|truce|apology|recommendations?|request|bid|settlement|compromise|conditions?|mediation|bailout|sanctions?|treaty|resolution|challenge)$/

const isAcceptance: Rule = told => {
  const { line, trigger } = told
  const follows = line[trigger.last + 1]
  if (!follows || /[.,;]/.test(follows.before)) return /^VB[DN]$/.test(line[trigger.at]!.part)
  return line
    .slice(trigger.last + 1, trigger.last + 7)
    .some((token, i) => (i === 0 || /^['’]?$/.test(token.before)) && ACCEPTED.test(token.lower))
}

const isAgreement: Rule = told => {
  const { line, trigger } = told
  const token = line[trigger.last + 1]
  if (trigger.last > trigger.at) return true
  if (!token) return areSeveral(line, told.actors)
  if (/^(?:to|on|upon)$/.test(token.lower) && token.before === '') return line[trigger.last + 2]?.part !== 'R' || true
  if (/^(?:in|at|after|late|last|this|earlier|yesterday)$/.test(token.lower) && wanted(told) !== null) return true
  if (token.lower === 'with' || /day$/.test(token.lower)) return / (?:to|on|upon|over) /.test(` ${behind(told, WANTED_WORDS)} `)
  return /[.,]/.test(token.before) && areSeveral(line, told.actors)
}

/** Voters and juries of taste. */
export const isElectoral: Rule = ({ line, actors }) =>
  actors.some(({ head }) =>
    /^(?:voters?|people|electorate|public|colleges?|universit(?:y|ies)|publishers?)$/.test(line[head]!.lower),
  )

/** "rejected the girls who liked him": somebody and nothing of theirs. */
function isTurnedDown({ line, trigger, recipients }: Told): boolean {
  const [only] = recipients
  if (!only || trigger.passive || line[trigger.last + 1]?.span[0] !== only.span[0]) return false
  const { lower, possessive } = line[only.head]!
  return !possessive && !/^(?:his|its|their|it|this|them)$/.test(lower) && /^(?:person|group|pronoun)$/.test(kindOf(line, only))
}

/** What is offered between parties; luck and advice are none. */
const OFFERED =
  /\b(?:aid|help|assistance|support|amnesty|asylum|talks|mediation|million|billion|deal|compensation|reward|ceasefire|truce|refuge|sanctuary|protection|concessions?)\b/

const OFFER_WORDS = 8

/** Somebody by name or office, and no prize: "received a Darvand Medal". */
function isReceived({ line, recipients }: Told): boolean {
  return recipients.every(party => kindOf(line, party) !== 'name' || !/^(?:a|an)$/.test(line[first(line, party)]!.lower))
}

function isFamily({ line, recipients }: Told): boolean {
  return (
    recipients.length > 0 &&
    recipients.every(({ head }) =>
      /^(?:wife|husband|mother|father|friends?|girlfriend|boyfriend|fans?|you|each|me|resistance|needs?)$/.test(
        line[head]!.lower,
      ),
    )
  )
}

/** By verb, what has to hold for it to be a deed done with words or goods: a demand and no question, an agreement and no opinion. */
export const RULES_OF_WORDS: Rules = [
  [
    'warn',
    [
      told =>
        /\b(?:it|he|she|they|we|i) (?:would|will|could|may|might|is ready|are ready)\b|\b(?:retaliat|reprisal|consequences|military action|war)/.test(
          behind(told, WANTED_WORDS),
        ),
    ],
  ],
  [
    'ask',
    [
      toSomebody,
      told => toDo(told) || told.line[(told.recipients.at(-1)?.head ?? 0) + 1]?.lower === 'for',
      told =>
        !ABOUT.test(next(told)) && !ABOUT.test(told.line[(told.recipients.at(-1)?.head ?? told.trigger.last) + 1]?.lower ?? ''),
    ],
  ],
  [
    'order',
    [
      toSomebody,
      told =>
        toDo(told) ||
        /\b(?:out|away|off|into|from|back)\b/.test(behind(told, 6)) ||
        told.trigger.last > told.trigger.at ||
        told.trigger.type !== 'REQUEST',
    ],
  ],
  ['order', [told => told.line[(told.recipients.at(-1)?.head ?? 0) + 1]?.part !== 'VBN']],
  ['urge instruct implore beg command', [toSomebodyIfAny]],
  [
    'tell',
    [
      toSomebody,
      toDo,
      ({ line, trigger, actors }) => !trigger.passive && actors.some(({ head }) => ASKING_OFFICE.test(line[head]!.lower)),
    ],
  ],
  ['press pressure', [toSomebody, toDo]],
  ['plead', [told => !/^(?:guilty|not|no|innocent)$/.test(next(told))]],
  ['appeal', [told => toDo(told) || /\bfor\b/.test(behind(told, WANTED_WORDS))]],
  ['agree', [isAgreement]],
  ['accept', [isAcceptance]],
  ['commit', [told => next(told) === 'to', toDo]],
  ['volunteer', [() => false]],
  ['offer', [told => next(told) === 'to' || (toSomebody(told) && OFFERED.test(behind(told, OFFER_WORDS)))]],
  ['refuse decline', [isRefusal]],
  ['reject', [told => !isElectoral(told), told => !isTurnedDown(told)]],
  ['spurn defy', [byOffice]],
  ['oppose', [told => next(told) !== 'to', told => told.recipients.length > 0, notByIts]],
  [
    'meet',
    [
      told => !told.trigger.passive,
      told => toNoThing(told) || (told.recipients.length === 0 && areSeveral(told.line, told.actors)),
      told => !isFamily(told),
    ],
  ],
  [
    'speak talk',
    [
      ({ line, actors }) => !actors.some(({ head }) => MEDIA.test(line[head]!.lower)),
      ({ line, trigger }) => !/s$/.test(line[trigger.at]!.lower),
      toNamed,
      told => !isAudience(told),
    ],
  ],
  ['brief receive host', [told => !told.trigger.passive, toNamed, told => !isAudience(told), isReceived]],
  ['honor honour', [toNamed, isReceived, notByIts]],
  [
    'visit',
    [
      told => !told.trigger.passive && told.recipients.length > 0,
      ({ line, recipients }) => kinds(line, recipients).every(kind => kind !== 'thing' && kind !== 'pronoun'),
      ({ line, actors }) => kinds(line, actors).every(kind => kind !== 'group' && kind !== 'thing'),
    ],
  ],
  [
    'support back oppose',
    [({ line, trigger }) => !/^(?:generally|usually|always|often|long|consistently)$/.test(line[trigger.at - 1]?.lower ?? '')],
  ],
  ['defend', [toNamed]],
  [
    'support back defend',
    [
      told =>
        told.recipients.length > 0 ||
        told.line.slice(told.trigger.last + 1, told.trigger.last + 7).some(({ lower }) => isAct(lower)),
      notByIts,
      told => told.trigger.shape !== 'participle',
      told => !/^(?:away|off|out|up|down|into)$/.test(next(told)),
      ({ line, trigger }) =>
        line[trigger.at]!.lemma !== 'defend' ||
        !/^(?:his|her|its|their|my|our|himself|herself|itself|themselves)$/.test(line[trigger.last + 1]?.lower ?? ''),
    ],
  ],
  ['welcome praise hail applaud commend congratulate', [notByIts]],
  ['thank', [toSomebody, told => !/^(?:you|god|goodness|him|her|me)$/.test(next(told)), notByIts]],
  [
    'recognise recognize',
    [
      ({ line, recipients }) =>
        recipients.length > 0 &&
        recipients.every(
          ({ head }) =>
            line[head]!.capital ||
            /^(?:government|state|independence|regime|country|authority|republic|administration|sovereignty|council|leader|union)$/.test(
              line[head]!.lower,
            ),
        ),
    ],
  ],
  ['fund', [toSomebody, told => !told.trigger.passive]],
  [
    'donate',
    [
      ({ line }) =>
        !line.some(token =>
          /^(?:campaigns?|race|pac|pacs|candidates?|party|democrats?|republicans?|committee|election)$/.test(token.lower),
        ),
    ],
  ],
  ['lend', [told => !/\b(?:support|voice|credibility|credence|hand|weight|name)\b/.test(behind(told, 6))]],
  ['apologise apologize', [told => toSomebodyIfAny(told)]],
  [
    'charge',
    [
      toSomebody,
      told =>
        told.trigger.passive
          ? true
          : /\bwith\b|\bin connection\b/.test(behind(told, WANTED_WORDS)) ||
            told.actors.some(({ head }) => ASKING_OFFICE.test(told.line[head]!.lower)),
      told => !/^(?:that|\d+)$/.test(next(told)) && !/^as (?:vice|president|chair|leader)/.test(behind(told, 2)),
    ],
  ],
  [
    'blame accuse sue indict prosecute',
    [
      told => told.recipients.length === 0 || !kinds(told.line, told.recipients).includes('thing'),
      told => told.recipients.length > 0,
    ],
  ],
  ['lash hit', [told => told.trigger.type !== 'ACCUSE' || told.recipients.length > 0]],
  ['slam lash', [told => !/^(?:into|down|on|shut)$/.test(next(told)) || told.trigger.last > told.trigger.at]],
  ['give set', [told => told.trigger.type !== 'THREATEN' || told.recipients.length > 0]],
  [
    'threaten',
    [
      byOffice,
      told => toNoThing(told) || toDo(told),
      ({ trigger, actors, recipients }) => !trigger.passive || (recipients.length > 0 && actors.length > 0),
    ],
  ],
  [
    'give provide pay',
    [({ line, trigger, recipients }) => trigger.type !== 'AID' || !recipients.some(({ head }) => line[head]!.part === 'PS')],
  ],
  [
    'give',
    [
      told =>
        told.trigger.type !== 'THREATEN' ||
        !/^(?:judge|court|teacher|coach)$/.test(told.line[told.actors[0]?.head ?? 0]?.lower ?? ''),
    ],
  ],
  ['negotiate confer consult mediate', [toSomebodyIfAny]],
  ['overturn strike', [told => told.trigger.type !== 'REJECT' || byOffice(told)]],
]
