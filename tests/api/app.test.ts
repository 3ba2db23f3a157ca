import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import { ReadingSchema } from '../../src/api/schemas.ts'
import { type ErrorCode, HearsayError } from '../../src/errors.ts'
import { FORMATS, type FormatName, formatted } from '../../src/format/index.ts'
import { LIMITS } from '../../src/limits.ts'
import type { Reader, ReaderInput } from '../../src/reader.ts'
import { READING } from './reading.ts'
import { NO_SHELF } from './shelves.ts'

let webRoot = ''

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'hearsay-web-'))
  await mkdir(join(webRoot, 'assets'))
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Hearsay</title>')
  await writeFile(join(webRoot, 'assets', 'app-1234.js'), 'export {}')
  await writeFile(join(webRoot, '..', 'hearsay-secret.txt'), 'nobody may read this')
})

afterAll(() => Promise.all([rm(webRoot, { recursive: true }), rm(join(webRoot, '..', 'hearsay-secret.txt'))]))

const SAMPLES = [{ id: 'quay', title: 'Quay to open', publisher: 'The Harbour Bell', text: 'It opens.' }]

interface Setup {
  readonly read?: Reader['read']
  readonly loopback?: boolean
  readonly allowPrivate?: boolean
  readonly log?: (line: string) => void
}

