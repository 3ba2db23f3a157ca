import { ChipButton } from '../Chip.tsx'

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
  return <ChipButton {...{ number, x, y, label }} onPress={open} />
}
