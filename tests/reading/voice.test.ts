import { expect, test } from 'vitest'
import { readVoices, weighVoices } from '../../src/reading/statements/voice.ts'
import type { Word } from '../../src/reading/tagger/tokens.ts'
import { VOICE_OUTPUTS, type VoiceScores, voiceScores } from '../../src/reading/tagger/voices.ts'
import { findQuotations } from '../../src/reading/words/quotes.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'

const spansOf = (text: string) => splitSentences(text, splitParagraphs(text))

/** The one-hot voice counts by two, each of the head's log-probabilities by one. */
const WEIGHTS = [0, 1, 2].map(voice => [0, 1, 2, 0, 1, 2].map((other, k) => (other === voice ? (k < 3 ? 2 : 1) : 0)))
const loud = (voice: number): VoiceScores => [0, 1, 2].map(other => (other === voice ? 5 : 0)) as unknown as VoiceScores

test('a sentence without content is the outlet’s, one with nothing else attributed, the rest mixed', () => {
  const text = 'The pier is old. Ada Lowe said it must go. Lowe, who swims daily, said the sea is cold.'
  const spans = spansOf(text)
  const find = (part: string) => [text.indexOf(part), text.indexOf(part) + part.length] as const
  const statements = [
    { source: [find('Ada Lowe')], cue: [find('said')], content: [find('it must go')] },
    {
      source: [find('Lowe, who')].map(([s]) => [s, s + 4] as const),
      cue: [[71, 75] as const],
      content: [find('the sea is cold')],
    },
  ]
  expect(readVoices(text, spans, statements).map(({ voice }) => voice)).toEqual(['outlet', 'attributed', 'mixed'])
})

test('a quotation is nobody’s but a speaker’s, from five words on', () => {
  const text = '“We will not sell the harbour.” The “old guard” left.'
  const { quotations } = findQuotations(text, splitParagraphs(text))
  expect(readVoices(text, spansOf(text), [], quotations).map(({ voice }) => voice)).toEqual(['attributed', 'outlet'])
})

test('what the model hears can take a sentence from the outlet, and never gives back one with a statement', () => {
  const sentences = [
    { span: [0, 5] as const, voice: 'outlet' as const },
    { span: [6, 9] as const, voice: 'mixed' as const },
    { span: [10, 12] as const, voice: 'mixed' as const },
  ]
  const heard = weighVoices(sentences, [loud(2), loud(0), loud(1)], WEIGHTS)
  expect(heard.map(({ voice }) => voice)).toEqual(['mixed', 'mixed', 'attributed'])
})

test('without a head, or without its weights, the voices stay as the statements have them', () => {
  const sentences = [{ span: [0, 5] as const, voice: 'outlet' as const }]
  expect(weighVoices(sentences, [null], WEIGHTS)).toEqual(sentences)
  expect(weighVoices(sentences, [loud(2)], undefined)).toEqual(sentences)
  expect(voiceScores({ words: [], candidates: [], states: new Float32Array() }, [[0, 5]])).toEqual([null])
})

test('a sentence’s scores are the values of its words, weighted by the softmax of their scores', () => {
  const words = [0, 2, 4].map(start => ({ start, end: start + 1 })) as unknown as Word[]
  const voice = new Float32Array(3 * VOICE_OUTPUTS)
  // In the first head the second word is three times as loud as the first; the third stands in the next sentence.
  voice[VOICE_OUTPUTS] = Math.log(3)
  voice.set([4, 0, 8], 4)
  voice.set([0, 4, 8], VOICE_OUTPUTS + 4)
  voice.set([9, 9, 9], 2 * VOICE_OUTPUTS + 4)
  const [first, second] = voiceScores({ words, candidates: [], states: new Float32Array(), voice }, [
    [0, 3],
    [4, 5],
  ])
  expect(first!.map(score => Number(score.toFixed(4)))).toEqual([1, 3, 8])
  expect(second).toEqual([9, 9, 9])
})
