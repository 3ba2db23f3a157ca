import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { HearsayError } from '../errors.ts'
import { openReader, type Reader, type ReaderOptions } from '../reader.ts'
import type { StorePlace } from '../store/store.ts'
import { createApp } from './app.ts'
import { isLoopback } from './guard.ts'
import { sampleShelf } from './sample-shelf.ts'
import { readSamples } from './samples.ts'
import { ownShelf, type Shelf } from './shelf.ts'

export interface ServeOptions extends ReaderOptions {
  /** By default 8080; 0 takes a free one. */
  readonly port?: number
  /** The address to listen on; by default 127.0.0.1, which only this machine reaches. */
  readonly host?: string
  readonly allowPrivate?: boolean
  readonly webRoot?: string
  readonly samplesFolder?: string
  readonly log?: (line: string) => void
  /** The user's own store, or where the stores of samples are kept; by default the samples, kept in a temporary folder. */
  readonly store?: StorePlace | { readonly samples: string | null }
}

export interface Server {
  /** Where a browser finds it. */
  readonly url: string
  /** Stops listening, lets what is being answered finish for a moment, then ends the reading threads. */
  close(): Promise<void>
}

/** A server that listens, with its model loaded. Throws `port-busy`, and what `openReader` throws. */
export async function serve(options: ServeOptions = {}): Promise<Server> {
  const { port = 8080, host = '127.0.0.1', allowPrivate = false, log = logToStandardError } = options
  const reader = await openReader(options)
  const shelf = await shelfOf(options, { reader, log }).catch(async error => {
    await reader.close()
    throw error
  })
  const app = createApp({
    reader,
    webRoot: options.webRoot ?? inPackage('dist/web'),
    samples: await readSamples(options.samplesFolder ?? inPackage('samples')),
    shelf,
    loopback: isLoopback(host.includes(':') ? `[${host}]` : host),
    allowPrivate,
    log,
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  try {
    await listening(server, { port, host })
  } catch (error) {
    await shelf.close()
    await reader.close()
    throw error
  }
  const close = async () => {
    await closed(server)
    await shelf.close()
    await reader.close()
  }
  return { url: urlOf(server), close }
}

/** An own store is open before anything is served, so that what is wrong with it is said at once; samples come while the server runs. */
async function shelfOf(
  {
    store = { samples: null },
    samplesFolder = inPackage('samples'),
    threads = 1,
  }: Pick<ServeOptions, 'store' | 'samplesFolder' | 'threads'>,
  { reader, log }: { readonly reader: Reader; readonly log: (line: string) => void },
): Promise<Shelf> {
  if (!('samples' in store)) return ownShelf(store)
  const shelf = sampleShelf({
    corpus: join(samplesFolder, 'stories', 'corpus.jsonl'),
    folder: store.samples,
    reader,
    threads,
    stamp: inPackage('dist/.built'),
    log,
  })
  if (store.samples !== null) shelf.store().catch(() => {})
  return shelf
}

function listening(server: ServerType, { port, host }: { readonly port: number; readonly host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      reject(
        busy ? new HearsayError('port-busy', `Port ${port} of ${host} is not free (${error.code}).`, { cause: error }) : error,
      )
    })
    server.listen(port, host, resolve)
  })
}

function urlOf(server: ServerType): string {
  const { address, port, family } = server.address() as AddressInfo
  // A browser cannot go to “all addresses”; on this machine the server is at the loopback one too.
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

/** How long requests may go on after the server was told to stop. */
const CLOSE_GRACE_MS = 3000

function closed(server: ServerType): Promise<void> {
  return new Promise(resolve => {
    // A connection that falls idle after its last answer would otherwise be kept for a next request.
    const sweep = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50)
    const timer = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), CLOSE_GRACE_MS)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(timer)
      resolve()
    })
  })
}

/** A path of the package: this file lies two folders below its root, in `src/api` as in `dist/api`. */
function inPackage(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}

function logToStandardError(line: string): void {
  process.stderr.write(`${line}\n`)
}
