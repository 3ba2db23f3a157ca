import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LIMITS } from '../../src/limits.ts'
import { linksInFeed, looksLikeFeed } from '../../src/page/feed.ts'
import { pagesOf } from '../../src/page/inputs.ts'
import { folderWith } from './files.ts'
import { type Answers, html, openSite, type Site } from './site.ts'

vi.setConfig({ testTimeout: 30_000 })

const BASE = 'https://post.example/news/feed.xml'

const RSS = (items: string) =>
  `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Ostrel Post</title>${items}</channel></rss>`
const item = (link: string) => `<item><title>A title</title><link>${link}</link></item>`
const ATOM = `<?xml version="1.0" encoding="utf-8"?><!-- made by hand -->
<feed xmlns="http://www.w3.org/2005/Atom"><title>Ostrel Post</title>
<entry><title>One</title><id>urn:x:1</id><link rel="edit" href="https://post.example/edit"/><link href="/one"/></entry>
<entry><title>Two</title><id>https://post.example/two</id></entry></feed>`
const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://post.example/"><title>Post</title></channel>
<item rdf:about="https://post.example/one"><title>One</title><link>https://post.example/one</link></item></rdf:RDF>`
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Ostrel Post',
  items: [{ id: '1', url: 'https://post.example/one' }, { id: 'https://post.example/two' }],
})
const OPML = (...urls: string[]) =>
  `<opml version="2.0"><head/><body><outline text="News">${urls
    .map(url => `<outline type="rss" text="A feed" xmlUrl="${url}"/>`)
    .join('')}</outline></body></opml>`

describe('the links in a feed', () => {
  const one = 'https://post.example/one'
  it.each([
    ['RSS', RSS(item(one) + item('two?a=1&amp;b=2') + item(one)), [one, 'https://post.example/news/two?a=1&b=2']],
    [
      'RSS whose guid is the address',
      RSS(`<item><guid>${one}</guid></item><item><guid isPermaLink="false">${one}2</guid></item>`),
      [one],
    ],
    ['RSS that does not end', RSS(item(one)).replace('</channel></rss>', ''), [one]],
    ['Atom', ATOM, [one, 'https://post.example/two']],
    ['RDF', RDF, [one]],
    ['JSON Feed', JSON_FEED, [one, 'https://post.example/two']],
    ['OPML', OPML('https://a.example/rss', 'https://b.example/atom'), ['https://a.example/rss', 'https://b.example/atom']],
  ])('are found in %s', async (_, text, addresses) => {
    expect(looksLikeFeed(text)).toBe(true)
    expect(await linksInFeed(text, BASE)).toMatchObject({ addresses, left: 0 })
  })

  it.each(['<html><body>A feed of news</body></html>', '{"title":"No feed"}', 'rss', '<article>', ''])('are none in %j', text => {
    expect(looksLikeFeed(text)).toBe(false)
  })

  it('are bounded, and those left out are counted', async () => {
    const many = Array.from({ length: LIMITS.feedEntriesMax + 3 }, (_, n) => item(`https://post.example/${n}`)).join('')
    const { addresses, left } = await linksInFeed(RSS(many), BASE)
    expect([addresses.length, left]).toEqual([LIMITS.feedEntriesMax, 3])
    await expect(linksInFeed(RSS('x'.repeat(LIMITS.feedUnitsMax)), BASE)).rejects.toMatchObject({ code: 'input-too-large' })
  })

  const bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  it.each([
    ['nested without end', `<rss version="2.0">${'<channel>'.repeat(100_000)}`],
    ['a list nested without end', `<opml>${'<outline text="a">'.repeat(100_000)}`],
    ['with entities of entities', `<rss version="2.0">${bomb}<channel><title>&b;</title></channel></rss>`],
    ['empty', RSS('')],
    ['no JSON', JSON_FEED.slice(0, 60)],
  ])('fail with a code where the feed is %s', async (_, text) => {
    await expect(linksInFeed(text, BASE)).rejects.toMatchObject({ code: expect.stringMatching(/^(?:feed-invalid|input-empty)$/) })
  })
})

