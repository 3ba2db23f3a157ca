import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useApp } from '../context.ts'
import type { Passage } from '../view/passage.ts'

interface Props {
  readonly to: Passage
  readonly class?: string
  readonly label?: string
  readonly children: ComponentChildren
}

/** Leads to words in the text: marks them while it has the pointer or the focus, and opens their sentence when it is pressed. */
export function Jump({ to, class: name = 'jump', label, children }: Props) {
  const id = useId()
  const pointing = usePointing(to)
  const { dispatch } = useApp()
  return (
    <button
      type="button"
      id={id}
      class={name}
      aria-label={label}
      onClick={() => dispatch({ do: 'go', passage: to, back: id })}
      {...pointing}
    >
      {children}
    </button>
  )
}

/** What an element needs to mark words in the text while it has the pointer or the focus. */
export function usePointing(passage: Passage | null) {
  const { dispatch } = useApp()
  if (passage === null) return {}
  const point = () => dispatch({ do: 'point', passage })
  const leave = () => dispatch({ do: 'point', passage: null })
  return { onPointerEnter: point, onPointerLeave: leave, onFocus: point, onBlur: leave }
}
