import { HOLIDAY_OPENERS } from './holidays.ts'
import {
  AMOUNT_MODS,
  DECADES,
  EDGE_MODS,
  MONTHS,
  NEAR_DAYS,
  ORDINALS,
  PARTS_OF_DAY,
  REFERENCES,
  SCALES,
  SEASONS,
  SMALL_NUMBERS,
  UNITS,
  VAGUE_COUNTS,
  WEEKDAY_PLURALS,
  WEEKDAYS,
  WHICH,
  words,
} from './lists.ts'
import { OFTEN } from './sets.ts'
import type { Token } from './tokens.ts'

/** Whether an expression can begin with a token. Most words are put aside here, before any rule is tried. */
export function canOpen({ kind, lower }: Token): boolean {
  if (kind === 'number') return lower !== ''
  return kind === 'word' ? OPENERS.has(lower) : lower === "'" || lower === '’' || lower === '‘'
}

const OPENERS = new Set([
  ...[
    MONTHS,
    WEEKDAYS,
    WEEKDAY_PLURALS,
    SEASONS,
    PARTS_OF_DAY,
    UNITS,
    SMALL_NUMBERS,
    SCALES,
    ORDINALS,
    DECADES,
    NEAR_DAYS,
  ].flatMap(table => [...table.keys()]),
  ...[REFERENCES, WHICH, EDGE_MODS, AMOUNT_MODS, OFTEN].flatMap(table => [...table.keys()]),
  ...VAGUE_COUNTS,
  ...HOLIDAY_OPENERS,
  ...words(`a an the this that these those his her its their our half dozen couple very every each per weekdays weekends weekend
    noon midday noontime midnight q fiscal financial latest comparable corresponding like equivalent similar most right present one some
    someday year initial full opening ensuing first final`),
])
