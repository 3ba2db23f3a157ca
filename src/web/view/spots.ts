import type { Place, Reading } from '../../record/index.ts'
import { grouped } from './grouped.ts'
import { type Passage, passageOf } from './passage.ts'

/** A place on the map with everything that the text says of it. */
export interface Spot {
  readonly number: number
  /** As the gazetteer has it; what stands in the text are the passages. */
  readonly place: Place
  readonly passages: readonly Passage[]
}

/** The places in the order in which the text first names them; null where places were not read. */
export function spotsOf(reading: Reading): readonly Spot[] | null {
  if (!reading.places) return null
  const groups = grouped(
    [...reading.places].sort((a, b) => a.span[0] - b.span[0]),
    place => place.gazetteer,
  )
  return [...groups.values()].map((places, index) => ({
    number: index + 1,
    place: places[0]!,
    passages: places.map(place => passageOf(reading, [place.span])),
  }))
}
