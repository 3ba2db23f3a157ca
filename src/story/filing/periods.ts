/** When the dated articles of a group were published: days since 1970, ascending. */
export type Days = readonly number[]

/**
 * Whether two groups were told at two times: none of the days of one is near a day of the other, nor as near as either's own first
 * and last. Not where one of them has no date.
 */
export function isAtAnotherTime(one: Days, other: Days): boolean {
  if (one.length === 0 || other.length === 0) return false
  const least = Math.max(DAYS_BETWEEN, lengthOf(one), lengthOf(other))
  return one.every(day => other.every(each => Math.abs(day - each) >= least))
}

/** Chosen on AllSides and giveme5w1h dev (`bench/stories`): 3 to 7 are as good. */
const DAYS_BETWEEN = 4

/** Whether most of some articles were published while a story was told, which is not so old that all may be. */
export function isAtOneTime({ days, size }: { readonly days: Days; readonly size: number }, story: Days): boolean {
  if (story.length === 0 || lengthOf(story) > PERIOD_MOST) return false
  return days.filter(day => day >= story[0]! && day <= story.at(-1)!).length >= MOST * size
}

const PERIOD_MOST = 30
const MOST = 0.6

const lengthOf = (days: Days): number => days.at(-1)! - days[0]!
