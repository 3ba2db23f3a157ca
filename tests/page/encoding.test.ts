import { describe, expect, it } from 'vitest'
import { decode } from '../../src/page/encoding.ts'
import { pageFromBytes } from '../../src/page/received.ts'

const SENTENCE = '“Größe,” said Zoë Brandt'

function utf16(text: string, bigEndian = false): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

/** SENTENCE in windows-1252, as an editor of the nineties saved it. */
const LEGACY = Buffer.from('\x93Gr\xF6\xDFe,\x94 said Zo\xEB Brandt', 'latin1')

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from(SENTENCE), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${SENTENCE}`), 'utf-8'],
    ['UTF-16, little end first', utf16(SENTENCE), 'utf-16le'],
    ['UTF-16, big end first', utf16(SENTENCE, true), 'utf-16be'],
  ])('reads %s without a guess', (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: SENTENCE, encoding, guessed: false })
  })

  it('takes the charset that was declared', () => {
    expect(decode(LEGACY, 'ISO-8859-1')).toEqual({ text: SENTENCE, encoding: 'windows-1252', guessed: false })
  })

  it('takes the charset of a meta element, and of an XML declaration', () => {
    for (const head of ['<meta charset=latin1>', '<meta http-equiv="Content-Type" content="text/html; charset=latin1">']) {
      expect(decode(Buffer.concat([Buffer.from(head), LEGACY]))).toMatchObject({ text: head + SENTENCE, guessed: false })
    }
    const xml = '<?xml version="1.0" encoding="latin1"?>'
    expect(decode(Buffer.concat([Buffer.from(xml), LEGACY])).text).toBe(xml + SENTENCE)
  })

  it('guesses windows-1252 where nothing is declared and it is not UTF-8', () => {
    expect(decode(LEGACY)).toEqual({ text: SENTENCE, encoding: 'windows-1252', guessed: true })
  })

  it('keeps UTF-8 that is damaged in one place', () => {
    const damaged = Buffer.concat([Buffer.from(SENTENCE), Buffer.from([0xe2, 0x80]), Buffer.from('.')])
    expect(decode(damaged)).toEqual({ text: `${SENTENCE}\uFFFD.`, encoding: 'utf-8', guessed: true })
  })

  it('does not believe a page that says UTF-8 where not one sequence is', () => {
    expect(decode(LEGACY, 'utf-8')).toEqual({ text: SENTENCE, encoding: 'windows-1252', guessed: true })
    const cut = Buffer.concat([Buffer.from('<meta charset=utf-8>Nobody spoke'), Buffer.from([0xe2, 0x80])])
    expect(decode(cut)).toMatchObject({ encoding: 'utf-8', guessed: true })
  })

  it('passes over a charset that nobody knows', () => {
    expect(decode(Buffer.from(SENTENCE), 'x-user-defined-nonsense').text).toBe(SENTENCE)
  })
})

describe('a page', () => {
  it('carries the problem of a guess', () => {
    const page = pageFromBytes(LEGACY, { input: 'a.txt', kind: 'text' })
    expect(page.problems?.map(problem => problem.code)).toEqual(['encoding-guessed'])
    expect(pageFromBytes(Buffer.from(SENTENCE), { input: 'a.txt', kind: 'text' }).problems).toBeUndefined()
  })

  it.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'latin1')],
    ['a PDF', Buffer.from('%PDF-1.7\n% text all the same')],
    ['UTF-16 without a mark', Buffer.from('abc', 'utf16le')],
  ])('is not made of %s', (_, bytes) => {
    expect(() => pageFromBytes(bytes, { input: 'a', kind: 'text' })).toThrow(expect.objectContaining({ code: 'input-binary' }))
  })

  it('is not made of white space', () => {
    const empty = expect.objectContaining({ code: 'input-empty' })
    for (const text of ['', ' \r\n\t', '\uFEFF']) {
      expect(() => pageFromBytes(Buffer.from(text), { input: 'a', kind: 'text' })).toThrow(empty)
    }
  })

  it('is HTML where it looks like it and nothing else is known', () => {
    const kinds = ['<!DOCTYPE html><p>a', ' <!-- x -->\n<html>', '<p>a', 'a < b', '<Officials> said'].map(
      text => pageFromBytes(Buffer.from(text), { input: '-', kind: null }).kind,
    )
    expect(kinds).toEqual(['html', 'html', 'html', 'text', 'text'])
  })
})
