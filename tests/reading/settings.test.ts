import { describe, expect, it } from 'vitest'
import { placedDeeds } from '../../src/reading/events/placed.ts'
import { settingsOf } from '../../src/reading/events/setting.ts'
import type { Place, Span, Statement, Time } from '../../src/record/index.ts'

/** For each deed of one sentence, the words of its time and place. */
function settings(
  text: string,
  given: { times?: readonly string[]; places?: readonly string[]; said?: readonly string[]; dateline?: string },
) {
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length]
  const times = (given.times ?? []).map(words => ({ id: words, span: spanOf(words), type: 'DATE' }) as unknown as Time)
  const places = (given.places ?? []).map(words => ({ id: words, span: spanOf(words) }) as unknown as Place)
  const statements = (given.said ?? []).map(time => ({ time }) as unknown as Statement)
  const sentence: Span = [0, text.length]
  const triggers = placedDeeds({ articleBody: text, datePublished: null }, [sentence]).map(({ deed }) => deed.trigger)
  const dateline = given.dateline ? spanOf(given.dateline) : null
  return settingsOf({ body: text, sentence, triggers, times, places, statements, dateline }).map(({ time, place }) => [
    time,
    place,
  ])
}

describe('the setting of a deed', () => {
  it('is what stands in its clause', () => {
    expect(settings('Police arrested two men in Olmo on Friday.', { times: ['Friday'], places: ['Olmo'] })).toEqual([
      ['Friday', 'Olmo'],
    ])
    expect(
      settings('In March, soldiers attacked the port near the town of Olmo.', { times: ['March'], places: ['Olmo'] }),
    ).toEqual([['March', 'Olmo']])
  })

  it('is told apart for two deeds', () => {
    const text = 'Police arrested two men in Olmo on Friday, after rebels attacked a bus in Tarn on Monday.'
    expect(settings(text, { times: ['Friday', 'Monday'], places: ['Olmo', 'Tarn'] })).toEqual([
      ['Friday', 'Olmo'],
      ['Monday', 'Tarn'],
    ])
  })

  it('is no place that acts, and not where the report was written', () => {
    expect(settings('Qatar expelled three diplomats.', { places: ['Qatar'] })).toEqual([[null, null]])
    expect(settings('In Doha — Qatar expelled three diplomats.', { places: ['Doha'], dateline: 'Doha' })).toEqual([[null, null]])
  })

  it('is not when something was said, and no bound', () => {
    expect(settings('Police arrested two men, officials said on Monday.', { times: ['Monday'] })).toEqual([[null, null]])
    expect(settings('Police have detained two men since Monday.', { times: ['Monday'] })).toEqual([[null, null]])
    expect(settings('Police arrested two men on Monday.', { times: ['Monday'], said: ['Monday'] })).toEqual([[null, null]])
  })

  it('is null where two are joined', () => {
    expect(settings('Police arrested two men in Olmo and Tarn.', { places: ['Olmo', 'Tarn'] })).toEqual([[null, null]])
  })
})
