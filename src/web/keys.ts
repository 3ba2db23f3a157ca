import type { Actions } from './actions.ts'
import type { Action, State } from './state.ts'
import { viewsOf } from './view/views.ts'

export const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: [']'], does: 'next statement' },
  { keys: ['['], does: 'statement before' },
  { keys: ['o', 'Enter'], does: 'open the statement' },
  { keys: ['v'], does: 'fade all that is told on somebody’s word' },
  { keys: ['l'], does: 'underline loaded words' },
  { keys: ['1', '…', '6'], does: 'the views beside the text' },
  { keys: ['Escape'], does: 'close, or back to where you came from' },
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
  const { selected, panelOpen, speaker, keysShown, opened, view } = state()
  if (keysShown) return
  if (event.key === 'Escape') {
    if (panelOpen) dispatch({ do: 'close' })
    else if (opened !== null) actions.back()
    else if (speaker !== null) dispatch({ do: 'filter', speaker: null })
    return
  }
  if (!enabled()) return
  if (event.key === '?') dispatch({ do: 'keys', shown: true })
  else if (view.kind !== 'read') return
  else if (event.key === ']') actions.step(1)
  else if (event.key === '[') actions.step(-1)
  else if (event.key === 'v') dispatch({ do: 'fade' })
  else if (event.key === 'l' && view.sheet.layers.words !== null) dispatch({ do: 'loaded' })
  else if (/^[1-9]$/.test(event.key)) {
    const chosen = viewsOf(view.sheet.layers)[Number(event.key) - 1]
    if (!chosen) return
    dispatch({ do: 'beside', view: chosen })
    actions.toViews()
  } else if (selected !== null && (event.key === 'o' || (event.key === 'Enter' && !isControl(event.target)))) {
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
  return target instanceof Element && target.matches('a, button, summary, input, [role=button], [role=tab]')
}

/** On many keyboards brackets are typed with AltGr (reported as Ctrl and Alt) or Option; those are not commands. */
function hasCommandKey(event: KeyboardEvent): boolean {
  if (event.getModifierState('AltGraph')) return false
  return event.metaKey || event.ctrlKey || (event.altKey && event.key !== '[' && event.key !== ']')
}
