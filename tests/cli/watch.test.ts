import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { watch } from '../../src/cli/watch.ts'
import { loadConfig } from '../../src/config.ts'
import type { Reader } from '../../src/reader.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { VERSION } from '../../src/version.ts'
import { type Answers, html, openSite, type Site } from '../page/site.ts'
import { folders, type Places } from '../store/places.ts'
import { reading } from '../store/readings.ts'
import { streamsWith } from './streams.ts'

const reader = { version: VERSION, model: 'sha256:double' }

let places: Places
let store: Store
let site: Site
let answers: Answers = {}
beforeAll(async () => {
  places = await folders()
  store = await openStore(await places.fresh())
  site = await openSite(new Proxy({}, { get: (_, path: string) => answers[path] }))
}, 60_000)
afterAll(async () => {
  await site.close()
  await store.close()
  await places.close()
})

/** Makes of each page a Reading under the page's address. */
const pageReader: Reader = {
  read: async input => ({ ...reading('page' in input ? input.page.input : ''), reader }),
  close: async () => {},
}

/** A feed of these paths that knows its version. */
function feedOf(paths: readonly string[]): Answers[string] {
  const etag = `"${paths.join(' ')}"`
  const items = paths.map(path => `<item><link>${path}</link></item>`).join('')
  const body = `<rss version="2.0"><channel><title>Quay</title>${items}</channel></rss>`
  return ({ headers }) =>
    headers['if-none-match'] === etag ? { status: 304 } : { headers: { 'content-type': 'application/rss+xml', etag }, body }
}

describe('hearsay watch', () => {
  it('adds what is new, asks for nothing twice, and ends when it is told to', { timeout: 30_000 }, async () => {
    const page = (text: string) => html(`<html><body><article><p>${text}</p></article></body></html>`)
    answers = { '/feed': feedOf(['/a', '/gone']), '/a': page('The council of a met.'), '/b': page('The council of b met.') }
    const config = { ...loadConfig({ environment: {}, folder: '/' }), threads: 1, allowPrivate: true }
    const { streams, out, err } = streamsWith()
    let stop: () => void = () => {}
    const watching = watch(`${site.origin}/feed`, {
      config,
      streams,
      open: async () => pageReader,
      version: async () => reader,
      openAt: async () => ({ ...store, close: async () => {} }),
      stopped: new Promise<void>(resolve => {
        stop = resolve
      }),
      everyMs: 50,
      pauseMs: 0,
    })
    const asked = (path: string) => site.asked.filter(each => each === path).length
    const until = async (holds: () => boolean) => {
      while (!holds()) await new Promise(resolve => setTimeout(resolve, 10))
    }
    await until(() => out().split('\n').length === 3 && asked('/feed') >= 4)
    answers = { ...answers, '/feed': feedOf(['/b', '/a', '/gone']) }
    await until(() => out().split('\n').length === 4)
    stop()
    expect(await watching).toBe(0)
    const lines = out().trimEnd().split('\n')
    expect(
      lines.map(line => JSON.parse(line)).map(({ input, outcome, code }) => [input.replace(site.origin, ''), code ?? outcome]),
    ).toEqual([
      ['/a', 'added'],
      ['/gone', 'url-status'],
      ['/b', 'added'],
    ])
    expect(err()).toContain(`${site.origin}/gone: url-status`)
    expect(['/a', '/b', '/gone', '/robots.txt'].map(asked)).toEqual([1, 1, 1, 1])
  })
})
