import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { HearsayError } from '../errors.ts'

/** A folder that is this process's alone until it is released. */
export interface FolderLock {
  release(): void
}

/** The owner, as the lock file has it. `started` tells two processes with one number apart; null where the system does not say. */
interface Owner {
  readonly pid: number
  readonly host: string
  readonly started: string | null
}

/** How often the owner shows that it lives, for processes on other machines that see the same folder. */
const BEAT_MS = 5_000
/** An owner on another machine (or in a container that is gone) that has not shown itself for so long is dead. */
const SILENCE_MS = 60_000
/** A takeover lasts milliseconds; one that is older was begun by a process that died in it. */
const TAKEOVER_MS = 10_000

/**
 * Takes the folder for this process. A lock whose owner is dead is taken over: a crash leaves nothing that a person has to remove.
 * Throws `store-locked` where another process has it, or this one has it open already.
 */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, 'lock')
  if (!created(file) && !(isStale(file) && takenOver(folder, file))) {
    const owner = ownerOf(file)
    const who = owner === null ? 'another process' : `process ${owner.pid} on ${owner.host}`
    throw new HearsayError('store-locked', `${folder} is in use by ${who}.`)
  }
  const beat = setInterval(() => touch(file), BEAT_MS).unref()
  const release = () => {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
  return { release }
}

function created(file: string): boolean {
  const owner: Owner = { pid: process.pid, host: hostname(), started: startOf(process.pid) }
  try {
    writeFileSync(file, `${JSON.stringify(owner)}\n`, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Of several processes that find one stale lock, a second file lets only one remove it. */
function takenOver(folder: string, file: string): boolean {
  const guard = join(folder, 'lock.takeover')
  if (ageOf(guard) > TAKEOVER_MS) rmSync(guard, { force: true })
  if (!created(guard)) return false
  try {
    // Between the first look and the guard another process may have taken the folder over.
    if (!isStale(file)) return false
    rmSync(file, { force: true })
    return created(file)
  } finally {
    rmSync(guard, { force: true })
  }
}

function isStale(file: string): boolean {
  const owner = ownerOf(file)
  // Without an owner in it: written this moment, or left by a process that died between opening and writing.
  if (owner === null) return ageOf(file) > TAKEOVER_MS
  if (owner.host !== hostname()) return ageOf(file) > SILENCE_MS
  if (!isAlive(owner.pid)) return true
  return owner.started !== null && startOf(owner.pid) !== null && owner.started !== startOf(owner.pid)
}

function ownerOf(file: string): Owner | null {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8')) as Owner
    return Number.isInteger(owner.pid) && typeof owner.host === 'string' ? owner : null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** When a process began, in ticks since the machine started: field 22 of `/proc/PID/stat` (proc(5)); null where there is no such file. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in parentheses and may itself hold blanks and parentheses.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

/** Milliseconds since the file was last touched; 0 where it is gone, so that nobody takes it for old. */
function ageOf(file: string): number {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats === undefined ? 0 : Date.now() - stats.mtimeMs
}

function touch(file: string): void {
  const now = new Date()
  try {
    utimesSync(file, now, now)
  } catch {
    // The folder was removed under us; the next write to the database says so.
  }
}
