import { readFileSync } from 'node:fs'
import type { Attitude } from '../../record/index.ts'
import { AFFIRMING, DOUBTING } from '../words/lexicon.ts'

/**
 * What the outlet's verb does to the words: `doubting` keeps them at arm's length (claim, allege), `affirming` takes them for
 * granted (admit, point out, reveal), all others are `neutral`. About the verb, never about the words.
 *
 * With the cue's own words, phrases go first ("made clear" is affirming, "made a claim" doubting, "point" alone as the verb has it).
 * Nouns and adverbs that stand for such verbs count as they do: allegation, admission, supposedly.
 */
export function attitudeOf(lemma: string | null, cue = ''): Attitude {
  const words = ` ${cue.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim()} `
  if (words.length <= CUE_UNITS_MAX) {
    if (LIST.phrases.doubting.some(phrase => words.includes(` ${phrase} `))) return 'doubting'
    if (LIST.phrases.affirming.some(phrase => words.includes(` ${phrase} `))) return 'affirming'
  }
  if (lemma === null) return 'neutral'
  if (DOUBTING.has(lemma) || DOUBTING_NOUNS.has(lemma) || DOUBTING_NOUNS.has(singular(lemma))) return 'doubting'
  return AFFIRMING.has(lemma) || AFFIRMING_NOUNS.has(lemma) || AFFIRMING_NOUNS.has(singular(lemma)) ? 'affirming' : 'neutral'
}

/** A longer cue is a clause, in which a phrase says little about the verb. */
const CUE_UNITS_MAX = 120

const singular = (word: string): string => word.replace(/s$/, '')

interface AttitudeLists {
  readonly nouns: { readonly doubting: readonly string[]; readonly affirming: readonly string[] }
  readonly phrases: { readonly doubting: readonly string[]; readonly affirming: readonly string[] }
}

const LIST: AttitudeLists = JSON.parse(readFileSync(new URL('../../../ontology/reporting-verbs.json', import.meta.url), 'utf8'))
const DOUBTING_NOUNS = new Set(LIST.nouns.doubting.flatMap(line => line.split(' ')))
const AFFIRMING_NOUNS = new Set(LIST.nouns.affirming.flatMap(line => line.split(' ')))
