import type { Actions } from './actions.ts'
import type { Action, State } from './state.ts'

export const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: [']'], does: 'next statement' },
  { keys: ['['], does: 'statement before' },
  { keys: ['o', 'Enter'], does: 'open the statement' },
  { keys: ['v'], does: 'fade all that is told on somebody’s word' },
  { keys: ['Escape'], does: 'close' },
  { keys: ['?'], does: 'these keys' },
]

interface Tools {
  readonly actions: Actions
  readonly dispatch: (action: Action) => void
  readonly state: () => State
  /** Whether the user has left single keys switched on (WCAG 2.2, 2.1.4). */
  readonly enabled: () => boolean
}

/** What a key does, unless somebody is typing or a dialogue has the keyboard. */
export function onKey(event: KeyboardEvent, { actions, dispatch, state, enabled }: Tools): void {
  if (event.defaultPrevented || event.isComposing || isTyping(event.target) || hasCommandKey(event)) return
  const { selected, panelOpen, speaker, keysShown } = state()
  if (keysShown) return
  if (event.key === 'Escape') {
    if (panelOpen) dispatch({ do: 'close' })
    else if (speaker !== null) dispatch({ do: 'filter', speaker: null })
    return
  }
  if (!enabled()) return
  if (event.key === '?') dispatch({ do: 'keys', shown: true })
  else if (state().view.kind !== 'read') return
  else if (event.key === ']') actions.step(1)
  else if (event.key === '[') actions.step(-1)
  else if (event.key === 'v') dispatch({ do: 'fade' })
  else if (selected !== null && (event.key === 'o' || (event.key === 'Enter' && !isControl(event.target)))) {
    actions.select(selected, { open: true })
  } else return
  event.preventDefault()
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
  )
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('a, button, summary, input')
}

/** On many keyboards brackets are typed with AltGr (reported as Ctrl and Alt) or Option; those are not commands. */
function hasCommandKey(event: KeyboardEvent): boolean {
  if (event.getModifierState('AltGraph')) return false
  return event.metaKey || event.ctrlKey || (event.altKey && event.key !== '[' && event.key !== ']')
}
