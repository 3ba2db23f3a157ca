import type { Referent } from './referents.ts'

/** Somebody comes up in the text: what a pronoun further on may mean. */
export interface Appearance {
  readonly referent: Referent
  /** How much in view it puts the referent; 1 is a sentence's subject. */
  readonly weight: number
  /** Where in the telling it stands: sentences so far, quoted ones counting less. */
  readonly beat: number
  /** The statement in whose content it stands; -1 for the outlet's own words. */
  readonly content: number
  readonly quoted: boolean
  /** The offset of its last unit: the word there stands for it. */
  readonly head: number
}

/**
 * Weights of an appearance by its place in the sentence, after the salience of Lappin and Leass (1994), set by reading PolNeAR's
 * train: a source of a statement is most in view, what is only talked about in somebody's words is least.
 */
export const WEIGHT = { speaker: 1.4, subject: 1, object: 0.5, oblique: 0.35, owner: 0.4, modifier: 0.15, headline: 0.2 } as const
const IN_CONTENT = 0.4
const IN_QUOTATION = 0.3
/** What is left of a weight one sentence later. */
const DECAY = 0.5
/** Further back nobody is meant by a pronoun, in sentences. */
const BEATS_MAX = 5
/** Appearances looked back at, so that a long list of names stays cheap. */
const LOOK_BACK = 80

export interface View {
  readonly beat: number
  readonly content: number
  readonly quoted: boolean
}

export interface Ranked {
  readonly referent: Referent
  readonly score: number
  /** The best score over that and the next one's; 1 where nobody else could be meant. */
  readonly share: number
}

/** Somebody in view at a place. */
export interface InView {
  readonly referent: Referent
  score: number
  /** How often they came up. */
  times: number
  readonly last: Appearance
}

/** Who is most in view at a place, among those that `suits` lets through with a factor over 0; null where nobody is. */
export function mostInView(appearances: readonly Appearance[], view: View, suits: (referent: Referent) => number): Ranked | null {
  const [best, next] = allInView(appearances, view, suits)
  return best ? { referent: best.referent, score: best.score, share: best.score / (best.score + (next?.score ?? 0)) } : null
}

/** Everybody in view at a place whom `suits` lets through, the most in view first. */
export function allInView(appearances: readonly Appearance[], view: View, suits: (referent: Referent) => number): InView[] {
  const found = new Map<Referent, InView>()
  const first = Math.max(0, appearances.length - LOOK_BACK)
  for (let index = appearances.length - 1; index >= first; index--) {
    const appearance = appearances[index]!
    const distance = view.beat - appearance.beat
    if (distance > BEATS_MAX) break
    const factor = suits(appearance.referent)
    if (factor <= 0) continue
    let weight = appearance.weight * factor * DECAY ** Math.max(0, distance)
    if (appearance.content >= 0 && appearance.content !== view.content) weight *= IN_CONTENT
    if (appearance.quoted && !view.quoted) weight *= IN_QUOTATION
    const known = found.get(appearance.referent)
    if (known) {
      known.score += weight
      known.times++
    } else found.set(appearance.referent, { referent: appearance.referent, score: weight, times: 1, last: appearance })
  }
  return [...found.values()].sort((a, b) => b.score - a.score)
}
