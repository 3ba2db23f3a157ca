import type { Reading } from '../../record/index.ts'
import { castOf, type Member } from './cast.ts'
import { type Deed, deedsOf } from './deeds.ts'
import { type LoadedWord, loadedOf } from './loaded.ts'
import type { Placed } from './order.ts'
import { type Spot, spotsOf } from './spots.ts'
import { type Timeline, timelineOf } from './timeline.ts'

/** What stands beside the text, each null where the reader did not read it. */
export interface Layers {
  readonly cast: readonly Member[] | null
  readonly times: Timeline | null
  readonly map: readonly Spot[] | null
  readonly deeds: readonly Deed[] | null
  readonly words: readonly LoadedWord[] | null
}

export function layersOf(reading: Reading, placed: readonly Placed[]): Layers {
  return {
    cast: castOf(reading, placed),
    times: timelineOf(reading, placed),
    map: spotsOf(reading),
    deeds: deedsOf(reading, placed),
    words: loadedOf(reading),
  }
}
