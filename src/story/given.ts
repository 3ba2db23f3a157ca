import type { Passage, Reading } from '../record/index.ts'

export type { Passage }

/** What a Story is told from. */
export interface Given {
  readonly id: string
  /** With what people said about their speakers; in the order of publication, undated ones last, ties by id. */
  readonly readings: readonly Reading[]
  readonly rulings: StoryRulings
}

/** What people decided about the inside of a story; it stands over every measure. */
export interface StoryRulings {
  /** Pairs of articles of which neither took from the other. */
  readonly notCopies: readonly (readonly [string, string])[]
  /** Pairs of passages that are not one claim. */
  readonly notOneClaim: readonly (readonly [Passage, Passage])[]
  /** Pairs of mentions that are not one entity. */
  readonly notOneEntity: readonly (readonly [Passage, Passage])[]
}
