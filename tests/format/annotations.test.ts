import { describe, expect, it } from 'vitest'
import { annotationPageOf } from '../../src/format/annotations.ts'
import { codePointsIn } from '../../src/format/codepoints.ts'
import { BODY, READING, readingWith } from './example.ts'

interface Selector {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}
interface Item {
  readonly id: string
  readonly target: readonly { readonly source: string; readonly selector: readonly [Selector, Selector] }[]
  readonly 'hearsay:within': string | null
  readonly 'hearsay:speaker': string | null
}

/** Half of a surrogate pair. */
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

const items = (annotationPageOf(READING) as { readonly items: readonly Item[] }).items

describe('annotations', () => {
  it('count code points, so that the position leads to the quotation', () => {
    const points = [...BODY]
    const selectors = items.flatMap(item => item.target.map(target => target.selector))
    expect(selectors.length).toBe(13)
    for (const [position, quote] of selectors) {
      expect(points.slice(position.start, position.end).join('')).toBe(quote.exact)
      expect(BODY).toContain(quote.prefix + quote.exact + quote.suffix)
    }
  })

  it('differ from the UTF-16 offsets after a character beyond the BMP', () => {
    const [position] = items[0]!.target[0]!.selector
    expect(position.start).toBe(READING.statements![0]!.content[0]![0] - 1)
  })

  it('never cut a surrogate pair in prefix or suffix', () => {
    const body = `${'🌉'.repeat(20)}x said y${'🌉'.repeat(20)}`
    for (const at of [40, 41]) {
      const statement = { ...READING.statements![0]!, source: [], cue: [], content: [[at, at + 1] as const] }
      const page = annotationPageOf(readingWith({ article: { ...READING.article, articleBody: body }, statements: [statement] }))
      const quote = (page as { readonly items: readonly Item[] }).items[0]!.target[0]!.selector[1]
      for (const text of [quote.prefix, quote.suffix]) expect(text).not.toMatch(LONE)
      expect(quote.prefix.length).toBeGreaterThan(30)
    }
  })

  it('point to the article, and keep what is unclear null', () => {
    expect(items[0]!.target[0]!.source).toBe('https://courier.example/bridge')
    expect(items[3]!['hearsay:speaker']).toBeNull()
    expect(items[1]!['hearsay:within']).toBe(items[0]!.id)
  })
})

describe('code points', () => {
  it('equal units where nothing lies beyond the BMP', () => {
    expect(codePointsIn('äöü')(3)).toBe(3)
  })

  it('count a pair once', () => {
    const point = codePointsIn('a🌉b🌉c')
    expect([0, 1, 3, 4, 6, 7].map(point)).toEqual([0, 1, 2, 3, 4, 5])
  })
})
