import { addDays, type Day, easter, nthWeekday } from './calendar.ts'
import { afterPhrase, isCapital, type Line } from './line.ts'

/**
 * Feast days whose date a year tells, or null where the name stands for no single day. Feasts of moon calendars are left out: their
 * day is announced, not computed.
 */
const HOLIDAYS: ReadonlyMap<string, (year: number) => Day> = new Map([
  ...fixed('christmas', 12, 25),
  ...fixed('christmas day', 12, 25),
  ...fixed('christmas eve', 12, 24),
  ...fixed('boxing day', 12, 26),
  ...fixed("new year's day", 1, 1),
  ...fixed('new year day', 1, 1),
  ...fixed("new year's eve", 12, 31),
  ...fixed('epiphany', 1, 6),
  ...fixed("valentine's day", 2, 14),
  ...fixed("st patrick's day", 3, 17),
  ...fixed("international women's day", 3, 8),
  ...fixed("april fools' day", 4, 1),
  ...fixed('anzac day', 4, 25),
  ...fixed('may day', 5, 1),
  ...fixed('bastille day', 7, 14),
  ...fixed('all saints day', 11, 1),
  ...fixed('halloween', 10, 31),
  ...fixed('guy fawkes night', 11, 5),
  ...fixed('veterans day', 11, 11),
  ...fixed('armistice day', 11, 11),
  ...fixed('canada day', 7, 1),
  ...fixed('australia day', 1, 26),
  ...fixed('juneteenth', 6, 19),
  ...fixed('groundhog day', 2, 2),
  ...nth('martin luther king day', 1, 1, 3),
  ...nth("presidents' day", 2, 1, 3),
  ...nth('memorial day', 5, 1, -1),
  ...nth('labor day', 9, 1, 1),
  ...nth('columbus day', 10, 1, 2),
  ...nth('thanksgiving', 11, 4, 4),
  ...nth('thanksgiving day', 11, 4, 4),
  ...nth("mother's day", 5, 7, 2),
  ...nth("father's day", 6, 7, 3),
  ['election day', (year: number) => addDays(nthWeekday(year, 11, 1, 1), 1)],
  ['black friday', (year: number) => addDays(nthWeekday(year, 11, 4, 4), 1)],
  ['cyber monday', (year: number) => addDays(nthWeekday(year, 11, 4, 4), 4)],
  ...afterEaster('ash wednesday', -46),
  ...afterEaster('palm sunday', -7),
  ...afterEaster('maundy thursday', -3),
  ...afterEaster('holy thursday', -3),
  ...afterEaster('good friday', -2),
  ...afterEaster('easter', 0),
  ...afterEaster('easter day', 0),
  ...afterEaster('easter sunday', 0),
  ...afterEaster('easter monday', 1),
  ...afterEaster('ascension day', 39),
  ...afterEaster('whit monday', 50),
  ...afterEaster('mardi gras', -47),
])

type Entry = readonly (readonly [string, (year: number) => Day])[]

function fixed(name: string, month: number, day: number): Entry {
  return [[name, year => ({ year, month, day })]]
}

function nth(name: string, month: number, weekday: number, count: number): Entry {
  return [[name, year => nthWeekday(year, month, weekday, count)]]
}

function afterEaster(name: string, days: number): Entry {
  return [[name, year => addDays(easter(year), days)]]
}

/** The names by their first word, the longest first. The apostrophe of "New Year's" is a token of its own, so it is left out. */
const BY_FIRST = new Map<string, { readonly words: readonly string[]; readonly name: string }[]>()
for (const name of [...HOLIDAYS.keys()].sort((a, b) => b.length - a.length)) {
  const parts = name.split(' ')
  BY_FIRST.set(parts[0]!.replace(/'.*/, ''), [...(BY_FIRST.get(parts[0]!.replace(/'.*/, '')) ?? []), { words: parts, name }])
}

/** The feast day named at `at` and the index after it. */
export function holidayAt(line: Line, at: number): { readonly to: number; readonly name: string } | null {
  if (!isCapital(line, at)) return null
  const candidates = BY_FIRST.get(line[at]!.lower)
  if (!candidates) return null
  for (const { words, name } of candidates) {
    const to = afterName(line, at, words)
    if (to > 0) return { to, name }
  }
  return null
}

function afterName(line: Line, at: number, words: readonly string[]): number {
  let to = at
  for (const word of words) {
    const [plain, ending] = word.split("'")
    to = afterPhrase(line, to, [plain!])
    if (to < 0) return -1
    if (ending === undefined) continue
    if (/^['’]$/.test(line[to]?.text ?? '')) to += ending === '' ? 1 : 2
    else return -1
  }
  return to
}

/** The day of a feast in a year. */
export const holidayIn = (name: string, year: number): Day => HOLIDAYS.get(name)!(year)

/** The first words of all feasts' names. */
export const HOLIDAY_OPENERS: readonly string[] = [...BY_FIRST.keys()]
