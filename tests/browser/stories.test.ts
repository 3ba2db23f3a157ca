import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { footbridgeReadings, footbridgeStory } from './footbridge.ts'
import { bodyText, useApp } from './harness.ts'
import { type StoryStore, storyStore } from './story-store.ts'

const app = useApp()
let store: StoryStore

beforeEach(() => {
  store = storyStore({
    story: footbridgeStory(),
    readings: footbridgeReadings(),
    kind: 'samples',
    retold: (story, corrections) => {
      const name = corrections.findLast(one => one.kind === 'rename')?.name ?? story.name
      const apart = corrections.flatMap(one => (one.kind === 'not-a-copy' ? [one.articles] : []))
      const left = corrections.flatMap(one => (one.kind === 'not-the-same' && one.what === 'articles' ? [one.articles[0]] : []))
      const lineage = story.lineage.filter(
        ({ from, to }) =>
          !apart.some(pair => pair.includes(from) && pair.includes(to)) && !left.includes(from) && !left.includes(to),
      )
      return { ...story, name, lineage, articles: story.articles.filter(({ id }) => !left.includes(id)) }
    },
  })
  app.hold(store.answer)
})

async function openStory(options?: BrowserContextOptions): Promise<Page> {
  const page = await app.open('/?story=footbridge', options)
  await page.waitForSelector('.claim')
  return page
}

const claims = (page: Page) => page.locator('.claim')
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

describe('the list of stories', () => {
  test('shows each with its counts, the latest first, and more on demand', async () => {
    const page = await app.open('/')
    const lines = page.locator('.story-line')
    await lines.first().waitFor()
    expect(await lines.first().innerText()).toContain('6 articles · 6 outlets · 3–4 origins')
    expect(await lines.count()).toBe(2)
    await page.getByRole('button', { name: 'More stories' }).click()
    await lines.nth(3).waitFor()
    expect(await lines.nth(3).innerText()).toContain('date not known')
    expect(await page.getByRole('button', { name: 'More stories' }).count()).toBe(0)
    expect(await page.getByText('mastheads, people and places are invented').isVisible()).toBe(true)
  })

  test('is walked with j and k, o opens, and going back comes back to it', async () => {
    const page = await app.open('/')
    await page.locator('.story-line').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await focusedText(page)).toContain('Ferry timetable')
    await page.keyboard.press('k')
    expect(await focusedText(page)).toContain('Footbridge')
    await page.keyboard.press('o')
    await page.waitForSelector('.claim')
    expect(new URL(page.url()).search).toBe('?story=footbridge')
    expect(await page.title()).toBe('Footbridge at Quillmouth collapses – Hearsay')
    await page.goBack()
    await page.locator('.story-line').first().waitFor()
  })

  test('is searched, also from the keyboard, and the address keeps what was searched for', async () => {
    const page = await app.open('/')
    await page.locator('.story-line').first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('bridge')
    await page.keyboard.press('Enter')
    await page.getByText('1 story with “bridge”.').waitFor()
    expect(new URL(page.url()).search).toBe('?q=bridge')
    await page.getByRole('link', { name: 'All stories' }).click()
    await page.locator('.story-line').nth(1).waitFor()
    const none = await app.open('/?q=zeppelin')
    await none.getByText('No story has “zeppelin”.').waitFor()
  })

  test('keeps what is only written alike apart from what has the words', async () => {
    const page = await app.open('/?q=herrons')
    await page.getByText('No story has “herrons”.').waitFor()
    const alike = page.getByRole('region', { name: 'Written much like it' })
    expect(await alike.getByRole('heading').allTextContents()).toEqual(['Herons return to the quay'])
    expect(await violations(page)).toEqual([])
  })

  test('says how to begin where there is nothing', async () => {
    app.hold(({ path: [what] }) =>
      what === 'store' ? { body: { kind: 'own', articles: 0, reading: null } } : { body: { stories: [], next: null } },
    )
    const page = await app.open('/')
    await page.getByRole('heading', { name: 'No stories yet' }).waitFor()
    expect(await page.getByText('hearsay add FOLDER').isVisible()).toBe(true)
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: 'read a single article' }).click()
    await page.getByLabel('The text of an article').waitFor()
  })

  test('tells how far the samples are read, and goes on by itself', async () => {
    let done = 10
    app.hold(request => {
      if (request.path[0] !== 'store') return done < 40 ? { body: { stories: [], next: null } } : store.answer(request)
      return { body: { kind: 'samples', articles: done, reading: done < 40 ? { done, of: 40 } : null } }
    })
    const page = await app.open('/')
    await page.getByText('The samples are being read: 10 of 40').waitFor()
    done = 40
    await page.locator('.story-line').first().waitFor()
    expect(await page.locator('progress').count()).toBe(0)
  })

  test('tells what went wrong', async () => {
    app.hold(() => ({
      status: 503,
      body: { error: { code: 'database-unreachable', message: 'It is away.', advice: 'Check it.' } },
    }))
    const page = await app.open('/')
    expect(await page.getByRole('alert').textContent()).toContain('database-unreachable')
  })
})

