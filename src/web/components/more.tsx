import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'

/** As many of the items as are wanted so far, the same list until more are wanted, and the button for more of them. */
export function useMore<Item>(items: readonly Item[], step: number): readonly [readonly Item[], ComponentChildren] {
  const [count, setCount] = useState(step)
  const shown = useMemo(() => items.slice(0, count), [items, count])
  const left = items.length - count
  const button =
    left > 0 ? (
      <button type="button" class="button more" onClick={() => setCount(count + step)}>
        More ({left} left)
      </button>
    ) : null
  return [shown, button]
}
