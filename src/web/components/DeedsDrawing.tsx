import { useId } from 'preact/hooks'
import type { Entity } from '../../record/index.ts'
import { spread } from '../view/axis.ts'
import type { Line, Network } from '../view/deeds.ts'
import { MODALITY } from '../view/words.ts'
import { CHIP_RADIUS, Chip } from './Chip.tsx'
import { Drawing } from './Drawing.tsx'
import { nameLines } from './nameLines.ts'

const WIDTH = 328
/** What the names have on each side, and what the lines keep from them. */
const SIDE = 106
const GAP = 6
const ROW = 44
const TOP = 8
const CHIP = 2 * CHIP_RADIUS + 2
const LINE_HEIGHT = 15

/** Who acts on the left, who is acted upon on the right, and a numbered line for each deed. */
export function DeedsDrawing({ network }: { readonly network: Network }) {
  const { from, to, lines, left } = network
  const rows = Math.max(from.length, to.length)
  const height = TOP + Math.max(rows * ROW, lines.length * CHIP + CHIP_RADIUS)
  const leftY = placesOf(from.length, height)
  const rightY = placesOf(to.length, height)
  const chipY = chipsOf(lines, leftY, rightY)
  return (
    <>
      <Drawing class="network" label="Who acts on whom; the table below has the same" width={WIDTH} height={height + TOP}>
        {lines.map((line, index) => (
          <path key={index} class={lineClass(line)} d={curve(leftY[line.from]!, chipY[index]!, rightY[line.to]!)} />
        ))}
        <Names of={from} places={leftY} x={SIDE - GAP} anchor="end" />
        <Names of={to} places={rightY} x={WIDTH - SIDE + GAP} anchor="start" />
        {lines.map((line, index) => (
          <LineChip key={index} line={line} network={network} y={chipY[index]!} />
        ))}
      </Drawing>
      <p class="hint">
        Filled: on the outlet’s own word; open: on somebody’s. Whole line: told as done; dashed: planned; dotted: hypothetical or
        denied.
        {left > 0 && ` ${left} more in the table only.`}
      </p>
    </>
  )
}

function placesOf(count: number, height: number): readonly number[] {
  const step = (height - TOP) / count
  return Array.from({ length: count }, (_, index) => TOP + step * (index + 0.5))
}

/** In the middle of each line, moved apart where lines cross. */
function chipsOf(lines: readonly Line[], leftY: readonly number[], rightY: readonly number[]): readonly number[] {
  const wanted = lines.map(({ from, to }, index) => ({ index, at: (leftY[from]! + rightY[to]!) / 2 }))
  const sorted = wanted.sort((a, b) => a.at - b.at)
  const places = spread(
    sorted.map(({ at }) => at - CHIP_RADIUS),
    CHIP,
  )
  const chips: number[] = []
  for (const [place, { index }] of sorted.entries()) chips[index] = places[place]! + CHIP_RADIUS
  return chips
}

/** From the left name through the chip to the right name, with an arrow's head at its end. */
function curve(start: number, middle: number, end: number): string {
  const [a, b, c] = [SIDE, WIDTH / 2, WIDTH - SIDE]
  const bend = (b - a) / 2
  return [
    `M${a} ${start} C${a + bend} ${start} ${b - bend} ${middle} ${b} ${middle}`,
    `C${b + bend} ${middle} ${c - bend} ${end} ${c} ${end}`,
    `m-6 -4 l6 4 l-6 4`,
  ].join(' ')
}

function lineClass({ deed }: Line): string {
  return `line line-${deed.event.modality} ${wordClass(deed.event.onWordOf)}`
}

function wordClass(onWordOf: string): string {
  return onWordOf === 'outlet' ? 'own' : 'told-by'
}

interface NamesProps {
  readonly of: readonly Entity[]
  readonly places: readonly number[]
  readonly x: number
  readonly anchor: 'start' | 'end'
}

function Names({ of, places, x, anchor }: NamesProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here takes the focus; each chip says its names.
    <g class="names" text-anchor={anchor} aria-hidden="true">
      {of.map(({ id, name }, index) => {
        const lines = nameLines(name)
        const top = places[index]! + 5 - ((lines.length - 1) * LINE_HEIGHT) / 2
        return (
          <text key={id}>
            {lines.map((line, row) => (
              <tspan key={row} x={x} y={top + row * LINE_HEIGHT}>
                {line}
              </tspan>
            ))}
          </text>
        )
      })}
    </g>
  )
}

function LineChip({ line, network, y }: { readonly line: Line; readonly network: Network; readonly y: number }) {
  const id = useId()
  const { deed, from, to } = line
  const names = `${network.from[from]!.name} to ${network.to[to]!.name}`
  const label = `${deed.number}: ${names}, ${MODALITY[deed.event.modality]}`
  return (
    <Chip
      id={id}
      number={deed.number}
      x={WIDTH / 2}
      y={y}
      label={label}
      passages={[deed.passage]}
      class={`chip-deed ${wordClass(deed.event.onWordOf)}`}
    />
  )
}