describe('a story', () => {
  test('has its claims in the order of how much they are told, with on whose word', async () => {
    const page = await openStory()
    const texts = await claims(page).locator('.claim-text').allTextContents()
    expect(texts.slice(0, 3)).toEqual([
      'The council had known since January that the beams were rotten',
      '“It went like a drawer,”',
      'Three people were hurt',
    ])
    const rot = claims(page).filter({ hasText: 'beams were rotten' })
    expect(await rot.locator('.voice').allTextContents()).toEqual([
      'Marit Osk says so in Tolvany Radio and Harrow Weekly',
      'The council denies it in Tolvany Radio and Council of Quillmouth',
      'The council withdraws it in Harrow Weekly',
    ])
    const built = claims(page).filter({ hasText: 'built in 1958' })
    expect(await built.locator('.range').textContent()).toContain('1–2 separate origins')
    const pay = claims(page).filter({ hasText: 'who would pay' })
    expect(await pay.innerText()).toContain('Petra Lund declines to say')
    expect(await pay.innerText()).toContain('no origin of its own')
    expect(await page.locator('.voice .unclear').textContent()).toBe('speaker unclear')
  })

  test('shows words of articles only as they stand there, each with its outlet', async () => {
    const page = await openStory()
    for (const range of await page.locator('.range').all()) await range.click()
    for (const more of await page.getByRole('button', { name: /Side by side|Members and why/ }).all()) await more.click()
    for (const row of await page.locator('.origin-open').all()) await row.click()
    const bodies = footbridgeReadings().map(({ article }) => article.articleBody)
    const shown = await page.locator('.extract blockquote, .claim-text, .cut-words > mark').allTextContents()
    expect(shown.length).toBeGreaterThan(30)
    expect(shown.filter(words => !bodies.some(body => body.includes(words)))).toEqual([])
    const places = await page.locator('.extract .extract-place').allTextContents()
    expect(places).toHaveLength(await page.locator('.extract').count())
  })

  test('opens a claim with every appearance, and leads to its words in the annotated article and back', async () => {
    const page = await openStory()
    for (const key of ['j', 'j', 'j', 'o']) await page.keyboard.press(key)
    const claim = claims(page).nth(2)
    expect(await claim.locator('.appearances > ol > li').count()).toBe(3)
    await claim.getByRole('link', { name: /Harrow Gazette, 2 April 2031/ }).click()
    await page.waitForSelector('.paragraph')
    expect(await bodyText(page)).toBe(footbridgeReadings()[2]!.article.articleBody)
    expect(await page.locator('.body .lit').allTextContents()).toEqual(['Three people were hurt'])
    await page.getByRole('link', { name: 'Back to the story' }).click()
    // What was opened is open still.
    await page.locator('.appearances').waitFor()
  })

  test('without an origin says of each claim what still stands', async () => {
    const page = await openStory()
    const take = (letter: string) => page.getByRole('switch', { name: `Take it away: origin ${letter}` }).click()
    const hurt = claims(page).filter({ hasText: 'Three people' })
    const built = claims(page).filter({ hasText: 'built in 1958' })
    await take('A')
    expect(await hurt.innerText()).toContain('Rests on A alone: without it, nothing held here carries it.')
    expect(await built.innerText()).toContain('Still stands on D, unless that is the same as A.')
    expect(await page.getByText('Without A:').textContent()).toBe(
      'Without A: 3 claims stand, 1 stands only if the rest is something else, 1 is left without an origin.',
    )
    await take('D')
    expect(await built.innerText()).toContain('Rests on A and D alone')
    await page.keyboard.press('Escape')
    expect(await page.locator('.claim.fallen').count()).toBe(0)
    expect(await page.getByText('Without A').count()).toBe(0)
  })

  test('shows its origins with members and why, and which may be the same', async () => {
    const page = await openStory()
    expect(await page.locator('.origin-group h3').allTextContents()).toEqual([
      'Coastal Wire',
      'Tolvany Radio',
      'Council of Quillmouth',
    ])
    const row = page.locator('.origin-row').first()
    await row.locator('.origin-open').click()
    const text = (await row.innerText()).replace(/\s+/g, ' ')
    expect(text).toContain('as told in Coastal Wire · 3 articles: wire credit, shared text')
    expect(text).toContain('may be the same as origin D: both count those who were hurt')
    expect(await row.locator('mark.meant').allTextContents()).toEqual(['(Coastal Wire)', 'Three people were hurt'])
  })

  test('opens the origins of a claim as cards, with the same switch', async () => {
    const page = await openStory()
    const built = claims(page).filter({ hasText: 'built in 1958' })
    await built.locator('.range').click()
    expect(await built.locator('.origin-name').allTextContents()).toEqual(['police', 'Council of Quillmouth'])
    await built.getByRole('switch').first().click()
    expect(await built.innerText()).toContain('Still stands on D, unless that is the same as A.')
    await page.getByRole('button', { name: 'Take all away' }).click()
    expect(await page.locator('.claim.fallen').count()).toBe(2)
    await page.getByRole('button', { name: 'Put all back' }).click()
    expect(await page.locator('.still').count()).toBe(0)
  })

  test('draws who took from whom, and has the same in a table that opens side by side', async () => {
    const page = await openStory()
    const chips = page.locator('.lineage-drawing [data-chip]')
    expect(await chips.evaluateAll(all => all.map(chip => chip.getAttribute('aria-label')))).toEqual([
      '1: The Quillmouth Bell copies Coastal Wire',
      '2: Harrow Gazette rewrites Coastal Wire',
      '3: Harrow Weekly cites Tolvany Radio',
      '4: Harrow Weekly shares with Council of Quillmouth',
    ])
    expect(await page.locator('.debts tbody').count()).toBe(4)
    await chips.nth(1).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('#story-debt-2 mark.only').allTextContents()).toEqual([
      'police said.',
      'when it fell on Wednesday.',
    ])
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('story-debt-2')
  })

  test('has the lost attribution, the other cuts, the differences, who is not heard, and the timeline', async () => {
    const page = await openStory()
    const lost = page.locator('.lost')
    expect(await lost.locator('blockquote').allTextContents()).toEqual([
      'Three people were hurt, police said.',
      'Three people were hurt when it fell on Wednesday.',
    ])
    expect(await page.locator('.cuts .verb').allTextContents()).toEqual(['said', 'said', 'gasped'])
    expect(await page.locator('.cuts').innerText()).toContain('leaves out 11 words of the longest')
    expect(await page.locator('.values tbody th').allTextContents()).toEqual(['Three', 'Four'])
    expect(await page.locator('.unheard-line').textContent()).toBe(
      'Not heard in the 6 articles held here: Halloran Works (accused, was asked, an article says)',
    )
    expect(await page.locator('.deeds-of tbody th').allTextContents()).toEqual(['2 April 2031', '3 April 2031', '4 April 2031'])
    expect(await page.locator('.story-timeline [data-chip]').count()).toBe(3)
  })

  test('is told anew after a correction, which is logged and undone', async () => {
    const page = await openStory()
    await page.getByRole('button', { name: 'Side by side for number 2' }).click()
    await page.getByRole('button', { name: 'Not a copy' }).click()
    await page.getByText('Neither counts as taken from the other now.').waitFor()
    expect(await page.locator('.debts tbody').count()).toBe(3)
    expect(await page.locator('.corrections .log').innerText()).toContain(
      'Neither took from the other: Coastal Wire and Harrow Gazette.',
    )
    await page.locator('.done').getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Correction 1 is undone.').waitFor()
    expect(await page.locator('.debts tbody').count()).toBe(4)
    expect(await page.locator('.log .undone').count()).toBe(1)
    expect(store.corrections[0]!.correction).toEqual({ kind: 'not-a-copy', articles: ['wire', 'gazette'] })
  })

  test('takes every kind of correction where it belongs', async () => {
    const page = await openStory()
    const sent = () => store.corrections.at(-1)?.correction
    await page.getByText('Rename', { exact: true }).click()
    await page.getByLabel('Name').fill('The bridge')
    await page.getByRole('button', { name: 'Rename it' }).click()
    await page.getByRole('heading', { level: 1, name: 'The bridge' }).waitFor()

    await page.getByText('Join with another story').click()
    await page.getByRole('button', { name: 'Look for it' }).click()
    await page.getByRole('button', { name: 'Join with Ferry timetable changes' }).click()
    await page.getByText('The two stories are one.').waitFor()
    expect(sent()).toEqual({ kind: 'merge', stories: ['footbridge', 'other-0'] })

    const hurt = claims(page).filter({ hasText: 'Three people' })
    await hurt.locator('.range').click()
    await hurt.getByRole('button', { name: 'Not the same claim' }).nth(2).click()
    await page.getByText('told apart from now on').waitFor()
    expect(sent()).toMatchObject({ kind: 'not-the-same', what: 'claim', passages: [{ article: 'wire' }, { article: 'gazette' }] })

    await hurt.getByText('Wrong speaker').first().click()
    await hurt.getByRole('combobox').first().selectOption('Ida Coll')
    await hurt.getByRole('button', { name: 'Correct it' }).first().click()
    await page.getByText('The speaker is corrected.').waitFor()
    expect(sent()).toMatchObject({ kind: 'wrong-speaker', speaker: 'Ida Coll', content: { exact: 'Three people were hurt' } })

    await page.getByRole('button', { name: 'Marit Osk', exact: true }).click()
    await page.getByRole('button', { name: 'Somebody else' }).click()
    await page.getByText('The two names are told apart').waitFor()
    expect(sent()).toMatchObject({
      kind: 'not-the-same',
      what: 'entity',
      passages: [{ exact: 'Marit Osk' }, { article: 'weekly' }],
    })

    await page.getByRole('button', { name: 'Not all of one story' }).click()
    await page.getByRole('checkbox', { name: 'Article 4, Tolvany Radio' }).check()
    await page.getByRole('button', { name: 'Make 1 article a story apart' }).click()
    await page.getByText('1 article became a story apart.').waitFor()
    expect(sent()).toEqual({ kind: 'split', story: 'footbridge', articles: ['radio'] })

    await page.goto(new URL('/?corrections', page.url()).href)
    await page.locator('.log li').first().waitFor()
    expect(await page.locator('.log li').count()).toBe(6)
  })

  test('loses the later of two articles that are not of one story, by keys alone, and gets it back', async () => {
    const page = await openStory()
    const rows = page.locator('.articles tbody tr')
    await page.getByRole('button', { name: 'Not all of one story' }).press('Enter')
    const say = page.getByRole('button', { name: 'Not the same story' })
    expect(await say.isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: 'Article 4, Tolvany Radio' }).press('Space')
    await page.getByRole('checkbox', { name: 'Article 1, Coastal Wire' }).press('Space')
    expect(await say.isDisabled()).toBe(false)
    await page.getByRole('checkbox', { name: 'Article 2' }).press('Space')
    expect(await say.isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: 'Article 2' }).press('Space')
    expect(await violations(page)).toEqual([])
    await say.press('Enter')
    await page.getByText('Article 4, Tolvany Radio, is in a story apart now.').waitFor()
    expect(store.corrections.at(-1)!.correction).toEqual({
      kind: 'not-the-same',
      what: 'articles',
      articles: ['radio', 'wire'],
    })
    expect(await rows.count()).toBe(5)
    expect(await page.locator('.corrections .log').innerText()).toContain('Not of one story: “radio” and Coastal Wire.')
    await page.locator('.done').getByRole('button', { name: 'Undo' }).press('Enter')
    await page.getByText('Correction 1 is undone.').waitFor()
    expect(await rows.count()).toBe(6)
  })

  test('loses one that stands beside another in the table of who took from whom', async () => {
    const page = await openStory()
    await page.getByRole('button', { name: 'Side by side for number 2' }).click()
    await page.getByRole('button', { name: 'Not the same story' }).click()
    await page.getByText('is in a story apart now').waitFor()
    expect(store.corrections.at(-1)!.correction).toEqual({
      kind: 'not-the-same',
      what: 'articles',
      articles: ['gazette', 'wire'],
    })
  })

  test('that is not there says so', async () => {
    const page = await app.open('/?story=nothing')
    expect(await page.getByRole('alert').textContent()).toContain('story-unknown')
    await page.getByRole('alert').getByRole('link', { name: 'All stories' }).click()
    await page.waitForSelector('.story-line')
  })
})

describe.each([
  ['light', 1360],
  ['dark', 1360],
  ['light', 360],
  ['dark', 360],
] as const)('in %s colours, %i pixels wide', (colorScheme, width) => {
  const options = { colorScheme, viewport: { width, height: 800 } }

  test('the story with everything open is as axe wants it and no wider than the screen', async () => {
    const page = await openStory(options)
    await page.getByRole('switch').first().click()
    await page.locator('.origin-open').first().click()
    await page.locator('.range').nth(2).click()
    await page
      .locator('.claim')
      .getByRole('button', { name: /Members and why/ })
      .click()
    await page.getByRole('button', { name: 'Side by side for number 2' }).click()
    await page.getByRole('button', { name: 'Marit Osk', exact: true }).click()
    await page.getByRole('button', { name: 'Not all of one story' }).click()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })

  test('the list of stories and the log are', async () => {
    const page = await app.open('/', options)
    await page.locator('.story-line').first().waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })
})
