import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MS = 100
/** A lock without an owner that is older than this was left by a process that died between its two steps. */
const OWNERLESS_MS = 5000

/** Runs `work` while no other process holds the lock of `root`; a lock whose owner is gone is taken over. */
export async function withLock(root, work) {
  // Outside the clone, since `npm ci` empties node_modules and a build replaces dist.
  const lock = join(tmpdir(), `hearsay-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`)
  while (!taken(lock)) await sleep(POLL_MS)
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function taken(lock) {
  try {
    mkdirSync(lock)
    writeFileSync(join(lock, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

function isAbandoned(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    if (error.code === 'ESRCH') return true
    if (error.code !== 'ENOENT') return false
    return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > OWNERLESS_MS
  }
}
