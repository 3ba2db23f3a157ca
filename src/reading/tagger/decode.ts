import type { Attribution, Span } from '../../record/index.ts'
import { type Candidate, LABEL } from './candidates.ts'
import type { Tagged } from './tagger.ts'
import type { Word } from './tokens.ts'
import { type Path, viterbi } from './viterbi.ts'

/** What was learned or fitted beside the graphs; stands in the model's manifest. */
export interface DecoderSettings {
  /** [from][to] scores of the linear chain over outside, source, cue, content. */
  readonly transition: readonly (readonly number[])[]
  /** Weights of the logistic regression that gives an attribution's probability, in the order of `featuresOf`; the last is the bias. */
  readonly calibration: readonly number[]
  /** An attribution is kept from this probability on: where content+source+cue F1 is highest on the held-out part of train. */
  readonly threshold: number
  /** How the voice head and the statements that are shown count in a sentence's voice (`weighVoices`); fitted on the held-out part of train. */
  readonly voice?: readonly (readonly number[])[]
}

/** Attributions of a text in the order of their cues, each cue word used once: where two candidates overlap the likelier stays. */
export function decode(tagged: Tagged, settings: DecoderSettings): Attribution[] {
  const drafts = draftsOf(tagged, settings)
    .filter(draft => draft.probability >= settings.threshold)
    .sort((a, b) => b.probability - a.probability)
  const taken = new Set<number>()
  const kept: Draft[] = []
  for (const draft of drafts) {
    if (draft.cue.some(word => taken.has(word))) continue
    for (const word of draft.cue) taken.add(word)
    kept.push(draft)
  }
  return kept
    .sort((a, b) => a.cue[0]! - b.cue[0]!)
    .map(draft => ({
      source: spansOf(tagged.words, draft.source),
      cue: spansOf(tagged.words, draft.cue),
      content: spansOf(tagged.words, draft.content),
      confidence: Number(draft.probability.toFixed(3)),
    }))
}

/** One candidate with its words by role (indices into the text's words) and its probability. */
export interface Draft {
  readonly source: readonly number[]
  readonly cue: readonly number[]
  readonly content: readonly number[]
  readonly features: readonly number[]
  readonly probability: number
}

/** Every candidate that has a content, likely or not. */
export function draftsOf(tagged: Tagged, settings: DecoderSettings): Draft[] {
  const out: Draft[] = []
  for (const candidate of tagged.candidates) {
    const path = viterbi(candidate.emissions, settings.transition)
    const cue = cueOf(candidate, path.labels)
    const source = wordsWith(candidate, path.labels, LABEL.source)
    const content = wordsWith(candidate, path.labels, LABEL.content)
    if (!content.some(i => isWord(tagged.words[i]!))) continue
    const features = featuresOf(candidate, path, { source, cue, content })
    out.push({ source, cue, content, features, probability: logistic(features, settings.calibration) })
  }
  return out
}

/** What an attribution's probability is judged by. */
function featuresOf(
  candidate: Candidate,
  path: Path,
  roles: { readonly source: readonly number[]; readonly cue: readonly number[]; readonly content: readonly number[] },
): number[] {
  const length = roles.source.length + roles.content.length
  return [
    clip(candidate.cueLogit),
    clip(candidate.validLogit),
    Math.max(-PATH_SCORE_MAX, path.logProbability),
    Math.max(-PATH_SCORE_MAX, path.logProbability) / Math.sqrt(1 + length),
    Math.log1p(roles.content.length),
    roles.source.length > 0 ? 1 : 0,
  ]
}

const LOGIT_MAX = 8
const PATH_SCORE_MAX = 20

function clip(logit: number): number {
  return Math.max(-LOGIT_MAX, Math.min(LOGIT_MAX, logit))
}

function logistic(features: readonly number[], weights: readonly number[]): number {
  let sum = weights[features.length] ?? 0
  features.forEach((value, i) => {
    sum += value * (weights[i] ?? 0)
  })
  return 1 / (1 + Math.exp(-sum))
}

/** The pair head's own cue where it touches the candidate, else the candidate as it came. */
function cueOf(candidate: Candidate, labels: Uint8Array): number[] {
  const at = (word: number) => labels[word - candidate.from] === LABEL.cue
  let anchor = -1
  for (let word = candidate.first; word <= candidate.last; word++)
    if (at(word)) {
      anchor = word
      break
    }
  if (anchor < 0) return Array.from({ length: candidate.last - candidate.first + 1 }, (_, k) => candidate.first + k)
  let first = anchor
  let last = anchor
  while (at(first - 1)) first--
  while (at(last + 1)) last++
  return Array.from({ length: last - first + 1 }, (_, k) => first + k)
}

function wordsWith(candidate: Candidate, labels: Uint8Array, label: number): number[] {
  const out: number[] = []
  for (let i = 0; i < labels.length; i++) if (labels[i] === label) out.push(candidate.from + i)
  return out
}

function isWord(word: Word): boolean {
  return /[\p{L}\p{N}]/u.test(word.form)
}

/** Runs of neighbouring words as spans. A run of marks alone between two runs joins them; alone at an edge it is no span. */
export function spansOf(words: readonly Word[], chosen: readonly number[]): Span[] {
  const spans: [number, number][] = []
  let previous = Number.NEGATIVE_INFINITY
  let lettered = false
  for (const i of chosen) {
    const word = words[i]!
    if (i === previous + 1 && !(word.opens && words[previous]!.end < word.start)) spans[spans.length - 1]![1] = word.end
    else {
      if (spans.length > 0 && !lettered) spans.pop()
      spans.push([word.start, word.end])
      lettered = false
    }
    lettered ||= isWord(word)
    previous = i
  }
  if (spans.length > 1 && !lettered) spans.pop()
  return spans
}
