import type { Reading } from '../record/index.ts'

/** How a Reading is written down. A run is `head`, then `one` for each Reading, then `tail`; nothing is kept between. */
export interface Format {
  /** What `Content-Type` says. */
  readonly mediaType: string
  /** The ending of a file in this format, without the dot. */
  readonly extension: string
  /** One sentence for the command line's help. */
  readonly about: string
  /** Whether a run has exactly one Reading. */
  readonly single: boolean
  head(): string
  one(reading: Reading, style?: Style): string
  tail(style?: Style): string
}

/** How text looks where it is shown; the other formats take no notice of it. */
export interface Style {
  /** Columns to fold to; 0 folds nothing. */
  readonly width: number
  /** Whether ANSI colours are understood. */
  readonly colour: boolean
}

/** For a file or a pipe. */
export const PLAIN: Style = { width: 0, colour: false }
