import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ServeOptions, type Server, serve } from '../../src/api/serve.ts'

// A thread in TypeScript takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const worker = new URL('../reader/double.ts', import.meta.url)
const servers: Server[] = []
let shared: Server

beforeAll(async () => {
  shared = await serve({ port: 0, worker, webRoot: '' })
})

afterAll(async () => {
  await Promise.all([shared, ...servers].map(server => server.close()))
})

/** The server that all tests share, or one with options of its own. */
async function open(options?: ServeOptions): Promise<Server> {
  if (!options) return shared
  const server = await serve({ port: 0, worker, webRoot: '', ...options })
  servers.push(server)
  return server
}

function post(server: Server, body: object, init: RequestInit = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return fetch(`${server.url}/api/readings`, { method: 'POST', headers, body: JSON.stringify(body), ...init })
}

describe('a server', () => {
  it('reads on its threads what is posted', async () => {
    const server = await open()
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const response = await post(server, { text: 'The mayor spoke.' })
    expect(await response.json()).toMatchObject({
      article: { articleBody: 'The mayor spoke.' },
      reader: { model: 'sha256:double' },
    })
  })

  it('does not fetch from private networks, not even from itself', async () => {
    const server = await open()
    for (const url of [`${server.url}/api/health`, server.url.replace('127.0.0.1', 'localhost'), 'http://169.254.169.254/']) {
      const response = await post(server, { url, allowPrivate: true })
      expect([response.status, await response.json()]).toMatchObject([403, { error: { code: 'url-private' } }])
    }
  })

  it('fetches from private networks where its operator allows it', async () => {
    const server = await open({ allowPrivate: true })
    const response = await post(server, { url: `${server.url}/api/health` })
    expect(await response.json()).toMatchObject({ error: { code: 'url-not-text' } })
  })

  it('says so when the port is taken, and leaves nothing running', async () => {
    const { url } = await open()
    await expect(serve({ port: Number(new URL(url).port), worker })).rejects.toMatchObject({ code: 'port-busy' })
  })

  it('lives on when clients go away while they are answered or while they send', async () => {
    const server = await open({ timeoutMs: 500 })
    const controller = new AbortController()
    const abandoned = post(server, { text: 'HANG' }, { signal: controller.signal })
    const waiting = post(server, { text: 'CRASH' }, { signal: controller.signal })
    setTimeout(() => controller.abort(), 100)
    await expect(abandoned).rejects.toThrow()
    await expect(waiting).rejects.toThrow()
    await sendHalf(server)
    const response = await post(server, { text: 'The mayor spoke.' })
    expect(response.status).toBe(200)
  })

  it('lets what it is answering finish before it closes', async () => {
    const server = await serve({ port: 0, worker, webRoot: '' })
    const answered = post(server, { text: 'SLOW' })
    // An answer to a later request shows that the first one has arrived.
    await fetch(`${server.url}/api/health`)
    await server.close()
    expect((await answered).status).toBe(200)
    await expect(fetch(`${server.url}/api/health`)).rejects.toThrow()
  })

  it('answers the name localhost, and no foreign name that points to it', async () => {
    const server = await open()
    expect(await statusUnder(server, 'localhost')).toBe('200')
    expect(await statusUnder(server, 'evil.example')).toBe('403')
  })

  it('has the samples of the package, with a title and a publisher each', async () => {
    const { samples } = (await (await fetch(`${(await open()).url}/api/samples`)).json()) as { samples: Record<string, string>[] }
    expect(samples.length).toBeGreaterThanOrEqual(3)
    for (const { title, publisher } of samples) {
      expect(title).toMatch(/^\S.{10,}/)
      expect(publisher).toMatch(/^\S/)
    }
  })
})

/** Promises a body and hangs up in the middle of it. */
function sendHalf(server: Server): Promise<void> {
  return new Promise(resolve => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
      socket.write(
        'POST /api/readings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"text"',
        () => socket.destroy(),
      )
    })
    socket.on('close', () => resolve())
  })
}

/** The status that the server answers a request with that names it so; `fetch` does not let the Host header be set. */
function statusUnder(server: Server, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.on('error', reject)
    socket.on('data', data => {
      resolve(/^HTTP\/1\.1 (\d+)/.exec(String(data))?.[1] ?? '')
      socket.destroy()
    })
    socket.write(`GET /api/health HTTP/1.1\r\nHost: ${name}\r\n\r\n`)
  })
}
