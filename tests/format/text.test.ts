import { describe, expect, it } from 'vitest'
import { columnsOf, fold, shown } from '../../src/format/fold.ts'
import { FORMATS, formatted, NOTICE } from '../../src/format/index.ts'
import { READING, readingWith, STATEMENTS } from './example.ts'

const { text } = FORMATS
const plain = text.one(READING)

describe('text', () => {
  it('shows speaker, source words, verb and attributed words as they stand', () => {
    expect(plain).toContain('Tilde Brandt (she) 90\u00A0% · told · direct · confidence 87\u00A0%')
    expect(plain).toContain('│ “We waited long enough,” […] “and we will wait no longer.”')
  })

  it('indents what is told within another statement', () => {
    expect(plain).toMatch(/\n {2}the harbour board .*citing · indirect/)
  })

  it('says where it is unclear who speaks, and what is denied', () => {
    expect(plain).toContain('speaker unclear (Officials) · denied · indirect · confidence')
  })

  it('ends a run with the line on what it does not say', () => {
    expect(formatted([READING], 'text').trimEnd().endsWith(NOTICE)).toBe(true)
  })

  it('uses no colours unless it is told to', () => {
    expect(plain).not.toContain('\u001B')
    expect(text.one(READING, { width: 0, colour: true })).toContain('\u001B[36m')
  })

  it('has the same words with and without colours', () => {
    const coloured = text.one(READING, { width: 60, colour: true })
    expect(coloured.replace(/\u001B\[\d+m/g, '')).toBe(text.one(READING, { width: 60, colour: false }))
  })

  it('folds every line to the width', () => {
    const lines = text.one(READING, { width: 40, colour: false }).split('\n')
    expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(40)
    expect(lines.length).toBeGreaterThan(plain.split('\n').length)
  })

  it('tells a layer that was not read from one that is empty', () => {
    expect(text.one(readingWith({ statements: undefined }))).toContain('were not read')
    expect(text.one(readingWith({ statements: [] }))).toContain('No statement was found')
  })

  it('lists problems with their codes', () => {
    const problem = { code: 'language-not-read', stage: 'article', span: null, fatal: true, note: 'It is in French.' } as const
    expect(text.one(readingWith({ problems: [problem] }))).toContain('! language-not-read: It is in French.')
  })

  it('never hangs on statements that are told within one another in a circle', () => {
    const [first, second] = STATEMENTS
    const circle = [
      { ...first!, within: 's2' },
      { ...second!, within: 's1' },
    ]
    expect(text.one(readingWith({ statements: circle }))).toContain('Bridge to open')
  })

  it('uses no word of a verdict', () => {
    const whole = formatted([READING], 'text').replace(NOTICE, '')
    expect(whole).not.toMatch(/\b(?:confirmed|verified|true|false|fake|credible|biased)\b/i)
  })
})

describe('a terminal', () => {
  it('is not steered by what an article holds', () => {
    expect(shown('a\u001B[2Jb\u202Ec\u009Bd')).toBe('a\uFFFD[2Jb\uFFFDc\uFFFDd')
  })

  it('is given two columns for East Asian letters and none for joining marks', () => {
    expect([columnsOf('日本'), columnsOf('e\u0301'), columnsOf('\u001B[1mab\u001B[22m')]).toEqual([4, 1, 2])
  })

  it('gets a word that is wider than itself whole', () => {
    expect(fold(`a ${'x'.repeat(50)} b`, { width: 30, indent: '' })).toBe(`a\n${'x'.repeat(50)}\nb\n`)
  })
})
