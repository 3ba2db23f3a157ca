import { describe, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { openReading, useApp } from './harness.ts'
import { waterReading } from './water.ts'

const app = useApp()
for (const colorScheme of ['light', 'dark'] as const) {
  describe(`in ${colorScheme} colours axe finds nothing against`, () => {
    test('the start screen, with an error and with the keys', async () => {
      const page = await app.open('/?read', { colorScheme })
      await page.waitForSelector('.samples')
      await page.getByRole('button', { name: 'Read it' }).click()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Keys' }).click()
      await page.getByRole('dialog').waitFor()
      expect(await violations(page)).toEqual([])
    })

    test('the article with its panel', async () => {
      const page = await openReading(app, waterReading(), { colorScheme })
      await page.locator('#s22').click()
      expect(await violations(page)).toEqual([])
    })

    test('the article with one speaker chosen, and with all that is told faded', async () => {
      const page = await openReading(app, waterReading(), { colorScheme })
      await page.getByRole('button', { name: /Piers Lockhaven/, pressed: false }).click()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('v')
      expect(await violations(page)).toEqual([])
    })

    test('the article on a narrow screen, with its panel', async () => {
      const page = await openReading(app, waterReading(), { colorScheme, viewport: { width: 360, height: 740 } })
      await page.locator('#s22').click()
      expect(await violations(page)).toEqual([])
    })
  })
}

test('nothing is wider than a screen of 360 pixels', async () => {
  const viewport = { width: 360, height: 740 }
  const page = await openReading(app, waterReading(), { viewport })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await width()).toBe(360)
  await page.locator('#s22').click()
  expect(await width()).toBe(360)
  await page.goto(new URL('/?read', page.url()).href)
  await page.waitForSelector('.samples')
  expect(await width()).toBe(360)
})

test('on a narrow screen the statement stands free above the panel that tells about it', async () => {
  const page = await openReading(app, waterReading(), { viewport: { width: 360, height: 740 } })
  await page.locator('#s22').click()
  const mark = (await page.locator('#s22').boundingBox())!
  const panel = (await page.locator('.panel').boundingBox())!
  expect(mark.y + mark.height).toBeLessThan(panel.y)
  expect(mark.y).toBeGreaterThan(0)
})

test('colours follow the system until somebody chooses, and the choice is kept', async () => {
  const page = await app.open('/?read', { colorScheme: 'dark' })
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await paper()
  await page.getByRole('button', { name: /^Colours: System/ }).click()
  const light = await paper()
  expect(light).not.toBe(dark)
  await page.reload()
  expect(await paper()).toBe(light)
  await page.getByRole('button', { name: /^Colours: Light/ }).click()
  expect(await paper()).toBe(dark)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await paper()).toBe(dark)
})

test('a screen reader hears where a statement begins, whose it is, and where it ends', async () => {
  const page = await openReading(app, waterReading())
  const heard = await page.locator('.paragraph').nth(2).ariaSnapshot()
  const begin = heard.indexOf('Statement 2, Dolores Achterberg, direct')
  const words = heard.indexOf('Nobody rang')
  const end = heard.indexOf('end of statement 2')
  expect(begin).toBeGreaterThanOrEqual(0)
  expect(words).toBeGreaterThan(begin)
  expect(end).toBeGreaterThan(words)
})

test('roles differ by the kind of their line, not by colour alone', async () => {
  const page = await openReading(app, waterReading())
  const line = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate(element => {
        const { textDecorationStyle, textDecorationThickness } = getComputedStyle(element)
        return `${textDecorationStyle} ${textDecorationThickness}`
      })
  const lines = [
    await line('mark.source:not(.content)'),
    await line('mark.cue:not(.content)'),
    await line('mark.content:not(.nested)'),
    await line('mark.content.nested'),
  ]
  expect(new Set(lines).size).toBe(4)
})

test('on paper the text and its margin remain, and the tools do not', async () => {
  const page = await openReading(app, waterReading())
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.toolbar').isVisible()).toBe(false)
  expect(await page.locator('.paragraph').first().isVisible()).toBe(true)
  expect(await page.locator('.margin-note').first().isVisible()).toBe(true)
  expect(await page.locator('.limits').isVisible()).toBe(true)
})
