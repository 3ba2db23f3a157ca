import { geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import fine from 'world-atlas/countries-50m.json?url'
import coarse from 'world-atlas/countries-110m.json?url'
import type { Frame } from './frame.ts'

export interface Outlines {
  /** `id` is the ISO 3166-1 number; null where the atlas knows none. */
  readonly countries: readonly { readonly id: string | null; readonly path: string }[]
  /** The borders between countries, once each. */
  readonly borders: string
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>

const kept = new Map<string, Promise<Atlas>>()

/** The countries that the frame shows, as paths. Natural Earth by way of world-atlas, from this server. */
export async function loadOutlines({ projection, wide }: Frame): Promise<Outlines> {
  const atlas = await atlasAt(wide ? coarse : fine)
  const path = geoPath(projection).digits(1)
  const countries = feature(atlas, atlas.objects.countries).features.flatMap(one => {
    const drawn = path(one)
    return drawn ? [{ id: one.id === undefined ? null : String(one.id), path: drawn }] : []
  })
  return { countries, borders: path(mesh(atlas, atlas.objects.countries, (a, b) => a !== b)) ?? '' }
}

function atlasAt(url: string): Promise<Atlas> {
  const before = kept.get(url)
  if (before) return before
  const loading = fetch(url).then(response => {
    if (!response.ok) throw new Error(`The outlines were answered with status ${response.status}.`)
    return response.json() as Promise<Atlas>
  })
  kept.set(url, loading)
  // A failure is not kept: the next look at the map tries again.
  loading.catch(() => kept.delete(url))
  return loading
}
