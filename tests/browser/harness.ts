import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import type { Reading } from '../../src/record/index.ts'
import { launchChromium } from './chromium.ts'
import { type Answer, type Api, type Request, startServer, type TestServer } from './server.ts'
import { WATER_TEXT, waterReading } from './water.ts'

export const SAMPLES = [
  { id: 'water', title: 'Vellmouth knew of lead', publisher: 'The Harrow Bay Courier', text: WATER_TEXT },
  { id: 'short', title: 'A short one', publisher: 'The Tolvany Herald', text: 'Nothing is said here.' },
]

const EMPTY_STORE: Api['store'] = ({ path: [what] }) => {
  if (what === 'store') return { body: { kind: 'own', articles: 0, reading: null } }
  if (what === 'stories') return { body: { stories: [], next: null } }
  return what === 'corrections' ? { body: { corrections: [] } } : null
}

export interface Harness {
  /** A new page of the app; whatever goes wrong in it fails the test. */
  open(path?: string, options?: BrowserContextOptions): Promise<Page>
  /** What the API answers from now on to the end of the test. */
  answer(read: (request: Request) => Answer | Promise<Answer>): void
  answerWith(reading: Reading): void
  /** What the API answers about the store from now on to the end of the test; an empty one without. */
  hold(store: NonNullable<Api['store']>): void
  /** What was sent to `POST /api/readings` in this test. */
  readonly requests: Request[]
}

/** Starts Chromium and the app once for a file of tests; each test gets pages of its own, without a network. */
export function useApp(): Harness {
  let browser: Browser
  let server: TestServer
  let shared: BrowserContext | undefined
  const troubles: string[] = []
  const requests: Request[] = []
  const byDefault = () => ({ body: waterReading() })

  beforeAll(async () => {
    server = await startServer(inject('builtApp'), { samples: SAMPLES, read: byDefault, store: EMPTY_STORE })
    browser = await launchChromium()
  }, 120_000)

  afterEach(async () => {
    for (const page of shared?.pages() ?? []) {
      await page.evaluate(() => localStorage.clear())
      await page.close()
    }
    for (const context of browser.contexts()) if (context !== shared) await context.close()
    server.api = { samples: SAMPLES, read: byDefault, store: EMPTY_STORE }
    requests.length = 0
    expect(troubles.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  function answer(read: (request: Request) => Answer | Promise<Answer>): void {
    server.api = {
      ...server.api,
      read: request => {
        requests.push(request)
        return read(request)
      },
    }
  }

  /** Contexts are slow to start, so pages that ask for nothing special share one; its storage is emptied after each test. */
  async function contextFor(options: BrowserContextOptions | undefined): Promise<BrowserContext> {
    if (options === undefined && shared) return shared
    const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, reducedMotion: 'reduce', ...options })
    if (options === undefined) shared = context
    return context
  }

  async function open(path = '/?read', options?: BrowserContextOptions): Promise<Page> {
    const context = await contextFor(options)
    // Long, for machines that do much else; a test that fails waits that long, one that passes does not.
    context.setDefaultTimeout(50_000)
    const page = await context.newPage()
    page.on('request', request => {
      const url = request.url()
      if (!url.startsWith(server.url) && !url.startsWith('blob:')) troubles.push(`asked for ${url}`)
    })
    page.on('pageerror', error => troubles.push(error.message))
    page.on('console', message => {
      // A refused reading is an answer that tests ask for; everything else that the console shows as an error is one.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) troubles.push(message.text())
    })
    await page.goto(`${server.url}${path}`)
    return page
  }

  function hold(store: NonNullable<Api['store']>): void {
    server.api = { ...server.api, store }
  }

  return { open, answer, answerWith: reading => answer(() => ({ body: reading })), hold, requests }
}

/** A page that shows the given Reading, as if its text had been pasted. */
export async function openReading(app: Harness, reading: Reading, options?: BrowserContextOptions): Promise<Page> {
  app.answerWith(reading)
  const page = await app.open('/?sample=water', options)
  await page.waitForSelector('.paragraph')
  return page
}

/** The text of the article as the page has it. */
export function bodyText(page: Page): Promise<string | null> {
  return page.locator('.body').evaluate(body => body.textContent)
}

/** For each statement, the text that the page marks as its source, cue and content. */
export function markedText(page: Page): Promise<Record<string, Record<'source' | 'cue' | 'content', string>>> {
  return page.locator('.body').evaluate(body => {
    const marked: Record<string, Record<'source' | 'cue' | 'content', string>> = {}
    for (const role of ['source', 'cue', 'content'] as const) {
      for (const mark of body.querySelectorAll<HTMLElement>(`[data-${role}]`)) {
        for (const id of mark.dataset[role]!.split(' ')) {
          marked[id] ??= { source: '', cue: '', content: '' }
          marked[id][role] += mark.textContent
        }
      }
    }
    return marked
  })
}

/** The same, as the Reading has it. White space between paragraphs is in no paragraph, so it is in no mark either. */
export function expectedText(reading: Reading): Record<string, Record<'source' | 'cue' | 'content', string>> {
  const { articleBody } = reading.article
  return Object.fromEntries(
    (reading.statements ?? []).map(({ id, source, cue, content }) => {
      const text = (spans: typeof source) => spans.map(([start, end]) => articleBody.slice(start, end)).join('')
      return [id, { source: text(source), cue: text(cue), content: text(content) }]
    }),
  )
}
