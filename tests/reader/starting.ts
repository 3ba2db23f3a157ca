import { setTimeout as delay } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadAnswer } from '../../src/reading/thread/thread.ts'

/** A thread that takes its time to start, counts in `workerData.counts` how many began and how many were ready, and reads nothing. */
const { counts } = workerData as { readonly counts: Int32Array }
parentPort!.on('message', () => parentPort!.postMessage({ kind: 'failure', failure: { code: null, message: 'no reader' } }))
Atomics.add(counts, 0, 1)
await delay(300)
Atomics.add(counts, 1, 1)
parentPort!.postMessage({ kind: 'ready' } satisfies ThreadAnswer)
