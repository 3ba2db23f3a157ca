import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { bodyText, expectedText, markedText, openReading, useApp } from './harness.ts'
import { scriptReading } from './script.ts'
import { waterReading } from './water.ts'

const app = useApp()

describe('the annotated article', () => {
  test('its text is the body to the letter', async () => {
    const page = await openReading(app, waterReading())
    expect(await bodyText(page)).toBe(waterReading().article.articleBody)
  })

  test('every source, cue and content that is marked is the slice that the Reading names', async () => {
    const page = await openReading(app, waterReading())
    expect(await markedText(page)).toEqual(expectedText(waterReading()))
  })

  test('each statement has its speaker, verb and kind in the margin, and says what it is told within', async () => {
    const page = await openReading(app, waterReading())
    const notes = page.locator('.margin-note')
    expect(await notes.count()).toBe(waterReading().statements!.length)
    expect(await notes.filter({ hasText: 'Harlan Voss' }).filter({ hasText: 'told by' }).textContent()).toBe(
      '22 Harlan Voss told mixed told by 21, A senior official at the board',
    )
    expect(await notes.filter({ hasText: 'Lucinda Farrow' }).textContent()).toBe('17 Lucinda Farrow said mixed')
  })

  test('a note stands on the level of its paragraph on a wide screen', async () => {
    const page = await openReading(app, waterReading())
    const note = (await page.locator('.notes').nth(3).boundingBox())!
    const start = (await page.locator('.start-mark').nth(4).boundingBox())!
    const text = (await page.locator('.paragraph').nth(4).boundingBox())!
    expect(note.x + note.width).toBeLessThanOrEqual(text.x)
    expect(Math.abs(note.y - text.y)).toBeLessThan(4)
    expect(start.y).toBeGreaterThanOrEqual(text.y)
  })

  test('an unclear speaker is said to be unclear, in the margin, in the list and in the panel', async () => {
    const page = await openReading(app, waterReading())
    expect(await page.locator('.margin .unclear').count()).toBe(3)
    expect(await page.locator('.speakers .unclear').textContent()).toBe('speaker unclear')
    await page.locator('#s7').click()
    expect(await page.locator('.panel .unclear').textContent()).toBe('speaker unclear')
  })

  test('a headline that the body opens with is printed once', async () => {
    const body = 'Mayor resigns\n\nShe said so on Monday.'
    const page = await openReading(app, scriptReading({ body, article: { headline: 'Mayor resigns' } }))
    expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['Mayor resigns'])
    expect(await bodyText(page)).toBe(body)
  })

  test('trouble with the document is told where the article begins', async () => {
    const problem = {
      code: 'language-not-read',
      stage: 'reading',
      span: null,
      fatal: true,
      note: 'This article is in Finnish.',
    } as const
    const page = await openReading(app, scriptReading({ body: 'Hän sanoi niin.', problems: [problem] }))
    expect(await page.getByText('This article is in Finnish.').isVisible()).toBe(true)
    expect(await page.getByText('language-not-read').isVisible()).toBe(true)
  })
})

