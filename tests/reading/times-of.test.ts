import { describe, expect, it } from 'vitest'
import { timesOfEvents, timesOfStatements } from '../../src/reading/times/of.ts'
import { readTimes } from '../../src/reading/times/times.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import type { Span } from '../../src/record/index.ts'

interface Parts {
  readonly source?: string
  readonly cue?: string
  readonly content: string
}

function placed(body: string, statements: readonly Parts[]) {
  const sentences = splitSentences(body, splitParagraphs(body))
  const spans = (part: string | undefined): Span[] => (part ? [[body.indexOf(part), body.indexOf(part) + part.length]] : [])
  return {
    body,
    sentences,
    times: readTimes({ body, datePublished: '2025-11-20', sentences }),
    statements: statements.map(({ source, cue, content }) => ({
      source: spans(source),
      cue: spans(cue),
      content: spans(content),
    })),
  }
}

/** The words of the time that dates the statement, or null. */
function saidWhen(body: string, statement: Parts): string | null {
  const input = placed(body, [statement])
  const [id] = timesOfStatements(input)
  const time = input.times.find(each => each.id === id)
  return time ? body.slice(...time.span) : null
}

function doneWhen(body: string, triggers: readonly string[], statements: readonly Parts[] = []): (string | null)[] {
  const input = placed(body, statements)
  const found = timesOfEvents({
    ...input,
    triggers: triggers.map(trigger => [body.indexOf(trigger), body.indexOf(trigger) + trigger.length]),
  })
  return found.map(id => {
    const time = input.times.find(each => each.id === id)
    return time ? body.slice(...time.span) : null
  })
}

describe('when a statement was said', () => {
  it.each([
    [
      'Reese said on Tuesday that the pier was closed.',
      { source: 'Reese', cue: 'said', content: 'that the pier was closed' },
      'Tuesday',
    ],
    ['On Tuesday, Reese said the pier was closed.', { source: 'Reese', cue: 'said', content: 'the pier was closed' }, 'Tuesday'],
    [
      '“It is closed,” Reese told reporters in Velm on Tuesday.',
      { source: 'Reese', cue: 'told', content: 'It is closed' },
      'Tuesday',
    ],
    ['Reese on Tuesday denied that it was closed.', { source: 'Reese', cue: 'denied', content: 'that it was closed' }, 'Tuesday'],
    [
      'Reese said Tuesday that it was closed.',
      { source: 'Reese', cue: 'said', content: 'Tuesday that it was closed' },
      'Tuesday',
    ],
    ['In a 2019 interview, Reese said it was closed.', { source: 'Reese', cue: 'said', content: 'it was closed' }, '2019'],
    [
      'A report published on Monday said it was closed.',
      { source: 'A report published on Monday', cue: 'said', content: 'it was closed' },
      'Monday',
    ],
  ])('%s', (body, statement, time) => expect(saidWhen(body, statement)).toBe(time))

  it.each([
    [
      'a date in the content',
      'Reese said it was closed on Tuesday.',
      { source: 'Reese', cue: 'said', content: 'it was closed on Tuesday' },
    ],
    ['a limit', 'Since Tuesday, Reese has said it was closed.', { source: 'Reese', cue: 'said', content: 'it was closed' }],
    [
      'another thing’s day',
      'After Tuesday’s vote, Reese said it was closed.',
      { source: 'Reese', cue: 'said', content: 'it was closed' },
    ],
    [
      'a relative clause',
      'Reese, who was freed on Tuesday, said it was closed.',
      { source: 'Reese', cue: 'said', content: 'it was closed' },
    ],
    ['a length', 'Reese said for two years that it was closed.', { source: 'Reese', cue: 'said', content: 'that it was closed' }],
    ['a reference', 'Reese now says it is closed.', { source: 'Reese', cue: 'says', content: 'it is closed' }],
    [
      'the sentence before',
      'Reese came on Tuesday. He said it was closed.',
      { source: 'He', cue: 'said', content: 'it was closed' },
    ],
    ['no cue', 'On Tuesday: “It is closed.”', { content: 'It is closed.' }],
  ])('is not told by %s', (_, body, statement) => expect(saidWhen(body, statement)).toBe(null))
})

describe('when an event was', () => {
  it('is told by the date of its own clause', () => {
    expect(doneWhen('Police arrested Lorn on Monday and charged him on Wednesday.', ['arrested', 'charged'])).toEqual([
      'Monday',
      'Wednesday',
    ])
    expect(doneWhen('On Monday, after a long chase, police arrested Lorn.', ['arrested'])).toEqual(['Monday'])
    expect(doneWhen('Monday’s attack killed two.', ['attack'])).toEqual(['Monday'])
  })

  it('is not told by the date of saying, nor the other way round', () => {
    const body = 'Reese said on Tuesday that police arrested Lorn in June.'
    const statement = { source: 'Reese', cue: 'said', content: 'that police arrested Lorn in June' }
    expect(doneWhen(body, ['arrested'], [statement])).toEqual(['June'])
    expect(saidWhen(body, statement)).toBe('Tuesday')
    const bare = 'Reese said on Tuesday that police arrested Lorn.'
    expect(doneWhen(bare, ['arrested'], [{ ...statement, content: 'that police arrested Lorn' }])).toEqual([null])
  })

  it('is not told by a limit, a length or a set', () => {
    expect(doneWhen('Police have arrested ten people since Monday.', ['arrested'])).toEqual([null])
    expect(doneWhen('Police jailed Lorn for two years.', ['jailed'])).toEqual([null])
    expect(doneWhen('Police arrest people every day.', ['arrest'])).toEqual([null])
  })
})
