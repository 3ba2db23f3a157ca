import { describe, expect, test } from 'vitest'
import { encode, FRAME_FEATURE, Vocabulary, windowsOf, wordsOf } from '../../src/reading/tagger/tokens.ts'

const vocabulary = new Vocabulary(
  [
    '[PAD]',
    '[UNK]',
    '[CLS]',
    '[SEP]',
    'the',
    'mayor',
    'said',
    'un',
    '##want',
    '##ed',
    'cafe',
    '.',
    '“',
    '”',
    '"',
    "'",
    '`',
    'a',
  ].join('\n'),
)
const words = (text: string) => wordsOf(text, vocabulary)
const slices = (text: string) => words(text).map(word => text.slice(word.start, word.end))

describe('words', () => {
  test('are runs of letters and digits, and single marks, each a slice of the text', () => {
    expect(slices("The mayor's 2,500 “unwanted” cafés—")).toEqual([
      'The',
      'mayor',
      "'",
      's',
      '2',
      ',',
      '500',
      '“',
      'unwanted',
      '”',
      'cafés',
      '—',
    ])
  })

  test('keep their offsets behind characters beyond the BMP', () => {
    expect(slices('😀 𝒜bc said 👩‍🚒 no')).toEqual(['😀', '𝒜bc', 'said', '👩', '🚒', 'no'])
  })

  test('hold soft hyphens and zero-width characters inside, and do not see them', () => {
    const [word] = words('un\u00adwant\u200bed')
    expect(word).toMatchObject({ start: 0, end: 10, form: 'unwanted' })
    expect(word!.pieces).toEqual([7, 8, 9])
  })

  test('are apart at no-break spaces and line ends of every kind', () => {
    expect(slices('the\u00a0mayor\r\nsaid\u2028a')).toEqual(['the', 'mayor', 'said', 'a'])
    expect(words('the mayor\r\nsaid').map(word => word.opens)).toEqual([true, false, true])
  })

  test('lose case and accents in their form, not in their span', () => {
    expect(words('CAFÉ')[0]).toMatchObject({ form: 'cafe', end: 4 })
  })

  test('know whether they stand in quotation marks, until the paragraph ends', () => {
    const quoted = (text: string) => words(text).map(word => word.feature % 2)
    expect(quoted('a “the” a')).toEqual([0, 1, 1, 1, 0])
    expect(quoted('a "the" a')).toEqual([0, 1, 1, 1, 0])
    expect(quoted('“the\na')).toEqual([1, 1, 0])
    expect(quoted("a ``the'' a")).toEqual([0, 0, 1, 1, 1, 1, 0])
  })

  test('of an empty or invisible text are none', () => {
    expect(words('')).toEqual([])
    expect(words(' \u200b\n\u00ad ')).toEqual([])
  })

  test('that cannot be spelled are one unknown piece', () => {
    expect(words('zebra')[0]!.pieces).toEqual([1])
    expect(words('a'.repeat(101))[0]!.pieces).toEqual([1])
  })
})

describe('windows', () => {
  test('hold whole paragraphs as long as they fit', () => {
    const text = ['the mayor said a.', 'the mayor.', 'said the mayor.'].join('\n\n')
    expect(windowsOf(words(text), 12)).toEqual([
      { first: 0, last: 8 },
      { first: 8, last: 12 },
    ])
  })

  test('cut a paragraph that is too long behind a full stop, or hard where there is none', () => {
    expect(windowsOf(words('the mayor said. a mayor said the mayor'), 8)).toEqual([
      { first: 0, last: 4 },
      { first: 4, last: 9 },
    ])
    expect(windowsOf(words('a '.repeat(10)), 6)).toEqual([
      { first: 0, last: 4 },
      { first: 4, last: 8 },
      { first: 8, last: 10 },
    ])
  })

  test('cover every word once', () => {
    const text = words(`${'the mayor said. '.repeat(40)}\n\n${'a mayor said the mayor '.repeat(30)}`)
    const windows = windowsOf(text, 20)
    expect(windows[0]!.first).toBe(0)
    expect(windows.at(-1)!.last).toBe(text.length)
    windows.slice(1).forEach((window, i) => {
      expect(window.first).toBe(windows[i]!.last)
    })
  })
})

test('a window is framed, and a piece inside a word has no gap before it', () => {
  const text = words('the unwanted')
  const { ids, features, starts } = encode(text, { first: 0, last: 2 }, vocabulary)
  expect(ids).toEqual([2, 4, 7, 8, 9, 3])
  expect(starts).toEqual([1, 2])
  expect(features[0]).toBe(FRAME_FEATURE)
  expect(features[2]).toBe(2)
  expect(features[3]).toBe(0)
})
