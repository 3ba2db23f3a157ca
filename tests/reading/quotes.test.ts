import { describe, expect, test } from 'vitest'
import { findQuotations } from '../../src/reading/words/quotes.ts'
import { splitParagraphs } from '../../src/reading/words/sentences.ts'
import { read } from './attributing.ts'

function quoted(text: string): string[] {
  return findQuotations(text, splitParagraphs(text)).quotations.map(({ span }) => text.slice(...span))
}

describe('quotation marks', () => {
  const kinds = [
    '“so it is”',
    '"so it is"',
    '‘so it is’',
    "'so it is'",
    '«so it is»',
    '»so it is«',
    '„so it is“',
    '「so it is」',
    "``so it is''",
    "''so it is''",
  ]
  for (const quotation of kinds) {
    test(`${quotation} is one quotation`, () => {
      expect(quoted(`He said ${quotation} and left.`)).toEqual([quotation])
    })
  }

  test('apostrophes are none', () => {
    expect(quoted("It’s the workers’ hall of the ’90s, isn't it, and the miners' too.")).toEqual([])
  })

  test('one stands in another', () => {
    expect(quoted('“She said ‘never’ to me,” he said.')).toEqual(['“She said ‘never’ to me,”', '‘never’'])
  })

  test('one that opens anew in each paragraph is balanced', () => {
    const text = '“One.\n\n“Two.”'
    expect(quoted(text)).toEqual(['“One.', '“Two.”'])
    expect(findQuotations(text, splitParagraphs(text)).problems).toEqual([])
  })

  test('one that never closes is reported once, with its place', () => {
    const { problems } = read('It rained. “So it goes, he said.\n\nThen “it stopped.')
    expect(problems).toMatchObject([
      { code: 'quotation-unbalanced', span: [11, 12], fatal: false },
      { code: 'quotation-unbalanced', span: [39, 40] },
    ])
  })
})

describe('quotation', () => {
  const of = (text: string, content: string | string[]) =>
    read(text, { source: 'Lowe', cue: 'said', content }).statements[0]!.quotation

  test('is direct, mixed or indirect by how much stands in marks', () => {
    expect(of('Lowe said “the dam is safe.”', '“the dam is safe.”')).toBe('direct')
    expect(of('Lowe said the dam is “as safe as ever.”', 'the dam is “as safe as ever.”')).toBe('mixed')
    expect(of('Lowe said the dam is safe.', 'the dam is safe')).toBe('indirect')
  })

  test('does not count marks that hold the source as well', () => {
    const text = '“Lowe said it was over,” Pell recalled.'
    expect(of(text, 'it was over')).toBe('indirect')
  })

  test('of a line of a transcript is direct without marks', () => {
    const text = 'LOWE: Who opened the gate?\nPELL: I did.'
    const { statements } = read(
      text,
      { source: 'LOWE', cue: ':', content: 'Who opened the gate?' },
      { source: 'PELL', cue: ':', content: 'I did.' },
    )
    expect(statements.map(({ quotation, polarity }) => [quotation, polarity])).toEqual([
      ['direct', 'asked'],
      ['direct', 'asserted'],
    ])
  })
})
