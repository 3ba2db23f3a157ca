import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { add } from '../../src/cli/add.ts'
import { loadConfig } from '../../src/config.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { databases, type Places } from '../store/places.ts'
import { slowReader } from '../store/readings.ts'
import { streamsWith } from './streams.ts'

const WORKING = fileURLToPath(new URL('../store/working.ts', import.meta.url))
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

let places: Places
let url: string
let store: Store
beforeAll(async () => {
  places = await databases()
  const place = await places.fresh()
  if ('database' in place) url = place.database
  store = await openStore(place)
}, 60_000)
afterAll(async () => {
  await store?.close()
  await places?.close()
}, 30_000)

/** Another process that works for the store; resolves when it says that it does. */
async function worker(name: string, delayMs: number): Promise<ChildProcess> {
  const args = ['--import', LOADER, WORKING, url, name, String(delayMs)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const said = await once(child.stderr!, 'data')
  expect(String(said[0])).toMatch(/reading what waits/)
  return child
}

/** Resolves when the question has an answer. */
async function until(sql: string): Promise<void> {
  while ((await store.database.query(sql)).length === 0) await new Promise(resolve => setTimeout(resolve, 20))
}

describe('hearsay work', () => {
  it('reads beside others what one adds; killed, it loses nothing and doubles nothing', { timeout: 60_000 }, async () => {
    const killed = await worker('sha256:killed', 20_000)
    const ids = Array.from({ length: 60 }, (_, n) => `w${String(n).padStart(2, '0')}`)
    const { streams, out } = streamsWith({
      stdin: ids.map(id => `${JSON.stringify({ id, text: `The council of ${id} met.` })}\n`).join(''),
    })
    const config = { ...loadConfig({ flags: { database: url }, environment: {}, folder: '/' }), threads: 1 }
    const reader = slowReader('sha256:own', 30)
    let begin = () => {}
    const begun = new Promise<void>(resolve => {
      begin = resolve
    })
    // What adds reads nothing before the others have had their turn.
    const own = { ...reader, read: (...given: Parameters<typeof reader.read>) => begun.then(() => reader.read(...given)) }
    const adding = add(['-'], { flags: {}, config, streams, open: async () => own })
    // It is dead with inputs in hand, which it would have had for 20 seconds.
    await until(`select from inputs join sessions on sessions.id = session where outcome is null and pid = ${killed.pid}`)
    const steady = await worker('sha256:steady', 30)
    killed.kill('SIGKILL')
    await until(`select from readings where model = 'sha256:steady'`)
    begin()
    expect(await adding).toBe(0)
    const lines = out().trimEnd().split('\n')
    expect(lines.map(line => JSON.parse(line))).toEqual(
      ids.map(id => ({ input: `-#${id}`, outcome: 'added', article: id, code: null })),
    )
    const count = (sql: string) => store.database.query<{ model: string; n: number }>(sql)
    const readers = await count('select model, count(*)::integer as n from readings group by model order by model')
    expect(readers.map(({ model }) => model)).toEqual(['sha256:own', 'sha256:steady'])
    expect(readers.reduce((sum, { n }) => sum + n, 0)).toBe(ids.length)
    expect(await count(`select count(*)::integer as n from log where kind = 'added'`)).toEqual([{ n: ids.length }])
    steady.kill('SIGTERM')
    expect((await once(steady, 'exit'))[0]).toBe(0)
  })
})
