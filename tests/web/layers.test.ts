import { describe, expect, test } from 'vitest'
import { axisOf, spread } from '../../src/web/view/axis.ts'
import { countryName, countryNumber } from '../../src/web/view/countries.ts'
import { valueInWords } from '../../src/web/view/dates.ts'
import { piecesOf } from '../../src/web/view/overlays.ts'
import { excerptOf, passageOf } from '../../src/web/view/passage.ts'
import { periodOf } from '../../src/web/view/periods.ts'
import { apart } from '../../src/web/view/pins.ts'
import { ferryReading } from '../browser/ferry.ts'

const iso = (day: number) => new Date(Math.round(day * 86_400_000)).toISOString().replace(/T00:00:00.000Z$|:00.000Z$/, '')
const covers = (value: string) => {
  const period = periodOf(value)
  return period && [iso(period.start), iso(period.end)]
}

describe('what a TIMEX3 value covers', () => {
  test.each([
    ['2025-09-03', '2025-09-03', '2025-09-04'],
    ['2025-04', '2025-04-01', '2025-05-01'],
    ['2024-12', '2024-12-01', '2025-01-01'],
    ['2025', '2025-01-01', '2026-01-01'],
    ['2025-Q2', '2025-04-01', '2025-07-01'],
    ['2025-H2', '2025-07-01', '2026-01-01'],
    // The first week of 2025 began in 2024, that of 2021 on the fourth of January.
    ['2025-W01', '2024-12-30', '2025-01-06'],
    ['2021-W01', '2021-01-04', '2021-01-11'],
    ['2025-W36-WE', '2025-09-06', '2025-09-08'],
    ['199', '1990-01-01', '2000-01-01'],
    ['18', '1800-01-01', '1900-01-01'],
    ['2025-09-03T14:30', '2025-09-03T14:30', '2025-09-03T14:31'],
    ['2025-09-03TEV', '2025-09-03T17:00', '2025-09-03T22:00'],
    ['2025-09-03/2025-09-05', '2025-09-03', '2025-09-06'],
    ['2025-04-XX', '2025-04-01', '2025-05-01'],
  ])('%s from %s to %s', (value, start, end) => {
    expect(covers(value)).toEqual([start, end])
  })

  test.each(['P3D', 'PT20M', 'PRESENT_REF', 'XXXX-WXX-1', 'T14:00', 'P1W', '2025-13', '2025-02-30', '2025-W60', ''])(
    'none for %s',
    value => {
      expect(periodOf(value)).toBeNull()
    },
  )

  test('with open borders where the text leaves them open', () => {
    expect(periodOf('2025-09', 'APPROX')!.open).toBe(true)
    expect(periodOf('2025-SU')!.open).toBe(true)
    expect(periodOf('2025-09')!.open).toBe(false)
  })

  test('is said as people write it', () => {
    expect(['2025-W36', '2025-Q2', '199', '2025-SU', '2025-04/2025-06'].map(valueInWords)).toEqual([
      'week 36 of 2025',
      'second quarter of 2025',
      'the 1990s',
      'summer of 2025',
      'April 2025 to June 2025',
    ])
  })
})

describe('the axis', () => {
  test('is linear where it is not cut, and cuts what is empty first', () => {
    const axis = axisOf([
      { start: 0, end: 1 },
      { start: 1, end: 32 },
      { start: 9000, end: 9001 },
    ])
    const day = axis.at(1) - axis.at(0)
    expect(axis.at(32) - axis.at(1)).toBeCloseTo(31 * day)
    expect(axis.at(9001) - axis.at(9000)).toBeCloseTo(day)
    expect(axis.breaks).toHaveLength(1)
    expect(axis.length).toBeLessThanOrEqual(460)
  })

  test('keeps the order of whatever it is given', () => {
    const stretches = Array.from({ length: 40 }, (_, index) => ({
      start: index * index * 30,
      end: index * index * 30 + 1 + (index % 3) * 30,
    }))
    const axis = axisOf(stretches)
    const places = stretches.map(({ start }) => axis.at(start))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(new Set(places).size).toBe(40)
  })

  test('labels are spread as near as may be', () => {
    expect(spread([0, 100], 10)).toEqual([0, 100])
    expect(spread([50, 50, 50], 10)).toEqual([40, 50, 60])
    expect(spread([0, 0], 10)).toEqual([0, 10])
  })
})

test('pins at one point part, and all stay inside', () => {
  const pins = apart(
    Array.from({ length: 12 }, () => ({ x: 3, y: 3 })),
    { width: 328, height: 246, size: 26 },
  )
  for (const [index, a] of pins.entries()) {
    expect(a.x >= 13 && a.y >= 13).toBe(true)
    for (const b of pins.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(24)
  }
})

test('pieces joined are the text, whatever lies over it', () => {
  const pieces = piecesOf(
    [10, 40],
    [
      { span: [0, 20], kind: 'sentence' },
      { span: [15, 60], kind: 'lit' },
      { span: [18, 19], kind: 'lit' },
    ],
  )
  expect(pieces.map(({ span, lit, sentence }) => [...span, lit, sentence])).toEqual([
    [10, 15, false, true],
    [15, 18, true, true],
    [18, 19, true, true],
    [19, 20, true, true],
    [20, 40, true, false],
  ])
})

test('an excerpt is three slices of its sentence, and holds the words', () => {
  const reading = ferryReading()
  const body = reading.article.articleBody
  for (const { span } of [...reading.times!, ...reading.places!]) {
    const passage = passageOf(reading, [span])
    const excerpt = excerptOf(body, passage)!
    expect(excerpt.words).toEqual(span)
    expect(excerpt.before[1]).toBe(span[0])
    expect(excerpt.after[0]).toBe(span[1])
    expect(excerpt.before[0]).toBeGreaterThanOrEqual(passage.sentence![0])
    expect(excerpt.after[1]).toBeLessThanOrEqual(passage.sentence![1])
  }
})

test('countries are named by their codes', () => {
  expect(countryName('FRA')).toBe('France')
  expect(countryName('XKX')).toBe('Kosovo')
  expect(countryName('ZZZ')).toBe('ZZZ')
  expect(countryNumber('CHN')).toBe('156')
})
