import type { Attitude } from '../../record/index.ts'
import { AFFIRMING, DOUBTING } from '../words/lexicon.ts'

/**
 * What the outlet's verb does to the words: `doubting` keeps them at arm's length (claim, allege), `affirming` takes them for
 * granted (admit, point out, reveal), all others are `neutral`. About the verb, never about the words.
 *
 * "pointed" and "noted" count by their lemma; "made" does not ("made clear" is not told from "made a claim"), which is a gap.
 */
export function attitudeOf(lemma: string | null): Attitude {
  if (lemma === null) return 'neutral'
  if (DOUBTING.has(lemma)) return 'doubting'
  return AFFIRMING.has(lemma) ? 'affirming' : 'neutral'
}
