import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { ferryReading } from './ferry.ts'
import { bodyText, openReading, useApp } from './harness.ts'
import { waterReading } from './water.ts'

const app = useApp()
const BODY = ferryReading().article.articleBody

/** Words that the page marks for a view, and the sentence that it has opened. */
const lit = (page: Page) => page.locator('.body .lit').allTextContents()
const opened = async (page: Page) => (await page.locator('.body .opened').allTextContents()).join('')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.className.toString() ?? '')

describe('the views beside the text', () => {
  test('are those that the Reading has something for', async () => {
    const page = await openReading(app, waterReading())
    expect(await page.getByRole('tab').allTextContents()).toEqual(['Speakers', 'Cast'])
    const full = await openReading(app, ferryReading())
    expect(await full.getByRole('tab').allTextContents()).toEqual(['Speakers', 'Cast', 'Times', 'Map', 'Deeds', 'Words'])
  })

  test('say so calmly where nothing was found', async () => {
    const { sentences, ...reading } = ferryReading()
    const empty = sentences!.map(sentence => ({ ...sentence, loaded: [], loadedBy: [] }))
    const page = await openReading(app, {
      ...reading,
      article: { ...reading.article, datePublished: null },
      sentences: empty,
      entities: [],
      times: [],
      places: [],
      events: [],
      statements: [],
    })
    for (const [key, note] of [
      ['2', 'Nobody that Hearsay found.'],
      ['3', 'This text names no time that Hearsay found.'],
      ['4', 'This text names no place that Hearsay found.'],
      ['5', 'This text reports no deed that Hearsay found.'],
      ['6', 'This text has none that Hearsay found.'],
    ] as const) {
      await page.keyboard.press(key)
      expect(await page.getByText(note).isVisible()).toBe(true)
    }
  })

  test('are chosen by digits, which move the focus there, and by the arrows of the tabs', async () => {
    const page = await openReading(app, ferryReading())
    await page.keyboard.press('5')
    await page.waitForFunction(() => document.activeElement?.id === 'app-deeds')
    await page.getByRole('tab', { name: 'Deeds' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('tab', { name: 'Words', selected: true }).evaluate(tab => tab === document.activeElement)).toBe(
      true,
    )
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('tab', { name: 'Speakers' }).getAttribute('aria-selected')).toBe('true')
  })
})

describe('the cast', () => {
  test('says who appears, as what, how often heard, and who is not', async () => {
    const page = await openReading(app, ferryReading())
    await page.keyboard.press('2')
    const rows = page.locator('.cast tbody')
    const textOf = async (name: string) =>
      (await rows.filter({ has: page.getByRole('button', { name, exact: true }) }).innerText()).replace(/\s+/g, ' ').trim()
    expect(await textOf('Corvane')).toBe('Corvane 1 2 0 organisation, 3 mentions the line; The ferry line')
    const accused = await textOf('port of Catania')
    expect(accused).toContain('0 0 0 organisation, Italy, 3 mentions')
    expect(accused).toContain('not heard in this article')
    expect(accused).toContain('asked for comment')
    // Nobody accuses the ministry, so nothing is said about its silence; Tunis, a place that does nothing, is no member.
    expect(await textOf('transport ministry')).not.toContain('not heard')
    expect(await page.locator('.cast').textContent()).not.toContain('Tunis')
  })

  test('marks mentions under the pointer and the focus, opens one by the keyboard, and Escape goes back', async () => {
    const page = await openReading(app, ferryReading())
    await page.keyboard.press('2')
    const name = page.getByRole('button', { name: 'Odile Marchetti' })
    await name.hover()
    expect(await lit(page)).toEqual(['Its director', 'Odile Marchetti', 'she'])
    await page.mouse.move(0, 0)
    expect(await lit(page)).toEqual([])
    await name.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await opened(page)).toMatch(/^Its director, Odile Marchetti, told the Harbour Post .* three days\.$/)
    expect(await focused(page)).toContain('opened')
    await page.keyboard.press('Escape')
    expect(await opened(page)).toBe('')
    expect(await focused(page)).toBe('jump')
    expect(await bodyText(page)).toBe(BODY)
  })
})