describe('keys', () => {
  let page: Page
  beforeEach(async () => {
    page = await openReading(app, waterReading())
  })

  test('] and [ step through the statements, with the focus and the address', async () => {
    await page.keyboard.press(']')
    await page.keyboard.press(']')
    await page.keyboard.press(']')
    expect(await focused(page)).toBe('s3')
    expect(new URL(page.url()).hash).toBe('#s3')
    await page.keyboard.press('[')
    expect(await focused(page)).toBe('s2')
    expect(await page.locator('.stepper').textContent()).toContain('2 of 25')
  })

  test('o and Enter open the statement, Escape closes it and gives the focus back', async () => {
    await page.keyboard.press(']')
    await page.keyboard.press('o')
    expect(await page.getByRole('heading', { name: 'Statement 1' }).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.locator('.panel').count()).toBe(0)
    expect(await focused(page)).toBe('s1')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('heading', { name: 'Statement 1' }).isVisible()).toBe(true)
    await page.keyboard.press(']')
    expect(await page.getByRole('heading', { name: 'Statement 2' }).isVisible()).toBe(true)
  })

  test('? shows the keys, and they can be switched off', async () => {
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keys' })
    await dialog.waitFor()
    await dialog.getByLabel('Single keys are on').uncheck()
    await page.keyboard.press('Escape')
    expect(await dialog.count()).toBe(0)
    await page.keyboard.press(']')
    expect(new URL(page.url()).hash).toBe('')
  })

  test('they are text where text is typed, and left alone with Ctrl', async () => {
    const start = await app.open()
    await start.getByLabel('The text of an article').pressSequentially('v]?o[')
    expect(await start.getByLabel('The text of an article').inputValue()).toBe('v]?o[')
    expect(await start.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('Control+v')
    expect(await page.getByRole('button', { name: /own voice/i }).getAttribute('aria-pressed')).toBe('false')
  })

  test('v fades what is told on somebody’s word and leaves the outlet’s own voice', async () => {
    const own = page.getByText('The board began handing out bottled water on Friday.')
    const told = page.locator('mark', { hasText: 'Nobody rang' })
    const color = (of: typeof own) => of.evaluate(element => getComputedStyle(element).color)
    expect(await color(told)).toBe(await color(own))
    await page.keyboard.press('v')
    expect(await color(told)).not.toBe(await color(own))
    expect(await color(own)).toBe(await page.evaluate(() => getComputedStyle(document.body).color))
    await page.getByRole('button', { name: /own voice/i }).click()
    expect(await color(told)).toBe(await color(own))
  })
})

describe('the panel', () => {
  test('shows source, cue and content as they stand, piece by piece, and what the figures mean', async () => {
    const page = await openReading(app, waterReading())
    await page.locator('mark', { hasText: 'Nobody rang' }).click()
    const slices = (role: string) => page.locator(`.panel .role-${role} .slice`).allTextContents()
    expect(await slices('source')).toEqual(['Dolores Achterberg, who has lived on Lanyon Street since 1988'])
    expect(await slices('cue')).toEqual(['said'])
    expect(await slices('content')).toEqual([
      '“Nobody rang, nobody wrote, nobody put a note through the door,”',
      '“I made up my grandson’s bottles with that water. I stood at that sink and made up his bottles.”',
    ])
    const panel = await page.locator('.panel').textContent()
    expect(panel).toContain('0.94')
    expect(panel).toContain('Of 100 statements given this figure, about 94')
    expect(panel).toContain('Mrs Achterberg')
  })

  test('shows on whose word a statement within a statement is told', async () => {
    const page = await openReading(app, waterReading())
    await page.locator('#s22').click()
    expect(await page.locator('.panel .chain li').allTextContents()).toEqual([
      'The Harrow Bay Courier',
      '21 A senior official at the board',
      'Harlan Voss, here',
    ])
    await page.locator('.panel .chain a').click()
    expect(await page.getByRole('heading', { name: 'Statement 21' }).isVisible()).toBe(true)
  })

  test('where statements lie over one another, the first click opens the innermost and the next one the other', async () => {
    const page = await openReading(app, waterReading())
    const both = page.locator('mark', { hasText: 'that replacing the mains' })
    // Where its last line is depends on the fonts of the machine; what begins or ends there must not be hit.
    const click = async () => {
      await both.scrollIntoViewIfNeeded()
      const [x, y] = await both.evaluate(mark => {
        const { left, top, width, height } = [...mark.getClientRects()].at(-1)!
        return [left + width / 2, top + height / 2] as const
      })
      await page.mouse.click(x, y)
    }
    await click()
    expect(await page.getByRole('heading', { name: 'Statement 22' }).isVisible()).toBe(true)
    await click()
    expect(await page.getByRole('heading', { name: 'Statement 21' }).isVisible()).toBe(true)
  })

  test('links to the words on the page of the outlet where the article has an address', async () => {
    const reading = waterReading()
    const at = { ...reading, article: { ...reading.article, url: 'https://courier.example/lead' } }
    const page = await openReading(app, at)
    await page.locator('#s24').click()
    expect(await page.getByRole('link', { name: 'This passage at the outlet' }).getAttribute('href')).toBe(
      'https://courier.example/lead#:~:text=she%20would%20believe%20it%20when%20she%20saw%20the%20trench',
    )
  })

  test('links to this page where the article has none', async () => {
    const page = await openReading(app, waterReading())
    await page.locator('#s24').click()
    const href = (await page.getByRole('link', { name: 'Link to this statement' }).getAttribute('href'))!
    expect(href.endsWith('/?sample=water#s24')).toBe(true)
    const linked = await app.open(href.slice(href.indexOf('/?')))
    await linked.waitForSelector('.paragraph')
    expect(await linked.locator('#s24').getAttribute('aria-current')).toBe('location')
  })

  test('copies the statement as JSON that stands alone', async () => {
    const page = await openReading(app, waterReading(), { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.locator('#s14').click()
    await page.getByRole('button', { name: 'Copy as JSON' }).click()
    await page.getByText('JSON copied.').waitFor()
    const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))
    expect(copied.statement).toEqual(waterReading().statements![13])
    expect(copied.speaker.name).toBe('Piers Lockhaven')
    expect(copied.text.source).toEqual(['he'])
    expect(copied.article.publisher).toBe('The Harrow Bay Courier')
  })

  test('the back button undoes a click', async () => {
    const page = await openReading(app, waterReading())
    await page.locator('#s2').click()
    await page.locator('#s5').click()
    await page.goBack()
    await page.getByRole('heading', { name: 'Statement 2' }).waitFor()
    await page.goBack()
    expect(await page.locator('.panel').count()).toBe(0)
  })
})

