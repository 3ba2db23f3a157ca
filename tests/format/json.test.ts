import { describe, expect, it } from 'vitest'
import { FORMATS, type FormatName, formatted } from '../../src/format/index.ts'
import { newsArticleOf } from '../../src/format/jsonld.ts'
import { BODY, READING, readingWith } from './example.ts'

describe('json and jsonl', () => {
  it('hold the Reading as it is, nulls kept', () => {
    expect(JSON.parse(formatted([READING], 'json'))).toEqual(READING)
    expect(JSON.parse(formatted([READING], 'jsonl'))).toEqual(READING)
  })

  it('leave a layer out that was not read', () => {
    expect(Object.keys(JSON.parse(formatted([readingWith({ statements: undefined })], 'json')))).not.toContain('statements')
  })

  it.each(['jsonl', 'jsonld', 'annotations'] as const)('%s has one line an article', name => {
    const lines = formatted([READING, READING], name).split('\n')
    expect(lines).toHaveLength(3)
    expect(JSON.parse(lines[0]!)).toEqual(JSON.parse(lines[1]!))
  })

  it('json refuses more than one article', () => {
    expect(() => formatted([READING, READING], 'json')).toThrow(RangeError)
  })

  it.each((Object.keys(FORMATS) as FormatName[]).filter(name => name !== 'plover'))(
    '%s takes an article of which nothing is known',
    name => {
      const article = { ...READING.article, url: null, headline: null, publisher: null, datePublished: null, author: [] }
      expect(formatted([readingWith({ article, entities: undefined, statements: undefined })], name)).not.toBe('')
    },
  )
})

describe('jsonld', () => {
  type Node = Readonly<Record<string, unknown>>
  const article = newsArticleOf(READING)
  const quotations = article.hasPart as readonly Node[]
  const claims = article.mentions as readonly Node[]

  it('has a Quotation for what is direct and a Claim for the rest', () => {
    expect(quotations.map(node => [node['@type'], node.spokenByCharacter])).toEqual([
      ['Quotation', { '@type': 'Person', '@id': 'https://courier.example/bridge#e1', name: 'Tilde Brandt' }],
    ])
    expect(claims.map(node => node['@type'])).toEqual(['Claim', 'Claim'])
  })

  it('holds only slices of the text', () => {
    for (const node of [...quotations, ...claims]) for (const text of [node.text].flat()) expect(BODY).toContain(text)
  })

  it('puts no words into the mouth of one who denies them', () => {
    expect(JSON.stringify([quotations, claims])).not.toContain('money was short')
  })

  it('says what is told within what', () => {
    expect(claims[1]!.isPartOf).toEqual({ '@id': 'https://courier.example/bridge#s1' })
  })

  it('never reviews', () => {
    expect(JSON.stringify(article)).not.toContain('Review')
  })
})
