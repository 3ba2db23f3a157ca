import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string | string[]>
  readonly body?: string | Uint8Array
  /** Sends the head and the body, then leaves the connection open. */
  readonly hangs?: boolean
}

export type Answers = Record<string, Answer | ((request: IncomingMessage) => Answer)>

export interface Site {
  readonly origin: string
  /** The paths that were asked for, in order. */
  readonly asked: string[]
  close(): Promise<void>
}

/** A web site on this machine that answers by path, and with 404 elsewhere. */
export async function openSite(answers: Answers): Promise<Site> {
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const found = answers[request.url ?? '']
    const {
      status = found ? 200 : 404,
      headers = {},
      body = '',
      hangs = false,
    } = (typeof found === 'function' ? found(request) : found) ?? {}
    response.writeHead(status, headers)
    if (hangs) response.write(body)
    else response.end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close }
}

/** An answer with a page of HTML. */
export function html(body: string, headers: Record<string, string | string[]> = {}): Answer {
  return { headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body }
}
