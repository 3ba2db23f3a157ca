import { expect, test } from 'vitest'
import type { Reading } from '../../src/record/index.ts'
import { bodyText, expectedText, markedText, openReading, useApp } from './harness.ts'
import { scriptReading } from './script.ts'

const app = useApp()

/** Texts in which offsets, lines or directions could go wrong, each with statements in all of its pieces. */
const TEXTS: Record<string, Reading> = {
  'characters beyond the BMP before and inside a span': scriptReading({
    body: '🗳️ 𝔙oters in 𠮷野 waited. “We 👩‍👩‍👧‍👦 came at six,” said Ada 𝒬uill.',
    statements: [{ source: 'Ada 𝒬uill', cue: 'said', content: '“We 👩‍👩‍👧‍👦 came at six,”', quotation: 'direct' }],
  }),
  'CRLF, tabs and runs of spaces': scriptReading({
    body: 'One line.\r\n\r\n“Two  \t lines,\r\nas typed,” he  said.\r\n\r\n\r\nThe end.\r\n',
    statements: [{ source: 'he', cue: 'said', content: '“Two  \t lines,\r\nas typed,”', quotation: 'direct' }],
  }),
  'soft hyphens, zero-width and no-break characters': scriptReading({
    body: '\uFEFFThe min\u00ADis\u00ADter\u00A0said\u200B: «\u202FNon\u202F».',
    statements: [{ source: 'The min\u00ADis\u00ADter', cue: 'said', content: '«\u202FNon\u202F»', quotation: 'direct' }],
  }),
  'a quotation over paragraphs': scriptReading({
    body: '“One.\n\n“Two.\n\n“Three,” said Bo.',
    statements: [{ source: 'Bo', cue: 'said', content: ['“One.', '“Two.', '“Three,”'], quotation: 'direct' }],
  }),
  'lines without a blank one between them': scriptReading({
    body: 'A headline\nBo said it rains.\nIt rained.',
    statements: [{ source: 'Bo', cue: 'said', content: 'it rains' }],
  }),
  'marks of many kinds, unbalanced ones too': scriptReading({
    body: "„Ja“, »nein«, ‘ay’, 「はい」, ``no'', \"open said Bo.",
    statements: [{ source: 'Bo', cue: 'said', content: ["„Ja“, »nein«, ‘ay’, 「はい」, ``no'', \"open"], quotation: 'direct' }],
  }),
  'the same words as content, source and cue of statements within one another': scriptReading({
    body: 'Police said the mayor told them that his aide had denied it.',
    statements: [
      { source: 'Police', cue: 'said', content: 'the mayor told them that his aide had denied it' },
      { source: 'the mayor', cue: 'told', content: 'that his aide had denied it', within: 's1' },
      { source: 'his aide', cue: 'denied', content: 'it', within: 's2', polarity: 'denied' },
    ],
  }),
}

for (const [name, reading] of Object.entries(TEXTS)) {
  test(`${name} stand as they are, and are marked where they stand`, async () => {
    const page = await openReading(app, reading)
    expect(await bodyText(page)).toBe(reading.article.articleBody)
    expect(await markedText(page)).toEqual(expectedText(reading))
  })
}

test('a content that crosses paragraphs in one span is marked in each of them', async () => {
  const body = '“One.\n\nTwo,” said Bo.'
  const reading = scriptReading({ body, statements: [{ source: 'Bo', cue: 'said', content: '“One.\n\nTwo,”' }] })
  const page = await openReading(app, reading)
  expect(await bodyText(page)).toBe(body)
  expect((await markedText(page)).s1!.content).toBe('“One.Two,”')
})

test('Arabic runs from right to left, each paragraph by itself, with Latin names inside', async () => {
  const body = 'قالت الوزيرة Marta Quill إن الميناء سيفتح.\n\nThe port is in Tolvany.'
  const reading = scriptReading({
    body,
    article: { inLanguage: 'ar', headline: 'الميناء' },
    entities: [{ id: 'e1', name: 'Marta Quill' }],
    statements: [{ source: 'الوزيرة Marta Quill', cue: 'قالت', content: 'إن الميناء سيفتح', speaker: 'e1' }],
  })
  const page = await openReading(app, reading)
  expect(await bodyText(page)).toBe(body)
  expect(await markedText(page)).toEqual(expectedText(reading))
  const direction = (index: number) =>
    page
      .locator('.paragraph')
      .nth(index)
      .evaluate(element => getComputedStyle(element).direction)
  expect(await direction(0)).toBe('rtl')
  expect(await direction(1)).toBe('ltr')
  const cue = (await page.locator('mark.cue').boundingBox())!
  const content = (await page.locator('mark.content').boundingBox())!
  expect(content.x + content.width).toBeLessThanOrEqual(cue.x)
})
