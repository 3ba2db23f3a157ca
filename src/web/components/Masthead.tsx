import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../context.ts'
import { setTheme, type Theme, theme } from '../preferences.ts'
import { placeOf, type Route } from '../route.ts'
import type { View } from '../state.ts'
import { plainClick } from './events.ts'

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }
const LABEL: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' }

/** The nameplate, the way back to the start, and what belongs to every view. */
export function Masthead() {
  const { actions, dispatch, state } = useApp()
  const [shown, setShown] = useState(theme)
  const change = () => {
    setTheme(NEXT[shown])
    setShown(NEXT[shown])
  }
  return (
    <header class={`masthead masthead-${state.view.kind}`}>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place in the page, which only the address must not show. */}
      <a class="skip" href="#app-main" onClick={skip}>
        Skip to the text
      </a>
      <a class="nameplate" href="/" onClick={plainClick(() => void actions.open({ kind: 'stories', words: '' }))}>
        Hearsay
      </a>
      <p class="motto">Who said what, in the source’s own words</p>
      <nav class="masthead-nav" aria-label="Hearsay">
        <Place to={{ kind: 'stories', words: '' }} here={['stories', 'story', 'corrections']}>
          Stories
        </Place>
        <Place to={{ kind: 'start' }} here={['start', 'failed']}>
          Read an article
        </Place>
      </nav>
      <div class="masthead-tools">
        <button type="button" class="button" onClick={() => dispatch({ do: 'keys', shown: true })}>
          Keys
        </button>
        <button
          type="button"
          class="button"
          onClick={change}
          aria-label={`Colours: ${LABEL[shown]}. Change to ${LABEL[NEXT[shown]]}`}
        >
          <span aria-hidden="true">◐</span> {LABEL[shown]}
        </button>
      </div>
    </header>
  )
}

interface PlaceProps {
  readonly to: Route
  /** The views at which one is there already. */
  readonly here: readonly View['kind'][]
  readonly children: ComponentChildren
}

function Place({ to, here, children }: PlaceProps) {
  const { actions, state } = useApp()
  return (
    <a
      class="place"
      href={placeOf(to).search}
      aria-current={here.includes(state.view.kind) ? 'page' : undefined}
      onClick={plainClick(() => void actions.open(to))}
    >
      {children}
    </a>
  )
}

/** The address keeps its statement, so the jump is made by hand. */
function skip(event: Event): void {
  event.preventDefault()
  document.getElementById('app-main')?.focus()
}
