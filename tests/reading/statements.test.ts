import { describe, expect, test } from 'vitest'
import { read, speakerOf } from './attributing.ts'

describe('one statement', () => {
  test('is a quotation on both sides of its cue', () => {
    const text = '“The road,” said Ada Lowe, “is closed.”'
    const { statements } = read(text, { source: 'Ada Lowe', cue: 'said', content: ['“The road,”', '“is closed.”'] })
    expect(statements.map(({ content }) => content.map(span => text.slice(...span)))).toEqual([['“The road,”', '“is closed.”']])
    expect(statements[0]!.quotation).toBe('direct')
  })

  test('is a quotation that runs over paragraphs, though the tagger found its first part only', () => {
    const text = '“We began at dawn,” said Ada Lowe. “The tide was out.\n\n“By noon it was back.\n\n“Then we went home.”'
    const { statements, problems } = read(text, {
      source: 'Ada Lowe',
      cue: 'said',
      content: ['“We began at dawn,”', '“The tide was out.'],
    })
    expect(statements).toHaveLength(1)
    expect(statements[0]!.content.map(span => text.slice(...span))).toEqual([
      '“We began at dawn,”',
      '“The tide was out.',
      '“By noon it was back.',
      '“Then we went home.”',
    ])
    expect(problems).toEqual([])
  })

  test('is a quoted paragraph of its own, with an empty source and cue', () => {
    const text = 'The mayor left.\n\n“Nobody asked us about the bridge at all.”\n\nIt rained.'
    const described = read(text)
    expect(described.statements).toMatchObject([
      { id: 's1', source: [], cue: [], speaker: null, cueLemma: null, quotation: 'direct' },
    ])
    expect(described.sentences.map(({ voice }) => voice)).toEqual(['outlet', 'attributed', 'outlet'])
  })

  test('is none where nothing was said, nor for a scare quote or a nickname', () => {
    const text = 'Lowe said nothing. The “reform” of Bill “Red” Marsh went on.'
    expect(read(text, { source: 'Lowe', cue: 'said', content: 'nothing' }, { content: '“reform”' }).statements).toEqual([])
  })
})

test('hearsay in hearsay points to the statement that holds it', () => {
  const text = 'Ada Lowe said that Orrin Pell had told the court that the guard admitted he slept.'
  const described = read(
    text,
    { source: 'Ada Lowe', cue: 'said', content: 'Orrin Pell had told the court that the guard admitted he slept' },
    { source: 'Orrin Pell', cue: 'told', content: 'the guard admitted he slept' },
    { source: 'the guard', cue: 'admitted', content: 'he slept' },
  )
  expect(described.statements.map(({ id, within }) => [id, within])).toEqual([
    ['s1', null],
    ['s2', 's1'],
    ['s3', 's2'],
  ])
  expect(described.statements.map(statement => speakerOf(described, statement))).toEqual(['Ada Lowe', 'Orrin Pell', 'the guard'])
})

describe('spans stay exact', () => {
  const strange: Readonly<Record<string, string>> = {
    'a character beyond the BMP before it': '🚢🚢 ',
    NBSP: 'No.\u00a05 ',
    'a soft hyphen': 'har\u00adbour ',
    'zero-width characters': '\u200bpier\u200b ',
    'a byte order mark': '\ufeff',
    'CRLF line ends': 'First line.\r\n\r\n',
  }
  for (const [name, lead] of Object.entries(strange)) {
    test(`with ${name}`, () => {
      const text = `${lead}“The tide turned,” Ada Lowe said.`
      const described = read(text, { source: 'Ada Lowe', cue: 'said', content: '“The tide turned,”' })
      expect(text.slice(...described.statements[0]!.content[0]!)).toBe('“The tide turned,”')
      expect(speakerOf(described, described.statements[0])).toBe('Ada Lowe')
      const covered = described.sentences.map(({ span }) => text.slice(...span)).join('')
      expect(covered.match(/[\p{L}\p{N}]+/gu)).toEqual(text.match(/[\p{L}\p{N}]+/gu))
    })
  }

  test('a name with a soft hyphen inside is the same name', () => {
    const text = 'Mayor Ada Low\u00adell came. Lowell said it was time.'
    const described = read(text, { source: 'Lowell', cue: 'said', content: 'it was time' })
    expect(speakerOf(described, described.statements[0])).toBe('Ada Low\u00adell')
  })
})

test('voice tells the outlet’s words from the attributed and the mixed', () => {
  const text = 'It rained. Lowe said that the dam held. The troubled dam, Lowe said, held.'
  const { sentences } = read(
    text,
    { source: 'Lowe', cue: 'said', content: 'the dam held' },
    { source: 'Lowe', cue: 'said', content: 'held', after: 'troubled' },
  )
  expect(sentences.map(({ voice }) => voice)).toEqual(['outlet', 'attributed', 'mixed'])
})

test('an empty text has nothing in it', () => {
  expect(read('')).toEqual({ entities: [], deeds: [], statements: [], sentences: [], problems: [], lines: [], names: [] })
})
