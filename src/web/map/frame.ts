import {
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoDistance,
  geoEqualEarth,
  geoGraticule10,
  geoPath,
} from 'd3-geo'
import type { Point } from '../view/pins.ts'

/** Degrees east and north. */
export type Position = readonly [longitude: number, latitude: number]

export interface Frame {
  readonly projection: GeoProjection
  /** Whether it shows so much of the world that fine outlines would not be seen. */
  readonly wide: boolean
  pointAt(position: Position): Point
  /** The edge of the world and the net of degrees, as paths. */
  readonly edge: string
  readonly graticule: string
}

export const MAP_WIDTH = 328
export const MAP_HEIGHT = 246
/** What stays free around the outermost pins. */
const MARGIN = 40
/** Places farther than this from their middle (in degrees) are shown on a map of the world. */
const NEAR_MAX = 50
/** The scale at which the map is about 2,400 km wide: nearer, outlines without towns and rivers would tell nothing. */
const SCALE_MAX = 870
/** Farther out than this, the coarser outlines do. */
const WIDE_SCALE_MAX = 240

/** The part of the world that holds all places: equal in area, and turned so that they stand in its middle. */
export function frameOf(positions: readonly Position[]): Frame {
  const places = { type: 'MultiPoint' as const, coordinates: positions.map(position => [...position]) }
  const middle = geoCentroid(places)
  // Places that balance each other all around the globe have no middle.
  const centre: [number, number] = middle.every(Number.isFinite) ? middle : [0, 0]
  const farthest = Math.max(0, ...positions.map(position => (geoDistance([...position], centre) * 180) / Math.PI))
  const projection = farthest > NEAR_MAX ? world(centre) : region(centre)
  projection.clipExtent([
    [0, 0],
    [MAP_WIDTH, MAP_HEIGHT],
  ])
  const path = geoPath(projection).digits(1)
  return {
    projection,
    wide: projection.scale() < WIDE_SCALE_MAX,
    pointAt(position) {
      const [x, y] = projection([...position]) ?? [MAP_WIDTH / 2, MAP_HEIGHT / 2]
      return { x, y }
    },
    edge: path({ type: 'Sphere' }) ?? '',
    graticule: path(geoGraticule10()) ?? '',
  }

  function world([longitude]: [number, number]): GeoProjection {
    const edge: [[number, number], [number, number]] = [
      [4, 4],
      [MAP_WIDTH - 4, MAP_HEIGHT - 4],
    ]
    return geoEqualEarth().rotate([-longitude, 0]).fitExtent(edge, { type: 'Sphere' })
  }

  function region([longitude, latitude]: [number, number]): GeoProjection {
    const turned = geoAzimuthalEqualArea().clipAngle(100).rotate([-longitude, -latitude])
    const inner: [[number, number], [number, number]] = [
      [MARGIN, MARGIN],
      [MAP_WIDTH - MARGIN, MAP_HEIGHT - MARGIN],
    ]
    turned.fitExtent(inner, places)
    if (turned.scale() <= SCALE_MAX) return turned
    return turned.scale(SCALE_MAX).translate([MAP_WIDTH / 2, MAP_HEIGHT / 2])
  }
}
