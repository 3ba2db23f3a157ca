import type { Span } from '../../record/index.ts'
import type { Tagged } from './tagger.ts'

/** Scores of outlet, attributed and mixed for one sentence, in this order; logarithms, up to a constant. */
export type VoiceScores = readonly [outlet: number, attributed: number, mixed: number]

/** A score and three values of each; then outside, frame and content of the word alone, which only training uses. */
const HEADS = 4
/** What the voice head gives for each word. */
export const VOICE_OUTPUTS = 4 * HEADS + 3

/**
 * How the voice head hears each of the ordered `sentences`: each head's values averaged over the sentence's words, weighted by the
 * softmax of its scores, then added up. Null for a sentence without words, and where the model has no such head.
 */
export function voiceScores({ words, voice }: Tagged, sentences: readonly Span[]): (VoiceScores | null)[] {
  let at = 0
  return sentences.map(([start, end]) => {
    if (!voice) return null
    while (at < words.length && words[at]!.end <= start) at++
    const from = at
    while (at < words.length && words[at]!.start < end) at++
    return from < at ? pooled(voice.subarray(from * VOICE_OUTPUTS, at * VOICE_OUTPUTS)) : null
  })
}

function pooled(outputs: Float32Array): VoiceScores {
  const count = outputs.length / VOICE_OUTPUTS
  const sums: [number, number, number] = [0, 0, 0]
  for (let head = 0; head < HEADS; head++) {
    let total = 0
    const values = [0, 0, 0]
    for (let word = 0; word < count; word++) {
      const base = word * VOICE_OUTPUTS
      const weight = Math.exp(Math.max(-SCORE_MAX, Math.min(SCORE_MAX, outputs[base + head]!)))
      total += weight
      for (let k = 0; k < 3; k++) values[k]! += weight * outputs[base + HEADS + 3 * head + k]!
    }
    for (let k = 0; k < 3; k++) sums[k]! += values[k]! / total
  }
  return sums
}

/** As in training: keeps the exponentials finite. */
const SCORE_MAX = 15
