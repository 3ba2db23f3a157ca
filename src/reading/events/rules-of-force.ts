import { isSomebody, kindOf } from './kinds.ts'
import type { Token } from './line.ts'
import { isElectoral } from './rules-of-words.ts'
import {
  ARMED,
  ASKING_OFFICE,
  behind,
  byArmedOrSomebody,
  byMany,
  byOffice,
  FORCES,
  inArms,
  isNobody,
  isViolent,
  kinds,
  next,
  type Rule,
  type Rules,
  type Told,
  toNoThing,
  toSomebody,
  toSomebodyIfAny,
  WANTED_WORDS,
} from './told.ts'
import type { VerbTrigger } from './triggers.ts'

const isReleaseOfSomebody: Rule = told => {
  const { line, recipients, around } = told
  if (line.some(token => /^hospitals?$/.test(token.lower))) return false
  if (!toSomebody(told)) return false
  return around.isCustody || kinds(line, recipients).every(kind => kind === 'group' || kind === 'person')
}

const PICTURED =
  /\b(?:photos?|photographs?|pictures?|video|videos|film|films|footage|camera|tape|images?|recordings?|audio|scenes?|movie|attention|imagination|votes?|percent|moment|mood|essence|nomination|seats?|headlines)\b/

const isNotPictured: Rule = told => !PICTURED.test(behind(told, 8))

const isHarm: Rule = told => {
  const { line, trigger, actors, around } = told
  if (told.recipients.some(party => isNobody(line, party))) return true
  if (line.some(({ lower }) => /^accident(?:al|ally|s)?$/.test(lower))) return false
  if (!toNoThing(told) && told.recipients.length > 0) return false
  if (trigger.passive && actors.length === 0) return around.isViolent && !around.isAccident
  if (
    around.isAccident &&
    actors.some(({ head }) => DRIVEN.test(line[head]!.lower)) &&
    !line.some(({ lower }) => /^(?:attack|attacker|attacked|terror|terrorist|rammed|ploughed|plowed)$/.test(lower))
  )
    return false
  if (actors.length === 0) return true
  return kinds(line, actors).every((kind, i) => isSomebody(kind) || ARMED.has(line[actors[i]!.head]!.lower))
}

const WALKING_OUT =
  /^(?:workers|staff|employees|teachers|students|nurses|members|lawmakers|delegates|delegations?|union|unions|pilots|drivers|crews?|senators|mps|legislators|miners|doctors|journalists|they|hundreds|thousands|dozens|protesters|delegation|party|strikers|drivers|pupils|cleaners|dockers|dockworkers|guards)$/

/** What kills on the road. */
const DRIVEN = /^(?:drivers?|motorists?|cars?|bus|buses|trains?|trucks?|trams?|suvs?|vehicles?|vans?)$/

function toSomebodyOrVessel({ line, recipients }: Told): boolean {
  return recipients.length > 0 && recipients.every(party => isSomebody(kindOf(line, party)) || kindOf(line, party) === 'place')
}

/** Out of a place or a country, or by who bears arms: nobody's withdrawal from a race. */
function isWithdrawal({ line, actors, recipients }: Told): boolean {
  if (actors.some(({ head }) => FORCES.test(line[head]!.lower))) return true
  return recipients.length > 0 && kinds(line, recipients).every(kind => kind === 'name' || kind === 'place')
}

/** Behind the verb no object, no clause: "demonstrated that", "rallied voters". */
function isWithoutObject(line: readonly Token[], trigger: VerbTrigger): boolean {
  const token = line[trigger.last + 1]
  return token?.before !== '' || !/^(?:D|PS|N|NS|P|J|W|CD|PRP)$/.test(token.part) || /day$/.test(token.lower)
}

