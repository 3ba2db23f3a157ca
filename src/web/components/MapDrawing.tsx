import { useEffect, useId, useMemo, useState } from 'preact/hooks'
import { textOf } from '../../record/index.ts'
import { frameOf, MAP_HEIGHT, MAP_WIDTH } from '../map/frame.ts'
import { loadOutlines, type Outlines } from '../map/outlines.ts'
import type { Sheet } from '../state.ts'
import { countryNumber } from '../view/countries.ts'
import { apart, type Point } from '../view/pins.ts'
import type { Spot } from '../view/spots.ts'
import { CHIP_RADIUS, Chip } from './Chip.tsx'
import { Drawing } from './Drawing.tsx'

/** Pins part by a little more than their width, so that their borders stay apart. */
const PIN_SIZE = 2 * CHIP_RADIUS + 2

/** Countries in outline and a numbered pin for each place; one that was moved aside keeps a line to where it belongs. */
export function MapDrawing({ sheet, spots }: { readonly sheet: Sheet; readonly spots: readonly Spot[] }) {
  const frame = useMemo(() => frameOf(spots.map(({ place }) => [place.longitude, place.latitude])), [spots])
  const [outlines, setOutlines] = useState<Outlines | null>(null)
  useEffect(() => {
    let gone = false
    // Without outlines the pins still stand where they belong, and the table has everything.
    loadOutlines(frame).then(
      found => gone || setOutlines(found),
      () => {},
    )
    return () => {
      gone = true
    }
  }, [frame])

  const points = useMemo(() => spots.map(({ place }) => frame.pointAt([place.longitude, place.latitude])), [spots, frame])
  const pins = useMemo(() => apart(points, { width: MAP_WIDTH, height: MAP_HEIGHT, size: PIN_SIZE }), [points])
  const named = useMemo(() => new Set(spots.map(({ place }) => place.country && countryNumber(place.country))), [spots])

  return (
    <Drawing class="world" label="Map; the table below has the same" width={MAP_WIDTH} height={MAP_HEIGHT}>
      <rect class="sea" width={MAP_WIDTH} height={MAP_HEIGHT} />
      <path class="globe" d={frame.edge} />
      <path class="graticule" d={frame.graticule} />
      {outlines && (
        <g class="land">
          {outlines.countries.map(({ id, path }, index) => (
            <path key={index} class={named.has(id) ? 'country named' : 'country'} d={path} />
          ))}
          <path class="borders" d={outlines.borders} />
        </g>
      )}
      {pins.map((pin, index) => (
        <Leader key={index} from={points[index]!} to={pin} />
      ))}
      {spots.map((spot, index) => (
        <Pin key={spot.number} sheet={sheet} spot={spot} at={pins[index]!} />
      ))}
    </Drawing>
  )
}

function Leader({ from, to }: { readonly from: Point; readonly to: Point }) {
  return (
    <>
      <path class="leader" d={`M${from.x} ${from.y} L${to.x} ${to.y}`} />
      <circle class="spot" cx={from.x} cy={from.y} r={2.5} />
    </>
  )
}

function Pin({ sheet, spot, at }: { readonly sheet: Sheet; readonly spot: Spot; readonly at: Point }) {
  const id = useId()
  const { number, passages } = spot
  const text = textOf(sheet.reading.article.articleBody, passages[0]!.words[0]!)
  const count = passages.length > 1 ? `, ${passages.length} passages` : ''
  return <Chip id={id} number={number} x={at.x} y={at.y} label={`${number}: ${text}${count}`} passages={passages} />
}
