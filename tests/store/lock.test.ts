import { existsSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockFolder } from '../../src/store/lock.ts'

const HERE = { pid: process.pid, host: hostname(), started: null }
/** Beyond the largest number that Linux gives. */
const NOBODY = 2 ** 22 + 1

/** A folder whose lock file says this, and is so old. */
function folderLockedBy(owner: object | string, ageMs = 0): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-lock-'))
  const file = join(folder, 'lock')
  writeFileSync(file, typeof owner === 'string' ? owner : JSON.stringify(owner))
  const then = new Date(Date.now() - ageMs)
  utimesSync(file, then, then)
  return folder
}

const locked = expect.objectContaining({ code: 'store-locked' })

describe('the lock of a folder', () => {
  it('is one process’s until it is released', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-lock-'))
    const lock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(locked)
    lock.release()
    expect(existsSync(join(folder, 'lock'))).toBe(false)
    lockFolder(folder).release()
  })

  it.each([
    ['whose process lives', HERE, 0],
    ['of another machine that shows itself', { ...HERE, host: 'elsewhere' }, 10_000],
    ['that is being written', '', 0],
  ])('stands %s', (_, owner, age) => {
    expect(() => lockFolder(folderLockedBy(owner, age))).toThrow(locked)
  })

  it.each([
    ['whose process is dead', { ...HERE, pid: NOBODY }, 0],
    ['whose number is another process’s now', { ...HERE, started: '1' }, 0],
    ['of another machine that is silent', { ...HERE, host: 'elsewhere' }, 120_000],
    ['that was never written', '', 60_000],
  ])('is taken over %s', (_, owner, age) => {
    const folder = folderLockedBy(owner, age)
    const lock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(locked)
    lock.release()
  })
})
