import type { JSX } from 'preact'
import { CHIP_RADIUS } from '../Chip.tsx'

interface Props {
  readonly number: number
  readonly x: number
  readonly y: number
  readonly label: string
  /** The id of the row in the table, which gets the focus. */
  readonly row: string
  readonly onOpen?: () => void
}

/** A numbered mark in a drawing that leads to its row in the table. */
export function RowChip({ number, x, y, label, row, onOpen }: Props) {
  const open = () => {
    onOpen?.()
    const place = document.getElementById(row)
    place?.scrollIntoView({ block: 'nearest' })
    place?.focus({ preventScroll: true })
  }
  const press: JSX.KeyboardEventHandler<SVGGElement> = event => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    open()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML's button does not exist in SVG.
    <g
      class="chip"
      transform={`translate(${x} ${y})`}
      role="button"
      aria-label={label}
      data-chip
      onClick={open}
      onKeyDown={press}
    >
      <circle r={CHIP_RADIUS} />
      <text dy="0.36em">{number}</text>
    </g>
  )
}
