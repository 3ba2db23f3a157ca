import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { writerTo } from '../../src/cli/output.ts'
import { programFor } from '../../src/cli/program.ts'
import { progressOn } from '../../src/cli/progress.ts'
import { NOTICE } from '../../src/format/index.ts'
import { VERSION } from '../../src/version.ts'

async function run(...args: string[]) {
  const written = { out: '', err: '' }
  const keep = (name: 'out' | 'err') => (text: unknown) => {
    written[name] += text
    return true
  }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(keep('out'))
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(keep('err'))
  try {
    const status = await programFor(args)
    return { status, ...written }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

describe('the command line', () => {
  it('tells its version and its help on standard output', async () => {
    expect(await run('--version')).toEqual({ status: 0, out: `${VERSION}\n`, err: '' })
    const help = await run('--help')
    expect([help.status, help.err]).toEqual([0, ''])
    expect(help.out).toContain(NOTICE)
    for (const command of ['read', 'serve']) expect(help.out).toContain(command)
  })

  it.each([
    ['an unknown command', ['listen']],
    ['an unknown flag', ['read', '--nope']],
    ['an unknown format', ['read', '--format', 'pdf']],
    ['a flag without its value', ['read', '--format']],
    ['no command', []],
  ])('ends with 2 at %s', async (_, args) => {
    const { status, out, err } = await run(...args)
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/hearsay/)
  })

  it.each([
    ['--threads', '0'],
    ['--threads', '1.5'],
  ])('refuses %s %s', async (...flags) => {
    await expect(programFor(['read', 'missing.txt', ...flags])).rejects.toMatchObject({ code: 'usage' })
  })
})

describe('output', () => {
  it('waits while the stream is full', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.pause(); setTimeout(() => process.exit(), 20000)'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    const write = writerTo(child.stdin)
    child.stdin.on('error', () => {})
    let written = 0
    const fill = (async () => {
      while (written < 1000) {
        await write('x'.repeat(100_000))
        written += 1
      }
    })().catch(() => {})
    await vi.waitFor(() => expect(child.stdin.writableNeedDrain).toBe(true))
    expect(written).toBeLessThan(1000)
    child.kill()
    await once(child, 'exit')
    child.stdin.destroy(new Error('closed'))
    await fill
  })
})

describe('progress', () => {
  const stream = (isTTY: boolean) => {
    const lines: string[] = []
    return { lines, stream: { isTTY, write: (line: string) => lines.push(line) } as unknown as NodeJS.WriteStream }
  }

  it('appears after two seconds, on a terminal alone', () => {
    for (const isTTY of [true, false]) {
      let now = 0
      const { lines, stream: to } = stream(isTTY)
      const progress = progressOn(to, () => now)
      now = 1900
      progress.count({ failed: false })
      expect(lines).toEqual([])
      now = 2100
      progress.count({ failed: true })
      expect(lines.join('').includes('1 read, 1 failed')).toBe(isTTY)
      progress.clear()
    }
  })
})
