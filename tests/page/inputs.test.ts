import { once } from 'node:events'
import { symlinkSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../src/limits.ts'
import { linesOf } from '../../src/page/lines.ts'
import { folderWith, outcomesOf, streamOf, summaryOf } from './files.ts'

const RECORD = { id: 'a/1', text: 'One.\r\nTwo.\u00A0', publisher: null, unknown: 7 }

describe('files', () => {
  it('are text or HTML by their names', async () => {
    const folder = folderWith({ 'a.txt': '<p>said', 'b.html': 'said', 'c.story': '<html>said', 'd.story': 'said' })
    const inputs = ['a.txt', 'b.html', 'c.story', 'd.story'].map(name => join(folder, name))
    expect((await outcomesOf(inputs)).map(({ page }) => page?.kind)).toEqual(['text', 'html', 'html', 'text'])
  })

  it('that fail do not stop the next one', async () => {
    const folder = folderWith({ 'empty.txt': ' ', 'picture.txt': '\0\x01', 'good.txt': 'said', 'good.txt.d/x.txt': 'said' })
    const names = ['missing.txt', 'good.txt/below', 'empty.txt', 'picture.txt', 'good.txt']
    const summary = await summaryOf(
      names.map(name => join(folder, name)),
      { folder },
    )
    expect(summary.map(([, what]) => what)).toEqual(['input-not-found', 'input-not-found', 'input-empty', 'input-binary', 'text'])
  })

  it('that are too large are refused before they are read', async () => {
    const folder = folderWith({ 'large.txt': 'x', 'large.story': 'x' })
    for (const name of ['large.txt', 'large.story']) truncateSync(join(folder, name), LIMITS.pageBytesMax + 1)
    const before = process.memoryUsage().arrayBuffers
    expect(await summaryOf([join(folder, 'large.txt')], { folder })).toEqual([['large.txt', 'input-too-large']])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(LIMITS.pageBytesMax / 2)
    expect(await summaryOf([join(folder, 'large.story')], { folder })).toEqual([['large.story', 'input-too-large']])
  })

  it('that cannot be opened are unreadable', async () => {
    // A socket is what even root cannot open as a file.
    const folder = folderWith({})
    const path = join(folder, 'socket.txt')
    const server = createServer().listen(path)
    await once(server, 'listening')
    expect(await summaryOf([path], { folder })).toEqual([['socket.txt', 'input-unreadable']])
    server.close()
  })

  it('carry the metadata that were given', async () => {
    const given = { publisher: 'Aunedale Courier' }
    const folder = folderWith({ 'a.txt': 'said', 'b.jsonl': JSON.stringify(RECORD) })
    for (const { page } of await outcomesOf([folder], { given })) expect(page?.given).toEqual(given)
  })
})

describe('a folder', () => {
  it('is read sorted and recursively, without hidden files and other kinds', async () => {
    const folder = folderWith({
      'b.txt': 'x',
      'a/z.html': '<p>x',
      'a/Y.txt': 'x',
      'Z.txt': 'x',
      'c.png': 'x',
      '.hidden.txt': 'x',
      '.git/x.txt': 'x',
      'd.jsonl': JSON.stringify(RECORD),
    })
    symlinkSync(folder, join(folder, 'a', 'circle'))
    symlinkSync(join(folder, 'b.txt'), join(folder, 'e.txt'))
    expect(await summaryOf([folder], { folder })).toEqual([
      ['Z.txt', 'text'],
      ['a/Y.txt', 'text'],
      ['a/z.html', 'html'],
      ['b.txt', 'text'],
      ['d.jsonl#a/1', 'record'],
      ['e.txt', 'text'],
    ])
  })

  it('without anything to read is empty', async () => {
    expect((await outcomesOf([folderWith({ 'a.png': 'x' })]))[0]?.error?.code).toBe('input-empty')
  })
})

describe('a corpus', () => {
  const lines = `${JSON.stringify(RECORD)}\n\n{"id":"b"}\nnot json\n{"id":1,"text":"x"}\r\n{"id":"c","text":"x","author":["A","B"]}`
  const expected = [
    ['c.jsonl#a/1', 'record'],
    ['c.jsonl:3', 'record-invalid'],
    ['c.jsonl:4', 'record-invalid'],
    ['c.jsonl:5', 'record-invalid'],
    ['c.jsonl#c', 'record'],
  ]

  it('has one outcome a line, bad ones by their number', async () => {
    const folder = folderWith({ 'c.jsonl': lines })
    expect(await summaryOf([join(folder, 'c.jsonl')], { folder })).toEqual(expected)
  })

  it('keeps id and text unit for unit', async () => {
    const folder = folderWith({ 'c.jsonl': lines })
    const [first] = await outcomesOf([join(folder, 'c.jsonl')])
    expect(first?.page).toMatchObject({ record: { id: RECORD.id, text: RECORD.text, publisher: null } })
  })

  it('may be gzipped, in several members too', async () => {
    const [head, ...rest] = lines.split('\n')
    const bytes = Buffer.concat([gzipSync(`${head}\n`), gzipSync(rest.join('\n'))])
    const folder = folderWith({ 'c.jsonl.gz': bytes })
    const summary = await summaryOf([join(folder, 'c.jsonl.gz')], { folder })
    expect(summary.map(([, what]) => what)).toEqual(expected.map(([, what]) => what))
  })

  it('that breaks off delivers what came before', async () => {
    const whole = gzipSync(`${JSON.stringify(RECORD)}\n`.repeat(5000))
    const folder = folderWith({ 'c.jsonl.gz': whole.subarray(0, whole.length - 20) })
    const outcomes = await outcomesOf([join(folder, 'c.jsonl.gz')])
    expect(outcomes.at(-1)?.error?.code).toBe('input-unreadable')
    expect(outcomes.length).toBeGreaterThan(1)
  })
})

describe('standard input', () => {
  const read = async (...chunks: string[]) => summaryOf([], { stdin: streamOf(...chunks) })

  it('is text, HTML or a corpus by what it holds', async () => {
    expect(await read('Tilde Brandt', ' said')).toEqual([['-', 'text']])
    expect(await read('<!doctype', ' html><p>x')).toEqual([['-', 'html']])
    expect(await read('{"id": "a", ', '"text": "x"}\n{"id": "b", "text": "y"}')).toEqual([
      ['-#a', 'record'],
      ['-#b', 'record'],
    ])
  })

  it('is text where it only begins like JSON', async () => {
    expect(await read('{brace} said\nmore')).toEqual([['-', 'text']])
  })

  it('is a corpus behind a byte order mark too', async () => {
    expect(await read('\uFEFF{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}')).toEqual([
      ['-#a', 'record'],
      ['-#b', 'record'],
    ])
  })

  it('may be packed by gzip, once', async () => {
    const packed = (text: string | Uint8Array) => outcomesOf([], { stdin: streamOf(gzipSync(text)) })
    expect((await packed('{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}')).map(({ input }) => input)).toEqual(['-#a', '-#b'])
    expect((await packed('Tilde Brandt said')).map(({ page }) => page?.kind)).toEqual(['text'])
    const [twice] = await packed(gzipSync('Tilde Brandt said'))
    expect(twice!.error).toMatchObject({ code: 'input-binary' })
    const [broken] = await outcomesOf([], { stdin: streamOf(gzipSync('Tilde Brandt said').subarray(0, 20)) })
    expect(broken!.error).toMatchObject({ code: 'input-unreadable' })
  })

  it('that is empty says so', async () => {
    expect(await read()).toEqual([['-', 'input-empty']])
  })

  it('hands a corpus on line by line', async () => {
    let asked = 0
    async function* endless() {
      while (true) yield Buffer.from(`{"id": "${asked++}", "text": "x"}\n`)
    }
    const { pagesOf } = await import('../../src/page/inputs.ts')
    const inputs: string[] = []
    for await (const { input } of pagesOf(['-'], { stdin: endless() })) if (inputs.push(input) === 3) break
    expect(inputs).toEqual(['-#0', '-#1', '-#2'])
    expect(asked).toBeLessThan(10)
  })
})

describe('lines', () => {
  it('come apart wherever the chunks end', async () => {
    const texts = []
    for await (const line of linesOf(streamOf('a', 'b\nc', '\n\n', 'd'), 10)) texts.push([line.number, String(line.bytes)])
    expect(texts).toEqual([
      [1, 'ab'],
      [2, 'c'],
      [3, ''],
      [4, 'd'],
    ])
  })

  it('that are too long are dropped, and the next ones stand', async () => {
    const lines = []
    for await (const line of linesOf(streamOf('aaa', 'aaa\nb\n', 'cccccc'), 5)) lines.push(line.bytes && String(line.bytes))
    expect(lines).toEqual([null, 'b', null])
  })
})
