import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { code } from '../../src/cli/code.ts'
import type { Coder } from '../../src/reading/events/coder.ts'
import { streamsWith } from './streams.ts'

/** Says COERCE where the sentence has "arrest", else AID. */
const coder: Coder = {
  digest: 'sha256:0',
  code: async ({ sentence }) =>
    sentence.includes('arrest')
      ? { root: 'COERCE', quad: 4, confidence: 0.91234, scores: new Map() }
      : { root: 'AID', quad: 2, confidence: 0.5, scores: new Map() },
}
const open = async () => coder
const line = (fields: object) =>
  `${JSON.stringify({ sentence: 'Kenya fed Malawi.', source: 'Kenya', target: 'Malawi', ...fields })}\n`

describe('hearsay code', () => {
  it('writes a line for each line, in order, its uid echoed', async () => {
    const stdin = line({ uid: 'b' }) + line({ uid: 7, sentence: 'Kenya arrests Malawi.' }) + line({})
    const { streams, out, err } = streamsWith({ stdin })
    expect(await code('-', { streams, open })).toBe(0)
    expect(out()).toBe(
      '{"uid":"b","root":"AID","quad":2,"confidence":0.5}\n{"uid":7,"root":"COERCE","quad":4,"confidence":0.9123}\n{"uid":"2","root":"AID","quad":2,"confidence":0.5}\n',
    )
    expect(err()).toBe('')
  })

  it('names each line that it cannot code and delivers the rest', async () => {
    const stdin = `no JSON\n\n${line({ uid: 'a' })}[]\n${line({ target: 3 })}${line({ uid: true })}`
    const { streams, out, err } = streamsWith({ stdin })
    expect(await code('-', { streams, open })).toBe(1)
    expect(out().split('\n')).toHaveLength(2)
    expect(err().match(/^hearsay: -:\d+: pair-invalid/gm)).toEqual(
      ['-:1', '-:4', '-:5', '-:6'].map(at => `hearsay: ${at}: pair-invalid`),
    )
  })

  it('reads gzip, and says what it cannot open', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'code-'))
    writeFileSync(join(folder, 'pairs.jsonl.gz'), gzipSync(line({ uid: 'z' })))
    const { streams, out } = streamsWith()
    expect(await code(join(folder, 'pairs.jsonl.gz'), { streams, open })).toBe(0)
    expect(out()).toContain('"uid":"z"')
    await expect(code(join(folder, 'none.jsonl'), { streams, open })).rejects.toMatchObject({ code: 'input-not-found' })
    writeFileSync(join(folder, 'empty.jsonl'), '\n')
    await expect(code(join(folder, 'empty.jsonl'), { streams, open })).rejects.toMatchObject({ code: 'input-empty' })
  })
})
