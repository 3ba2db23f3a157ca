import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { HearsayError } from '../../errors.ts'
import { LIMITS } from '../../limits.ts'
import type { Page, Reading } from '../../record/index.ts'
import type { ThreadAnswer, ThreadTask } from './thread.ts'
import type { ReadOptions } from './whole.ts'

/** Worker threads that each read one page at a time. */
export interface Pool {
  /** The Reading of a page, when a thread is free for it; when `signal` fires while it waits, rejects with its reason. */
  run(page: Page, options?: ReadOptions): Promise<Reading>
  /** Stops all threads; what runs or waits is rejected. */
  close(): Promise<void>
}

export interface PoolOptions {
  /** The file that each thread runs, `.ts` or `.js`. */
  readonly worker: URL
  readonly workerData: object
  readonly threads: number
  /** For one page, from the moment a thread takes it up. */
  readonly timeoutMs: number
}

interface Job {
  readonly page: Page
  readonly meanings: boolean | undefined
  readonly resolve: (reading: Reading) => void
  readonly reject: (error: unknown) => void
}

/** A pool whose first thread is ready; the others start when there is work for them. Rejects where the first cannot start. */
export async function openPool(options: PoolOptions): Promise<Pool> {
  const waiting: Job[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const busy = new Map<Worker, Promise<void>>()
  const starts = new Set<Promise<void>>()
  let starting = 0
  let closed = false

  idle.push(await start())
  return { run, close }

  function run(page: Page, { signal, meanings }: ReadOptions = {}): Promise<Reading> {
    if (closed) return Promise.reject(new Error('This reader is closed.'))
    if (signal?.aborted) return Promise.reject(signal.reason)
    return new Promise((resolve, reject) => {
      const job = { page, meanings, resolve, reject }
      waiting.push(job)
      const abandon = () => {
        const place = waiting.indexOf(job)
        if (place >= 0) waiting.splice(place, 1)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', abandon, { once: true })
      next()
    })
  }

  async function close(): Promise<void> {
    closed = true
    for (const job of waiting.splice(0)) job.reject(new Error('This reader was closed.'))
    for (const worker of busy.keys()) worker.postMessage({ stop: true } satisfies ThreadTask)
    const patience = delay(STOP_GRACE_MS, undefined, { ref: false })
    await Promise.race([Promise.allSettled([...busy.values(), ...starts]), patience])
    await Promise.all([...all].map(worker => worker.terminate()))
  }

  /** Gives the job that waits longest to a free thread, or starts a thread for it. */
  function next(): void {
    if (waiting.length === 0 || closed) return
    const worker = idle.pop()
    if (worker) busy.set(worker, work(worker, waiting.shift()!))
    else if (all.size < options.threads && starting < waiting.length) {
      const started = startAnother().finally(() => starts.delete(started))
      starts.add(started)
    }
  }

  async function startAnother(): Promise<void> {
    try {
      idle.push(await start())
    } catch (error) {
      // While another thread lives, what waits will be read, only later.
      if (all.size === 0) waiting.shift()?.reject(error)
    }
    next()
  }

  async function start(): Promise<Worker> {
    const worker = threadOf(options.worker, options.workerData)
    // A thread may also die while nobody waits for its answer; without a listener that would end the whole process.
    worker.on('error', () => {}).on('exit', () => forget(worker))
    all.add(worker)
    starting += 1
    try {
      const answer = await answerOf(worker, { timeoutMs: LIMITS.readTimeoutMs })
      if (answer.kind === 'failure') throw errorOf(answer)
      return worker
    } catch (error) {
      discard(worker)
      throw error
    } finally {
      starting -= 1
    }
  }

  async function work(worker: Worker, { page, meanings, resolve, reject }: Job): Promise<void> {
    try {
      const answer = await answerOf(worker, { timeoutMs: options.timeoutMs, task: { page, meanings } })
      idle.push(worker)
      if (closed) reject(new Error('This reader was closed.'))
      else if (answer.kind === 'reading') resolve(answer.reading)
      else reject(errorOf(answer))
    } catch (error) {
      // The thread hangs or is dead. Its place is free, and another is started when there is work.
      discard(worker)
      reject(closed ? new Error('This reader was closed.') : error)
    }
    busy.delete(worker)
    next()
  }

  function discard(worker: Worker): void {
    forget(worker)
    void worker.terminate()
  }

  function forget(worker: Worker): void {
    all.delete(worker)
    const place = idle.indexOf(worker)
    if (place >= 0) idle.splice(place, 1)
  }
}

/**
 * How long a thread may take to give up its page when asked to, or to finish starting. To end a thread while onnxruntime computes
 * or loads a model on it aborts the whole process, so only one that does not answer, because it is caught in code of ours, is
 * ended without its consent.
 */
const STOP_GRACE_MS = 3000

/** The next answer of a thread, to a task or to having been started. Rejects when it dies, or when the time is up. */
function answerOf(
  worker: Worker,
  { timeoutMs, task }: { readonly timeoutMs: number; readonly task?: ThreadTask },
): Promise<ThreadAnswer> {
  return new Promise((resolve, reject) => {
    const settled = () => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      // A thread that waits for work must not keep a program alive that has forgotten to close its reader.
      worker.unref()
    }
    const late = () => new HearsayError('read-timeout', `Reading was stopped after ${timeoutMs / 1000} seconds.`)
    const onMessage = (answer: ThreadAnswer) => {
      settled()
      resolve(overdue ? { kind: 'failure', failure: { code: 'read-timeout', message: late().message } } : answer)
    }
    const onError = (error: Error) => {
      settled()
      reject(deathOf(error))
    }
    const onExit = () => onError(new Error('The thread ended.'))
    let overdue = false
    let timer = setTimeout(() => {
      overdue = true
      worker.postMessage({ stop: true } satisfies ThreadTask)
      timer = setTimeout(() => {
        settled()
        reject(late())
      }, STOP_GRACE_MS)
    }, timeoutMs)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.ref()
    if (task) worker.postMessage(task)
  })
}

function deathOf(error: Error): HearsayError {
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new HearsayError('input-too-large', `Reading took more than ${LIMITS.threadHeapMbMax} MB of memory.`, { cause: error })
  }
  return new HearsayError('read-failed', `A reading thread failed: ${error.message}`, { cause: error })
}

function errorOf(answer: ThreadAnswer): HearsayError {
  if (answer.kind !== 'failure') return new HearsayError('read-failed', `A reading thread answered “${answer.kind}” out of turn.`)
  return new HearsayError(answer.failure.code ?? 'read-failed', answer.failure.message)
}

/** A thread that runs `file`; one in TypeScript is started by way of a loader. */
function threadOf(file: URL, data: object): Worker {
  const start = file.pathname.endsWith('.ts') ? new URL('./typescript.mjs', import.meta.url) : file
  const workerData = { ...data, file: file.href }
  const resourceLimits = { maxOldGenerationSizeMb: LIMITS.threadHeapMbMax, maxYoungGenerationSizeMb: LIMITS.threadYoungMbMax }
  return new Worker(start, { workerData, resourceLimits })
}
