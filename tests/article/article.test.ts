import { describe, expect, test } from 'vitest'
import { readPage } from '../../src/article/article.ts'
import { LIMITS } from '../../src/limits.ts'

const ofText = (text: string) => readPage({ kind: 'text', input: 'a.txt', text })
const ofHtml = (html: string) => readPage({ kind: 'html', input: 'a.html', html, url: null, fetchedAt: null })
const codes = (read: { problems: readonly { code: string }[] }) => read.problems.map(p => p.code)

describe('text files', () => {
  test('header lines become metadata and leave the body', async () => {
    const { article } = await ofText(
      'Published: September 3, 2025 10:16 am\r\nAuthor: RT\r\nOutlet: RT\r\nURL: https://rt.example/a?utm_source=x\r\nTitle: A meeting\r\n\r\nThey met.\r\n\r\nThey left.\r\n',
    )
    expect(article).toMatchObject({
      articleBody: 'They met.\n\nThey left.',
      headline: 'A meeting',
      datePublished: '2025-09-03T10:16',
      author: ['RT'],
      publisher: 'RT',
      url: 'https://rt.example/a',
    })
    expect(article.id).toMatch(/^url-[0-9a-f]{16}$/)
  })

  test('without Title the first line is the headline and stays in the body', async () => {
    const { article } = await ofText('Ferry fares rise\n\nThe fares of the ferry rose.')
    expect(article.headline).toBe('Ferry fares rise')
    expect(article.articleBody.startsWith('Ferry fares rise\n\n')).toBe(true)
  })

  test.each(['It ends here.', '“It ends here.”'])('a first line that ends in a full stop is no headline: %s', async line => {
    expect((await ofText(`${line}\n\nMore.`)).article.headline).toBeNull()
  })

  test('a line with a colon after the head is text', async () => {
    const { article } = await ofText('They met.\n\nAuthor: unknown, said the note.')
    expect(article.articleBody).toContain('Author: unknown')
    expect(article.author).toEqual([])
  })

  test('a date that cannot be read is null and told', async () => {
    const read = await ofText('Published: some day in autumn\n\nThey met.')
    expect(read.article.datePublished).toBeNull()
    expect(codes(read)).toContain('date-unclear')
  })

  test('what is given stands over the header lines', async () => {
    const given = { datePublished: '2024-02', publisher: 'The Echo' }
    const { article } = await readPage({ kind: 'text', input: '-', text: 'Published: 2025\nOutlet: RT\n\nThey met.', given })
    expect(article).toMatchObject({ datePublished: '2024-02', publisher: 'The Echo' })
  })
})

describe('corpus lines', () => {
  test('id and text are not touched, whatever stands in them', async () => {
    const text = ' Title: x\r\n\u00a0a\u00adb\u200b “c” 🌊 \ud83d\r\n\r\n\r\n'
    const { article } = await readPage({ kind: 'record', input: 'c#1', record: { id: ' 1 ', text, author: null } })
    expect(article.articleBody).toBe(text)
    expect(article.id).toBe(' 1 ')
  })
})

describe('what is no article', () => {
  test.each(['', ' \n ', 'Title: only a title\n'])('an empty text is a fatal problem, not an error: %j', async text => {
    const { problems } = await ofText(text)
    expect(problems).toContainEqual(expect.objectContaining({ code: 'article-empty', fatal: true }))
  })

  test('an empty page is a fatal problem', async () => {
    expect(codes(await ofHtml('<html><body></body></html>'))).toContain('article-empty')
    expect(codes(await ofHtml(''))).toContain('article-empty')
  })

  test('a page nested deeper than the limit is refused by its code', async () => {
    await expect(ofHtml(`${'<div>'.repeat(50_000)}text`)).rejects.toMatchObject({ code: 'html-too-deep' })
  })

  const BODY_DEPTH_MAX = LIMITS.htmlDepthMax - 'html body p'.split(' ').length
  const nested = (depth: number) => `<html><body>${'<div>'.repeat(depth)}<p>The bridge stayed shut on Monday.</p></body></html>`

  test('a page nested up to the limit is read, one element deeper it is refused', async () => {
    expect((await ofHtml(nested(BODY_DEPTH_MAX))).article.articleBody).toBe('The bridge stayed shut on Monday.')
    await expect(ofHtml(nested(BODY_DEPTH_MAX + 1))).rejects.toMatchObject({ code: 'html-too-deep' })
  })

  test.each(['<div></b>', '<body>', '<ul><li>', '<table><tr><td>', '<svg>'])('%s over and over is refused', async tags => {
    await expect(ofHtml(tags.repeat(50_000))).rejects.toMatchObject({ code: 'html-too-deep' })
  })

  test('tags in comments, scripts and attributes, and ends that may be left out, do not nest', async () => {
    const many = '<div>'.repeat(50_000)
    const hidden = `<!--${many}--><script>"${many}"</script><i title="${many}"></i><ul>${'<li>x'.repeat(5000)}</ul>`
    const { article } = await ofHtml(`<html><body>${hidden}<p>The bridge stayed shut on Monday.</p></body></html>`)
    expect(article.articleBody).toBe('The bridge stayed shut on Monday.')
  })

  test('metadata with more in it than a name has is passed over', async () => {
    const meta = `<meta name="author" content="${'&lt;div&gt;'.repeat(50_000)}Ana Lopez">`
    const { article } = await ofHtml(`<html><head>${meta}</head><body><p>The bridge stayed shut on Monday.</p></body></html>`)
    expect(article.author).toEqual([])
  })

  test('a text over the limit is cut at the end of a paragraph', async () => {
    const paragraph = `${'They met and they left again. '.repeat(40)}\n\n`
    const text = paragraph.repeat(Math.ceil(LIMITS.articleUnitsMax / paragraph.length) + 1)
    const read = await readPage({ kind: 'record', input: 'c#1', record: { id: '1', text } })
    expect(codes(read)).toContain('article-too-long')
    expect(text.startsWith(read.article.articleBody)).toBe(true)
    expect(read.article.articleBody.endsWith('again.')).toBe(true)
    expect(read.article.articleBody.length).toBeGreaterThan(LIMITS.articleUnitsMax - 2 * paragraph.length)
  })
})

describe('ids', () => {
  test('the same words have the same id, other words another', async () => {
    const [a, b, c] = await Promise.all(['They met.', 'They met.', 'They left.'].map(ofText))
    expect(a!.article.id).toBe(b!.article.id)
    expect(a!.article.id).not.toBe(c!.article.id)
    expect(a!.article.id).toMatch(/^text-/)
  })
})
