import type { JSX } from 'preact'
import { useApp } from '../context.ts'
import type { Passage } from '../view/passage.ts'
import { usePointing } from './Jump.tsx'

interface Props {
  readonly id: string
  readonly number: number
  readonly x: number
  readonly y: number
  readonly label: string
  /** What it opens, one after the other; none where there is nothing to open. */
  readonly passages: readonly Passage[]
  readonly class?: string
}

/** Half of the width and height of a chip: 24 pixels are what WCAG 2.2 (2.5.8) wants of a target. */
export const CHIP_RADIUS = 12

/** A numbered mark in a drawing; the number is that of its line in the table. Pressed again, it goes on to the next passage. */
export function Chip({ id, number, x, y, label, passages, class: name = '' }: Props) {
  const { dispatch, state } = useApp()
  const words = passages.flatMap(passage => passage.words)
  const pointing = usePointing(passages.length > 0 ? { words, sentence: null } : null)
  const open = () => {
    const at = state.opened?.back === id ? passages.indexOf(state.opened.passage) : -1
    const passage = passages[at + 1] ?? passages[0]
    if (passage) dispatch({ do: 'go', passage, back: id })
  }
  if (passages.length === 0) {
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group in SVG is nothing to press.
      <g class={`chip ${name}`} transform={`translate(${x} ${y})`} role="img" aria-label={label}>
        <Drawn number={number} />
      </g>
    )
  }
  return <ChipButton {...{ id, number, x, y, label }} class={name} onPress={open} pointing={pointing} />
}

interface ButtonProps extends Omit<Props, 'id' | 'passages'> {
  readonly id?: string
  readonly onPress: () => void
  readonly pointing?: ReturnType<typeof usePointing>
}

/** A numbered mark in a drawing that can be pressed, also by keys. */
export function ChipButton({ number, x, y, label, id, onPress, pointing, class: name = '' }: ButtonProps) {
  const press: JSX.KeyboardEventHandler<SVGGElement> = event => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onPress()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML's button does not exist in SVG.
    <g
      id={id}
      class={`chip ${name}`}
      transform={`translate(${x} ${y})`}
      role="button"
      aria-label={label}
      data-chip
      onClick={onPress}
      onKeyDown={press}
      {...pointing}
    >
      <Drawn number={number} />
    </g>
  )
}

function Drawn({ number }: Pick<Props, 'number'>) {
  return (
    <>
      <circle r={CHIP_RADIUS} />
      <text dy="0.36em">{number}</text>
    </>
  )
}
