import { ROLES } from '../../reading/words/lexicon.ts'
import { type Features, pairKey } from '../features.ts'
import { rarityOf } from '../frequencies.ts'
import { stemOf } from '../terms.ts'
import { type Prepared, preparedOf } from './prepared.ts'

/**
 * Whether one of two articles is so short that what both name may be all that they share: at least two things have to stand in both,
 * and one of them has to be no name. "A fire in Port Ansgar" and "a school in Port Ansgar" share a place.
 */
export function sharesOnlyNames(one: Features, other: Features): boolean {
  if (Math.min(one.profile.length, other.profile.length) >= SHORT_TERMS) return false
  const [own, theirs] = [preparedOf(one), preparedOf(other)]
  const all = termsOf(theirs)
  const shared = [...termsOf(own)].filter(stem => all.has(stem))
  const names = shared.filter(stem => one.profile.names.includes(stem) || other.profile.names.includes(stem))
  const inRow = (first: string, second: string) => isInBoth(pairKey(first, second), own, theirs)
  const titles = shared.filter(stem => ROLE_STEMS.has(stem) && names.some(name => inRow(stem, name)))
  const things = shared.length - new Set([...names, ...titles]).size
  return things === 0 || things + names.filter(name => !names.some(first => inRow(first, name))).length < 2
}

/** "Mayor Dora Klimt" says who, and not what happened. */
const ROLE_STEMS: ReadonlySet<string> = new Set([...ROLES].map(stemOf))

/** A line or two. Chosen on ECB+ train and dev and giveme5w1h dev (`bench/stories`). */
const SHORT_TERMS = 15

/** Telling words and numbers of text and headline; countries, which are named everywhere, are left out. */
function termsOf({ words, numbers, head }: Prepared): ReadonlySet<string> {
  const stems = [...words.keys(), ...head.keys()].filter(stem => !stem.startsWith('@') && rarityOf(stem) >= TELLING)
  return new Set([...stems, ...numbers.keys()])
}

/** A stem in more than about every seventh article tells nothing. */
const TELLING = 2

const isInBoth = (pair: string, one: Prepared, other: Prepared): boolean => one.pairs.has(pair) && other.pairs.has(pair)
