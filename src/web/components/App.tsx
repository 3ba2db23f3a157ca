import { useEffect, useMemo, useState } from 'preact/hooks'
import { createActions } from '../actions.ts'
import { AppContext } from '../context.ts'
import { onKey } from '../keys.ts'
import { keysEnabled } from '../preferences.ts'
import type { View } from '../state.ts'
import { createStore } from '../store.ts'
import { DropZone } from './DropZone.tsx'
import { Failed } from './Failed.tsx'
import { Footer } from './Footer.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { Masthead } from './Masthead.tsx'
import { Reader } from './Reader.tsx'
import { StartScreen } from './StartScreen.tsx'
import { CorrectionsView } from './stories/CorrectionsView.tsx'
import { StoriesView } from './stories/StoriesView.tsx'
import { StoryView } from './stories/StoryView.tsx'
import { Waiting } from './Waiting.tsx'

export function App() {
  const store = useMemo(createStore, [])
  const [state, setState] = useState(store.state)
  const actions = useMemo(() => createActions(store), [store])

  useEffect(() => {
    const stop = store.subscribe(() => setState(store.state()))
    const follow = () => void actions.follow()
    const press = (event: KeyboardEvent) => onKey(event, { ...store, actions, enabled: keysEnabled })
    addEventListener('popstate', follow)
    addEventListener('keydown', press)
    follow()
    return () => {
      stop()
      removeEventListener('popstate', follow)
      removeEventListener('keydown', press)
    }
  }, [store, actions])

  const { view } = state
  useEffect(() => {
    document.title = titleOf(view)
    if (view.kind === 'read' && (state.selected !== null || state.opened !== null)) return
    scrollTo(0, scrollIn(history.state))
  }, [view])

  return (
    <AppContext.Provider value={{ state, actions, dispatch: store.dispatch }}>
      <Masthead />
      <main id="app-main" tabIndex={-1}>
        {view.kind === 'stories' && <StoriesView words={view.words} />}
        {view.kind === 'story' && <StoryView key={view.id} id={view.id} />}
        {view.kind === 'corrections' && <CorrectionsView />}
        {view.kind === 'start' && <StartScreen />}
        {view.kind === 'waiting' && <Waiting route={view.route} />}
        {view.kind === 'failed' && <Failed route={view.route} error={view.error} />}
        {view.kind === 'read' && <Reader key={view.sheet.key} sheet={view.sheet} />}
      </main>
      <Footer />
      <DropZone />
      {state.keysShown && <KeysDialog />}
    </AppContext.Provider>
  )
}

/** Where the page was when one left it; its top where one comes anew. */
function scrollIn(entry: unknown): number {
  return (entry as { scroll?: number } | null)?.scroll ?? 0
}

function titleOf(view: View): string {
  if (view.kind === 'stories' || view.kind === 'story') return 'Hearsay: stories and their origins'
  if (view.kind === 'corrections') return 'Corrections – Hearsay'
  if (view.kind === 'start') return 'Hearsay: who said what'
  if (view.kind === 'waiting') return 'Reading… – Hearsay'
  if (view.kind === 'failed') return 'Not read – Hearsay'
  return `${view.sheet.reading.article.headline ?? 'An article'} – Hearsay`
}
