import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { CorpusRecord } from '../../src/record/index.ts'

export interface Bare {
  readonly processes: number
  readonly records: readonly CorpusRecord[]
  /** Articles of each process that are not counted. */
  readonly warming: number
  /** A process of the command with these arguments. */
  readonly run: (args: readonly string[]) => ChildProcess
}

/** Articles a second that so many processes read with no store at all, each its own: taken while all of them read. */
export async function bareRate({ processes, records, warming, run }: Bare): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bare-'))
  const done = Array.from({ length: processes }, () => [] as number[])
  try {
    await Promise.all(
      done.map(async (times, place) => {
        const file = join(folder, `${place}.jsonl`)
        writeFileSync(file, records.map(record => JSON.stringify(record)).join('\n'))
        const child = run(['read', file, '--format', 'jsonl'])
        createInterface({ input: child.stdout! }).on('line', () => times.push(performance.now()))
        await once(child, 'exit')
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const began = Math.max(...done.map(times => times[warming]!))
  const ended = Math.min(...done.map(times => times.at(-1)!))
  const read = done.flat().filter(time => time > began && time <= ended).length
  return (read / (ended - began)) * 1000
}
