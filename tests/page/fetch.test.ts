import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LIMITS } from '../../src/limits.ts'
import { type FetchOptions, fetchPage } from '../../src/page/fetch.ts'
import { VERSION } from '../../src/version.ts'
import { type Answers, html, openSite, type Site } from './site.ts'

vi.setConfig({ testTimeout: 30_000 })

const PAGE = '<html><body><p>“The quay opens in May,” said Ottoline Marsh.</p></body></html>'
const sites: Site[] = []

afterEach(async () => {
  await Promise.all(sites.splice(0).map(site => site.close()))
})

async function open(answers: Answers): Promise<Site> {
  const site = await openSite(answers)
  sites.push(site)
  return site
}

/** Fetches `/page` of a site with these answers, which lies on this machine and so inside a private network. */
async function fetchFrom(answers: Answers, options: FetchOptions = {}) {
  const { origin } = await open(answers)
  return fetchPage(`${origin}/page`, { allowPrivate: true, ...options })
}

describe('a page', () => {
  it('comes with its text, its address and when it was fetched', async () => {
    const { origin } = await open({ '/page': html(PAGE) })
    const before = new Date().toISOString()
    const page = await fetchPage(`${origin}/page#below`, { allowPrivate: true, given: { publisher: 'The Harbour Bell' } })
    expect(page).toMatchObject({
      kind: 'html',
      html: PAGE,
      url: `${origin}/page`,
      input: `${origin}/page#below`,
      given: { publisher: 'The Harbour Bell' },
    })
    expect(page.kind === 'html' && page.fetchedAt && page.fetchedAt >= before).toBe(true)
  })

  it('of plain text is a text', async () => {
    const page = await fetchFrom({ '/page': { headers: { 'content-type': 'text/plain' }, body: 'Title: Quay\n\nIt opens.' } })
    expect(page).toMatchObject({ kind: 'text', text: 'Title: Quay\n\nIt opens.' })
  })

  it('without a declared type is told by its beginning', async () => {
    expect(await fetchFrom({ '/page': { body: PAGE } })).toMatchObject({ kind: 'html' })
    expect(await fetchFrom({ '/page': { body: 'It opens in May.' } })).toMatchObject({ kind: 'text' })
  })

  it.each([
    ['the header', { 'content-type': 'text/html; charset=windows-1252' }, '<p>'],
    ['its meta element', { 'content-type': 'text/html' }, '<meta charset="windows-1252"><p>'],
  ])('is decoded as %s says', async (_, headers, start) => {
    const body = Buffer.concat([Buffer.from(start), Buffer.from([0x93, 0xe9, 0x94])])
    const page = await fetchFrom({ '/page': { headers, body } })
    expect(page.kind === 'html' && page.html).toContain('“é”')
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ])('that comes packed (%s) is unpacked', async (coding, pack) => {
    expect(await fetchFrom({ '/page': { ...html(PAGE, { 'content-encoding': coding }), body: pack(PAGE) } })).toMatchObject({
      html: PAGE,
    })
  })

  it('is asked for under the name of the program, robots.txt before it and tdmrep.json after it', async () => {
    let agent = ''
    const site = await open({
      '/page': request => {
        agent = String(request.headers['user-agent'])
        return html(PAGE)
      },
    })
    await fetchPage(`${site.origin}/page`, { allowPrivate: true })
    expect(agent).toMatch(new RegExp(`^Hearsay/${VERSION.replaceAll('.', '\\.')} `))
    expect(site.asked).toEqual(['/robots.txt', '/page', '/.well-known/tdmrep.json'])
  })
})

