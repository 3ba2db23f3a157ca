import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { METER, meterLine } from '../../src/web/meter.ts'
import { dateInWords } from '../../src/web/view/dates.ts'
import { inOrder } from '../../src/web/view/order.ts'
import { paragraphsOf } from '../../src/web/view/paragraphs.ts'
import { speakersOf, UNCLEAR } from '../../src/web/view/speakers.ts'
import { textFragmentUrl } from '../../src/web/view/textFragment.ts'
import { confidenceMeans } from '../../src/web/view/words.ts'
import { scriptReading } from '../browser/script.ts'

describe('paragraphs', () => {
  test('are parted by blank lines, and keep the lines within', () => {
    const body = 'One\nline.\n\n \nTwo.\r\n\r\nThree.\n\n'
    expect(paragraphsOf(body).map(span => body.slice(...span))).toEqual(['One\nline.', 'Two.', 'Three.'])
  })

  test('are the lines where no blank one stands', () => {
    const body = 'One.\nTwo.\nThree.'
    expect(paragraphsOf(body).map(span => body.slice(...span))).toEqual(['One.', 'Two.', 'Three.'])
  })
})

describe('text fragments', () => {
  const link = (body: string, text: string, at = body.indexOf(text)) =>
    textFragmentUrl('https://a.example/b', body, [at, at + text.length])

  test('quote a short passage whole, with what divides a directive escaped', () => {
    expect(link('He said well-known, good & new.', 'well-known, good & new')).toBe(
      'https://a.example/b#:~:text=well%2Dknown%2C%20good%20%26%20new',
    )
  })

  test('name first and last words of a long one, and of one over paragraphs', () => {
    const long = `One two three four five six ${'and so on '.repeat(12)}nine ten eleven twelve end`
    expect(link(`He said: ${long}.`, long)).toBe(
      'https://a.example/b#:~:text=One%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20end',
    )
    expect(link('“One.\n\n“Two,” she said.', '“One.\n\n“Two,”')).toBe(
      `https://a.example/b#:~:text=${encodeURIComponent('“One.')},${encodeURIComponent('“Two,”')}`,
    )
  })

  test('add the words around it only where the passage stands there more than once', () => {
    const body = 'Ann said it rains. Bo said it rains too.'
    expect(link(body, 'it rains', body.lastIndexOf('it rains'))).toBe(
      'https://a.example/b#:~:text=Ann%20said%20it%20rains.%20Bo%20said-,it%20rains,-too.',
    )
  })

  test('go behind a fragment that the address has already', () => {
    expect(textFragmentUrl('https://a.example/b#top', 'It rains.', [0, 8])).toBe('https://a.example/b#top:~:text=It%20rains')
  })

  test('survive half a character', () => {
    expect(textFragmentUrl('https://a.example/', '\uD83D rains', [0, 7])).toContain(':~:text=')
  })
})

test('speakers are listed by how much they say, the unclear ones last', () => {
  const reading = scriptReading({
    body: 'A. B. C. D. E.',
    entities: [
      { id: 'e1', name: 'Ann' },
      { id: 'e2', name: 'Bo' },
    ],
    statements: [
      { content: 'A', speaker: null },
      { content: 'B', speaker: null },
      { content: 'C', speaker: 'e1', quotation: 'mixed' },
      { content: 'D', speaker: 'e2', quotation: 'direct' },
      { content: 'E', speaker: 'e2' },
    ],
  })
  expect(speakersOf(reading, inOrder(reading)).map(({ key, direct, indirect }) => [key, direct, indirect])).toEqual([
    ['e2', 1, 1],
    ['e1', 1, 0],
    [UNCLEAR, 0, 2],
  ])
})

test('a date keeps its precision', () => {
  expect(dateInWords('2025')).toBe('2025')
  expect(dateInWords('2025-09')).toBe('September 2025')
  expect(dateInWords('2025-09-03')).toBe('3 September 2025')
  expect(dateInWords('2025-09-03T10:16')).toBe('3 September 2025, 10:16')
  expect(dateInWords('2025-09-03T10:16:09+02:00')).toBe('3 September 2025, 10:16 UTC+02:00')
  expect(dateInWords('last spring')).toBe('last spring')
})

test('a confidence is explained by a count that somebody could check', () => {
  expect(confidenceMeans(0.934)).toContain('Of 100 statements given this figure, about 93')
})

describe('the measured error rates', () => {
  test('are those that the bench of attribution tells', () => {
    const told = readFileSync(new URL('../../bench/attribution/README.md', import.meta.url), 'utf8')
    const row = /\*\*Hearsay\*\* \| \*\*([\d.]+)\*\* \| \*\*([\d.]+)\*\* \| \*\*([\d.]+)\*\*/.exec(told)!.slice(1)
    const { content, contentSource, contentSourceCue, precision } = METER
    const percent = (share: number | null) => ((share ?? 0) * 100).toFixed(1)
    expect([content, contentSource, contentSourceCue].map(percent)).toEqual(row)
    expect(percent(precision)).toBe(/precision ([\d.]+)/.exec(told)![1])
  })

  const nothing = { corpus: null, articles: null, content: null, contentSource: null, contentSourceCue: null, precision: null }

  test('are not spoken of while there are none', () => {
    expect(meterLine(nothing)).toBeNull()
  })

  test('are given as "1 in N" and as F1', () => {
    expect(meterLine({ ...nothing, corpus: 'the PolNeAR corpus', articles: 100, content: 0.786, precision: 0.75 })).toBe(
      'About 1 in 4 statements shown here has its source, its verb or its words marked wrongly. ' +
        'Agreement with trained annotators (F1): words 78.6; measured on 100 articles of the PolNeAR corpus.',
    )
  })
})
