import { useLayoutEffect, useRef } from 'preact/hooks'
import { useApp } from '../context.ts'
import type { Sheet } from '../state.ts'
import { ArticleHead } from './ArticleHead.tsx'
import { Body } from './Body.tsx'
import { Downloads } from './Downloads.tsx'
import { Legend } from './Legend.tsx'
import { LoadedNote } from './LoadedNote.tsx'
import { Notes } from './Notes.tsx'
import { Panel } from './Panel.tsx'
import { Problems } from './Problems.tsx'
import { Toolbar } from './Toolbar.tsx'
import { Views } from './Views.tsx'

/** Beyond this many paragraphs there is no margin: grids of all browsers carry it, and no article of news is that long. */
const MARGIN_PARAGRAPHS_MAX = 2000

/** One article, annotated. */
export function Reader({ sheet }: { readonly sheet: Sheet }) {
  const { state } = useApp()
  const { selected, panelOpen, ownVoice, opened } = state
  const chosen = selected === null ? undefined : sheet.byId.get(selected)
  const hasMargin = sheet.paragraphs.length <= MARGIN_PARAGRAPHS_MAX

  // A panel that opens takes the focus itself; while it is open, the text keeps it.
  const wasOpen = useRef(panelOpen)
  useLayoutEffect(() => {
    if (selected !== null) bringIntoView(selected, { focus: !panelOpen || wasOpen.current })
    wasOpen.current = panelOpen
  }, [selected, panelOpen])

  useLayoutEffect(() => {
    const place = opened && document.querySelector<HTMLElement>('.body .opened')
    if (place) moveTo(place, { focus: true })
  }, [opened])

  return (
    <div class={`reader${panelOpen ? ' with-panel' : ''}`}>
      <Toolbar sheet={sheet} />
      <article
        class={`sheet${ownVoice ? ' own-voice' : ''}${state.speaker === null ? '' : ' filtered'}${hasMargin ? '' : ' plain'}`}
      >
        <div class="sheet-head">
          <ArticleHead sheet={sheet} />
          <Problems sheet={sheet} />
        </div>
        <Body sheet={sheet} />
        {hasMargin && <Notes sheet={sheet} selected={selected} speaker={state.speaker} />}
      </article>
      <div class="rail">
        {panelOpen && chosen && <Panel sheet={sheet} placed={chosen} />}
        <div class="rail-list">
          <Views sheet={sheet} />
          <Legend />
          <Downloads sheet={sheet} />
        </div>
      </div>
      {state.loaded && <LoadedNote words={sheet.layers.words ?? []} />}
    </div>
  )
}

/** Moves to where a statement begins, by scrolling and, if asked, by focus, so that the keyboard and a screen reader go on from there. */
function bringIntoView(statement: string, { focus }: { readonly focus: boolean }): void {
  const mark = document.getElementById(statement)
  if (mark) moveTo(mark, { focus })
}

function moveTo(place: HTMLElement, { focus }: { readonly focus: boolean }): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  place.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  if (focus) place.focus({ preventScroll: true })
}
