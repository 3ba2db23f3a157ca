import { HISTORY, SPORT } from './lexicon.ts'
import type { Token } from './line.ts'

/** Sport, and what a paper's own view is. */
export function isAboutElse(line: readonly Token[]): boolean {
  if (line.some(token => SPORT.has(token.lower) || SPORT.has(token.lower.replace(/s$/, '')))) return true
  const text = line.map(token => token.lower).join(' ')
  return /\bfree kick\b|\bon penalties\b|\bextra time\b|\bhome side\b|\baway side\b|\bin this newspaper view\b|\bin this paper view\b|\bin my view\b|\bpenalty area\b|\bfirst whistle\b/.test(
    text,
  )
}

/** A memorial, a life, a year that lies back. */
export function isHistory(line: readonly Token[], year: number | null): boolean {
  if (line.some(token => HISTORY.has(token.lower))) return true
  const text = line.map(token => token.lower).join(' ')
  if (/^born in\b/.test(text)) return true
  const limit = year === null ? YEAR_OF_OLD : year - 1
  for (const [, found] of text.matchAll(/\bin (1[5-9]\d\d|20\d\d)\b/g)) if (Number(found) < limit) return true
  return false
}

/** Where nothing tells when an article was published, a deed of an earlier year than this is taken for history. */
const YEAR_OF_OLD = 2010
/** How near "years ago" or "years since" has to stand for the deed to be meant, in words. */
const AGO_WORDS = 8

/** "30 years after they massacred", "was seized ten years ago". */
export function isLongAgo(line: readonly Token[], at: number): boolean {
  const isSpan = (i: number) => /^(?:years|decades|century|centuries)$/.test(line[i]?.lower ?? '')
  for (let i = Math.max(0, at - AGO_WORDS); i < Math.min(line.length, at + AGO_WORDS); i++) {
    const next = line[i + 1]?.lower ?? ''
    if (isSpan(i) && (i < at ? ['after', 'since'].includes(next) : ['ago', 'earlier'].includes(next))) return true
    if (isSpan(i) && i < at && next === 'ago' && opensClause(line, i)) return true
  }
  return false
}

/** "Half a century ago, soldiers …", "where, ten years ago this week, …". */
function opensClause(line: readonly Token[], at: number): boolean {
  let first = at
  while (first > 0 && at - first < 4 && line[first]!.before === '' && !/^(?:where|when|that)$/.test(line[first - 1]!.lower))
    first--
  return first === 0 || line[first]!.before === ',' || /^(?:where|when|that)$/.test(line[first - 1]?.lower ?? '')
}
