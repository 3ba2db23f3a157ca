import type { Reading, StoryEvent } from '../../record/index.ts'
import type { Lookup } from './merged.ts'

/** A Story's event before its origins are counted. */
export type FoundEvent = Omit<StoryEvent, 'origins' | 'independentOrigins'>

export interface EventsGiven {
  readonly readings: readonly Reading[]
  readonly entityOf: Lookup
  readonly timeOf: Lookup
  readonly placeOf: Lookup
}

/** The deeds of a story: those of one type and modality, with the same actors and recipients at a time and place that agree, are one. */
export function mergeEvents(_given: EventsGiven): readonly FoundEvent[] {
  return []
}
