import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Story } from '../../src/record/index.ts'
import { tellStory } from '../../src/story/tell.ts'
import { violations } from './axe.ts'
import { crowdReadings } from './crowd.ts'
import { useApp } from './harness.ts'
import { storyStore } from './story-store.ts'

const ARTICLES = 300
const readings = crowdReadings(ARTICLES)
let story: Story

beforeAll(() => {
  story = tellStory({ id: 'crowd', readings, rulings: { notCopies: [], notOneClaim: [], notOneEntity: [] } })
}, 120_000)

const app = useApp()
beforeEach(() => app.hold(storyStore({ story, readings }).answer))

/** Opens the story; of its articles' Readings the server gives so many, and the rest once it is let go. */
async function openHeldBack(given: number) {
  const page = await app.open('/')
  const asked: string[] = []
  let open = 0
  let most = 0
  let letGo = () => {}
  const gone = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route('**/api/articles/*', async route => {
    asked.push(route.request().url())
    most = Math.max(most, ++open)
    if (asked.length > given) await gone
    open--
    await route.continue()
  })
  await page.goto(new URL('/?story=crowd', page.url()).href)
  return { page, letGo, asked, most: () => most }
}

async function whole(page: Page): Promise<void> {
  await page.locator('.claim').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.story [role=status].hint') === null)
}

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

describe('a story of three hundred articles', () => {
  test('is shown before the words of all its articles are there, which are asked for once and a few at a time', async () => {
    const { page, letGo, asked, most } = await openHeldBack(40)
    await page.getByText('The words of 24 of 300 articles are here so far').waitFor()
    expect(await page.locator('.claim').count()).toBe(25)
    await page.locator('.range').first().click()
    const more = page.locator('.appearances').getByRole('button', { name: /^More/ })
    for (let clicks = 0; clicks < 3; clicks++) await more.click()
    expect(await page.getByText('The article is on its way.').count()).toBeGreaterThan(0)
    expect(await page.getByText('The article is not at hand.').count()).toBe(0)
    letGo()
    await whole(page)
    expect(await page.getByText('The article is on its way.').count()).toBe(0)
    expect(new Set(asked).size).toBe(ARTICLES)
    expect(asked).toHaveLength(ARTICLES)
    expect(most()).toBeLessThanOrEqual(6)
  })

  test('takes a bounded part of the page and of its memory', async () => {
    const { page } = await openHeldBack(ARTICLES)
    await whole(page)
    expect(await page.locator('*').count()).toBeLessThan(ELEMENTS_MAX)
    expect(await heapMb(page)).toBeLessThan(HEAP_MB_MAX)
    expect(await page.locator('.lineage-drawing').count()).toBe(0)
    await page.getByText(`${story.lineage.length} lines would be too many for a drawing`).waitFor()
    expect(await violations(page)).toEqual([])
  })
})

/** Measured 2026-11-26: 5,000 elements, 20 MB. */
const ELEMENTS_MAX = 8_000
const HEAP_MB_MAX = 60
