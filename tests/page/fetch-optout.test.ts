import { afterEach, describe, expect, it, vi } from 'vitest'
import { HearsayError } from '../../src/errors.ts'
import { LIMITS } from '../../src/limits.ts'
import { fetchPage } from '../../src/page/fetch.ts'
import { optOutInContentSignals, optOutInHeader, pathMatches, tdmReserved } from '../../src/page/fetch-optout.ts'
import type { SiteCache } from '../../src/page/fetch-site.ts'
import { type Answer, type Answers, html, openSite, type Site } from './site.ts'

vi.setConfig({ testTimeout: 30_000 })

const PAGE = '<html><head></head><body><p>It opens in May.</p></body></html>'
const sites: Site[] = []

afterEach(async () => {
  await Promise.all(sites.splice(0).map(site => site.close()))
})

/** What fetching `/news/page` comes to: `fetched`, or the code and the message; and what was asked for. */
async function outcomeOf(answers: Answers) {
  const site = await openSite({ '/news/page': html(PAGE), ...answers })
  sites.push(site)
  try {
    await fetchPage(`${site.origin}/news/page`, { allowPrivate: true })
    return { code: 'fetched', message: '', asked: site.asked }
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    return { code: error.code, message: error.message, asked: site.asked }
  }
}

const robots = (body: string, more: Partial<Answer> = {}): Answers => ({ '/robots.txt': { body, ...more } })

describe('robots.txt', () => {
  it.each([
    ['forbids all', 'User-agent: *\nDisallow: /', 'url-robots'],
    ['forbids the folder', 'User-agent: *\nDisallow: /news/', 'url-robots'],
    ['forbids us by name', 'User-agent: hearsay\nDisallow: /\n\nUser-agent: *\nAllow: /', 'url-robots'],
    ['allows us by name only', 'User-agent: Hearsay\nAllow: /\n\nUser-agent: *\nDisallow: /', 'fetched'],
    ['allows a longer path', 'User-agent: *\nDisallow: /\nAllow: /news/', 'fetched'],
    ['forbids others', 'User-agent: OtherBot\nDisallow: /', 'fetched'],
    ['forbids another folder', 'User-agent: *\nDisallow: /sport/', 'fetched'],
    ['is an HTML page', PAGE, 'fetched'],
    ['is empty', '', 'fetched'],
  ])('that %s is obeyed', async (_, body, code) => {
    expect((await outcomeOf(robots(body))).code).toBe(code)
  })

  it('that forbids the page is named with its line, and the page is not asked for', async () => {
    const { message, asked } = await outcomeOf(robots('User-agent: *\nCrawl-delay: 1\nDisallow: /news'))
    expect(message).toContain('robots.txt, line 3')
    expect(asked).toEqual(['/robots.txt'])
  })

  it.each([401, 403, 404, 410, 429])('that is not there (%i) forbids nothing', async status => {
    expect((await outcomeOf(robots('User-agent: *\nDisallow: /', { status }))).code).toBe('fetched')
  })

  it.each([500, 502, 503])('that fails (%i) forbids everything', async status => {
    const { code, message } = await outcomeOf(robots('', { status }))
    expect(code).toBe('url-robots')
    expect(message).toContain(String(status))
  })

  it('is followed where it redirects, and counts as missing where it redirects for ever', async () => {
    const moved = { '/robots.txt': { status: 301, headers: { location: '/r' } }, '/r': { body: 'User-agent: *\nDisallow: /' } }
    expect((await outcomeOf(moved)).code).toBe('url-robots')
    expect((await outcomeOf({ '/robots.txt': { status: 301, headers: { location: '/robots.txt' } } })).code).toBe('fetched')
  })

  it('is read to the limit and no further', async () => {
    const filler = `#${'x'.repeat(998)}\n`.repeat(Math.ceil(LIMITS.robotsBytesMax / 1000))
    expect((await outcomeOf(robots(`User-agent: *\nDisallow: /\n${filler}`))).code).toBe('url-robots')
    expect((await outcomeOf(robots(`${filler}User-agent: *\nDisallow: /\n`))).code).toBe('fetched')
  })

  it('is asked for once a site, not once a page', async () => {
    const site = await openSite({ '/a': html(PAGE), '/b': html(PAGE) })
    sites.push(site)
    const cache: SiteCache = new Map()
    for (const path of ['/a', '/b']) await fetchPage(site.origin + path, { allowPrivate: true, sites: cache })
    expect(site.asked).toEqual(['/robots.txt', '/a', '/.well-known/tdmrep.json', '/b'])
  })
})

