import type { Beside } from '../state.ts'
import type { Layers } from './layers.ts'

export const VIEW: Record<Beside, string> = {
  speakers: 'Speakers',
  cast: 'Cast',
  times: 'Times',
  map: 'Map',
  deeds: 'Deeds',
  words: 'Words',
}

/** The views that this Reading has something for, in the order in which they stand. */
export function viewsOf({ cast, times, map, deeds, words }: Layers): readonly Beside[] {
  const views: readonly (readonly [Beside, unknown])[] = [
    ['speakers', true],
    ['cast', cast],
    ['times', times],
    ['map', map],
    ['deeds', deeds],
    ['words', words],
  ]
  return views.filter(([, layer]) => layer !== null).map(([view]) => view)
}
