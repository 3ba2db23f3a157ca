import type { Actions } from './actions.ts'
import type { Action, State } from './state.ts'
import { viewsOf } from './view/views.ts'

interface Key {
  readonly keys: readonly string[]
  readonly does: string
}

/** What the keys do, by where they do it. */
export const KEYS: readonly { readonly where: string; readonly keys: readonly Key[] }[] = [
  {
    where: 'Stories',
    keys: [
      { keys: ['j'], does: 'next story, claim or row' },
      { keys: ['k'], does: 'the one before' },
      { keys: ['o', 'Enter'], does: 'open it' },
      { keys: ['/'], does: 'search' },
    ],
  },
  {
    where: 'An article',
    keys: [
      { keys: [']'], does: 'next statement' },
      { keys: ['['], does: 'statement before' },
      { keys: ['o', 'Enter'], does: 'open the statement' },
      { keys: ['v'], does: 'fade all that is told on somebody’s word' },
      { keys: ['l'], does: 'underline loaded words' },
      { keys: ['1', '…', '6'], does: 'the views beside the text' },
    ],
  },
  {
    where: 'Everywhere',
    keys: [
      { keys: ['Escape'], does: 'close, or back to where you came from' },
      { keys: ['?'], does: 'these keys' },
    ],
  },
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
    else if (state().away.size > 0) dispatch({ do: 'take-away', origins: new Set() })
    return
  }
  if (!enabled()) return
  if (event.key === '?') dispatch({ do: 'keys', shown: true })
  else if (view.kind === 'stories' || view.kind === 'story') {
    if (!onStop(event)) return
  } else if (view.kind !== 'read') return
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

/** The keys of lists: whether this was one of them. */
function onStop({ key, target }: KeyboardEvent): boolean {
  if (key === 'j') return toStop(1)
  if (key === 'k') return toStop(-1)
  if (key === '/') return focusOn(document.querySelector<HTMLElement>('input[type=search]'))
  if (key === 'o' || (key === 'Enter' && !isControl(target))) {
    const opener = document.activeElement?.closest('[data-stop]')?.querySelector<HTMLElement>('[data-open]')
    opener?.click()
    return opener != null
  }
  return false
}

/** Moves the focus to the next stop of the page, or to the one before. */
function toStop(by: 1 | -1): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')]
  const at = stops.indexOf(document.activeElement?.closest<HTMLElement>('[data-stop]') ?? document.body)
  return focusOn(stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : at + by] ?? null)
}

function focusOn(element: HTMLElement | null): boolean {
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'nearest' })
  return element !== null
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
