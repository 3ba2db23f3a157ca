import { describe, expect, it } from 'vitest'
import { inOrder } from '../../src/cli/ordered.ts'

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

async function* numbers(count: number, seen: { asked: number; ended: boolean }) {
  try {
    while (seen.asked < count) yield seen.asked++
  } finally {
    seen.ended = true
  }
}

describe('inOrder', () => {
  it('keeps the order whatever takes longest', async () => {
    const done = []
    const work = async (item: number) => wait(10 - item).then(() => item)
    for await (const item of inOrder(numbers(10, { asked: 0, ended: false }), { limit: 4, work })) done.push(item)
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('asks for no more than has room while its reader is slow', async () => {
    const seen = { asked: 0, ended: false }
    for await (const item of inOrder(numbers(50, seen), { limit: 3, work: async (each: number) => each })) {
      await wait(1)
      expect(seen.asked - item).toBeLessThanOrEqual(4)
      if (item === 20) break
    }
    expect(seen.ended).toBe(true)
  })

  it('hands out what is done while the next item is still awaited', async () => {
    const never = new Promise<never>(() => {})
    async function* stalled() {
      yield 'first'
      await never
    }
    const results = inOrder(stalled(), { limit: 2, work: async (item: string) => item })
    expect(await results.next()).toEqual({ done: false, value: 'first' })
  })
})
