import type { Axis } from '../view/axis.ts'
import { dayInShort } from '../view/dates.ts'
import type { Period, Precision } from '../view/periods.ts'
import { CHIP_RADIUS } from './Chip.tsx'

/** The width of a bar, and how far right of its left edge the middle of its chip lies. */
export const BAR_WIDTH = 9
export const CHIP_AWAY = BAR_WIDTH + 10 + CHIP_RADIUS

const BAR_MIN = 3
/** Room for the lines of the dates. */
const LABEL_HEIGHT = 14

interface ScaleProps {
  readonly axis: Axis
  readonly marks: readonly { readonly number: number; readonly period: Period }[]
  /** Where the axis stands, where it begins, and how far right its ticks go. */
  readonly left: number
  readonly top: number
  readonly right: number
}

/** The axis of a drawing of times, downwards, with dates beside it: that at which each mark begins, where there is room. */
export function TimeScale({ axis, marks, left, top, right }: ScaleProps) {
  // A zigzag where a stretch is cut short.
  const zigzags = axis.breaks.map(at => `V${top + at - 6} l-4 2 l8 4 l-8 4 l4 2`)
  return (
    <>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here takes the focus; each chip says its date. */}
      <g class="dates" aria-hidden="true">
        {datesOf(axis, marks).map(({ number, y, text }) => (
          <g key={number}>
            <path class="tick" d={`M${left} ${top + y} H${right}`} />
            <text x={left - 6} y={top + y + 9}>
              {text}
            </text>
          </g>
        ))}
      </g>
      <path class="axis" d={`M${left} ${top} ${zigzags.join(' ')} V${top + axis.length}`} />
    </>
  )
}

/** Dates that do not stand in each other's way; each with its year where that is another than above. */
function datesOf(axis: Axis, marks: ScaleProps['marks']) {
  let last = -LABEL_HEIGHT
  let year = ''
  return marks.flatMap(({ number, period }) => {
    const y = axis.at(period.start)
    if (y - last < LABEL_HEIGHT) return []
    last = y
    const before = year
    year = dayInShort(period.start, 'year')
    const precision = LABEL[period.precision] ?? 'day'
    const short = dayInShort(period.start, precision)
    return [{ number, y, text: precision === 'year' || year === before ? short : `${short} ${year}` }]
  })
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

interface BarProps {
  readonly axis: Axis
  readonly period: Period
  readonly x: number
  readonly top: number
  /** Where the middle of its chip lies on the axis. */
  readonly chip: number
  readonly class: string
}

/** A bar as long as a period, with a hairline to its chip; where the axis is cut short, the ground shows through. */
export function TimeBar({ axis, period, x, top, chip, class: name }: BarProps) {
  const start = axis.at(period.start)
  const end = axis.at(period.end)
  const length = Math.max(BAR_MIN, end - start)
  const at = Math.min(start + length - BAR_MIN / 2, Math.max(start + BAR_MIN / 2, chip))
  const cuts = axis.breaks.filter(cut => start < cut && cut < end)
  return (
    <>
      <path class="leader" d={`M${x + BAR_WIDTH} ${top + at} h4 L${x + BAR_WIDTH + 10} ${top + chip}`} />
      <rect class={`bar ${name}`} x={x} y={top + start} width={BAR_WIDTH} height={length} />
      {cuts.map(cut => (
        <path key={cut} class="cut" d={`M${x - 2} ${top + cut + 3} l${BAR_WIDTH + 4} -6`} />
      ))}
    </>
  )
}
