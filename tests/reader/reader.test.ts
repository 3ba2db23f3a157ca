import { afterAll, describe, expect, it, vi } from 'vitest'
import { type ErrorCode, HearsayError } from '../../src/errors.ts'
import { LIMITS } from '../../src/limits.ts'
import { openReader, type Reader, type ReaderInput, type ReaderOptions } from '../../src/reader.ts'
import { VERSION } from '../../src/version.ts'

// A thread in TypeScript takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const worker = new URL('./double.ts', import.meta.url)
const shared = openReader({ worker })
const opened: Reader[] = []

/** The reader that all tests share which do not break it; one with options of its own is closed at the end. */
async function open(options?: ReaderOptions): Promise<Reader> {
  if (!options) return shared
  const reader = await openReader({ worker, ...options })
  opened.push(reader)
  return reader
}

afterAll(async () => {
  for (const reader of [await shared, ...opened]) await reader.close()
})

describe('a Reading', () => {
  it('names the reader, the model and the input, and holds every layer', async () => {
    const reader = await open()
    const reading = await reader.read({ text: 'The mayor spoke.', input: 'in/page.txt' })
    expect(reading).toMatchObject({
      schema: 'hearsay-reading/1',
      input: 'in/page.txt',
      reader: { version: VERSION, model: 'sha256:double' },
      article: { articleBody: 'The mayor spoke.' },
      entities: [],
      statements: [],
      sentences: [{ span: [0, 16], voice: 'outlet' }],
    })
  })

  it('has the problems of the page before those of the article, and these before those of the reading', async () => {
    const problem = { code: 'encoding-guessed', stage: 'page', span: null, fatal: false, note: 'from the page' } as const
    const reading = await (await open()).read({
      page: { kind: 'text', input: 'a.txt', text: 'The mayor spoke.', problems: [problem] },
    })
    expect(reading.problems.map(({ stage }) => stage)).toEqual(['page', 'article', 'reading'])
  })

  it('has no layers after a fatal problem', async () => {
    const reading = await (await open()).read({ text: 'FOREIGN words' })
    expect(Object.keys(reading)).not.toContain('statements')
    expect(Object.keys(reading)).not.toContain('entities')
    expect(Object.keys(reading)).not.toContain('sentences')
    expect(reading.problems.map(problem => problem.code)).toEqual(['language-not-read'])
    expect(reading.article.articleBody).toBe('FOREIGN words')
  })

  it('takes metadata that is given with a text, with HTML and in a page', async () => {
    const reader = await open()
    const given = { datePublished: '2031-04', publisher: 'The Harbour Bell' }
    const page = { kind: 'record', input: 'a.jsonl#7', record: { id: '7', text: 'words' }, given } as const
    const inputs: ReaderInput[] = [
      { text: 'words', ...given },
      { html: 'words', url: 'https://bell.example/7', ...given },
      { page },
    ]
    const readings = await Promise.all(inputs.map(input => reader.read(input)))
    for (const { article } of readings) expect(article).toMatchObject(given)
    expect(readings.map(({ input }) => input)).toEqual(['text', 'https://bell.example/7', 'a.jsonl#7'])
  })
})

describe('what goes wrong on a thread', () => {
  it('stops an article that takes too long, and reads the next one', async () => {
    const reader = await open({ timeoutMs: 1500 })
    const [hung, next] = await Promise.allSettled([reader.read({ text: 'HANG here' }), reader.read({ text: 'The mayor spoke.' })])
    expect(codeOf(hung)).toBe('read-timeout')
    expect(next.status).toBe('fulfilled')
  })

  it('survives an article that takes too much memory', async () => {
    const reader = await open()
    const [hog, next] = await Promise.allSettled([reader.read({ text: 'HOG here' }), reader.read({ text: 'The mayor spoke.' })])
    expect(codeOf(hog)).toBe('input-too-large')
    expect(next.status).toBe('fulfilled')
  })

  it('survives a thread that ends, and reads the next article on a new one', async () => {
    const reader = await open()
    const [crash, next] = await Promise.allSettled([
      reader.read({ text: 'CRASH here' }),
      reader.read({ text: 'The mayor spoke.' }),
    ])
    expect(codeOf(crash)).toBe('read-failed')
    expect(next.status).toBe('fulfilled')
  })

  it('hands on the code of what failed, and calls a fault a fault', async () => {
    const reader = await open()
    const [coded, thrown] = await Promise.allSettled([reader.read({ text: 'CODED' }), reader.read({ text: 'THROW' })])
    expect(codeOf(coded)).toBe('input-binary')
    expect(codeOf(thrown)).toBe('read-failed')
    expect((thrown as PromiseRejectedResult).reason.message).toContain('undefined is not a statement')
  })

  it('refuses a text beyond the limit before a thread sees it', async () => {
    const reader = await open()
    await expect(reader.read({ text: 'é'.repeat(LIMITS.pageBytesMax / 2 + 1) })).rejects.toMatchObject({
      code: 'input-too-large',
    })
  })
})

describe('threads', () => {
  it('read side by side, and leave the main thread free: one that hangs holds up nobody', async () => {
    const reader = await openReader({ worker, threads: 2 })
    const settled: string[] = []
    const hung = reader.read({ text: 'HANG' }).catch(error => settled.push(String(error)))
    const others = ['one', 'two', 'three'].map(text => reader.read({ text }).then(() => settled.push(text)))
    await Promise.all(others)
    expect(settled).toEqual(['one', 'two', 'three'])
    await reader.close()
    await hung
    expect(settled[3]).toContain('closed')
  })

  it('do not take up an article that nobody waits for any more', async () => {
    const reader = await open({ timeoutMs: 500 })
    const hung = reader.read({ text: 'HANG' }).catch(() => 'hung')
    const controller = new AbortController()
    const abandoned = reader.read({ text: 'CRASH' }, { signal: controller.signal })
    controller.abort(new Error('gone'))
    await expect(abandoned).rejects.toThrow('gone')
    await hung
    await expect(reader.read({ text: 'words' })).resolves.toBeDefined()
  })

  it('are refused in a number that is none', async () => {
    await expect(openReader({ worker, threads: 0 })).rejects.toMatchObject({ code: 'usage' })
  })

  it('reject what is being read when the reader is closed, and everything afterwards', async () => {
    const reader = await openReader({ worker })
    const reads = [reader.read({ text: 'HANG' }), reader.read({ text: 'words' })].map(read => read.catch(String))
    await reader.close()
    for (const outcome of await Promise.all(reads)) expect(outcome).toContain('closed')
    await expect(reader.read({ text: 'words' })).rejects.toThrow('closed')
  })
})

function codeOf(outcome: PromiseSettledResult<unknown>): ErrorCode | string {
  if (outcome.status === 'fulfilled') return 'no error'
  return outcome.reason instanceof HearsayError ? outcome.reason.code : String(outcome.reason)
}
