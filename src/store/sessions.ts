import { hostname } from 'node:os'
import { type Database, LOCKS } from './database.ts'

/** This process among those that read for a store. */
export interface Session {
  readonly id: number
  /** Numbers of processes that were reading and are dead. */
  dead(numbers: readonly number[]): Promise<readonly number[]>
}

/**
 * Signs this process in. It holds an advisory lock on its own connection: the server frees it the moment that the process dies, however
 * it dies, so that nobody has to wait until a time is up. A folder has one process, so there all others are dead.
 */
export async function openSession(database: Database): Promise<Session> {
  const [row] = await database.query<{ id: number }>('insert into sessions (host, pid) values ($1, $2) returning id', [
    hostname(),
    process.pid,
  ])
  const id = row!.id
  const own = await database.session()
  await own.query('select pg_advisory_lock($1, $2)', [LOCKS.session, id])
  const isDead = async (other: number): Promise<boolean> => {
    // The same connection gets its own lock as often as it asks, and would take itself for dead.
    if (other === id) return false
    const on = await database.session()
    const [taken] = await on.query<{ free: boolean }>('select pg_try_advisory_lock($1, $2) as free', [LOCKS.session, other])
    if (taken!.free) await on.query('select pg_advisory_unlock($1, $2)', [LOCKS.session, other])
    return taken!.free
  }
  return {
    id,
    dead: async numbers => {
      const dead: number[] = []
      for (const number of numbers) if (await isDead(number)) dead.push(number)
      return dead
    },
  }
}