describe('the timeline', () => {
  test('keeps what was said, what happened and what was published apart, as long as the text is exact', async () => {
    const page = await openReading(app, ferryReading())
    await page.keyboard.press('3')
    const boxes = await page.locator('.timeline .bar').evaluateAll(bars =>
      bars.map(bar => ({
        lane: bar.classList[1],
        x: Number(bar.getAttribute('x')),
        y: Number(bar.getAttribute('y')),
        height: Number(bar.getAttribute('height')),
      })),
    )
    const [decade, year, season, august, ...days] = boxes
    expect(boxes.map(box => box.lane)).toEqual(
      ['named', 'named', 'happened', 'said', 'happened', 'said', 'published', 'happened'].map(lane => `bar-${lane}`),
    )
    const places = new Map(boxes.map(box => [box.lane, box.x]))
    expect(new Set(places.values()).size).toBe(4)
    expect(boxes.every(box => places.get(box.lane) === box.x)).toBe(true)
    expect([decade, year, season].map(box => box!.y)).toEqual([decade, year, season].map(box => box!.y).sort((a, b) => a - b))
    // A month of 31 days beside a day and a week, on one scale.
    const [saturday, , , week] = days
    expect(august!.height / saturday!.height).toBeCloseTo(31, 1)
    expect(week!.height / saturday!.height).toBeCloseTo(7, 1)
    expect(await page.locator('.times .unplaced .wording').allTextContents()).toEqual([
      'three days',
      'every morning',
      'twice a week',
    ])
  })

  test('is one stop of the tab key; arrows go from mark to mark, Enter opens the sentence', async () => {
    const page = await openReading(app, ferryReading())
    await page.keyboard.press('3')
    expect(await page.locator('.timeline [tabindex="0"]').count()).toBe(1)
    await page.locator('.timeline [tabindex="0"]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('4: said, August 2025')
    await page.keyboard.press('Enter')
    expect(await opened(page)).toMatch(/^A spokesman .* owed 4 million\.$/)
    expect(await lit(page)).toEqual(['informed', 'August'])
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('4: said, August 2025')
  })

  test('has the same marks in its table', async () => {
    const page = await openReading(app, ferryReading())
    await page.keyboard.press('3')
    const chips = await page.locator('.timeline .chip text').allTextContents()
    expect(await page.locator('.times td.number').allTextContents()).toEqual(chips)
    // What is planned has not happened, and the table says so.
    expect(await page.locator('.times tbody tr').last().locator('td').last().innerText()).toMatch(
      /^Deed\s+planned: The ministry will inspect/,
    )
    const published = page.locator('.times tbody tr').filter({ hasText: 'Published' })
    expect(await published.locator('th').textContent()).toBe('22 September 2025, 07:15')
    expect(await published.getByRole('button').count()).toBe(0)
  })
})

describe('the map', () => {
  test('is loaded once it is wanted, from this server, and its pins do not cover one another', async () => {
    const page = await openReading(app, ferryReading())
    const asked: string[] = []
    page.on('request', request => asked.push(new URL(request.url()).pathname))
    await page.keyboard.press('4')
    await page.waitForSelector('.country.named')
    expect(asked.filter(path => path.endsWith('.json'))).toHaveLength(1)
    expect(asked.some(path => /MapDrawing.*\.js$/.test(path))).toBe(true)
    // Italy, Malta, Tunisia and the United Kingdom.
    expect(await page.locator('.country.named').count()).toBe(4)
    const pins = await page.locator('.world .chip').evaluateAll(chips =>
      chips.map(
        chip =>
          chip
            .getAttribute('transform')!
            .match(/-?[\d.]+/g)!
            .map(Number) as [number, number],
      ),
    )
    expect(pins).toHaveLength(8)
    for (const [index, [x, y]] of pins.entries()) {
      expect(x > 12 && x < 316 && y > 12 && y < 234).toBe(true)
      for (const [otherX, otherY] of pins.slice(index + 1)) expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(24)
    }
  })

  test('opens the sentences of a pin one after the other; the table has them all', async () => {
    const page = await openReading(app, ferryReading())
    await page.keyboard.press('4')
    const pin = page.getByRole('button', { name: '1: VALLETTA, 3 passages' })
    await pin.click()
    expect(await lit(page)).toContain('VALLETTA')
    await pin.click()
    await pin.click()
    expect(await opened(page)).toMatch(/^Passengers slept on the quay in Valletta/)
    const row = page.locator('.map tbody tr').first()
    expect(await row.locator('th').innerText()).toBe('VALLETTA\nValletta\nValletta, Malta')
    expect(await row.getByRole('button').count()).toBe(3)
  })
})

describe('who did what to whom', () => {
  test('stands in the words of the text, with on whose word and how', async () => {
    const page = await openReading(app, ferryReading())
    await page.keyboard.press('5')
    const rows = (await page.locator('.deeds tbody').allInnerTexts()).map(text => text.replace(/\s+/g, ' ').trim())
    expect(rows[1]).toBe('2 port of Catania turned its ship away Corvane told as done, on the word of Corvane 1')
    expect(rows[4]).toBe('5 transport ministry inspect port of Catania planned, on the word of The Harbour Post')
    expect(rows[6]).toBe('7 Corvane threatened not named denied, on the word of Corvane 9')
    // The drawing has all that name both ends.
    expect((await page.locator('.network .chip text').allTextContents()).sort()).toEqual(['1', '2', '3', '4', '5', '6'])
    await page.getByRole('button', { name: '5: transport ministry to port of Catania, planned' }).click()
    expect(await lit(page)).toEqual(['inspect'])
    await page.getByRole('link', { name: /on the word of Odile Marchetti/ }).click()
    expect(await page.getByRole('heading', { name: 'Statement 3' }).isVisible()).toBe(true)
  })
})

describe('loaded words', () => {
  test('are underlined on demand, and each tells why; the text stays what it is', async () => {
    const page = await openReading(app, ferryReading())
    expect(await page.locator('.loaded').count()).toBe(0)
    await page.keyboard.press('l')
    expect(await page.locator('.body .loaded').allTextContents()).toEqual(['stranded', 'reckless', 'stunt', 'circus'])
    expect(await bodyText(page)).toBe(BODY)
    await page.locator('.loaded').nth(1).focus()
    const note = page.locator('.why-note')
    expect(await note.textContent()).toBe(
      'Loaded word On the list of loaded words, as “reckless”. The model’s figure is 0.91 of 1.',
    )
    expect(await page.getByRole('button', { name: 'reckless', exact: true }).getAttribute('aria-describedby')).toBe('app-why-2')
    expect(await page.locator('#app-why-2').textContent()).toContain('as “reckless”')
    await page.keyboard.press('Escape')
    expect(await note.count()).toBe(0)
    await page.locator('.loaded').nth(3).hover()
    expect(await note.textContent()).toBe('Loaded word The model’s figure is 0.74 of 1.')
    await page.keyboard.press('l')
    expect(await page.locator('.loaded').count()).toBe(0)
  })
})

describe('the chain of hearsay', () => {
  const chain = (page: Page) => page.locator('.chain ol li').allTextContents()
  const end = (page: Page) => page.locator('.chain-end').textContent()

  test('goes from the outlet inwards, to the root or to where the trail ends', async () => {
    const page = await openReading(app, ferryReading())
    await page.locator('#s7').click()
    expect(await chain(page)).toEqual([
      'The Harbour Post',
      '6 A spokesman for the transport ministry',
      'port of Catania organisation, here',
    ])
    expect(await end(page)).toBe('The root, as far as this text tells.')
    await page.locator('#s6').click()
    expect(await end(page)).toBe('The trail ends here.')
  })

  test('has the agency that the text opens with, and none that it only thanks', async () => {
    const ferry = ferryReading()
    const credit = {
      name: 'Tyrrhenian Press',
      kind: 'wire',
      span: [BODY.indexOf('VALLETTA'), BODY.indexOf('VALLETTA') + 8],
    } as const
    const page = await openReading(app, { ...ferry, article: { ...ferry.article, credits: [credit] } })
    await page.locator('#s8').click()
    expect(await chain(page)).toEqual(['The Harbour Post', 'Tyrrhenian Press agency', 'a letter document, here'])
    const foot = await openReading(app, waterReading())
    await foot.locator('#s2').click()
    expect(await chain(foot)).toEqual(['The Harrow Bay Courier', 'Dolores Achterberg, here'])
  })
})

// Colours and widths do not depend on one another, so two of their four pairs show all that can go wrong.
for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 360],
] as const) {
  test(`in ${colorScheme} colours, ${width} pixels wide, every view is as axe wants it and no wider than the screen`, async () => {
    const page = await openReading(app, ferryReading(), { colorScheme, viewport: { width, height: 800 } })
    await page.keyboard.press('l')
    for (const key of ['2', '3', '4', '5', '6']) {
      await page.keyboard.press(key)
      if (key === '2') await page.locator('.member').first().click()
      if (key === '4') await page.waitForSelector('.country.named')
      expect(await violations(page, '.beside')).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
    await page.locator('.beside .jump').first().click()
    expect(await opened(page)).not.toBe('')
    expect(await violations(page)).toEqual([])
  })
}
