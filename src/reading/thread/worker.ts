import { parentPort, workerData } from 'node:worker_threads'
import { HearsayError } from '../../errors.ts'
import type { Tools } from '../read.ts'
import { serveThread } from './thread.ts'

/** What a thread is started with. */
export interface WorkerData {
  /** The folder of the model; the packaged one where it is not given. */
  readonly modelPath?: string
}

// The file that each of the reader's threads runs; nothing imports it.
if (parentPort === null) throw new Error('src/reading/thread/worker.ts runs on a worker thread only.')
const { modelPath } = workerData as WorkerData

// Imported late, since it loads the native library: only so can its absence be told for what it is.
const reading = import('../read.ts').catch((cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'ERR_DLOPEN_FAILED' && !cause.message.includes('onnxruntime')) throw cause
  throw new HearsayError('runtime-missing', `onnxruntime-node could not be loaded: ${cause.message}`, { cause })
})

await serveThread<Tools>(parentPort, {
  openTools: async () => {
    // The model is opened by threads of the library; meanwhile this one loads what else it needs.
    const opening = (await reading).openTools({ modelPath })
    const [tools] = await Promise.all([opening, import('../../article/article.ts')])
    return tools
  },
  readPage: async page => (await import('../../article/article.ts')).readPage(page),
  readArticle: async (article, tools, options) => (await reading).readArticle(article, tools, options),
})
