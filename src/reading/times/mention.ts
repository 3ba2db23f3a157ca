import type { Line } from './line.ts'
import type { Unit, Which } from './lists.ts'

/** What an expression says, before the publication date and the text around it tell which time that is. */
export type Meaning =
  /** Its value is its own: a year, a duration, a set, `PRESENT_REF`. */
  | { readonly kind: 'fixed'; readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'; readonly value: string }
  /** A month or a day of one; the year may be missing. */
  | {
      readonly kind: 'date'
      readonly year: number | null
      readonly month: number
      readonly day: number | null
      readonly which?: Which | null
      readonly byYear?: boolean
      /** The week that the day is in: "the week of March 6". */
      readonly week?: boolean
    }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which: Which | null }
  /** A whole unit: "last week", "the previous year", "the month"; a weekend is `week` with `weekend`. */
  | { readonly kind: 'unit'; readonly unit: Unit; readonly which: Which | null; readonly weekend?: boolean }
  /** A day that is near: "yesterday". */
  | { readonly kind: 'near'; readonly days: number }
  /** So many units away: "two years ago" (from publication), "a year earlier" (from what the text speaks of). */
  | { readonly kind: 'away'; readonly unit: Unit; readonly count: number; readonly from: 'publication' | 'text' }
  /** A quarter or half of a year; `number` null is "the quarter", "the year-ago period". */
  | {
      readonly kind: 'quarter'
      readonly number: number | null
      readonly half: boolean
      readonly year: number | null
      readonly which: Which | null
      /** Whole years from the year that would be meant otherwise: -1 in "the year-ago quarter". */
      readonly years: number
    }
  | { readonly kind: 'season'; readonly season: string; readonly year: number | null; readonly which: Which | null }
  | { readonly kind: 'holiday'; readonly name: string; readonly year: number | null; readonly which: Which | null }
  /** "the sixties", "the '90s": two digits of a decade. */
  | { readonly kind: 'decade'; readonly tens: number }
  | { readonly kind: 'daypart' }

/** An expression as the grammar finds it. Offsets are indexes of tokens, the end excluded. */
export interface Mention {
  readonly from: number
  readonly to: number
  readonly meaning: Meaning
  readonly mod: string | null
  /** What is added to a day to make a TIME: `T10:35`, `TMO`. */
  readonly clock: string | null
}

/** What a rule finds at a token: the index after it, and what it says. */
export interface Found {
  readonly to: number
  /** Where the expression itself begins, if not at the token that the rule began at: "its" is no part of "its third quarter". */
  readonly from?: number
  readonly meaning: Meaning
  readonly mod?: string | null
  readonly clock?: string | null
}

export type Rule = (line: Line, at: number) => Found | null
