import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// Where a thread has to run TypeScript (in this repository's tests and benches) Node 20 needs a loader, and takes one on a
// thread from inside only. The compiled package starts its threads without this file.
register()
await import(workerData.file)
