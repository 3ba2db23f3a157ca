import { type InferenceSession, Tensor } from 'onnxruntime-node'

/** Articles, pairs and stories are worked on side by side by threads and processes; within one of them a single thread is the fastest a core. */
export const ONE_THREAD: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
}

/** [1, numbers]. */
export const rowOf = (numbers: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length])
