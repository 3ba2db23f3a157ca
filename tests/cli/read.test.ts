import { describe, expect, it } from 'vitest'
import { isBrokenPipe } from '../../src/cli/output.ts'
import { read } from '../../src/cli/read.ts'
import { loadConfig } from '../../src/config.ts'
import { HearsayError } from '../../src/errors.ts'
import type { FormatName } from '../../src/format/index.ts'
import { NOTICE } from '../../src/format/index.ts'
import { folderWith } from '../page/files.ts'
import { scripted, streamsWith } from './streams.ts'

const config = { ...loadConfig({ environment: {}, folder: '/' }), threads: 3 }
const record = (id: number, text = `text ${id}`) => `${JSON.stringify({ id: `${id}`, text })}\n`

interface Given {
  readonly stdin?: string
  readonly inputs?: readonly string[]
  readonly format?: FormatName
  readonly publisher?: string
  readonly published?: string
  readonly tty?: boolean
}

async function run({ inputs = [], stdin, tty, ...flags }: Given) {
  const { streams, out, err } = streamsWith({ stdin, tty })
  const { open, log } = scripted()
  const status = await read(inputs, { flags, config, streams, open })
  return { status, out: out(), err: err(), log }
}

describe('hearsay read', () => {
  it('writes one Reading a line, in the order of the inputs, while several are read at once', async () => {
    const { status, out, err, log } = await run({ stdin: Array.from({ length: 12 }, (_, id) => record(id)).join('') })
    const inputs = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).input)
    expect(inputs).toEqual(Array.from({ length: 12 }, (_, id) => `-#${id}`))
    expect(log.most).toBeGreaterThan(1)
    expect(log.most).toBeLessThanOrEqual(2 * config.threads)
    expect([status, err, log.closed]).toEqual([0, '', true])
  })

  it('names what fails on standard error with its code, delivers the rest, and ends with 1', async () => {
    const { status, out, err } = await run({ stdin: [record(1), record(2, 'fail'), '{}\n', record(4)].join('') })
    expect(out.trimEnd().split('\n')).toHaveLength(2)
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^hearsay: -#2: read-timeout: It took too long\. .+\.md\.$/),
      expect.stringMatching(/^hearsay: -:3: record-invalid: "id" is missing\. A corpus line/),
      '',
    ])
    expect(status).toBe(1)
  })

  it('is text on a terminal and jsonl elsewhere', async () => {
    const shown = await run({ stdin: 'said', tty: true })
    expect(shown.out.replace(/\u001B\[\d+m/g, '').replace(/\s+/g, ' ')).toContain(NOTICE)
    expect(shown.out).toContain('\u001B[')
    expect(JSON.parse((await run({ stdin: 'said' })).out).schema).toBe('hearsay-reading/1')
  })

  it('takes exactly one article as json', async () => {
    expect(JSON.parse((await run({ stdin: record(1), format: 'json' })).out).input).toBe('-#1')
    const two = run({ stdin: record(1) + record(2), format: 'json' })
    await expect(two).rejects.toMatchObject({ code: 'usage' })
    expect((await run({ inputs: ['missing.txt'], format: 'json' })).status).toBe(1)
  })

  it('writes the header of csv once for a run', async () => {
    const { out } = await run({ stdin: record(1) + record(2), format: 'csv' })
    expect(out.match(/^input,/gm)).toHaveLength(1)
  })

  it('gives the flags to every page', async () => {
    const folder = folderWith({ 'a.txt': 'x', 'b.html': '<p>x' })
    const { out } = await run({ inputs: [folder], publisher: 'Aunedale Courier', published: '2025-09' })
    const publishers = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).article.publisher)
    expect(publishers).toEqual(['Aunedale Courier', 'Aunedale Courier'])
  })

  it.each(['yesterday', '2025-13', '2025-9-3', '03/09/2025'])('refuses --published %s', async published => {
    await expect(run({ stdin: 'x', published })).rejects.toMatchObject({ code: 'usage' })
  })

  it('lets what is being read come to its end before it closes the reader', async () => {
    const { streams } = streamsWith({ stdin: [1, 2, 3, 4, 5].map(id => record(id)).join('') })
    const { open, log } = scripted()
    await expect(read([], { flags: { format: 'json' }, config, streams, open })).rejects.toMatchObject({ code: 'usage' })
    expect(log).toMatchObject({ running: 0, closed: true })
  })

  it('stops where nobody reads on', async () => {
    const { streams } = streamsWith({ stdin: Array.from({ length: 50 }, (_, id) => record(id)).join('') })
    const { open, log } = scripted()
    streams.stdout.write = () => {
      streams.stdout.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
      return true
    }
    await expect(read([], { flags: {}, config, streams, open })).rejects.toSatisfy(isBrokenPipe)
    expect(log.closed).toBe(true)
  })

  it('ends at once where there is no model', async () => {
    const { streams, out } = streamsWith({ stdin: record(1) + record(2) })
    const open = async () => Promise.reject(new HearsayError('model-missing', 'There is no model.'))
    await expect(read([], { flags: {}, config, streams, open })).rejects.toMatchObject({ code: 'model-missing' })
    expect(out()).toBe('')
  })

  it('loads no model where nothing can be read', async () => {
    const { streams } = streamsWith()
    const open = async () => Promise.reject(new Error('It was loaded.'))
    expect(await read(['missing.txt'], { flags: {}, config, streams, open })).toBe(1)
  })
})
