import { useId } from 'preact/hooks'
import { type Axis, axisOf, spread } from '../view/axis.ts'
import { LANES, type Lane, type Mark } from '../view/timeline.ts'
import { LANE } from '../view/words.ts'
import { CHIP_RADIUS, Chip } from './Chip.tsx'
import { Drawing } from './Drawing.tsx'
import { CHIP_AWAY, TimeBar, TimeScale } from './TimeScale.tsx'
import { whenOf } from './TimesView.tsx'

const WIDTH = 328
/** The dates on the left, the names of the lanes on top. */
const LEFT = 66
const TOP = 34
const BOTTOM = 14
const GAP = 6
const CHIP = 2 * CHIP_RADIUS + 2

/** The article's times downwards, each kind in a lane of its own. */
export function TimesDrawing({ marks }: { readonly marks: readonly Mark[] }) {
  const axis = axisOf(marks.map(mark => mark.period))
  const lanes = LANES.filter(lane => lane !== 'named' || marks.some(mark => mark.lane === lane))
  const laneWidth = (WIDTH - LEFT - GAP * (lanes.length - 1)) / lanes.length
  const chips = new Map(lanes.flatMap(lane => [...chipsIn(marks, lane, axis)]))
  const bottom = Math.max(axis.length, ...[...chips.values()].map(y => y + CHIP_RADIUS))
  const height = TOP + bottom + BOTTOM
  return (
    <Drawing class="timeline" label="Timeline; the table below has the same" width={WIDTH} height={height}>
      {lanes.map((lane, index) => (
        <g key={lane}>
          <rect class="lane-ground" x={laneX(index)} y={TOP - 8} width={laneWidth} height={bottom + 16} />
          <text class="lane-name" x={laneX(index) + 4} y={16}>
            {LANE[lane]}
          </text>
        </g>
      ))}
      <TimeScale axis={axis} marks={marks} left={LEFT - 8} top={TOP} right={WIDTH} />
      {marks.map(mark => (
        <TimeBar
          key={mark.number}
          axis={axis}
          period={mark.period}
          x={laneX(lanes.indexOf(mark.lane)) + 4}
          top={TOP}
          chip={chips.get(mark)!}
          class={`bar-${mark.lane}${mark.period.open ? ' bar-open' : ''}`}
        />
      ))}
      {marks.map(mark => (
        <MarkChip key={mark.number} mark={mark} x={chipX(laneX(lanes.indexOf(mark.lane)))} y={TOP + chips.get(mark)!} />
      ))}
    </Drawing>
  )

  function laneX(index: number): number {
    return LEFT + index * (laneWidth + GAP)
  }
}

function chipX(laneX: number): number {
  return laneX + 4 + CHIP_AWAY
}

function MarkChip({ mark, x, y }: { readonly mark: Mark; readonly x: number; readonly y: number }) {
  const id = useId()
  const passages = mark.moments.flatMap(({ passage }) => (passage ? [passage] : []))
  const count = passages.length > 1 ? `, ${passages.length} passages` : ''
  const label = `${mark.number}: ${LANE[mark.lane].toLowerCase()}, ${whenOf(mark)}${count}`
  return <Chip id={id} number={mark.number} x={x} y={y} label={label} passages={passages} class={`chip-${mark.lane}`} />
}

function chipsIn(marks: readonly Mark[], lane: Lane, axis: Axis): ReadonlyMap<Mark, number> {
  const own = marks.filter(mark => mark.lane === lane)
  const wanted = own.map(mark => [mark, (axis.at(mark.period.start) + axis.at(mark.period.end)) / 2] as const)
  const sorted = wanted.sort((a, b) => a[1] - b[1])
  const places = spread(
    sorted.map(([, at]) => at),
    CHIP,
  )
  return new Map(sorted.map(([mark], index) => [mark, places[index]!]))
}
