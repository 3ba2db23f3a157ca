import type { Dated } from '../../story/dated.ts'
import { axisOf, spread } from '../../view/axis.ts'
import { valueInWords } from '../../view/dates.ts'
import type { Period } from '../../view/periods.ts'
import { MODALITY } from '../../view/words.ts'
import { CHIP_RADIUS } from '../Chip.tsx'
import { Drawing } from '../Drawing.tsx'
import { CHIP_AWAY, TimeBar, TimeScale } from '../TimeScale.tsx'
import { RowChip } from './RowChip.tsx'

const LEFT = 92
const TOP = 16
const BARS = LEFT + 8
const CHIP = 2 * CHIP_RADIUS + 2
const WIDTH = 360
/** Units of a deed that there is room for beside its number. */
const NAME_UNITS = 34

type Placed = Dated & { readonly period: Period }

/** The times downwards, each bar as long as its time is exact; the numbers are those of the table. */
export function TimelineDrawing({ dated }: { readonly dated: readonly Dated[] }) {
  const placed = dated.filter((one): one is Placed => one.period !== null)
  if (placed.length === 0) return null
  const axis = axisOf(placed.map(({ period }) => period))
  const chips = spread(
    placed.map(({ period }) => (axis.at(period.start) + axis.at(period.end)) / 2),
    CHIP,
  )
  const bottom = Math.max(axis.length, ...chips.map(y => y + CHIP_RADIUS))
  return (
    <Drawing
      class="timeline story-timeline"
      label="Timeline of what is reported to have happened; the table below has the same"
      width={WIDTH}
      height={TOP + bottom + TOP}
    >
      <TimeScale axis={axis} marks={placed} left={LEFT} top={TOP} right={WIDTH} />
      {placed.map((one, index) => {
        const chip = chips[index]!
        const open = one.period.open || one.event.modality !== 'asserted'
        return (
          <g key={one.number}>
            <TimeBar axis={axis} period={one.period} x={BARS} top={TOP} chip={chip} class={open ? 'bar-open' : ''} />
            <RowChip
              number={one.number}
              x={BARS + CHIP_AWAY}
              y={TOP + chip}
              label={labelOf(one)}
              row={`story-deed-${one.number}`}
            />
            <text class="deed-name" x={BARS + CHIP_AWAY + CHIP_RADIUS + 6} y={TOP + chip + 4}>
              {one.words.length > NAME_UNITS ? `${one.words.slice(0, NAME_UNITS - 1)}…` : one.words}
            </text>
          </g>
        )
      })}
    </Drawing>
  )
}

function labelOf({ number, time, event }: Dated): string {
  const modality = event.modality === 'asserted' ? '' : `, ${MODALITY[event.modality]}`
  return `${number}: ${valueInWords(time)}${modality}`
}
