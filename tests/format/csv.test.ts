import { describe, expect, it } from 'vitest'
import { CSV_COLUMNS } from '../../src/format/csv.ts'
import { FORMATS, formatted } from '../../src/format/index.ts'
import { BODY, READING, readingWith, STATEMENTS } from './example.ts'

/** A reader of RFC 4180 written for the test alone. */
function parse(csv: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted !== undefined ? quoted.replaceAll('""', '"') : bare!)
    if (end === '\r\n') rows.push([])
  }
  const [head, ...body] = rows.slice(0, -1)
  return body.map(row => Object.fromEntries(head!.map((name, index) => [name, row[index] ?? 'MISSING'])))
}

describe('csv', () => {
  const rows = parse(formatted([READING], 'csv'))

  it('has one row a statement, with the article in each', () => {
    expect(rows.map(row => row.statement)).toEqual(['s1', 's2', 's3', 's4'])
    for (const row of rows) {
      expect(row).toMatchObject({ outlet: 'Aunedale Courier', published: '2025-09-03', language: 'en', article: 'courier-1' })
      expect(row.headline).toBe('Bridge to open, "at last"')
    }
  })

  it('writes spans that lead back to the words', () => {
    const row = rows[2]!
    const pieces = row.contentSpans!.split(' ').map(span => BODY.slice(...(span.split('-').map(Number) as [number, number])))
    expect(pieces).toEqual(['“We waited long enough,”', '“and we will wait no longer.”'])
    expect(row.content).toBe(pieces.join(' […] '))
  })

  it('leaves the speaker empty where it is unclear', () => {
    expect(rows[3]).toMatchObject({ speaker: '', speakerId: '', speakerConfidence: '', source: 'Officials', polarity: 'denied' })
  })

  it('has one header for several articles', () => {
    const twice = formatted([READING, READING], 'csv')
    expect(twice.split('\r\n').filter(line => line.startsWith('input,'))).toHaveLength(1)
    expect(parse(twice)).toHaveLength(2 * STATEMENTS.length)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('keeps a spreadsheet from running %j', text => {
    const { article } = READING
    const csv = formatted([readingWith({ article: { ...article, publisher: text } })], 'csv')
    expect(parse(csv)[0]!.outlet).toBe(`'${text}`)
  })

  it('keeps line ends within a cell', () => {
    const { article } = READING
    const csv = FORMATS.csv.one(readingWith({ article: { ...article, publisher: 'a\nb' } }))
    expect(parse(FORMATS.csv.head() + csv)[0]!.outlet).toBe('a\nb')
  })

  it('has no column twice', () => {
    const names = CSV_COLUMNS.map(column => column.name)
    expect(new Set(names).size).toBe(names.length)
  })
})
