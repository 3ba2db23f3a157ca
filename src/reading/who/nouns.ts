import type { EntityKind } from '../../record/index.ts'
import {
  BODY_NAMES,
  BODY_NOUNS,
  COLLECTIVES,
  DOCUMENT_NOUNS,
  type Gender,
  isSameRole,
  ROLE_GENDER,
  ROLES,
  SAME_DOCUMENTS,
} from '../words/lexicon.ts'
import type { NounPhrase } from './heads.ts'

export type NounClass = 'person' | 'body' | 'document' | 'group' | 'other'

/** What a noun phrase speaks of, by its head. */
export function classOf({ head, joint, modifiers, determiner }: NounPhrase): NounClass {
  if (joint || COLLECTIVES.has(head) || head === 'percent' || /^\d+(?!.*-year-old$)/.test(head)) return 'group'
  if (DOCUMENT_NOUNS.has(head)) return 'document'
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

export const isRole = (head: string): boolean => ROLES.has(head)

const isPlural = (head: string): boolean => /(?:[^su'’]s|sses|men|women|people|children)$/.test(head) && !ROLES.has(head)

export const genderOfNoun = (head: string): Gender | null => ROLE_GENDER.get(head) ?? null

/** Whether a body with this name may be called by the noun: "the commission" of the "Commission on Tides". */
export function isCalled(parts: readonly string[], head: string): boolean {
  const words = parts.map(part => part.toLowerCase())
  return words.includes(head) || words.some(word => BODY_NAMES.get(head)?.has(word) ?? false)
}

/** The nouns under which a document may be spoken of, its own among them. */
export function documentNouns(head: string): Set<string> {
  return new Set([head, ...SAME_DOCUMENTS.filter(group => group.has(head)).flatMap(group => [...group])])
}

const PARTY_OF: Readonly<Record<string, string>> = { gop: 'republican', democrat: 'democratic' }
const PARTY_WORDS: ReadonlySet<string> = new Set(
  'republican democratic libertarian conservative labour liberal green socialist independent'.split(' '),
)
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
