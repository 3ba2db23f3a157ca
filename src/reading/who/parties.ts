import type { Span } from '../../record/index.ts'
import { GROUND_NOUNS } from '../words/lexicon.ts'
import { headOf, type NounPhrase, type SourceHead } from './heads.ts'
import type { NameMention } from './names.ts'
import { classOf } from './nouns.ts'
import type { Referent } from './referents.ts'
import type { Resolved } from './resolved.ts'
import { createNominal, type Stage } from './stage.ts'

/** A party of a deed by its form: the name behind it in apposition where one follows ("the harbour master, Ola Brun,"). */
export function headOfParty(body: string, span: Span, names: readonly NameMention[]): SourceHead | null {
  const head = headOf(body, [span], names)
  if (head?.form !== 'nominal' || head.noun.joint) return head
  // "Two men, Ola Brun and Ana Ruiz,": the name is one of them.
  if (/^(?:\d|two|three|four|five|six|several|many|some|both|dozens)/i.test(body.slice(...span))) return head
  const behind = body.slice(span[1], span[1] + APPOSITION_UNITS).match(APPOSITION)
  if (!behind) return head
  const whole = headOf(body, [[span[0], span[1] + behind[0].length]], names)
  return whole?.form === 'name' && whole.name.parts.length > 1 && whole.name.kind !== 'organization' ? whole : head
}

/** Titles and a name behind a comma, and the mark that ends them; a verb of saying behind it makes it a clause of its own. */
const APPOSITION =
  /^(?:\s(?:of|at|for|in)\s[^,.;:()“”"]{1,40})?,\s(?:[\p{Ll}-]+\s){0,3}(?:\p{Lu}[\p{L}.’'-]*\s?){2,4}(?=[,.;]|\s(?:over|on|for|in|at|after|and)\s)(?!,\s(?:a|an|the)\s[^,]{1,40},\s(?:said|says|told))/u
const APPOSITION_UNITS = 120

/** Whoever has a mention already that begins at this place and covers these words: "Brazil" is no mention of "Brazil's president". */
export const standingAt = (stage: Stage, [start, end]: Span): Referent | null =>
  stage
    .all()
    .find(({ spots, mentions }) => spots.has(start) && mentions.some(({ span }) => span[0] === start && span[1] >= end)) ?? null

/**
 * Whether what was found for a party is clear enough to be joined with it. A speaker may be the one most in view; a party that is only
 * called "the company" or "the woman" stands by itself where another could be meant, since a false merge is worse than a missed one.
 */
export const isClearParty = ({ way, share }: Resolved): boolean => share >= (SHARES[way] ?? 0)

/** By `bench/speakers`, where these ways are right in nine of ten; the two in view are none of them. */
const SHARES: Partial<Record<Resolved['way'], number>> = {
  'role in view': Number.POSITIVE_INFINITY,
  'body in view': Number.POSITIVE_INFINITY,
  'role said': 0.75,
  pronoun: 0.75,
  'thing pronoun': Number.POSITIVE_INFINITY,
  'plural pronoun': Number.POSITIVE_INFINITY,
}

export const isGround = (head: string): boolean =>
  [head, head.replace(/s$/, ''), head.replace(/es$/, '')].some(word => GROUND_NOUNS.has(word))

/** Somebody or something that only its words as a party tell of. */
export function createParty(stage: Stage, body: string, span: Span, noun: NounPhrase): Referent {
  const isName =
    noun.determiner === '' && noun.modifiers.length === 0 && classOf(noun) === 'other' && /^\p{Lu}/u.test(body.slice(...span))
  const referent = createNominal(stage, span, noun)
  if (isGround(noun.head)) referent.kind = 'place'
  // A sentence that begins with a word that is no noun of ours begins with a name.
  if (!isName) return referent
  referent.kind = 'organization'
  referent.mentions[0] = { span, form: 'name' }
  return referent
}
