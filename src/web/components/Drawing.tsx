import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  readonly label: string
  readonly width: number
  readonly height: number
  readonly class: string
  readonly children: ComponentChildren
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/**
 * A drawing with chips in it. It is one stop of the tab key; the arrow keys go from chip to chip, in the order of their numbers.
 */
export function Drawing({ label, width, height, class: name, children }: Props) {
  const root = useRef<SVGSVGElement>(null)
  const chips = () => [...(root.current?.querySelectorAll<SVGGElement>('[data-chip]') ?? [])]
  const stopAt = (chip: SVGGElement | undefined) => {
    for (const one of chips()) one.setAttribute('tabindex', one === chip ? '0' : '-1')
  }

  // After each drawing there is one stop again; chips themselves say nothing of the tab key.
  useLayoutEffect(() => {
    const all = chips()
    stopAt(all.find(chip => chip.getAttribute('tabindex') === '0') ?? all[0])
  })

  const move: JSX.KeyboardEventHandler<SVGSVGElement> = event => {
    const all = chips()
    const at = all.indexOf(document.activeElement as unknown as SVGGElement)
    const step = STEPS[event.key]
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : step === undefined ? -1 : at + step
    if (at < 0 || !all[next]) return
    event.preventDefault()
    stopAt(all[next])
    all[next].focus()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in SVG.
    <svg ref={root} class={`drawing ${name}`} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label} onKeyDown={move}>
      {children}
    </svg>
  )
}
