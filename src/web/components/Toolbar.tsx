import { useApp } from '../context.ts'
import { placeOf } from '../route.ts'
import { type Sheet, steps } from '../state.ts'
import { nameOf } from '../view/speakers.ts'
import { plainClick } from './events.ts'

/** Stepping and fading, for those who would rather not use keys. */
export function Toolbar({ sheet }: { readonly sheet: Sheet }) {
  const { actions, dispatch, state } = useApp()
  const list = steps(state)
  const at = list.findIndex(one => one.statement.id === state.selected)
  const only = state.speaker === null ? null : sheet.speakers.find(group => group.key === state.speaker)
  const own = ownSentences(sheet)
  const toSpeakers = () => {
    dispatch({ do: 'beside', view: 'speakers' })
    actions.toViews()
  }
  return (
    <div class="toolbar" role="toolbar" aria-label="Reading tools">
      <div class="stepper">
        <button
          type="button"
          class="button"
          aria-label="Statement before"
          onClick={() => actions.step(-1)}
          disabled={list.length === 0}
        >
          <kbd>[</kbd>
        </button>
        <span class="position" aria-live="polite">
          {at < 0 ? list.length : `${at + 1} of ${list.length}`}
          <span class="long"> {list.length === 1 ? 'statement' : 'statements'}</span>
        </span>
        <button
          type="button"
          class="button"
          aria-label="Next statement"
          onClick={() => actions.step(1)}
          disabled={list.length === 0}
        >
          <kbd>]</kbd>
        </button>
      </div>
      <button type="button" class="button" aria-pressed={state.ownVoice} onClick={() => dispatch({ do: 'fade' })}>
        <span>
          <span class="long">Outlet’s own voice</span>
          <span class="short">Own voice</span>
        </span>{' '}
        <kbd>v</kbd>
      </button>
      {state.ownVoice && own !== null && <span class="own-count">{own}</span>}
      {sheet.layers.words !== null && (
        <button type="button" class="button" aria-pressed={state.loaded} onClick={() => dispatch({ do: 'loaded' })}>
          <span>
            <span class="long">Loaded words</span>
            <span class="short">Loaded</span>
          </span>{' '}
          <kbd>l</kbd>
        </button>
      )}
      {sheet.route.kind === 'article' && sheet.route.story !== null && <BackToStory story={sheet.route.story} />}
      {state.opened && state.opened.back !== '' && (
        <button type="button" class="button" onClick={actions.back}>
          Back <kbd>Esc</kbd>
        </button>
      )}
      {only && (
        <button type="button" class="button filter" onClick={() => dispatch({ do: 'filter', speaker: null })}>
          Only <bdi>{nameOf(only)}</bdi> <span aria-hidden="true">×</span>
          <span class="hidden">: show all speakers again</span>
        </button>
      )}
      <button type="button" class="button to-speakers" onClick={toSpeakers}>
        Speakers
      </button>
    </div>
  )
}

/** Back to the story that the article was opened from; the way that the browser goes back, too. */
function BackToStory({ story }: { readonly story: string }) {
  const { actions } = useApp()
  const route = { kind: 'story', id: story } as const
  return (
    <a class="button" href={placeOf(route).search} onClick={plainClick(() => void actions.open(route))}>
      Back to the story
    </a>
  )
}

/** How much is the outlet's own, as a count that can be checked against the page. */
function ownSentences({ reading }: Sheet): string | null {
  if (!reading.sentences) return null
  const own = reading.sentences.filter(sentence => sentence.voice === 'outlet').length
  return `${own} of ${reading.sentences.length} sentences in the outlet’s own voice`
}