function open({ read = async () => READING, loopback = true, allowPrivate = false, log = () => {} }: Setup = {}) {
  const app = createApp({ reader: { read }, webRoot, samples: SAMPLES, shelf: NO_SHELF, loopback, allowPrivate, log })
  const get = (path: string, init?: RequestInit) => app.request(`http://127.0.0.1:8080${path}`, init)
  const post = (body: unknown, { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {}) =>
    get(`/api/readings${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return { app, get, post }
}

async function errorOf(answer: Response | Promise<Response>) {
  const response = await answer
  const body = (await response.json()) as { error: { code: string; message: string; advice: string } }
  expect(Object.keys(body)).toEqual(['error'])
  expect(Object.keys(body.error)).toEqual(['code', 'message', 'advice'])
  return { status: response.status, ...body.error }
}

describe('/mcp', () => {
  const ask = (message: unknown, headers: Record<string, string> = {}, read?: Reader['read']) =>
    open({ read }).get('/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body: JSON.stringify(message),
    })

  it('answers a request with one document, and a notification with none', async () => {
    const answer = await ask({ jsonrpc: '2.0', id: 1, method: 'ping' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(await answer.json()).toEqual({ jsonrpc: '2.0', id: 1, result: {} })
    const silent = await ask({ jsonrpc: '2.0', method: 'notifications/initialized' })
    expect([silent.status, await silent.text()]).toEqual([202, ''])
  })

  it('has no stream, knows its versions, and answers no page of another site', async () => {
    expect((await open().get('/mcp')).status).toBe(405)
    const ping = { jsonrpc: '2.0', id: 1, method: 'ping' }
    expect((await ask(ping, { 'mcp-protocol-version': '1999-01-01' })).status).toBe(400)
    expect((await ask(ping, { 'mcp-protocol-version': '2025-06-18' })).status).toBe(200)
    expect((await ask(ping, { origin: 'https://elsewhere.example' })).status).toBe(403)
  })
})

describe('POST /api/readings', () => {
  it('answers a Reading that has the form that the description promises', async () => {
    const response = await open().post({ text: 'The quay opens.' })
    expect(response.status).toBe(200)
    const reading = await response.json()
    expect(reading).toEqual(READING)
    expect(ReadingSchema.strict().parse(reading)).toEqual(READING)
  })

  it.each<[object, ReaderInput]>([
    [{ text: 'It opens.' }, { text: 'It opens.' }],
    [{ text: 'It opens.', publisher: null, published: null, input: null }, { text: 'It opens.' }],
    [
      { html: '<p>It opens.', url: 'https://bell.example/7' },
      { html: '<p>It opens.', url: 'https://bell.example/7' },
    ],
    [{ url: 'https://bell.example/7' }, { url: 'https://bell.example/7', allowPrivate: false }],
    [
      { url: 'https://bell.example/7', allowPrivate: true },
      { url: 'https://bell.example/7', allowPrivate: false },
    ],
    [
      { text: '', published: '2031-04', publisher: 'The Bell', input: 'quay.txt' },
      { text: '', datePublished: '2031-04', publisher: 'The Bell', input: 'quay.txt' },
    ],
  ])('hands %j to the reader', async (request, expected) => {
    const inputs: ReaderInput[] = []
    const { post } = open({
      read: async input => {
        inputs.push(input)
        return READING
      },
    })
    expect((await post(request)).status).toBe(200)
    expect(inputs).toEqual([expected])
  })

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['no object', ['text']],
    ['a text that is none', { text: 7 }],
    ['a text and HTML', { text: 'a', html: 'b' }],
    ['a text and an address', { text: 'a', url: 'https://bell.example/' }],
    ['a date that is none', { text: 'a', published: 'last Tuesday' }],
    ['a month that is none', { text: 'a', published: '2031-13' }],
    ['a label without end', { text: 'a', publisher: 'x'.repeat(10_000) }],
    ['no JSON', '{"text": '],
    ['an empty body', ''],
  ])('refuses %s', async (_, body) => {
    expect(await errorOf(open().post(body))).toMatchObject({ status: 400, code: 'request-invalid' })
  })

  it('refuses what a form of another site can send', async () => {
    const headers = { 'content-type': 'text/plain' }
    expect(await errorOf(open().post({ text: 'a' }, { headers }))).toMatchObject({ status: 400, code: 'request-invalid' })
  })

  it('refuses a body over the limit, whether it says its length or not', async () => {
    const body = 'x'.repeat(LIMITS.requestBytesMax + 1)
    const headers = { 'content-length': String(body.length) }
    expect(await errorOf(open().post(body, { headers }))).toMatchObject({ status: 413, code: 'input-too-large' })
    expect(await errorOf(open().post(body))).toMatchObject({ status: 413, code: 'input-too-large' })
  })

  it.each<[ErrorCode, number]>([
    ['url-invalid', 400],
    ['url-private', 403],
    ['url-robots', 403],
    ['url-opted-out', 403],
    ['input-too-large', 413],
    ['url-not-text', 422],
    ['url-status', 502],
    ['read-timeout', 503],
    ['url-timeout', 504],
  ])('tells %s with its advice, as status %i', async (code, status) => {
    const read = () => Promise.reject(new HearsayError(code, 'this is what happened'))
    const error = await errorOf(open({ read }).post({ url: 'https://bell.example/' }))
    expect(error).toMatchObject({ status, code, message: 'this is what happened' })
    expect(error.advice.length).toBeGreaterThan(10)
  })

  it('keeps the details of a fault to the log', async () => {
    const lines: string[] = []
    const read = () => Promise.reject(new TypeError('secret of the inside'))
    const error = await errorOf(open({ read, log: line => lines.push(line) }).post({ text: 'a' }))
    expect(error).toMatchObject({ status: 500, code: 'read-failed' })
    expect(JSON.stringify(error)).not.toContain('secret')
    expect(lines.join()).toContain('secret of the inside')
  })

  it('refuses more articles than the limit at once, and takes new ones when these are done', async () => {
    let release = () => {}
    const gate = new Promise<void>(resolve => {
      release = resolve
    })
    const { post } = open({ read: () => gate.then(() => READING) })
    const held = Array.from({ length: LIMITS.apiReadingsMax }, () => post({ text: 'a' }))
    expect(await errorOf(post({ text: 'a' }))).toMatchObject({ status: 503, code: 'server-busy' })
    release()
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual(held.map(() => 200))
    expect((await post({ text: 'a' })).status).toBe(200)
  })
})

describe('?format=', () => {
  it.each(Object.keys(FORMATS) as FormatName[])('%s comes as a file of its type', async format => {
    const response = await open().post({ text: 'a' }, { query: `?format=${format}` })
    expect(response.headers.get('content-type')).toBe(FORMATS[format].mediaType)
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="reading.${FORMATS[format].extension}"`)
    expect(await response.text()).toBe(formatted([READING], format))
  })

  it.each(['docx', '', 'constructor'])('“%s” is refused', async format => {
    expect(await errorOf(open().post({ text: 'a' }, { query: `?format=${format}` }))).toMatchObject({
      status: 400,
      code: 'request-invalid',
    })
  })
})

