import { expect } from 'vitest'
import { killAgainAndAgain } from './killing.ts'
import type { Places } from './places.ts'

/** While it adds, while it starts, and while it adds what was in another's hands. */
const MOMENTS = [
  { lines: 10, ms: 13 },
  { lines: 0, ms: 900 },
  { lines: 25, ms: 7 },
  { lines: 30, ms: 1 },
  { lines: 40, ms: 29 },
]

/** Kills `hearsay add` five times and expects that nothing which it told of is lost, and nothing is there twice. */
export async function survivesFiveKills(places: Places): Promise<void> {
  const place = await places.fresh()
  const found = await killAgainAndAgain({
    place,
    kills: MOMENTS.length,
    articles: 70,
    // Twelve are read at once: an article takes at least 10 ms, and a run that is not killed 700 and its start.
    delayMs: 120,
    after: kill => MOMENTS[kill]!,
  })
  expect(found.status).toBe(0)
  // Each kill met it before its end.
  expect(found.lines.slice(0, -1).every(lines => lines < found.articles.length)).toBe(true)
  expect(found.lost).toEqual([])
  expect(found.held).toEqual(found.articles)
  expect(found.filed).toEqual(found.articles)
  expect(found.logged).toEqual(found.articles)
  expect([...found.acknowledged].sort()).toEqual(found.articles)
  expect(new Set(found.added).size).toBe(found.added.length)
}
