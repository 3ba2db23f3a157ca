import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { mcp } from '../../src/cli/mcp.ts'
import type { Streams } from '../../src/cli/read.ts'
import { loadConfig } from '../../src/config.ts'
import { HearsayError } from '../../src/errors.ts'
import type { Store } from '../../src/store/store.ts'
import { READING } from '../format/example.ts'
import { streamsWith } from './streams.ts'

it('answers a line for each request on standard input, and ends with it', async () => {
  const closed: string[] = []
  const store = {
    page: async () => ({ stories: [], next: null }),
    close: async () => void closed.push('store'),
  } as unknown as Store
  const messages = [
    { jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18' } },
    { jsonrpc: '2.0', method: 'notifications/initialized' },
    { jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'read_text', arguments: { text: 'It rains.' } } },
    { jsonrpc: '2.0', id: 3, method: 'tools/call', params: { name: 'search_stories' } },
  ]
  const stdin = `${messages.map(message => JSON.stringify(message)).join('\n')}\n\n{broken`
  const { streams, out, err } = streamsWith({ stdin })
  const open = async () => ({ read: async () => READING, close: async () => void closed.push('reader') })
  const config = loadConfig({ flags: {}, environment: {}, folder: '/' })
  expect(await mcp({ config, streams, open, openAt: async () => store })).toBe(0)
  const lines = out()
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(lines.map(({ id }) => id).sort()).toEqual([1, 2, 3, null])
  expect(lines.find(({ id }) => id === 2).result.structuredContent.article.id).toBe(READING.article.id)
  expect(lines.find(({ id }) => id === null).error.code).toBe(-32700)
  expect([err(), closed]).toEqual(['', ['reader', 'store']])
})

it('reads texts where there is no store, and says so to what asks the store until one is there', async () => {
  let tries = 0
  const openAt = async () => {
    tries += 1
    if (tries < 3) throw new HearsayError('store-missing', 'There is no store at /data.')
    return { page: async () => ({ stories: [], next: null }), close: async () => {} } as unknown as Store
  }
  const call = (id: number, name: string, given = {}) => ({
    jsonrpc: '2.0',
    id,
    method: 'tools/call',
    params: { name, arguments: given },
  })
  async function* stdin() {
    for (const message of [call(1, 'read_text', { text: 'It rains.' }), call(2, 'search_stories'), call(3, 'search_stories')]) {
      yield Buffer.from(`${JSON.stringify(message)}\n`)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  const { streams, out, err } = streamsWith()
  const open = async () => ({ read: async () => READING, close: async () => {} })
  const config = loadConfig({ flags: {}, environment: {}, folder: '/' })
  expect(await mcp({ config, streams: { ...streams, stdin: Readable.from(stdin()) as Streams['stdin'] }, open, openAt })).toBe(0)
  expect(err()).toMatch(/^hearsay: store-missing: There is no store at \/data\./)
  const results = new Map(
    out()
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
      .map(({ id, result }) => [id, result]),
  )
  expect(results.get(1).structuredContent.article.id).toBe(READING.article.id)
  expect([results.get(2).isError, results.get(2).structuredContent.error.code]).toEqual([true, 'store-missing'])
  expect(results.get(3).structuredContent.stories).toEqual([])
})

it('does not wait for an answer to what was taken back', async () => {
  const store = { close: async () => {} } as unknown as Store
  const messages = [
    { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'read_text', arguments: { text: 'It rains.' } } },
    { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } },
  ]
  const { streams, out } = streamsWith({ stdin: messages.map(message => JSON.stringify(message)).join('\n') })
  const open = async () => ({ read: () => new Promise<never>(() => {}), close: async () => {} })
  const config = loadConfig({ flags: {}, environment: {}, folder: '/' })
  expect(await mcp({ config, streams, open, openAt: async () => store })).toBe(0)
  expect(out()).toBe('')
})
