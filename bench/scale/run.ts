/**
 * What adding one article costs as the store grows: Readings are synthesised from a seed, the model does not run.
 *
 *   npx tsx bench/scale/run.ts [--articles N] [--database URL | --data DIR] [--seed N]
 *
 * Without a place, a new folder (PGlite) that is removed at the end. Prints a line of the curve at each mark; status 1 where the last
 * mark costs more than 1.5 times the first. Not part of the gate: it takes hours at 100,000.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fileReading } from '../../src/store/filing.ts'
import { openStore, type StorePlace } from '../../src/store/store.ts'
import { sweep } from '../../src/store/worker.ts'
import { articles } from './synthetic.ts'

const RATIO_MOST = 1.5
/** Articles over which the cost at a mark is taken: the mean of the middle half, since a checkpoint of the database is nobody's cost. */
const WINDOW = 400
const MARKS = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000]

interface Mark {
  readonly articles: number
  readonly ms: number
  readonly slowest: number
  readonly residentMb: number
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '2000' },
      data: { type: 'string' },
      database: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  })
  const count = Number(values.articles)
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-scale-'))
  const place: StorePlace = values.database ? { database: values.database } : { data: values.data ?? join(folder, 'store') }
  try {
    const marks = await curve(place, { count, seed: Number(values.seed) })
    const [first, last] = [marks[0]!, marks.at(-1)!]
    const ratio = last.ms / first.ms
    console.log(`article ${last.articles} costs ${ratio.toFixed(2)} times article ${first.articles}; at most ${RATIO_MOST}`)
    process.exitCode = ratio <= RATIO_MOST ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function curve(
  place: StorePlace,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<readonly Mark[]> {
  const store = await openStore(place)
  const intake = await store.intake()
  const now = store.database.kind === 'folder' ? ownTime : () => performance.now()
  const times: number[] = []
  const marks: Mark[] = []
  let n = 0
  for (const { page, reading } of articles(seed)) {
    if (n === count) break
    const began = now()
    // The whole way that an article goes in `hearsay add`, the reading left out.
    await intake.receive(page, reading.reader)
    const [taken] = await intake.take(1)
    await store.database.transaction(async tx => {
      const outcome = await fileReading(tx, reading)
      await intake.finish(tx, taken!, outcome)
    })
    if (n % 1000 === 999) await sweep(store.database)
    times.push(now() - began)
    if (times.length > WINDOW) times.shift()
    n += 1
    if (!MARKS.includes(n) && n !== count) continue
    const sorted = [...times].sort((a, b) => a - b)
    const middle = sorted.slice(sorted.length >> 2, sorted.length - (sorted.length >> 2))
    const mark = {
      articles: n,
      ms: middle.reduce((sum, ms) => sum + ms, 0) / middle.length,
      slowest: sorted.at(-1)!,
      residentMb: process.memoryUsage().rss / 1e6,
    }
    marks.push(mark)
    const { ms, slowest, residentMb } = mark
    console.log(
      `${String(n).padStart(7)}  ${ms.toFixed(1)} ms  slowest ${slowest.toFixed(0)} ms  ${residentMb.toFixed(0)} MB resident`,
    )
  }
  await store.close()
  return marks
}

/** Milliseconds of the processor that this process took: a folder's database runs in it, and other programs then change nothing. */
function ownTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

await main()