describe('a feed as an input', () => {
  let site: Site
  let answers: Answers
  beforeEach(async () => {
    answers = {}
    site = await openSite(new Proxy({}, { get: (_, path: string) => answers[path] }))
  })
  afterEach(() => site.close())

  const feed = (body: string, type = 'application/rss+xml') => ({ headers: { 'content-type': type }, body })
  const page = (text: string) => html(`<html><body><article><p>${text}</p></article></body></html>`)

  async function read(input: string, options: Parameters<typeof pagesOf>[1] = {}) {
    const outcomes: string[] = []
    for await (const { input: name, page: got, error } of pagesOf([input], {
      allowPrivate: true,
      feeds: true,
      pauseMs: 0,
      ...options,
    })) {
      outcomes.push(`${name.replace(site.origin, '')} ${error?.code ?? got?.kind}`)
    }
    return outcomes
  }

  it('is asked for its changes once nothing in it was new, and never before', async () => {
    let sent = ''
    answers = {
      '/feed': ({ headers }) => {
        sent = `${headers['if-none-match'] ?? '-'} ${headers['if-modified-since'] ?? '-'}`
        if (sent !== '- -') return { status: 304 }
        const { body } = feed(RSS(item('/a')))
        return { headers: { 'content-type': 'application/rss+xml', etag: '"1"', 'last-modified': 'Mon' }, body }
      },
      '/a': page('The quay opens.'),
    }
    const seen = new Set<string>()
    const options = { validators: new Map(), known: async () => new Set(seen) }
    expect(await read(`${site.origin}/feed`, options)).toEqual(['/a html'])
    seen.add(`${site.origin}/a`)
    expect([await read(`${site.origin}/feed`, options), sent]).toEqual([[], '- -'])
    expect([await read(`${site.origin}/feed`, options), sent]).toEqual([[], '"1" Mon'])
    expect(site.asked.filter(path => path === '/a')).toHaveLength(1)
  })

  it('stands for its articles, each fetched as politely as any page', async () => {
    answers = {
      '/feed': feed(RSS(['/a', '/reserved', '/forbidden', '/gone', '/b'].map(item).join(''))),
      '/robots.txt': { body: 'User-agent: *\nDisallow: /forbidden' },
      '/a': page('The quay opens.'),
      '/reserved': html('<p>Ours alone.</p>', { 'tdm-reservation': '1' }),
      '/b': page('The quay is open.'),
    }
    expect(await read(`${site.origin}/feed`)).toEqual([
      '/a html',
      '/reserved url-opted-out',
      '/forbidden url-robots',
      '/gone url-status',
      '/b html',
    ])
    expect(site.asked.filter(path => path === '/robots.txt')).toHaveLength(1)
    expect(site.asked).not.toContain('/forbidden')
  })

  it.each(['application/atom+xml', 'text/xml; charset=utf-8', 'text/html', 'application/json', ''])(
    'is known by what it is, declared as %j',
    async type => {
      answers = { '/feed': type === '' ? { body: ATOM } : feed(ATOM, type), '/one': page('One.') }
      expect((await read(`${site.origin}/feed`)).slice(0, 1)).toEqual(['/one html'])
    },
  )

  it('is not fetched where its site says no, and leads into no private network', async () => {
    answers = { '/robots.txt': { body: 'User-agent: Hearsay\nDisallow: /feed' }, '/feed': feed(RSS(item('/a'))) }
    expect(await read(`${site.origin}/feed`)).toEqual(['/feed url-robots'])
    const folder = folderWith({ 'f.xml': RSS(item(`${site.origin}/a`) + item('file:///etc/passwd')) })
    expect(await read(`${folder}/f.xml`, { allowPrivate: false })).toEqual(['/a url-private', 'file:///etc/passwd url-invalid'])
  })

  it('may be listed in OPML, with others that fail', async () => {
    answers = {
      '/feed': feed(RSS(item('/a'))),
      '/broken': feed('<rss version="2.0"><channel>'),
      '/page': page('No feed.'),
      '/list': feed(OPML(`${site.origin}/feed`), 'text/x-opml'),
      '/a': page('The quay opens.'),
    }
    const list = OPML(...['/broken', '/feed', '/page', '/none', '/list'].map(path => site.origin + path))
    expect(await read(`${folderWith({ 'list.opml': list })}/list.opml`)).toEqual([
      '/broken feed-invalid',
      '/a html',
      '/page feed-invalid',
      '/none url-status',
      '/list feed-invalid',
    ])
  })

  it('is none where an article is what is listed, or where feeds are not asked for', async () => {
    answers = { '/feed': feed(RSS(item('/feed') + item('/data'))), '/data': feed('<data/>', 'application/xml') }
    expect(await read(`${site.origin}/feed`)).toEqual(['/feed url-not-text', '/data url-not-text'])
    expect(await read(`${site.origin}/data`)).toEqual(['/data url-not-text'])
    expect(await read(`${site.origin}/feed`, { feeds: false })).toEqual(['/feed url-not-text'])
  })

  it('waits between two articles of one site', async () => {
    answers = { '/feed': feed(RSS(item('/a') + item('/b'))), '/a': page('One.'), '/b': page('Two.') }
    const began = performance.now()
    await read(`${site.origin}/feed`, { pauseMs: 300 })
    expect(performance.now() - began).toBeGreaterThan(290)
  })
})
