import type { Span } from '../../record/index.ts'
import type { NounPhrase } from './heads.ts'
import type { Referent } from './referents.ts'
import type { Appearance, View } from './salience.ts'

/** How a speaker was found; `speakerConfidence` is measured for each way. */
export type Way =
  | 'name'
  | 'own words'
  | 'pronoun'
  | 'plural pronoun'
  | 'thing pronoun'
  | 'first person'
  | 'relative'
  | 'role said'
  | 'role in view'
  | 'body called'
  | 'body in view'
  | 'document'
  | 'named later'
  | 'goes on'

export interface Resolved {
  readonly referent: Referent
  readonly way: Way
  /** How clearly it stood out among others, 0.5 to 1; 1 where there was no other. */
  readonly share: number
}

export interface NominalInput {
  readonly noun: NounPhrase
  readonly span: Span
  /** Everybody who has come up before, in order; the last ones are the nearest. */
  readonly appearances: readonly Appearance[]
  /** All with a name, also those who come up later only. */
  readonly people: readonly Referent[]
  readonly bodies: readonly Referent[]
  readonly places: readonly Referent[]
  readonly unnamed: readonly Referent[]
  readonly view: View
  readonly create: () => Referent
  /** Whose wife, campaign or bank it is, where the words say so and it is clear. */
  readonly owner: () => Referent | null
  /** The text right before the source, for where "a judge" became "the judge", and right behind it. */
  readonly before: string
  readonly after: string
  /** Whether whoever is named at an offset opens a sentence or speaks. */
  readonly leads: (offset: number) => boolean
}

/** A fallback on who is most in view must be this clear; by reading PolNeAR's train. */
export const IN_VIEW_SHARE = 0.75

/** How far on a first "a judge" may get its name, in UTF-16 units: two or three paragraphs. */
export const NAMED_LATER_UNITS = 900

/** A source of its own, known by these words alone. */
export const own = (input: NominalInput): Resolved => ({ referent: input.create(), way: 'own words', share: 1 })

/** The same words again are the same source: "police", "the experts". */
export function again(input: NominalInput): Resolved {
  const { noun } = input
  const known = input.unnamed.findLast(referent => referent.head === noun.head && referent.plural && sameWords(referent, noun))
  return known ? { referent: known, way: 'own words', share: 1 } : own(input)
}

function sameWords(referent: Referent, { modifiers, determiner }: NounPhrase): boolean {
  if (/^(?:some|many|several|other|another|one|two|three|four|five|few|most)$/.test(determiner)) return false
  if (determiner === '' && referent.said.size !== modifiers.length + 1) return false
  return modifiers.every(word => referent.said.has(word))
}

/** Where the noun came in with "a" shortly before, as an offset: then it is whoever that was; null where it did not. */
export function cameIn({ before, noun, span }: NominalInput): number | null {
  const head = noun.head.replace(/[^\p{L}-]/gu, '')
  if (head === '' || !before.toLowerCase().includes(head)) return null
  const match = new RegExp(
    `\\b(?:an?|another|one)\\s+(?:(?!(?:the|that|who|which|of|by|to|and|for)\\s)[\\p{L}\\p{N}'’-]+\\s+){0,4}${head}(?![\\p{L}-])`,
    'iu',
  ).exec(before)
  return match && span[0] - before.length + match.index
}
