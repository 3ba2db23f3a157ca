import { describe, expect, test } from 'vitest'
import { attitudeOf } from '../../src/reading/statements/attitude.ts'
import { baseForm, lemmaOf } from '../../src/reading/words/lemma.ts'
import { read } from './attributing.ts'

const lemma = (cue: string) => lemmaOf(cue, [[0, cue.length]])

describe('cueLemma', () => {
  const forms: Readonly<Record<string, string | null>> = {
    said: 'say',
    told: 'tell',
    noted: 'note',
    argued: 'argue',
    added: 'add',
    planned: 'plan',
    called: 'call',
    stressed: 'stress',
    replied: 'reply',
    describing: 'describe',
    insists: 'insist',
    denies: 'deny',
    'has said': 'say',
    'has yet to explain why': 'explain',
    'did not respond': 'respond',
    'declined to comment': 'decline',
    'said in a statement': 'say',
    'in a statement': 'statement',
    'according to': 'according',
    'pointed out': 'point',
    ':': null,
    '―': null,
  }
  for (const [cue, base] of Object.entries(forms)) test(`of "${cue}" is ${base}`, () => expect(lemma(cue)).toBe(base))

  test('leaves a verb that is not listed in a regular form', () => {
    expect(['jotted', 'drafting', 'waved'].map(baseForm)).toEqual(['jot', 'draft', 'wave'])
  })
})

test('attitude is what the verb does to the words', () => {
  expect(['claim', 'allege', 'admit', 'reveal', 'say', null].map(each => attitudeOf(each))).toEqual([
    'doubting',
    'doubting',
    'affirming',
    'affirming',
    'neutral',
    'neutral',
  ])
})

describe('attitude of a cue in its own words', () => {
  const of = (cue: string) => attitudeOf(lemma(cue), cue)
  const cues: Readonly<Record<string, string>> = {
    'made clear': 'affirming',
    'made a claim': 'doubting',
    'made a speech': 'neutral',
    allegations: 'doubting',
    'the admission': 'affirming',
    supposedly: 'doubting',
    'boasted of': 'doubting',
    insisted: 'neutral',
    'so he says': 'doubting',
    'let slip': 'affirming',
    'pleaded guilty': 'affirming',
    purportedly: 'doubting',
    'went on record': 'affirming',
    conceding: 'affirming',
    'what she called': 'doubting',
  }
  for (const [cue, attitude] of Object.entries(cues)) test(`"${cue}" is ${attitude}`, () => expect(of(cue)).toBe(attitude))
})

describe('polarity', () => {
  const of = (text: string, cue: string, content: string) => read(text, { source: 'Lowe', cue, content }).statements[0]!.polarity

  test('is denied for a denying verb and for a negated one', () => {
    expect(of('Lowe denied that the dam leaks.', 'denied', 'the dam leaks')).toBe('denied')
    expect(of('Lowe did not say the dam leaks.', 'say', 'the dam leaks')).toBe('denied')
    expect(of('Lowe never claimed the dam leaks.', 'never claimed', 'the dam leaks')).toBe('denied')
  })

  test('is asserted for a denial that is denied', () => {
    expect(of('Lowe did not deny that the dam leaks.', 'did not deny', 'the dam leaks')).toBe('asserted')
  })

  test('is asked for a question, not for a request', () => {
    expect(of('“Is it safe?” Lowe asked.', 'asked', '“Is it safe?”')).toBe('asked')
    expect(of('Lowe asked whether it was safe.', 'asked', 'whether it was safe')).toBe('asked')
    expect(of('Lowe asked the crew to leave.', 'asked', 'to leave')).toBe('asserted')
    expect(of('Lowe asked for patience.', 'asked for', 'patience')).toBe('asserted')
  })

  test('is declined for a refusal', () => {
    expect(of('Lowe declined to comment.', 'declined', 'to comment')).toBe('declined')
    expect(of('Lowe did not immediately respond to questions.', 'did not immediately respond', 'to questions')).toBe('declined')
    expect(of('Lowe could not be reached for comment.', 'could not be reached', 'for comment')).toBe('declined')
  })
})
