import type { Reading, StoryTime } from '../../record/index.ts'
import { keyOf, lookupIn, type Merged } from './merged.ts'

/** The times of a story: expressions of one type, value and modifier are one. Values without a date (`PRESENT_REF`) are left out. */
export function mergeTimes(readings: readonly Reading[]): Merged<StoryTime> {
  const ids = new Map<string, string>()
  const byValue = new Map<string, StoryTime & { members: { article: string; id: string }[] }>()
  for (const { article, times } of readings) {
    for (const { id, type, value, mod } of times ?? []) {
      if (/_REF$/.test(value)) continue
      const key = `${type} ${value} ${mod ?? ''}`
      const known = byValue.get(key)
      const time = known ?? { id: `t${byValue.size + 1}`, type, value, mod, members: [] }
      if (!known) byValue.set(key, time)
      time.members.push({ article: article.id, id })
      ids.set(keyOf(article.id, id), time.id)
    }
  }
  return { records: [...byValue.values()], of: lookupIn(ids) }
}
