import type { Content } from '../content.ts'
import type { WordsOf } from '../features.ts'
import type { Pairing } from '../grouping.ts'
import type { Telling } from '../tellings.ts'
import { dot } from '../vectors.ts'
import { mayAgree } from './agree.ts'
import { creditOf, type Weighed } from './frame.ts'
import { isUntil, type Slot } from './slots.ts'
import { areOfTwoVoices } from './voices.ts'

/**
 * Pairs of days since when somebody knew of something, by two articles or two voices: "had known since April", "did not learn of it until June 1", "was
 * told on Saturday". It has many verbs and two turns, and an article hardly tells it of more than one matter.
 */
export function learnedOnOthers({ tellings, slots, pairings, wordsOf }: LearnedGiven): (readonly [Slot, Slot])[] {
  const learned = new Map<number, Learned[]>()
  for (const slot of slots) {
    const telling = tellings[slot.item]!
    const knowers = slot.dimension === 'day' && slot.isNamed ? knowersIn(telling, slot) : []
    if (knowers.length > 0) learned.set(slot.item, [...(learned.get(slot.item) ?? []), { slot, telling, knowers }])
  }
  const areApart = (one: Learned, other: Learned): boolean =>
    !mayAgree(one.slot, other.slot) &&
    (one.telling.article !== other.telling.article || areOfTwoVoices(one.telling, other.telling)) &&
    isNear(one.telling.content, other.telling.content) &&
    one.knowers.some(a => other.knowers.some(b => creditOf(a, b, wordsOf) >= KNOWER_MIN))
  return pairings.flatMap(({ a, b }) =>
    (learned.get(a) ?? []).flatMap(one =>
      (learned.get(b) ?? []).filter(other => areApart(one, other)).map(other => [one.slot, other.slot] as const),
    ),
  )
}

interface LearnedGiven {
  readonly tellings: readonly Telling[]
  readonly slots: readonly Slot[]
  /** The pairs of tellings that were compared: what is far apart in words and meaning is not of one matter. */
  readonly pairings: readonly Pairing[]
  readonly wordsOf: WordsOf
}

interface Learned {
  readonly slot: Slot
  readonly telling: Telling
  readonly knowers: readonly Weighed[]
}

/** Whether two clauses may be about one matter, by what they mean; those of the sets that are come to .64 and more. */
const isNear = ({ sense: a }: Content, { sense: b }: Content): boolean => !a || !b || dot(a, b) >= NEAR_MIN
const NEAR_MIN = 0.5

/** Half of the words of a subject, as of other values. */
const KNOWER_MIN = 0.5

/** Whom a clause tells to have learned of something on a day; of a clause that says "it" or "she", who was spoken of before. Empty where it tells no such thing. */
function knowersIn(
  { content: { words, terms, carried, modality, negated }, statement }: Telling,
  { role }: Slot,
): readonly Weighed[] {
  const text = words.join(' ')
  const found = LEARNED.exec(text)
  // "Nobody knew in April" says nothing of when they did.
  const isDenied = statement?.polarity === 'denied' || (negated && !isUntil(role))
  if (!found || modality !== 'told' || isDenied || role === 'by') return []
  const verbAt = text.slice(0, found.index).split(' ').length - 1
  const own = terms.filter(({ at }) => at < verbAt)
  if (own.length > 0) return own.map(({ key, kind, vector }) => ({ key, isEntity: kind === 'entity', vector, weight: 1 }))
  return [...carried].map(key => ({ key, isEntity: key.startsWith('@'), vector: null, weight: 1 }))
}

const LEARNED =
  /\b(?:(?:knew|(?:had|have|has) (?:long |already )?known|aware) (?!as\b|for\b|to\b|him\b|her\b|them\b)|learn(?:ed|t)? (?:of|that|about|only|on)\b|(?:heard|hear|known) (?:of|about|nothing)\b|found out\b|(?:an inkling|in the know|come to light)\b|(?:was|were|been) (?:first |only |not |already )?(?:told|informed|warned|notified|alerted)\b)/
