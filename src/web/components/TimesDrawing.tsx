import { useId } from 'preact/hooks'
import { type Axis, axisOf, spread } from '../view/axis.ts'
import { dayInShort } from '../view/dates.ts'
import type { Precision } from '../view/periods.ts'
import { LANES, type Lane, type Mark } from '../view/timeline.ts'
import { LANE } from '../view/words.ts'
import { CHIP_RADIUS, Chip } from './Chip.tsx'
import { Drawing } from './Drawing.tsx'
import { whenOf } from './TimesView.tsx'

const WIDTH = 328
/** The dates on the left, the names of the lanes on top. */
const LEFT = 66
const TOP = 34
const BOTTOM = 14
const GAP = 6
const BAR_WIDTH = 9
const BAR_MIN = 3
const CHIP = 2 * CHIP_RADIUS + 2
const LABEL_HEIGHT = 14

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
      <Dates marks={marks} axis={axis} />
      <path class="axis" d={axisPath(axis)} />
      {marks.map(mark => (
        <Bar key={mark.number} mark={mark} axis={axis} x={laneX(lanes.indexOf(mark.lane)) + 4} chip={chips.get(mark)!} />
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
  return laneX + 4 + BAR_WIDTH + 10 + CHIP_RADIUS
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

interface BarProps {
  readonly mark: Mark
  readonly axis: Axis
  readonly x: number
  readonly chip: number
}

/** As long as the period, with a hairline to its chip. */
function Bar({ mark, axis, x, chip }: BarProps) {
  const start = axis.at(mark.period.start)
  const length = Math.max(BAR_MIN, axis.at(mark.period.end) - start)
  const at = Math.min(start + length - BAR_MIN / 2, Math.max(start + BAR_MIN / 2, chip))
  return (
    <>
      <path class="leader" d={`M${x + BAR_WIDTH} ${TOP + at} h4 L${x + BAR_WIDTH + 10} ${TOP + chip}`} />
      <rect
        class={`bar bar-${mark.lane}${mark.period.open ? ' bar-open' : ''}`}
        x={x}
        y={TOP + start}
        width={BAR_WIDTH}
        height={length}
        data-number={mark.number}
      />
      {cutsIn(mark, axis).map(cut => (
        <path key={cut} class="cut" d={`M${x - 2} ${TOP + cut + 3} l${BAR_WIDTH + 4} -6`} />
      ))}
    </>
  )
}

/** The date at which each mark begins, where there is room; the year where it is another than above. */
function Dates({ marks, axis }: { readonly marks: readonly Mark[]; readonly axis: Axis }) {
  let last = -LABEL_HEIGHT
  let year = ''
  const labels = marks.flatMap(({ number, period }) => {
    const y = axis.at(period.start)
    if (y - last < LABEL_HEIGHT) return []
    last = y
    const before = year
    year = dayInShort(period.start, 'year')
    const precision = LABEL[period.precision] ?? 'day'
    const short = dayInShort(period.start, precision)
    return [{ number, y, text: precision === 'year' || year === before ? short : `${short} ${year}` }]
  })
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here takes the focus; each chip says its date.
    <g class="dates" aria-hidden="true">
      {labels.map(({ number, y, text }) => (
        <g key={number}>
          <path class="tick" d={`M${LEFT - 8} ${TOP + y} H${WIDTH}`} />
          <text x={LEFT - 14} y={TOP + y + 9}>
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}

const LABEL: Partial<Record<Precision, 'month' | 'year'>> = {
  month: 'month',
  quarter: 'month',
  half: 'month',
  season: 'year',
  year: 'year',
  decade: 'year',
  century: 'year',
}

/** The axis downwards, with a zigzag where a stretch is cut short. */
function axisPath(axis: Axis): string {
  const zigzags = axis.breaks.map(at => `V${TOP + at - 6} l-4 2 l8 4 l-8 4 l4 2`)
  return `M${LEFT - 8} ${TOP} ${zigzags.join(' ')} V${TOP + axis.length}`
}

/** The same across a bar that is cut short: the ground shows through. */
function cutsIn({ period }: Mark, axis: Axis): readonly number[] {
  const [start, end] = [axis.at(period.start), axis.at(period.end)]
  return axis.breaks.filter(at => start < at && at < end)
}
