import type { Relation } from '../cross/asked.ts'
import type { Features } from './features.ts'
import { NOTHING_ONLY, type Only } from './only.ts'

/** What stands around two contents says of them, too. */
export interface Setting extends Only {
  /** How much nearer in meaning each is to the other than to anything else that the other's article tells: the less and the more of the two. */
  readonly marginLeast: number
  readonly marginMost: number
  /** One speaker says both. */
  readonly sameSpeaker: number
  /** What both tell of one another, of who has read them together; null where nobody has. */
  readonly relation: Relation | null
}

export const NO_SETTING: Setting = { ...NOTHING_ONLY, marginLeast: 0, marginMost: 0, sameSpeaker: 0, relation: null }

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
export function probabilityOf(features: Features, setting: Setting = NO_SETTING): number {
  if (features.verbatim) return VERBATIM
  if (features.begun) return BEGUN
  if (features.sameFigure) return SAME_FIGURE
  if (features.noSuch) return NO_SUCH
  const words = byWords(features)
  return features.sense === null ? words : byMeaning(features, features.sense, setting)
}

function byWords(features: Features): number {
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

/** What the score looks at where the meaning of the clauses is known. */
export const WEIGHED = [
  'least',
  'plainLeast',
  'cosine',
  'sense',
  'verbLeast',
  'sameAmounts',
  'tellingAmounts',
  'otherAmounts',
  'sameDates',
  'noneOf',
  'carried',
  'otherMood',
  'sameSpeaker',
  'marginLeast',
  'marginMost',
  'onlyFigure',
  'onlyCount',
  'onlyDate',
  'onlyWord',
] as const

export function weighedValues(features: Features, sense: number, setting: Setting): number[] {
  const { least, plainLeast, cosine, verbLeast, sameDates, noneOf, carriedWeight, otherMood } = features
  const few = (count: number) => Math.min(AMOUNTS_MAX, count)
  const margin = (value: number) => Math.max(-MARGIN_MAX, Math.min(MARGIN_MAX, value))
  return [
    least,
    plainLeast,
    cosine,
    sense,
    verbLeast,
    few(features.sameAmounts),
    few(features.tellingAmounts),
    few(features.otherAmounts),
    sameDates,
    noneOf,
    Math.log1p(carriedWeight),
    otherMood,
    setting.sameSpeaker,
    margin(setting.marginLeast),
    margin(setting.marginMost),
    setting.onlyFigure,
    setting.onlyCount,
    setting.onlyDate,
    setting.onlyWord,
  ]
}

/** A margin of more says no more. */
const MARGIN_MAX = 0.2

function byMeaning(features: Features, sense: number, setting: Setting): number {
  if (features.least === 0 && features.cosine < COSINE_LEAST && features.sameDates + features.sameAmounts === 0) return 0
  const values = weighedValues(features, sense, setting)
  const { relation } = setting
  const learned =
    relation === null
      ? weighed(values, MEANING_WEIGHTS, MEANING_BIAS + EVEN)
      : weighed([...values, oddsOfOne(relation)], RELATED_WEIGHTS, RELATED_BIAS)
  return 1 / (1 + Math.exp(-learned))
}

const weighed = (values: readonly number[], weights: readonly number[], bias: number): number =>
  values.reduce((sum, value, index) => sum + value * weights[index]!, bias)

/** Log-odds that two tell of one thing, be it that it is so or that it is not. */
export function oddsOfOne({ same, contrary }: Relation): number {
  const one = same + contrary
  return Math.max(-ODDS_MAX, Math.min(ODDS_MAX, Math.log((one + TINY) / (1 - one + TINY))))
}

/** Surer says no more. */
const ODDS_MAX = 6
const TINY = 1e-6

/** Clauses without a word in common whose words are not alike either are joined by nothing but their place. */
const COSINE_LEAST = 0.2

/**
 * Moves what is as likely right as wrong to where words alone begin to join (`JOINED_MIN`). With .35 more real news has as many joins as by the weights before, and 18 of 28 new ones are right there and 11 of 28 that are
 * gone; but in the sets of `bench/origins` more ranges of origins are too wide then. So a tenth fewer are joined.
 */
const EVEN = 0.25

/** Fitted on pairs of clauses of `train/claims`, of the sets of `bench/origins` that rules are developed on, and of real news that was judged by reading, by `bench/claims/fit-meanings.ts`. */
const MEANING_WEIGHTS = [
  1.68, 0.26, 2.33, 1.67, 1.14, 0.69, -0.72, -0.6, 0.36, 1.14, 0.1, -0.14, 0.9, 4.25, 1.83, 3.29, 1.78, 1.57, 0.29,
]
const MEANING_BIAS = -4.53

/** Where both were read together, the odds of that last; fitted by the same on what the cross-encoder has not learned from. Nothing is moved: who has read both joins less that is merely beside the point. */
const RELATED_WEIGHTS = [
  0.37, 1.21, 0.82, 1.49, 0.73, 0.3, 0.2, -0.33, 0.18, 0.84, 0.18, -0.51, 0.59, 2.47, 0.73, 2.13, 1.24, 1.86, 0.22, 0.56,
]
const RELATED_BIAS = -3.13