describe('what cannot be fetched', () => {
  it.each([
    ['url-invalid', 'ftp://paper.example/page'],
    ['url-invalid', 'file:///etc/passwd'],
    ['url-invalid', 'paper.example/page'],
    ['url-invalid', `https://paper.example/${'a'.repeat(LIMITS.urlUnitsMax)}`],
  ])('is refused as %s: %.40s', async (code, address) => {
    await expect(fetchPage(address, { allowPrivate: true })).rejects.toMatchObject({ code })
  })

  it.each([401, 404, 410, 500, 503])('is told by status (%i)', async status => {
    await expect(fetchFrom({ '/page': { status, body: 'no' } })).rejects.toMatchObject({
      code: 'url-status',
      message: expect.stringContaining(`${status}`),
    })
  })

  it.each(['application/pdf', 'application/json', 'image/png', 'text/css'])('is no text: %s', async type => {
    await expect(fetchFrom({ '/page': { headers: { 'content-type': type }, body: 'x' } })).rejects.toMatchObject({
      code: 'url-not-text',
    })
  })

  it('is no text where it is binary under a false name', async () => {
    await expect(fetchFrom({ '/page': { ...html(''), body: new Uint8Array([80, 75, 3, 4, 0, 0]) } })).rejects.toMatchObject({
      code: 'url-not-text',
    })
  })

  it('is unreachable where nobody listens', async () => {
    const { origin, close } = await openSite({})
    await close()
    await expect(fetchPage(`${origin}/page`, { allowPrivate: true })).rejects.toMatchObject({ code: 'url-unreachable' })
  })

  it('is too large when its length passes the limit, whether it says so or not', async () => {
    const body = 'x'.repeat(5000)
    await expect(fetchFrom({ '/page': html(body, { 'content-length': '5000' }) }, { bytesMax: 4999 })).rejects.toMatchObject({
      code: 'input-too-large',
    })
    await expect(fetchFrom({ '/page': html(body) }, { bytesMax: 4999 })).rejects.toMatchObject({ code: 'input-too-large' })
    expect(await fetchFrom({ '/page': html(body) }, { bytesMax: 5000 })).toMatchObject({ html: body })
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('is too large when it is small only while packed (%s)', async (coding, pack) => {
    const body = pack(Buffer.alloc(1_000_000))
    const answers = { '/page': { ...html('', { 'content-encoding': coding }), body } }
    await expect(fetchFrom(answers, { bytesMax: 100_000 })).rejects.toMatchObject({ code: 'input-too-large' })
  })

  it('is not unpacked more often than the limit', async () => {
    const body = gzipSync(gzipSync(gzipSync(PAGE)))
    await expect(fetchFrom({ '/page': { ...html('', { 'content-encoding': 'gzip, gzip, gzip' }), body } })).rejects.toMatchObject(
      { code: 'url-not-text' },
    )
  })

  it.each([
    ['before the page', { '/robots.txt': { body: 'User-agent', hangs: true }, '/page': html(PAGE) }],
    ['within the page', { '/page': { ...html('<p>'), hangs: true } }],
  ])('is given up when the time is over %s', async (_, answers: Answers) => {
    await expect(fetchFrom(answers, { timeoutMs: 400 })).rejects.toMatchObject({ code: 'url-timeout' })
  })

  it('is given up when the caller has gone', async () => {
    const controller = new AbortController()
    const fetched = fetchFrom({ '/page': { ...html('<p>'), hangs: true } }, { signal: controller.signal })
    setTimeout(() => controller.abort(new Error('gone')), 100)
    await expect(fetched).rejects.toThrow('gone')
  })
})

describe('redirects', () => {
  it('lead to the page, whose address is the last one', async () => {
    const { origin } = await open({ '/page': { status: 301, headers: { location: '/moved' } }, '/moved': html(PAGE) })
    expect(await fetchPage(`${origin}/page`, { allowPrivate: true })).toMatchObject({
      url: `${origin}/moved`,
      input: `${origin}/page`,
    })
  })

  it('end after the limit', async () => {
    const round = { '/page': { status: 302, headers: { location: '/page' } } }
    const site = await open(round)
    await expect(fetchPage(`${site.origin}/page`, { allowPrivate: true })).rejects.toMatchObject({ code: 'url-redirects' })
    expect(site.asked.filter(path => path === '/page')).toHaveLength(LIMITS.fetchRedirectsMax + 1)
  })

  it('to another scheme are refused', async () => {
    const answers = { '/page': { status: 302, headers: { location: 'file:///etc/passwd' } } }
    await expect(fetchFrom(answers)).rejects.toMatchObject({ code: 'url-invalid' })
  })

  it('to another site ask that site first', async () => {
    const other = await open({ '/robots.txt': { body: 'User-agent: *\nDisallow: /' }, '/private': html(PAGE) })
    await expect(fetchFrom({ '/page': { status: 307, headers: { location: `${other.origin}/private` } } })).rejects.toMatchObject(
      { code: 'url-robots' },
    )
    expect(other.asked).toEqual(['/robots.txt'])
  })
})
