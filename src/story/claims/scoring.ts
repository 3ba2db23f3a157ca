import type { Features } from './features.ts'

/** What the score looks at. */
export const SCORED = ['least', 'plainLeast', 'most', 'cosine', 'verbLeast', 'sameAmounts'] as const

export const scoredValues = (features: Features): number[] =>
  SCORED.map(name => (name === 'sameAmounts' ? Math.min(AMOUNTS_MAX, features[name]) : features[name]))

/** More than two figures in common say no more than two. */
const AMOUNTS_MAX = 2

/** Fitted on pairs of clauses of ECB+ train by `bench/claims/fit.ts`. */
const WEIGHTS = [-0.22, 0.93, 0.66, 3.34, 3.21, 1.24]
const BIAS = -4.64
/** ECB+ says too little of figures: a number that only one has, and one that hardly two things share by chance. By `pairs.jsonl`. */
const OTHER_AMOUNT = -1.2
const TELLING_AMOUNT = 1.5

/** Probability that two clauses tell the same, as far as words, meanings and figures say; what keeps them apart is not looked at. */
export function probabilityOf(features: Features): number {
  if (features.verbatim) return VERBATIM
  if (features.begun) return BEGUN
  if (features.sameFigure) return SAME_FIGURE
  if (features.noSuch) return NO_SUCH
  const { weight, carriedWeight, sameAmounts, tellingAmounts, sameDates, noneOf, least } = features
  const amounts = sameAmounts * AMOUNT_WEIGHT + tellingAmounts * TELLING_WEIGHT
  const evidence = weight + (carriedWeight - weight) * CARRIED_SHARE + amounts + sameDates * DATE_WEIGHT + noneOf * NONE_WEIGHT
  if (evidence < EVIDENCE_MIN || (least < LEAST_MIN && tellingAmounts === 0 && evidence < EVIDENCE_RICH)) return 0
  const learned = scoredValues(features).reduce((sum, value, index) => sum + value * WEIGHTS[index]!, BIAS)
  const figures =
    OTHER_AMOUNT * Math.min(AMOUNTS_MAX, features.otherAmounts) + TELLING_AMOUNT * Math.min(AMOUNTS_MAX, features.tellingAmounts)
  return 1 / (1 + Math.exp(-learned - figures))
}

const VERBATIM = 0.99
const BEGUN = 0.9
const SAME_FIGURE = 0.9
const NO_SUCH = 0.8
/** A few words in a long clause are not what it tells, unless they are many. */
const LEAST_MIN = 0.3
const EVIDENCE_RICH = 9
/** One word in common, however much of a short clause it is, says nothing. */
const EVIDENCE_MIN = 3.5
const CARRIED_SHARE = 0.5
const AMOUNT_WEIGHT = 2
/** More for a number that hardly two things share: "about 900 people on it" has no other word that tells what it is about. */
const TELLING_WEIGHT = 1.5
const DATE_WEIGHT = 1.5
const NONE_WEIGHT = 2
