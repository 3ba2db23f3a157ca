import { expect, it } from 'vitest'
import { mcp } from '../../src/cli/mcp.ts'
import { loadConfig } from '../../src/config.ts'
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
