import type { Attribution, Sentence, Span } from '../../record/index.ts'
import type { VoiceScores } from '../tagger/voices.ts'
import type { Quotation } from '../words/quotes.ts'

type Roles = Pick<Attribution, 'source' | 'cue' | 'content'>

/**
 * Each sentence with whose voice it is told in.
 *
 * `outlet`: no word of it is the content of a statement. `attributed`: it has nothing but content, the source and cue that go with
 * it, and small words that join them ("X said that Y"). `mixed`: the outlet adds words of its own.
 *
 * Words of a quotation of five words or more count as content although no statement holds them: whoever says them, the outlet does
 * not. Where it is to be told from statements alone, leave `quotations` out.
 */
export function readVoices(
  body: string,
  sentences: readonly Span[],
  statements: readonly Roles[],
  quotations: readonly Quotation[] = [],
): Sentence[] {
  const marks = new Uint8Array(body.length)
  for (const { span } of quotations) if (isSpeech(body, span)) marks.fill(CONTENT, span[0], span[1])
  for (const { source, cue } of statements) for (const [start, end] of [...source, ...cue]) marks.fill(FRAME, start, end)
  for (const { content } of statements) for (const [start, end] of content) marks.fill(CONTENT, start, end)
  return sentences.map(span => ({ span, voice: voiceOf(body, span, marks) }))
}

/** Fewer words in quotation marks may be a title, a name or a scare quote. On PolNeAR's held-out part 5, 8 and 12 differ by 0.1. */
const SPEECH_WORDS_MIN = 5

function isSpeech(body: string, [start, end]: Span): boolean {
  return (body.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= SPEECH_WORDS_MIN
}

const FRAME = 1
const CONTENT = 2

function voiceOf(body: string, [start, end]: Span, marks: Uint8Array): Sentence['voice'] {
  let content = false
  let own = false
  for (const word of body.slice(start, end).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)) {
    const mark = marks[start + word.index]!
    if (mark === CONTENT) content = true
    else if (mark !== FRAME && !JOINING.has(word[0].toLowerCase())) own = true
  }
  if (!content) return 'outlet'
  return own ? 'mixed' : 'attributed'
}

/** Words that join a statement's parts and say nothing of their own. */
const JOINING = new Set(
  'a an the and but or so yet that as to of for in on at by with also then if whether while is was has had have been be did not'.split(
    ' ',
  ),
)

/** One row a voice, in the order of `VOICES`: what each of the three voices that the statements give adds to its score, then each of the head's three log-probabilities. */
export type VoiceWeights = readonly (readonly number[])[]

/**
 * `sentences`, labelled from what is shown, with the voice that this and the model's own ear (`scores`) together make likeliest; as they
 * were where the model has none. A sentence in which a statement or a quotation is shown is never the outlet's alone.
 */
export function weighVoices(
  sentences: readonly Sentence[],
  scores: readonly (VoiceScores | null)[],
  weights: VoiceWeights | undefined,
): Sentence[] {
  return sentences.map((sentence, index) => {
    const heard = scores[index]
    if (!heard || !weights) return sentence
    const features = voiceFeatures(sentence.voice, heard)
    const totals = weights.map(row => row.reduce((sum, weight, k) => sum + weight * features[k]!, 0))
    const allowed = sentence.voice === 'outlet' ? VOICES : VOICES.slice(1)
    const voice = allowed.reduce((best, other) => (totals[VOICES.indexOf(other)]! > totals[VOICES.indexOf(best)]! ? other : best))
    return { ...sentence, voice }
  })
}

export const VOICES = ['outlet', 'attributed', 'mixed'] as const

/** What `VoiceWeights` weigh: the voice from what is shown, one-hot, and the logarithms of the head's probabilities, none under `LOG_MIN`. */
export function voiceFeatures(shown: Sentence['voice'], heard: VoiceScores): number[] {
  const top = Math.max(...heard)
  const total = top + Math.log(heard.reduce((sum, score) => sum + Math.exp(score - top), 0))
  return [...VOICES.map(voice => Number(voice === shown)), ...heard.map(score => Math.max(LOG_MIN, score - total))]
}

/** The head's certainty beyond this says nothing more. By judgement. */
const LOG_MIN = -8
