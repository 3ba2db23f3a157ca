import type { WordsOf } from '../features.ts'
import type { Telling } from '../tellings.ts'
import { distanceOf, type Frame, isOneKind } from './frame.ts'
import { isOneDeed, isSaidOfOne } from './same.ts'

/** Whether an article puts two clauses in the mouths of two. */
export const areOfTwoVoices = (a: Telling, b: Telling): boolean =>
  a.statement !== null && b.statement !== null && a.sentence !== b.sentence && a.statement.speaker !== b.statement.speaker

/**
 * Whether two voices of one article speak of one thing, which they do more seldom than those of two: the deed must be one by its words, figures of
 * one kind near, neither clause name anybody or any place that the sentence of the other lacks, nor tell how far a count had
 * come.
 */
export const areSurelyOne = (a: Frame, b: Frame, wordsOf: WordsOf): boolean =>
  isNamedIn(a, b) &&
  isNamedIn(b, a) &&
  !isRunning(a) &&
  !isRunning(b) &&
  (isOneKind(a, b) ? distanceOf(a.slot, b.slot) <= RATIO_LOG_MAX_WITHIN : isOneDeed(a, b, wordsOf) && isSaidOfOne(a, b, wordsOf))

/** Who knows of both has the later count. */
const RATIO_LOG_MAX_WITHIN = Math.log(2.5)

const isNamedIn = ({ named }: Frame, { terms, beside, content }: Frame): boolean =>
  named.every(key => content.carried.has(key) || [...terms, ...beside].some(term => term.key === key))

/** "161 had been arrested", "250 have been by now": what one counted then is no other count of what another counts since. */
const isRunning = ({ content: { words } }: Frame): boolean => RUNNING.test(words.join(' '))
const RUNNING = /\b(?:now|since|so far|to date|already|yet|total|grown|risen|rose|until|by then)\b/
