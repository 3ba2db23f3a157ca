import type { Features } from '../features.ts'
import { rarityOf } from '../frequencies.ts'

/** A profile laid out for comparing: maps instead of records, with what is asked again and again. */
export interface Prepared {
  readonly features: Features
  readonly words: ReadonlyMap<string, number>
  readonly numbers: ReadonlyMap<string, number>
  readonly pairs: ReadonlyMap<string, number>
  readonly head: ReadonlyMap<string, number>
  readonly lead: ReadonlyMap<string, number>
  readonly days: readonly (readonly [number, number])[]
  readonly years: ReadonlyMap<string, number>
  /** The heaviest words, and the heaviest names: what the article is about. */
  readonly keys: readonly (readonly [string, number])[]
  readonly nameKeys: readonly (readonly [string, number])[]
}

const KEYS = 8
const NAME_KEYS = 5
/** In headline and lead a name weighs so much more than another word of its rarity. */
const NAME_WEIGHT = 1.3

const prepared = new WeakMap<Features, Prepared>()

/** The same for the same features as long as these are held. */
export function preparedOf(features: Features): Prepared {
  const known = prepared.get(features)
  if (known) return known
  const { profile } = features
  const names = new Set(profile.names)
  const weighed = (stems: readonly string[]) =>
    unit(stems.map(stem => [stem, rarityOf(stem) * (names.has(stem) ? NAME_WEIGHT : 1)] as const))
  const words = new Map(Object.entries(profile.words))
  const made: Prepared = {
    features,
    words,
    numbers: new Map(Object.entries(profile.numbers)),
    pairs: new Map(Object.entries(profile.pairs)),
    head: weighed(profile.head),
    lead: weighed(profile.lead),
    days: Object.entries(profile.days).map(([day, weight]) => [Number(day), weight] as const),
    years: new Map(Object.entries(profile.years)),
    keys: [...words].slice(0, KEYS),
    nameKeys: profile.names.slice(0, NAME_KEYS).map(stem => [stem, words.get(stem)!] as const),
  }
  prepared.set(features, made)
  return made
}

function unit(vector: readonly (readonly [string, number])[]): Map<string, number> {
  const length = Math.hypot(...vector.map(([, weight]) => weight)) || 1
  return new Map(vector.map(([key, weight]) => [key, weight / length]))
}
