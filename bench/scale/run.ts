import { parseArgs } from 'node:util'
import { fileReading } from '../../src/store/filing.ts'
import { SqlIndex } from '../../src/store/index-of-stories.ts'
import type { Intake } from '../../src/store/intake.ts'
import { openStore, type Store, type StorePlace } from '../../src/store/store.ts'
import { sweep } from '../../src/store/worker.ts'
import { databases, folders } from '../../tests/store/places.ts'
import { fill } from './fill.ts'
import { articles, type Synthetic, WORDS_PER_ARTICLE } from './synthetic.ts'

const RATIO_MOST = 1.5
const BASE = 1_000
const MARKS = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000]

interface Growing {
  readonly store: Store
  readonly intake: Intake
  readonly stream: Generator<Synthetic>
}

interface Cost {
  readonly ms: number
  readonly slowest: number
  readonly residentMb: number
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '2000' },
      measured: { type: 'string', default: '300' },
      server: { type: 'boolean', default: false },
      database: { type: 'string' },
      seed: { type: 'string', default: '1' },
      words: { type: 'string', default: String(WORDS_PER_ARTICLE) },
    },
  })
  const places = await (values.server || values.database ? databases() : folders())
  const seed = Number(values.seed)
  const words = Number(values.words)
  const measured = Number(values.measured)
  // Both take as many articles at each mark: by the last the small one has grown to some 1,700.
  const small = await grow(await places.fresh(), articles(seed, words))
  await fill(small.store.database, small.stream, BASE)
  const large = await grow(values.database ? { database: values.database } : await places.fresh(), articles(seed, words))
  let held = 0
  let ratio = Number.NaN
  try {
    for (const mark of MARKS.filter(each => each <= Number(values.articles))) {
      await fill(large.store.database, large.stream, mark - held)
      const costs = await beside({ large, small }, measured)
      held = mark + measured
      ratio = costs.large.ms / costs.small.ms
      console.log(
        `${String(mark).padStart(7)}  ${costs.large.ms.toFixed(1)} ms, in a store of 1,000 ${costs.small.ms.toFixed(1)} ms: ${ratio.toFixed(2)}  ` +
          `slowest ${costs.large.slowest.toFixed(0)} ms  ${costs.large.residentMb.toFixed(0)} MB resident  ${costs.right} of ${measured} to their story`,
      )
    }
    console.log(`at the last mark ${ratio.toFixed(2)} times as much; at most ${RATIO_MOST}`)
    process.exitCode = ratio <= RATIO_MOST ? 0 : 1
  } finally {
    await large.store.close()
    await small.store.close()
    await places.close()
  }
}

async function grow(place: StorePlace, stream: Generator<Synthetic>): Promise<Growing> {
  const store = await openStore(place)
  return { store, intake: await store.intake(), stream }
}

interface Pair {
  readonly large: Growing
  readonly small: Growing
}

/** The cost of articles in a large store and in a small one, added in turn: whatever else the machine does, it does to both. */
async function beside({ large, small }: Pair, measured: number) {
  const residentMb = process.memoryUsage().rss / 1e6
  const now = large.store.database.kind === 'folder' ? ownTime : () => performance.now()
  const times = { large: [] as number[], small: [] as number[] }
  let right = 0
  for (let n = 0; n < measured; n++) {
    for (const [name, growing] of Object.entries({ large, small }) as ['large' | 'small', Growing][]) {
      const each = growing.stream.next().value as Synthetic
      const began = now()
      await addOne(growing, each)
      times[name].push(now() - began)
      if (name === 'large' && (await isRight(growing.store, each))) right++
    }
  }
  await sweep(large.store.database)
  return { large: costOf(times.large, residentMb), small: costOf(times.small, residentMb), right }
}

/** The whole way that an article goes in `hearsay add`, the reading left out. */
async function addOne({ store, intake }: Growing, { page, reading }: Synthetic): Promise<void> {
  await intake.receive(page, reading.reader)
  const [taken] = await intake.take(1)
  await store.database.transaction(async tx => {
    const outcome = await fileReading(tx, reading)
    await intake.finish(tx, taken!, outcome)
  })
}

async function isRight({ database }: Store, { reading, story }: Synthetic): Promise<boolean> {
  const held = await new SqlIndex(database).held([reading.article.id])
  return held.get(reading.article.id)?.story === `story-${String(story).padStart(7, '0')}`
}

/** The mean of the middle half, since a checkpoint of the database is nobody's cost. */
function costOf(times: readonly number[], residentMb: number): Cost {
  const sorted = [...times].sort((a, b) => a - b)
  const middle = sorted.slice(sorted.length >> 2, sorted.length - (sorted.length >> 2))
  return { ms: middle.reduce((sum, ms) => sum + ms, 0) / middle.length, slowest: sorted.at(-1)!, residentMb }
}

/** Milliseconds of the processor that this process took: a folder's database runs in it, and other programs then change nothing. */
function ownTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

await main()