/** By verb, what has to hold for it to be a deed of force, of its end, or of protest: a man and no film that is shot, a prisoner and no report that is released. */
export const RULES_OF_FORCE: Rules = [
  [
    'kidnap abduct hijack',
    [
      told =>
        toNoThing(told) ||
        told.recipients.some(({ head }) =>
          /^(?:planes?|flights?|airliners?|jets?|trucks?|cars?|vehicles?|lorry|lorries|aircraft|helicopters?)$/.test(
            told.line[head]!.lower,
          ),
        ),
    ],
  ],
  [
    'evacuate',
    [
      ({ line, recipients }) =>
        recipients.length > 0 && kinds(line, recipients).every(kind => /^(?:group|person|pronoun|name)$/.test(kind)),
    ],
  ],
  ['rescue', [toSomebodyOrVessel]],
  ['shelter', [toSomebody]],
  ['release free', [told => told.trigger.last > told.trigger.at || isReleaseOfSomebody(told)]],
  ['return', [told => told.recipients.length > 0]],
  [
    'bow surrender cede',
    [
      toSomebodyIfAny,
      told =>
        told.trigger.last > told.trigger.at ||
        told.recipients.length > 0 ||
        /^(?:surrender)$/.test(told.line[told.trigger.at]!.lemma),
    ],
  ],
  [
    'withdraw retreat pull',
    [told => told.trigger.type !== 'YIELD' || told.trigger.last > told.trigger.at + 1 || isWithdrawal(told)],
  ],
  ['resign step quit abdicate', [({ line, actors }) => actors.length > 0 && kinds(line, actors).every(isSomebody)]],
  [
    'question interrogate',
    [
      toSomebody,
      ({ line, actors, trigger }) =>
        actors.some(({ head }) => ASKING_OFFICE.test(line[head]!.lower)) ||
        (trigger.passive && actors.length === 0 && line.some(token => ASKING_OFFICE.test(token.lower))),
    ],
  ],
  ['fight battle clash skirmish', [inArms]],
  [
    'strike hit',
    [
      ({ line, trigger }) =>
        trigger.places[0] !== 'armed' ||
        !line.slice(trigger.group, trigger.at).some(({ lower }) => /^(?:can|could)$/.test(lower)),
    ],
  ],
  [
    'beat',
    [
      toSomebody,
      told => isViolent(told) || /\b(?:unconscious|to death|severely|badly)\b/.test(behind(told, WANTED_WORDS)),
      told =>
        !/\b(?:election|primary|nomination|polls?|vote|game|match|odds|points?|percent|race|record)\b/.test(
          told.line.map(token => token.lower).join(' '),
        ),
    ],
  ],
  [
    'mobilise mobilize',
    [
      ({ line, trigger }) => {
        const token = line.slice(trigger.last + 1, trigger.last + 5).find(({ part }) => part === 'NS' || part === 'N')
        return (
          token?.before !== '' ||
          FORCES.test(token.lower) ||
          /^(?:military|reservists|reserves|tanks|jets|unit|battalions?)$/.test(token.lower)
        )
      },
    ],
  ],
  ['ban disqualify', [told => !isElectoral(told)]],
  ['kill injure wound maim slaughter massacre', [isHarm]],
  [
    'murder execute assassinate behead lynch torture rape',
    [({ line, recipients }) => !recipients.some(({ head }) => /^(?:it|its|that|this)$/.test(line[head]!.lower))],
  ],
  ['shell bomb bombard', [byArmedOrSomebody]],
  [
    'murder execute assassinate behead lynch stab hack rape torture',
    [
      ({ trigger, recipients, line }) =>
        trigger.last > trigger.at || (recipients.length > 0 && kinds(line, recipients).every(isSomebody)),
    ],
  ],
  [
    'shoot',
    [
      ({ trigger, recipients, line }) =>
        trigger.last > trigger.at || (recipients.length > 0 && kinds(line, recipients).every(isSomebody)),
      isNotPictured,
    ],
  ],
  ['capture', [toNoThing, isNotPictured, isViolent]],
  [
    'destroy burn demolish raze ransack',
    [
      told => told.recipients.length > 0,
      told => told.actors.length > 0 || told.around.isViolent,
      told => !told.around.isAccident || told.actors.length > 0,
      byArmedOrSomebody,
      told =>
        told.line[told.trigger.at]!.lemma === 'demolish' ||
        told.around.isViolent ||
        told.around.isProtest ||
        FORCES.test(told.line[told.actors[0]?.head ?? 0]?.lower ?? ''),
    ],
  ],
  ['attack ambush storm', [told => !/^(?:out|off)$/.test(next(told)), told => told.recipients.length > 0, byArmedOrSomebody]],
  ['occupy', [({ line, recipients }) => recipients.length > 0 && !kinds(line, recipients).includes('thing')]],
  ['pound', [told => byArmedOrSomebody(told) && inArms(told)]],
  ['fire', [told => told.trigger.last > told.trigger.at || /^(?:into|on|at|upon|towards?)$/.test(next(told))]],
  [
    'barricade',
    [
      ({ line, trigger, recipients }) =>
        !trigger.passive && recipients.length > 0 && !/selves$|self$/.test(line[recipients[0]!.head]!.lower),
    ],
  ],
  [
    'protest demonstrate rally march riot loot walk take gather chant picket',
    [told => told.trigger.type !== 'PROTEST' || (byMany(told) && byOffice(told))],
  ],
  [
    'demonstrate',
    [({ line, trigger, actors }) => trigger.type !== 'PROTEST' || kinds(line, actors).every(kind => kind !== 'name')],
  ],
  [
    'demonstrate protest rally march',
    [({ line, trigger }) => trigger.type !== 'PROTEST' || trigger.last > trigger.at || isWithoutObject(line, trigger)],
  ],
  [
    'walk',
    [told => told.trigger.type !== 'PROTEST' || told.actors.every(({ head }) => WALKING_OUT.test(told.line[head]!.lower))],
  ],
  ['rally', [told => told.trigger.type !== 'PROTEST' || !/^(?:behind|around|to|from|past|with)$/.test(next(told))]],
  ['loot', [({ trigger, around }) => !trigger.passive || around.isProtest]],
  ['restrict', [told => toNoThing(told)]],
  [
    'ban bar outlaw disqualify restrict dissolve',
    [told => told.recipients.length > 0, told => told.actors.length > 0 || toSomebody(told)],
  ],
  [
    'dismiss sack',
    [
      told => told.trigger.type !== 'COERCE' || toSomebody(told),
      told => told.trigger.type !== 'COERCE' || !/\bas\b/.test(behind(told, 8)),
    ],
  ],
  ['arrest detain jail imprison sentence deport', [toSomebody]],
  ['convict acquit pardon', [toSomebody]],
  ['investigate probe look audit', [told => told.actors.length === 0 || byOffice(told)]],
  [
    'seize',
    [
      told => !/^(?:on|upon)$/.test(next(told)),
      told => !/\b(?:opportunit|moment|chance|initiative|attention|spotlight|momentum)/.test(behind(told, 6)),
    ],
  ],
  ['boycott condemn criticise criticize denounce reject rebuke', [byOffice]],
  ['arm', [toSomebody, told => !told.trigger.passive]],
]
