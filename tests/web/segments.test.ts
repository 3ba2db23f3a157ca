import { describe, expect, test } from 'vitest'
import { inOrder } from '../../src/web/view/order.ts'
import { ownersOf, paragraphsWithSegments } from '../../src/web/view/segments.ts'
import { scriptReading } from '../browser/script.ts'
import { waterReading } from '../browser/water.ts'

describe('cutting the body into segments', () => {
  test('white space and segments joined are the body', () => {
    const reading = waterReading()
    const paragraphs = paragraphsWithSegments(reading, inOrder(reading))
    const joined = paragraphs.map(
      ({ before, segments }) => before + segments.map(one => reading.article.articleBody.slice(...one.span)).join(''),
    )
    expect(joined.join('')).toBe(reading.article.articleBody)
  })

  test('statements within and over one another are cut at every border', () => {
    const body = 'Ann said Bo said it rains.'
    const reading = scriptReading({
      body,
      statements: [
        { source: 'Ann', cue: 'said', content: 'Bo said it rains' },
        { source: 'Bo', cue: 'said', content: 'it rains', after: 'Ann said', within: 's1' },
      ],
    })
    const [paragraph] = paragraphsWithSegments(reading, inOrder(reading))
    expect(paragraph!.segments.map(({ span, source, cue, content }) => [body.slice(...span), source, cue, content])).toEqual([
      ['Ann', ['s1'], [], []],
      [' ', [], [], []],
      ['said', [], ['s1'], []],
      [' ', [], [], []],
      ['Bo', ['s2'], [], ['s1']],
      [' ', [], [], ['s1']],
      ['said', [], ['s2'], ['s1']],
      [' ', [], [], ['s1']],
      ['it rains', [], [], ['s1', 's2']],
      ['.', [], [], []],
    ])
    const byId = new Map(inOrder(reading).map(one => [one.statement.id, one]))
    expect(ownersOf(paragraph!.segments[4]!, byId)).toEqual(['s2', 's1'])
    expect(ownersOf(paragraph!.segments[8]!, byId)).toEqual(['s2', 's1'])
  })

  test('each statement starts once and ends once', () => {
    const reading = waterReading()
    const segments = paragraphsWithSegments(reading, inOrder(reading)).flatMap(paragraph => paragraph.segments)
    const ids = reading.statements!.map(one => one.id).sort()
    expect(segments.flatMap(one => one.starts.map(({ statement }) => statement.id)).sort()).toEqual(ids)
    expect(segments.flatMap(one => one.ends.map(({ statement }) => statement.id)).sort()).toEqual(ids)
  })

  test('a segment knows the voice of its sentence', () => {
    const body = 'It rained. Ann told reporters that it snowed.'
    const reading = scriptReading({ body, statements: [{ source: 'Ann', cue: 'told', content: 'that it snowed' }] })
    const [paragraph] = paragraphsWithSegments(reading, inOrder(reading))
    const voices = paragraph!.segments.map(one => [body.slice(...one.span), one.voice])
    expect(voices[0]).toEqual(['It rained.', 'outlet'])
    expect(voices).toContainEqual([' reporters ', 'mixed'])
  })
})
