import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { useApp } from '../context.ts'
import type { Beside, Sheet } from '../state.ts'
import { VIEW, viewsOf } from '../view/views.ts'
import { CastView } from './CastView.tsx'
import { DeedsView } from './DeedsView.tsx'
import { MapView } from './MapView.tsx'
import { SpeakerList } from './SpeakerList.tsx'
import { TimesView } from './TimesView.tsx'
import { WordsView } from './WordsView.tsx'

/** What stands beside the text: one view at a time, as tabs. Without a second view there is nothing to choose. */
export function Views({ sheet }: { readonly sheet: Sheet }) {
  const { dispatch, state } = useApp()
  const list = useRef<HTMLDivElement>(null)
  const views = viewsOf(sheet.layers)
  const chosen = views.includes(state.beside) ? state.beside : 'speakers'

  const move: JSX.KeyboardEventHandler<HTMLDivElement> = event => {
    const at = views.indexOf(chosen)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    const next = to === undefined ? undefined : views.at(to % views.length)
    if (next === undefined) return
    event.preventDefault()
    dispatch({ do: 'beside', view: next })
    list.current?.querySelector<HTMLElement>(`#app-tab-${next}`)?.focus()
  }

  return (
    <div class="beside">
      {views.length > 1 && (
        <div class="tabs" role="tablist" aria-label="Beside the text" ref={list} onKeyDown={move}>
          {views.map(view => (
            <button
              key={view}
              type="button"
              id={`app-tab-${view}`}
              class="tab"
              role="tab"
              aria-selected={view === chosen}
              aria-controls="app-view"
              tabIndex={view === chosen ? 0 : -1}
              onClick={() => dispatch({ do: 'beside', view })}
            >
              {VIEW[view]}
            </button>
          ))}
        </div>
      )}
      {views.length > 1 ? (
        <div id="app-view" role="tabpanel" aria-labelledby={`app-tab-${chosen}`}>
          <Chosen view={chosen} sheet={sheet} />
        </div>
      ) : (
        <Chosen view={chosen} sheet={sheet} />
      )}
    </div>
  )
}

function Chosen({ view, sheet }: { readonly view: Beside; readonly sheet: Sheet }) {
  const { cast, times, map, deeds, words } = sheet.layers
  if (view === 'cast' && cast) return <CastView sheet={sheet} cast={cast} />
  if (view === 'times' && times) return <TimesView sheet={sheet} timeline={times} />
  if (view === 'map' && map) return <MapView sheet={sheet} spots={map} />
  if (view === 'deeds' && deeds) return <DeedsView sheet={sheet} deeds={deeds} />
  if (view === 'words' && words) return <WordsView sheet={sheet} words={words} />
  return <SpeakerList sheet={sheet} />
}
