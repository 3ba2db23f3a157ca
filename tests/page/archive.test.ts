import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Archived, folderWith, outcomesOf, streamOf, summaryOf, warcOf, zipOf } from './files.ts'

const PAGES: readonly Archived[] = [
  { url: 'https://courier.example/bridge', body: '<p>Tilde Brandt said “Größe”.' },
  { url: 'https://courier.example/bridge.png', body: '\x89PNG', type: 'image/png' },
  { url: 'https://courier.example/old', body: '<p>gone', status: '404 Not Found' },
  { url: 'https://courier.example/note.txt', body: 'A note.', type: 'text/plain' },
  { url: 'https://courier.example/zipped', body: gzipSync('<p>zipped'), encoding: 'gzip' },
  { url: 'https://courier.example/brotli', body: brotliCompressSync('<p>brotli'), encoding: 'br' },
]

const EXPECTED = [
  ['https://courier.example/bridge', 'html'],
  ['https://courier.example/note.txt', 'text'],
  ['https://courier.example/zipped', 'html'],
  ['https://courier.example/brotli', 'html'],
]

describe('a web archive', () => {
  it.each([
    ['a.warc', false],
    ['a.warc.gz', true],
  ])('%s gives its pages in its order', async (name, gzip) => {
    const folder = folderWith({ [name]: await warcOf(PAGES, { gzip }) })
    const expected = EXPECTED.map(([url, kind]) => [`${name}#${url}`, kind])
    expect(await summaryOf([join(folder, name)], { folder })).toEqual(expected)
  })

  it('gives each page its address, its date and its text', async () => {
    const folder = folderWith({ 'a.warc': await warcOf(PAGES) })
    const pages = (await outcomesOf([folder])).map(({ page }) => page)
    expect(pages[0]).toMatchObject({ html: PAGES[0]!.body, url: PAGES[0]!.url, fetchedAt: '2025-09-03T10:16:00Z' })
    expect(pages[2]).toMatchObject({ html: '<p>zipped' })
    expect(pages[3]).toMatchObject({ html: '<p>brotli' })
  })

  it('whose headers do not end is given up, without holding them', async () => {
    const endless = `WARC/1.0\r\nWARC-Type: ${'a'.repeat(3_000_000)}`
    const folder = folderWith({ 'a.warc': endless })
    expect(await summaryOf([join(folder, 'a.warc')], { folder })).toEqual([['a.warc', 'input-too-large']])
  })

  it('with a record larger than any page gives the pages after it', async () => {
    const large = { url: 'https://courier.example/film', body: 'x'.repeat(3_000_000), type: 'video/mp4' }
    const folder = folderWith({ 'a.warc': await warcOf([large, PAGES[0]!]) })
    expect(await summaryOf([join(folder, 'a.warc')], { folder })).toEqual([[`a.warc#${PAGES[0]!.url}`, 'html']])
  })

  it('in a zip that would unpack to a thousand times its size is refused', async () => {
    const folder = folderWith({ 'a.wacz': zipOf({ 'archive/data.warc': Buffer.alloc(3_000_000) }) })
    expect(await summaryOf([join(folder, 'a.wacz')], { folder })).toEqual([['a.wacz', 'input-too-large']])
  })

  it('is known on standard input by its first bytes', async () => {
    const outcomes = await outcomesOf(['-'], { stdin: streamOf(await warcOf(PAGES)) })
    expect(outcomes.map(({ input }) => input)).toEqual(EXPECTED.map(([url]) => `-#${url}`))
  })

  it('that is none fails once', async () => {
    const folder = folderWith({ 'a.warc': 'This is no archive.\n', 'b.warc.gz': gzipSync('nor this') })
    const codes = (await outcomesOf([folder])).map(({ error }) => error?.code)
    expect(codes).toHaveLength(2)
    for (const code of codes) expect(code).toMatch(/^input-(?:empty|unreadable)$/)
  })
})

describe('a WACZ', () => {
  it('gives the pages of the archives in it, in the order of their names', async () => {
    const [first, second] = [await warcOf(PAGES.slice(0, 1), { gzip: true }), await warcOf(PAGES.slice(3, 4))]
    const wacz = zipOf({ 'archive/2.warc': second, 'archive/1.warc.gz': first, 'pages/pages.jsonl': Buffer.from('{}') })
    const folder = folderWith({ 'a.wacz': wacz })
    expect(await summaryOf([folder], { folder })).toEqual([
      ['a.wacz#https://courier.example/bridge', 'html'],
      ['a.wacz#https://courier.example/note.txt', 'text'],
    ])
  })

  it.each([
    ['no zip at all', Buffer.from('PK, but no zip')],
    ['a zip without archives', zipOf({ 'a.txt': Buffer.from('x') })],
  ])('that is %s fails once', async (_, bytes) => {
    const outcomes = await outcomesOf([join(folderWith({ 'a.wacz': bytes }), 'a.wacz')])
    expect(outcomes.map(({ error }) => error?.code?.startsWith('input-'))).toEqual([true])
  })
})
