import { HISTORY, SPORT } from './lexicon.ts'
import type { Token } from './line.ts'
import { TIMES } from './small-words.ts'

/** Sport, and what a paper's own view is. */
export function isAboutElse(line: readonly Token[]): boolean {
  if (line.some((token, at) => isSport(token.lower) && !(token.capital && at > 0))) return true
  const text = line.map(token => token.lower).join(' ')
  return /\bfree kick\b|\bon penalties\b|\bextra time\b|\bhome side\b|\baway side\b|\bin this newspaper view\b|\bin this paper view\b|\bin my view\b|\bpenalty (?:area|kick|shootout|shoot-out)\b|\bfirst whistle\b/.test(
    text,
  )
}

const isSport = (word: string): boolean => SPORT.has(word) || SPORT.has(word.replace(/s$/, ''))

/** Whether a text reports on sport: several words of it, and often; there "beat" and "signed" are said of players. */
export function isSportReport(body: string): boolean {
  const words = body.toLowerCase().match(/[a-z][a-z-]*/g) ?? []
  const found = words.filter(word => isSport(word) || IN_SPORT.has(word))
  return new Set(found).size >= SPORT_WORDS && found.length * SPORT_SHARE >= words.length
}

/** Of the train articles of ECB+ and PolNeAR, no political one has as many in as few. */
const SPORT_WORDS = 4
const SPORT_SHARE = 70
const IN_SPORT = new Set(
  `nfl nba mlb nhl fifa uefa ncaa ufc roster season seasons preseason offseason playoffs yards homer homers baseman outfielder slugger linebacker receiver rebounds heavyweight
   boxer boxing jab ballpark bullpen all-star team teammates inning innings touchdowns quarterbacks game games players coaching rushing olympic olympics athlete athletes
   champion pitchers pitching fans locker free-agent standings stadium score scored`.split(/\s+/),
)

/** A memorial, a life, a year that lies back. */
export function isHistory(line: readonly Token[]): boolean {
  if (line.some(token => HISTORY.has(token.lower))) return true
  const text = line.map(token => token.lower).join(' ')
  if (/^born in\b/.test(text)) return true
  return false
}

/** Whether a year that lies back is told of the deed: `year` is that of publication, or null. */
export function isOfYear(line: readonly Token[], deed: number, year: number | null): boolean {
  const limit = year === null ? YEAR_OF_OLD : year - 1
  return line.some((token, at) => {
    if (!/^(?:1[5-9]\d\d|20\d\d)$/.test(token.lower) || Number(token.lower) >= limit || !isDate(line, at)) return false
    const [from, to] = at < deed ? [at + 1, deed] : [deed + 1, at]
    return !line.slice(from, to).some(({ before, part, lower }) => /[;:“”]/.test(before) || part === 'W' || lower === 'that')
  })
}

/** "in 1973", "in November 1973", "on June 17, 1972". */
function isDate(line: readonly Token[], at: number): boolean {
  const before = line[at - 1]
  if (!before) return true
  return (
    /^(?:in|of|early|late|during|summer|fall|spring|winter|autumn)$/.test(before.lower) ||
    TIMES.has(before.lower) ||
    (/^\d\d?$/.test(before.lower) && TIMES.has(line[at - 2]?.lower ?? ''))
  )
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