describe('an opt-out', () => {
  const tdm = (rules: unknown): Answers => ({ '/.well-known/tdmrep.json': { body: JSON.stringify(rules) } })
  const page = (head: string, headers: Record<string, string | string[]> = {}): Answers => ({
    '/news/page': html(PAGE.replace('<head>', `<head>${head}`), headers),
  })
  const reserved = tdm([{ location: '/', 'tdm-reservation': 1 }])

  it.each<[string, Answers, string]>([
    ['tdmrep.json', reserved, '/.well-known/tdmrep.json'],
    ['the tdm-reservation header', page('', { 'TDM-Reservation': '1' }), 'response header'],
    ['the tdm-reservation meta element', page('<meta name="tdm-reservation" content="1">'), '<meta name="tdm-reservation"'],
    ['X-Robots-Tag', page('', { 'x-robots-tag': ['noindex', 'noai, noimageai'] }), 'X-Robots-Tag: noai'],
    ['X-Robots-Tag for us', page('', { 'x-robots-tag': 'hearsay: noml' }), 'X-Robots-Tag: noml'],
    ['the robots meta element', page("<META CONTENT='noindex, NOAI' NAME=robots>"), '<meta name="robots" content="noai">'],
    [
      'a Content-Signal',
      robots('User-agent: *\nContent-Signal: search=yes, ai-input=no\nAllow: /'),
      'Content-Signal: ai-input=no',
    ],
  ])('in %s is honoured and named', async (_, answers, signal) => {
    const { code, message } = await outcomeOf(answers)
    expect(code).toBe('url-opted-out')
    expect(message).toContain(signal)
  })

  it.each<[string, Answers]>([
    ['in tdmrep.json for another folder', tdm([{ location: '/sport/', 'tdm-reservation': 1 }])],
    ['in tdmrep.json that the header takes back', { ...reserved, ...page('', { 'tdm-reservation': '0' }) }],
    ['in the header that the page takes back', page('<meta name="tdm-reservation" content="0">', { 'tdm-reservation': '1' })],
    ['in a tdmrep.json that is broken', { '/.well-known/tdmrep.json': { body: '[{"tdm-reservation": 1' } }],
    ['in a tdmrep.json that fails', { '/.well-known/tdmrep.json': { status: 500, body: '{"tdm-reservation": 1}' } }],
    ['for another agent', page('', { 'x-robots-tag': 'otherbot: noindex, noai' })],
    ['from search engines', page('<meta name="robots" content="noindex, noarchive">')],
    ['of pictures only', page('<meta name="robots" content="noimageai">')],
    ['from training', robots('User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /')],
    ['in the text of the article', { '/news/page': html('<p>They wrote “noai, tdm-reservation 1”.</p>') }],
  ])('%s does not keep the page from being read', async (_, answers) => {
    expect((await outcomeOf(answers)).code).toBe('fetched')
  })
})

describe('a tdmrep.json', () => {
  const says = (file: unknown, path: string) => tdmReserved({ file, path, header: null, metas: [] }) !== null

  it('counts by its first rule that fits', () => {
    const rules = [
      { location: '/open/*', 'tdm-reservation': 0 },
      { location: '/', 'tdm-reservation': 1 },
    ]
    expect(says(rules, '/open/a')).toBe(false)
    expect(says(rules, '/other')).toBe(true)
  })

  it('may be one rule without a list, and may say its value as a string', () => {
    expect(says({ 'tdm-reservation': '1' }, '/a')).toBe(true)
  })

  it.each([null, 7, 'text', [null, 1, 'a', [], { location: 3, 'tdm-reservation': 1 }], { location: '/' }])(
    'that makes no sense reserves nothing: %j',
    file => {
      expect(says(file, '/a')).toBe(false)
    },
  )
})

describe('a pattern', () => {
  it.each([
    ['/', '/a/b', true],
    ['/a', '/a/b', true],
    ['/a/', '/a', false],
    ['/a$', '/a', true],
    ['/a$', '/a/b', false],
    ['/*.html', '/a/b.html?x', true],
    ['/*.html$', '/a/b.html', true],
    ['/*.html$', '/a/b.html.txt', false],
    ['/a*b*c', '/axxbxxc', true],
    ['/a*b*c', '/axxcxxb', false],
    ['/a*a$', '/a', false],
    ['*', '/a', true],
  ])('%s on %s: %s', (pattern, path, matches) => {
    expect(pathMatches(pattern, path)).toBe(matches)
  })

  it('of nothing but stars takes no time', () => {
    expect(pathMatches(`${'*a'.repeat(50_000)}$`, `/${'a'.repeat(4000)}b`)).toBe(false)
  })
})

describe('a Content-Signal', () => {
  it('for us stands over the one for all', () => {
    const text = 'User-agent: *\nContent-Signal: ai-input=no\n\nUser-agent: Hearsay\nContent-Signal: ai-input=yes\n'
    expect(optOutInContentSignals(text)).toBeNull()
  })

  it('belongs to every agent of its group, and to no later one', () => {
    expect(optOutInContentSignals('User-agent: a\nUser-agent: *\nContent-Signal: ai-input = no')).not.toBeNull()
    expect(optOutInContentSignals('User-agent: a\nContent-Signal: ai-input=no\nUser-agent: *\nAllow: /')).toBeNull()
  })
})

describe('X-Robots-Tag', () => {
  it('is read past words that take a value', () => {
    expect(optOutInHeader(['max-snippet: 20, noai'])).not.toBeNull()
    expect(optOutInHeader(['unavailable_after: 25 Jun 2031 15:00:00 GMT', 'noai'])).not.toBeNull()
  })
})