describe('requests from elsewhere', () => {
  it.each(['http://evil.example', 'null', 'http://127.0.0.1:9999', 'https://localhost.evil.example'])(
    'cannot post from the origin %s',
    async origin => {
      expect(await errorOf(open().post({ text: 'a' }, { headers: { origin } }))).toMatchObject({
        status: 403,
        code: 'request-foreign',
      })
    },
  )

  it('cannot post across sites without saying from where', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect(await errorOf(open().post({ text: 'a' }, { headers }))).toMatchObject({ code: 'request-foreign' })
  })

  it('can post from the page that the server itself serves', async () => {
    const headers = { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-origin' }
    expect((await open().post({ text: 'a' }, { headers })).status).toBe(200)
  })

  it.each(['http://evil.example/', 'http://evil.example/api/health', 'http://10.0.0.7:8080/', 'http://127.0.0.1.evil.example/'])(
    'get no answer under the foreign name of %s',
    async url => {
      expect(await errorOf(open().app.request(url))).toMatchObject({ status: 403, code: 'request-foreign' })
    },
  )

  it.each(['http://localhost:8080/', 'http://127.0.0.1:8080/', 'http://[::1]:8080/'])('are answered under %s', async url => {
    expect((await open().app.request(url)).status).toBe(200)
  })

  it('are answered under any name where the server is open to the network', async () => {
    expect((await open({ loopback: false }).app.request('http://reader.example/')).status).toBe(200)
  })

  it('are never given leave to read the answer', async () => {
    const response = await open().get('/api/samples', { headers: { origin: 'http://evil.example' } })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('the samples', () => {
  it('are listed without their texts', async () => {
    const { text: _, ...listed } = SAMPLES[0]!
    expect(await (await open().get('/api/samples')).json()).toEqual({ samples: [listed] })
  })

  it('come one by one with their texts, as they can be posted', async () => {
    const { get, post } = open()
    const sample = await (await get('/api/samples/quay')).json()
    expect(sample).toEqual(SAMPLES[0])
    expect((await post(sample)).status).toBe(200)
  })

  it('are unknown by other names', async () => {
    expect(await errorOf(open().get('/api/samples/..%2Fpackage.json'))).toMatchObject({ status: 404, code: 'request-unknown' })
  })
})

describe('the web app', () => {
  it.each(['/', '/about', '/s/12'])('is served at %s, and asked for again each time', async path => {
    const response = await open().get(path)
    expect(await response.text()).toContain('<title>Hearsay</title>')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  it('has assets that never change', async () => {
    const response = await open().get('/assets/app-1234.js')
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  it.each(['/assets/missing.js', '/favicon.ico', '/api/nothing', '/api/readings'])('has nothing at %s', async path => {
    expect(await errorOf(open().get(path))).toMatchObject({ status: 404, code: 'request-unknown' })
  })

  it.each([
    '/../hearsay-secret.txt',
    '/..%2fhearsay-secret.txt',
    '/assets/..%2f..%2fhearsay-secret.txt',
    '/..\\hearsay-secret.txt',
  ])('does not lead out of its folder by %s', async path => {
    expect(await (await open().get(path)).text()).not.toContain('nobody may')
  })

  it.each(['/', '/assets/app-1234.js', '/api/health', '/api/nothing'])('comes with the strict headers at %s', async path => {
    const { headers } = await open().get(path)
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('has strict headers on refusals too', async () => {
    const { headers } = await open().app.request('http://evil.example/')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('answers of the API', () => {
  it.each(['/api/health', '/api/samples', '/api/openapi.json', '/api/nothing'])('are not kept by the browser: %s', async path => {
    expect((await open().get(path)).headers.get('cache-control')).toBe('no-store')
  })
})
