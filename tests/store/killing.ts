import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { openStore, type StorePlace } from '../../src/store/store.ts'

/** What is found after `hearsay add` was killed again and again, and then left to end. */
export interface Killed {
  readonly articles: readonly string[]
  /** Ids that a line of standard output said were added or unchanged, in any run. */
  readonly acknowledged: ReadonlySet<string>
  /** Ids that lines said were added, as often as they did. */
  readonly added: readonly string[]
  /** Ids in the store at the end: of articles, of what is filed, of what the log says was added. */
  readonly held: readonly string[]
  readonly filed: readonly string[]
  readonly logged: readonly string[]
  /** Acknowledged ids that the store lacked right after a kill. */
  readonly lost: readonly string[]
  /** How many lines stood when each run was killed. */
  readonly lines: readonly number[]
  readonly status: number | null
}

interface Given {
  readonly place: StorePlace
  readonly kills: number
  readonly articles: number
  readonly delayMs: number
  /** When the n-th kill comes: so many milliseconds after so many lines; with no lines to wait for, after the start. */
  readonly after: (kill: number) => Moment
}

export interface Moment {
  readonly lines: number
  readonly ms: number
}

/** Adds a corpus to the store in runs that are killed (SIGKILL) after a while, and once to the end. */
export async function killAgainAndAgain({ place, kills, articles: count, delayMs, after }: Given): Promise<Killed> {
  const articles = Array.from({ length: count }, (_, n) => `k${String(n).padStart(4, '0')}`)
  const corpus = join(mkdtempSync(join(tmpdir(), 'hearsay-kill-')), 'corpus.jsonl')
  const line = (id: string) => JSON.stringify({ id, text: `The council of ${id} met.`, headline: `Council of ${id}` })
  writeFileSync(corpus, articles.map(id => `${line(id)}\n`).join(''))
  const acknowledged = new Set<string>()
  const added: string[] = []
  const lost: string[] = []
  const lines: number[] = []
  const note = (said: readonly Said[]) => {
    for (const { outcome, article } of said) {
      if (article !== null) acknowledged.add(article)
      if (outcome === 'added' && article !== null) added.push(article)
    }
    lines.push(said.length)
  }
  for (let kill = 0; kill < kills; kill++) {
    note((await run({ place, corpus, delayMs, moment: after(kill) })).said)
    if (kill % LOOK_EVERY !== 0) continue
    const { held } = await contentOf(place)
    lost.push(...[...acknowledged].filter(id => !held.includes(id)))
  }
  const last = await run({ place, corpus, delayMs, moment: null })
  note(last.said)
  return { articles, acknowledged, added, lost, lines, status: last.status, ...(await contentOf(place)) }
}

/** The store is opened and looked at after so many kills; in between a killed run follows a killed run. */
const LOOK_EVERY = 4

interface Said {
  readonly outcome: string
  readonly article: string | null
}

const ADDING = fileURLToPath(new URL('./adding.ts', import.meta.url))
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

interface Run {
  readonly place: StorePlace
  readonly corpus: string
  readonly delayMs: number
  readonly moment: Moment | null
}

function run({
  place,
  corpus,
  delayMs,
  moment,
}: Run): Promise<{ readonly said: readonly Said[]; readonly status: number | null }> {
  return new Promise((resolve, reject) => {
    const args = ['--import', LOADER, ADDING, JSON.stringify(place), corpus, String(delayMs)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    let timer: NodeJS.Timeout | undefined
    const look = () => {
      if (moment === null || timer !== undefined || out.split('\n').length - 1 < moment.lines) return
      timer = setTimeout(() => child.kill('SIGKILL'), moment.ms)
    }
    child.stdout.on('data', chunk => {
      out += chunk
      look()
    })
    look()
    child.once('error', reject)
    child.once('close', status => {
      clearTimeout(timer)
      // What stands after the last line feed was cut off: that line was not said.
      const whole = out.split('\n').slice(0, -1)
      resolve({ said: whole.map(line => JSON.parse(line) as Said), status })
    })
  })
}

async function contentOf(place: StorePlace) {
  const store = await openStore(place)
  try {
    const ids = async (sql: string) => (await store.database.query<{ id: string }>(sql)).map(({ id }) => id)
    return {
      held: await ids('select id from articles order by id'),
      filed: await ids('select article as id from filed order by article'),
      logged: await ids(`select article as id from log where kind = 'added' order by article`),
    }
  } finally {
    await store.close()
  }
}
