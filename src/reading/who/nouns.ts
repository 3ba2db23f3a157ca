import type { EntityKind } from '../../record/index.ts'
import { type Gender, isSameRole, ROLE_GENDER, ROLES } from '../words/lexicon.ts'
import type { NounPhrase } from './heads.ts'

const set = (text: string): Set<string> => new Set(text.split(/\s+/))

const DOCUMENTS = set(
  `report study poll survey analysis ad advertisement video clip commercial spot statement letter article story editorial column book
   memo email e-mail document documents review filing filings lawsuit complaint ruling decision opinion order bill law legislation text
   tweet post message website transcript recording footage film movie documentary song paper's series data figures numbers results
   findings statistics records emails e-mails analyses studies polls surveys reports brief petition resolution platform rule rules
   constitution release summary page account version summary indictment affidavit testimony average tally count list speech blog show
   program programme broadcast interview`,
)
export const BODY_NOUNS = set(
  `company firm bank corporation group organization organisation agency department ministry office bureau administration government
   committee commission council court panel board union association federation party campaign team camp newspaper paper magazine
   network station outlet publication website site university college school institute foundation fund charity hospital church
   airline carrier retailer maker manufacturer brand house senate congress parliament cabinet press media legislature state city
   country nation military army police force center centre think-tank tank pac league club society coalition alliance watchdog
   regulator authority service tribunal exchange startup start-up chain giant conglomerate publisher broadcaster guild cooperative
   co-operative collective consortium syndicate orchestra choir theatre theater museum library festival zoo embassy consulate mission`,
)
/** Bodies by what their names say that they are; the noun itself always counts. */
const BODY_NAMES: Record<string, Set<string>> = {
  newspaper: set(
    'times post journal tribune herald globe gazette chronicle news observer guardian telegraph mirror mail today star press',
  ),
  magazine: set('magazine review weekly monthly'),
  network: set('news network broadcasting tv television channel radio'),
  agency: set('agency office bureau administration department service'),
  union: set('union association federation brotherhood workers'),
  court: set('court courts tribunal'),
  bank: set('bank'),
  group: set('group association alliance coalition league society foundation institute center centre council union'),
  university: set('university college'),
}
BODY_NAMES.paper = BODY_NAMES.newspaper!
BODY_NAMES.outlet = new Set([...BODY_NAMES.newspaper!, ...BODY_NAMES.network!])
BODY_NAMES.organization = BODY_NAMES.group!
BODY_NAMES.organisation = BODY_NAMES.group!

/** Nouns under which any body may go, whatever its name. */
export const GENERAL_BODIES = set(
  'company firm bank corporation group organization organisation network union paper newspaper agency airline retailer',
)
/** Documents that may be spoken of under each other's noun. */
const DOCUMENT_GROUPS = [
  set('report study survey analysis poll review findings paper research'),
  set('ad advertisement video clip commercial spot footage recording film'),
  set('article story column editorial post piece report'),
  set('letter email e-mail memo message note'),
  set('lawsuit complaint suit filing brief petition'),
  set('ruling decision opinion order'),
]
/** Offices that one person in the country holds: without a name in the text they stand for themselves. */
export const UNIQUE_OFFICES = set('president pope king queen premier chancellor prime-minister minister speaker')
/** Plural or collective nouns that have no s. */
const COLLECTIVES = set(
  'police media people public press crowd audience women men children staff personnel authorities others critics',
)

export type NounClass = 'person' | 'body' | 'document' | 'group' | 'other'

/** What a noun phrase speaks of, by its head. */
export function classOf({ head, joint, modifiers, determiner }: NounPhrase): NounClass {
  if (joint || COLLECTIVES.has(head) || head === 'percent' || /^\d+(?!.*-year-old$)/.test(head)) return 'group'
  if (DOCUMENTS.has(head)) return 'document'
  if (isRole(head) || [head, ...modifiers].some(word => /-year-old$/.test(word))) return 'person'
  if (BODY_NOUNS.has(head)) return 'body'
  if (
    isPlural(head) ||
    /^(?:some|many|several|few|both|these|those|most|others|two|three|four|five|all)$/.test(determiner || head)
  )
    return 'group'
  return 'other'
}

const KIND_OF: Readonly<Record<NounClass, EntityKind>> = {
  person: 'unnamed',
  body: 'organization',
  document: 'document',
  group: 'group',
  other: 'unnamed',
}

/** What kind of entity the phrase alone makes, and whether it is several. */
export function kindOfNoun(noun: NounPhrase): { readonly kind: EntityKind; readonly plural: boolean } {
  const kind = classOf(noun)
  return { kind: KIND_OF[kind], plural: kind === 'group' || (kind === 'document' && /s$/.test(noun.head)) }
}

/** Roles under which somebody who was already named may go on being spoken of, though the text never gave them that role. */
export const SPOKEN_OF = set(
  `candidate nominee contender hopeful front-runner frontrunner senator congressman congresswoman lawmaker legislator politician
   governor mayor republican democrat libertarian socialist conservative liberal independent businessman businesswoman mogul tycoon
   billionaire developer entrepreneur magnate executive doctor surgeon physician professor economist lawyer attorney author writer
   actor actress singer musician comedian star player coach veteran general officer sheriff judge justice pastor bishop spokesman
   spokeswoman chairman chairwoman man woman widow widower mother father husband wife son daughter incumbent challenger newcomer
   activist strategist pollster adviser analyst neurosurgeon farmer teacher nurse journalist`,
)

export const isRole = (head: string): boolean => ROLES.has(head)

const isPlural = (head: string): boolean => /(?:[^su'’]s|sses|men|women|people|children)$/.test(head) && !ROLES.has(head)

export const genderOfNoun = (head: string): Gender | null => ROLE_GENDER.get(head) ?? null

/** Whether a body with this name may be called by the noun: "the commission" of the "Commission on Tides". */
export function isCalled(parts: readonly string[], head: string): boolean {
  const words = parts.map(part => part.toLowerCase())
  return words.includes(head) || words.some(word => BODY_NAMES[head]?.has(word) ?? false)
}

/** The nouns under which a document may be spoken of, its own among them. */
export function documentNouns(head: string): Set<string> {
  return new Set([head, ...DOCUMENT_GROUPS.filter(group => group.has(head)).flatMap(group => [...group])])
}

const PARTY_OF: Readonly<Record<string, string>> = { gop: 'republican', democrat: 'democratic' }
const PARTY_WORDS = set('republican democratic libertarian conservative labour liberal green socialist independent')
const party = (word: string): string | null => {
  const full = PARTY_OF[word] ?? word
  return PARTY_WORDS.has(full) ? full : null
}

/**
 * How well what is said of a person fits a noun phrase: 0 where the head is not said of them or the party differs, else 1 and one
 * more for each modifier that was said too.
 */
export function fitOf(said: ReadonlySet<string>, { head, modifiers }: NounPhrase): number {
  const parties = [...said].map(party).filter(word => word !== null)
  const asked = [head, ...modifiers].map(party).filter(word => word !== null)
  if (asked.length > 0 && parties.length > 0 && !asked.some(word => parties.includes(word))) return 0
  const headParty = party(head)
  const isHead = headParty ? parties.includes(headParty) : [...said].some(word => isSameRole(word, head))
  if (!isHead) return 0
  return 1 + modifiers.filter(word => said.has(word) || (party(word) !== null && parties.includes(party(word)!))).length
}
