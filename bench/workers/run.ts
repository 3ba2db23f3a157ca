/**
 * How much faster two `hearsay work` processes read than one, with the real model, on a PostgreSQL server that comes by npm; and how
 * much faster two that only read are than one, which is the most that any store could reach on this machine.
 *
 *   npx tsx bench/workers/run.ts [--articles N] [--rounds N] [--samples N]
 *
 * Each worker has one thread. Rounds with one and with two workers alternate, so that what else the machine does falls on both; the
 * rate is taken while all workers read, without their start. Prints the machine's load beside each. Status 1 where an article is
 * missing or there twice, or two read less than 1.6 times as fast as one. Not part of the gate: it is a timing.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { pagesOf } from '../../src/page/inputs.ts'
import { readerVersion } from '../../src/reader.ts'
import type { CorpusRecord, Page } from '../../src/record/index.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { IN_HAND_EACH_THREAD } from '../../src/store/worker.ts'
import { databases } from '../../tests/store/places.ts'
import { bareRate } from './bare.ts'

const RATIO_LEAST = 1.6
const SAMPLES = fileURLToPath(new URL('../../samples/stories/corpus.jsonl', import.meta.url))
const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url))
/** Articles of each worker that are not counted: its model is being loaded meanwhile, and its code compiled. */
const WARMING = 60

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '3' },
    // Four make about 800 words, a report's length.
    samples: { type: 'string', default: '4' },
  },
})
const count = Number(values.articles)
const places = await databases()
const rates: Record<1 | 2, number[]> = { 1: [], 2: [] }
const bare: Record<1 | 2, number[]> = { 1: [], 2: [] }
const pages = await somePages(count, Number(values.samples))
try {
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const workers of round % 2 === 0 ? ([1, 2] as const) : ([2, 1] as const)) {
      const place = await places.fresh()
      if (!('database' in place)) throw new Error('Workers are for servers.')
      const store = await openStore(place)
      const rate = await rateOf(store, { url: place.database, workers, pages })
      rates[workers].push(rate)
      console.log(
        `${workers} working: ${rate.toFixed(2)} articles a second, load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores`,
      )
      await store.close()
      const records = pages.slice(0, Math.ceil(count / workers)).map(recordOf)
      bare[workers].push(await bareRate({ processes: workers, records, warming: WARMING, run: command }))
      console.log(`${workers} only reading: ${bare[workers].at(-1)!.toFixed(2)} articles a second`)
    }
  }
  console.log(`without a store two read ${(median(bare[2]) / median(bare[1])).toFixed(2)} times as fast as one`)
  const ratio = median(rates[2]) / median(rates[1])
  console.log(`two read ${ratio.toFixed(2)} times as fast as one; at least ${RATIO_LEAST}`)
  if (ratio < RATIO_LEAST) process.exitCode = 1
} finally {
  await places.close()
}

/** Articles of so many sample articles each, one after the other, under an id of its own. */
async function somePages(count: number, samplesEach: number): Promise<readonly Page[]> {
  const samples: Page[] = []
  for await (const { page } of pagesOf([SAMPLES])) if (page !== undefined) samples.push(page)
  return Array.from({ length: count }, (_, n) => {
    const parts = Array.from({ length: samplesEach }, (_, part) => recordOf(samples[(n + part) % samples.length]!))
    const record = { ...parts[0]!, id: `${parts[0]!.id}-${n}`, text: parts.map(({ text }) => text).join('\n\n') }
    return { kind: 'record', input: record.id, record }
  })
}

function recordOf(page: Page): CorpusRecord {
  if (page.kind !== 'record') throw new Error('The samples are records.')
  return page.record
}

interface Reading {
  readonly url: string
  readonly workers: number
  readonly pages: readonly Page[]
}

async function rateOf(store: Store, { url, workers, pages }: Reading): Promise<number> {
  const intake = await store.intake()
  const reader = await readerVersion()
  for (const page of pages) await intake.receive(page, reader)
  const children = Array.from({ length: workers }, () => command(['work', '--database', url]))
  const done = async () => pages.length - (await intake.waiting())
  const until = async (least: number) => {
    for (let now = await done(); ; now = await done()) {
      if (now >= least) return now
      await sleep(50)
    }
  }
  const [from, began] = [await until(WARMING * workers), performance.now()]
  const [to, ended] = [await until(pages.length - IN_HAND_EACH_THREAD * workers), performance.now()]
  await until(pages.length)
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(children.map(child => once(child, 'exit')))
  const rows = await store.database.query<{ kind: string; n: number }>(
    `select count(*)::integer as n from log where kind = 'added'`,
  )
  if (rows[0]!.n !== pages.length) throw new Error(`${rows[0]!.n} of ${pages.length} articles were added.`)
  return ((to - from) / (ended - began)) * 1000
}

function command(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', WORKER, ...args, '--threads', '1'], { stdio: ['ignore', 'pipe', 'inherit'] })
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}
