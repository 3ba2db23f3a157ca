import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

/** What the API was given, and what a test wants it to answer. */
export interface Request {
  readonly body: { readonly text?: string; readonly html?: string; readonly url?: string }
  readonly format: string | null
}

export interface Answer {
  readonly status?: number
  /** Sent as JSON, or as it is where it is a string. */
  readonly body: unknown
}

/** A request for anything of the store. */
export interface StoreRequest {
  readonly method: string
  /** Below `/api/`, decoded. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly body: unknown
}

export interface Api {
  /** What is answered about the store; null for what it does not know. */
  readonly store?: (request: StoreRequest) => Answer | null
  readonly samples: readonly { readonly id: string; readonly title: string; readonly publisher: string; readonly text: string }[]
  read(request: Request): Answer | Promise<Answer>
}

export interface TestServer {
  readonly url: string
  /** What `POST /api/readings` answers; tests put their own here. */
  api: Api
  close(): Promise<void>
}

/** As strict as the server of Hearsay may ever be: what passes here passes there. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Serves the built app from `folder`, with an API of scripted answers. */
export async function startServer(folder: string, api: Api): Promise<TestServer> {
  const server = createServer((request, response) => {
    answer(request, response).catch(error => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const running: TestServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    api,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return running

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', running.url)
    const { samples, read } = running.api
    const sample = samples.find(one => pathname === `/api/samples/${one.id}`)
    if (pathname === '/api/samples')
      send(response, { body: { samples: samples.map(({ id, title, publisher }) => ({ id, title, publisher })) } })
    else if (sample) send(response, { body: sample })
    else if (pathname === '/api/readings') {
      send(response, await read({ body: JSON.parse(await bodyOf(request)), format: searchParams.get('format') }))
    } else if (pathname.startsWith('/api/')) {
      const text = await bodyOf(request)
      const path = pathname.split('/').slice(2).map(decodeURIComponent)
      const body: unknown = text === '' ? null : JSON.parse(text)
      const found = running.api.store?.({ method: request.method ?? 'GET', path, query: searchParams, body })
      send(response, found ?? { status: 404, body: { error: { code: 'request-unknown', message: pathname, advice: '' } } })
    } else await sendFile(response, pathname)
  }

  async function sendFile(response: ServerResponse, pathname: string): Promise<void> {
    const path = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
    const content = await readFile(path).catch(() => null)
    if (content === null) return void response.writeHead(404).end()
    const type = TYPES[extname(path)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(content)
  }
}

function send(response: ServerResponse, { status = 200, body }: Answer): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' }).end(text)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
