import type { Dated } from '../../story/dated.ts'
import { axisOf, spread } from '../../view/axis.ts'
import { dayInShort, valueInWords } from '../../view/dates.ts'
import type { Period } from '../../view/periods.ts'
import { MODALITY } from '../../view/words.ts'
import { CHIP_RADIUS } from '../Chip.tsx'
import { Drawing } from '../Drawing.tsx'
import { RowChip } from './RowChip.tsx'

const LEFT = 92
const TOP = 16
const BAR_WIDTH = 9
const BAR_MIN = 3
const CHIP = 2 * CHIP_RADIUS + 2
const WIDTH = 360
const LABEL_HEIGHT = 14
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
      <Dates placed={placed} at={axis.at} />
      <path class="axis" d={`M${LEFT} ${TOP} V${TOP + axis.length}`} />
      {axis.breaks.map(at => (
        <path key={at} class="axis break" d={`M${LEFT - 5} ${TOP + at + 3} l10 -6`} />
      ))}
      {placed.map((one, index) => {
        const start = axis.at(one.period.start)
        const length = Math.max(BAR_MIN, axis.at(one.period.end) - start)
        const at = Math.min(start + length - BAR_MIN / 2, Math.max(start + BAR_MIN / 2, chips[index]!))
        const x = LEFT + 8
        return (
          <g key={one.number}>
            <path class="leader" d={`M${x + BAR_WIDTH} ${TOP + at} h4 L${x + BAR_WIDTH + 10} ${TOP + chips[index]!}`} />
            <rect
              class={`bar${one.period.open || one.event.modality !== 'asserted' ? ' bar-open' : ''}`}
              x={x}
              y={TOP + start}
              width={BAR_WIDTH}
              height={length}
            />
            <RowChip
              number={one.number}
              x={x + BAR_WIDTH + 10 + CHIP_RADIUS}
              y={TOP + chips[index]!}
              label={labelOf(one)}
              row={`story-deed-${one.number}`}
            />
            <text class="deed-name" x={x + BAR_WIDTH + 16 + 2 * CHIP_RADIUS} y={TOP + chips[index]! + 4}>
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

/** The date at which each begins, where there is room. */
function Dates({ placed, at }: { readonly placed: readonly Placed[]; readonly at: (day: number) => number }) {
  let last = -LABEL_HEIGHT
  const labels = placed.flatMap(({ number, period }) => {
    const y = at(period.start)
    if (y - last < LABEL_HEIGHT) return []
    last = y
    const long = !['time', 'day', 'week'].includes(period.precision)
    const day = dayInShort(period.start, long ? (period.precision === 'month' ? 'month' : 'year') : 'day')
    const year = dayInShort(period.start, 'year')
    return [{ number, y, text: day === year ? year : `${day} ${year}` }]
  })
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here takes the focus; each chip says its date.
    <g class="dates" aria-hidden="true">
      {labels.map(({ number, y, text }) => (
        <g key={number}>
          <path class="tick" d={`M${LEFT - 6} ${TOP + y} H${WIDTH}`} />
          <text x={LEFT - 10} y={TOP + y + 4}>
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}
