import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../context.ts'
import { KEYS } from '../keys.ts'
import { keysEnabled, setKeysEnabled } from '../preferences.ts'

/** The keys, and the switch that turns them off for those whom single keys get in the way of (WCAG 2.2, 2.1.4). */
export function KeysDialog() {
  const { dispatch } = useApp()
  const dialog = useRef<HTMLDialogElement>(null)
  const [enabled, setEnabled] = useState(keysEnabled)
  useEffect(() => dialog.current!.showModal(), [])
  const change = () => {
    setKeysEnabled(!enabled)
    setEnabled(!enabled)
  }
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="app-keys" onClose={() => dispatch({ do: 'keys', shown: false })}>
      <h2 id="app-keys">Keys</h2>
      {KEYS.map(({ where, keys: list }) => (
        <section key={where}>
          <h3>{where}</h3>
          <dl>
            {list.map(({ keys, does }) => (
              <div key={does}>
                <dt>
                  {keys.map(key => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label class="check">
        <input type="checkbox" checked={enabled} onChange={change} /> Single keys are on
      </label>
      <form method="dialog">
        <button type="submit" class="button button-main">
          Close
        </button>
      </form>
    </dialog>
  )
}
