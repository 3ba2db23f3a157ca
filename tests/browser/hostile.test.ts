import { expect, test } from 'vitest'
import type { Statement } from '../../src/record/index.ts'
import { bodyText, openReading, useApp } from './harness.ts'
import { scriptReading } from './script.ts'

const app = useApp()

test('markup in an article, a name or a note is text', async () => {
  const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
  const reading = scriptReading({
    body: `${evil}\n\nBo said ${evil} & &amp; "quoted" </p></main>.`,
    article: { headline: evil, publisher: evil, author: [evil], url: 'javascript:document.title=3' },
    entities: [{ id: 'e1', name: evil, mentions: [[evil, 'name']] }],
    statements: [{ cue: 'said', content: `${evil} & &amp; "quoted" </p></main>`, after: 'Bo', speaker: 'e1' }],
    problems: [{ code: 'quotation-unbalanced', stage: 'reading', span: null, fatal: false, note: evil }],
  })
  const page = await openReading(app, reading)
  await page.locator('#s1').click()
  expect(await bodyText(page)).toBe(reading.article.articleBody)
  expect(await page.locator('main img, main script').count()).toBe(0)
  expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
  expect(await page.title()).toContain('<img')
})

test('a megabyte with four thousand statements by two thousand speakers stays usable', async () => {
  const sentence =
    'The clerk of the harbour said that the quay would be open by noon, whatever the weather, and that nobody need wait. '
  const paragraph = `${sentence.repeat(2).trim()}\n\n`
  const count = Math.ceil(1_000_000 / paragraph.length)
  const statements: Statement[] = []
  for (let index = 0; index < count * 2 && statements.length < 4000; index++) {
    const at = Math.floor(index / 2) * paragraph.length + (index % 2) * sentence.length
    statements.push({
      ...{
        id: `s${index + 1}`,
        source: [[at, at + 24]],
        cue: [[at + 25, at + 29]],
        content: [[at + 30, at + 114]],
        cueLemma: 'say',
      },
      ...{
        speaker: `e${index % 2000}`,
        speakerConfidence: 0.9,
        attitude: 'neutral',
        quotation: 'indirect',
        polarity: 'asserted',
      },
      ...{ within: null, confidence: 0.9 },
    })
  }
  const body = paragraph.repeat(count)
  const entities = Array.from({ length: 2000 }, (_, index) => ({ id: `e${index}`, name: `Clerk ${index}` }))
  const page = await openReading(app, { ...scriptReading({ body, entities }), statements, sentences: [] })
  expect((await bodyText(page)) === body).toBe(true)
  expect(await page.locator('.start-mark').count()).toBe(4000)
  expect(await page.locator('.speaker').count()).toBeLessThan(100)
  await page.keyboard.press('[')
  await page.waitForFunction(() => document.activeElement?.id === 's4000')
  await page.keyboard.press('o')
  expect(await page.locator('.panel .role-source .slice').textContent()).toBe('The clerk of the harbour')
}, 180_000)

test('spans outside the body, rings of statements and unknown speakers do no harm', async () => {
  const body = 'Bo said it rains.'
  const reading = scriptReading({
    body,
    statements: [
      { source: 'Bo', cue: 'said', content: 'it rains', within: 's2', speaker: 'nobody' },
      { content: 'it rains', within: 's1' },
    ],
  })
  const [first, second] = reading.statements!
  const statements = [
    first!,
    {
      ...second!,
      content: [
        [5, 999],
        [9, 3],
        [-4, 2],
      ] as [number, number][],
    },
    { ...second!, id: 's3', content: [] },
  ]
  const page = await openReading(app, { ...reading, statements })
  expect(await bodyText(page)).toBe(body)
  await page.locator('#s1').click()
  expect(await page.locator('.panel .unclear').textContent()).toBe('speaker unclear')
})

test('an article with nothing in it is an article with nothing in it', async () => {
  app.answerWith(scriptReading({ body: '' }))
  const page = await app.open('/?sample=water')
  await page.getByText('No statement was found in this text.').waitFor()
  expect(await bodyText(page)).toBe('')
})

test('a layer that was not read is not shown as one in which nothing was found', async () => {
  const { statements: _, sentences: __, ...rest } = scriptReading({ body: 'Hän sanoi niin.' })
  const page = await openReading(app, rest)
  expect(await page.getByText('No statement was found in this text.').count()).toBe(0)
  expect(await bodyText(page)).toBe('Hän sanoi niin.')
})
