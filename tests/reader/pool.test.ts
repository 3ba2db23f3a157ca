import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openPool } from '../../src/reading/thread/pool.ts'

it('a thread that is starting while the pool is closed is not ended before it has started', async () => {
  const counts = new Int32Array(new SharedArrayBuffer(8))
  const worker = new URL('./starting.ts', import.meta.url)
  const pool = await openPool({ worker, workerData: { counts }, threads: 2, timeoutMs: 10_000 })
  const reads = [1, 2].map(() => pool.run({ kind: 'text', input: 'a.txt', text: 'words' }).catch(String))
  while (Atomics.load(counts, 0) < 2) await delay(5)
  await pool.close()
  await Promise.all(reads)
  expect([...counts]).toEqual([2, 2])
})
