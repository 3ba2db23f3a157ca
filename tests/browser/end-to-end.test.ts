import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Server, serve } from '../../src/api/serve.ts'
import type { Reading } from '../../src/record/index.ts'
import { launchChromium } from './chromium.ts'
import { bodyText, expectedText, markedText } from './harness.ts'

let browser: Browser
let server: Server

beforeAll(async () => {
  server = await serve({ port: 0, webRoot: inject('builtApp'), log: () => {} })
  browser = await launchChromium()
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

for (const name of ['assembly', 'sleep', 'water']) {
  test(`the sample “${name}” is read by the model and shown as it was read`, async () => {
    const page = await browser.newPage()
    page.setDefaultTimeout(50_000)
    const answered = page.waitForResponse(response => new URL(response.url()).pathname === '/api/readings')
    await page.goto(`${server.url}?sample=${name}`)
    const reading = (await (await answered).json()) as Reading
    await page.waitForSelector('.paragraph')
    expect(await bodyText(page)).toBe(reading.article.articleBody)
    // White space between paragraphs stands in no mark.
    const marked = Object.entries(await markedText(page)).map(([id, roles]) => [
      id,
      Object.values(roles).join('').replace(/\s+/g, ''),
    ])
    const expected = Object.entries(expectedText(reading)).map(([id, roles]) => [
      id,
      Object.values(roles).join('').replace(/\s+/g, ''),
    ])
    expect(Object.fromEntries(marked)).toEqual(Object.fromEntries(expected))
    expect(reading.statements!.length).toBeGreaterThan(15)
    expect(await page.locator('.note-error').count()).toBe(0)
    await page.close()
  })
}

test('the server’s own refusal reaches the reader with its advice', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.url}?url=${encodeURIComponent('http://127.0.0.1:9/')}`)
  const alert = await page.getByRole('alert').textContent()
  expect(alert).toContain('url-private')
  await page.close()
})