describe('the list of speakers', () => {
  test('counts direct and indirect statements, mixed ones as direct', async () => {
    const page = await openReading(app, waterReading())
    const row = page.getByRole('button', { name: /Winifred Osei/ })
    expect((await row.textContent())!.replace(/\s+/g, ' ')).toBe('Winifred Osei 2 direct 4 indirect')
  })

  test('a press shows one speaker, steps through those statements only, and a second press shows all', async () => {
    const page = await openReading(app, waterReading())
    const row = page.getByRole('button', { name: /Piers Lockhaven/, pressed: false })
    await row.click()
    expect(await focused(page)).toBe('s3')
    expect(await page.locator('.margin-note:visible').count()).toBe(4)
    expect(await page.locator('.speaker ol li').count()).toBe(4)
    await page.keyboard.press(']')
    await page.keyboard.press(']')
    expect(await focused(page)).toBe('s13')
    await page.getByRole('button', { name: /Piers Lockhaven/, pressed: true }).click()
    expect(await page.locator('.margin-note:visible').count()).toBe(25)
  })
})

describe('downloads', () => {
  test('JSON is the Reading itself', async () => {
    const page = await openReading(app, waterReading())
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'JSON', exact: true }).click(),
    ])
    expect(file.suggestedFilename()).toBe('Vellmouth-knew-of-lead-in-its-water-for-fourteen-months-reco.json')
    expect(JSON.parse(await contentOf(file))).toEqual(waterReading())
  })

  test('the other formats come from the server, for the same input', async () => {
    const page = await openReading(app, waterReading())
    app.answer(({ format }) => ({ body: `as ${format}` }))
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()])
    expect(await contentOf(file)).toBe('as csv')
    expect(app.requests.at(-1)!.body.text).toContain('Vellmouth')
  })
})

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id)
}

async function contentOf(file: { createReadStream(): Promise<NodeJS.ReadableStream> }): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
