import { useState } from 'preact/hooks'
import { type extentOf, textOf } from '../../record/index.ts'
import { useApp } from '../context.ts'
import type { Sheet } from '../state.ts'
import { nameOf, type SpeakerGroup, UNCLEAR } from '../view/speakers.ts'
import { KIND } from '../view/words.ts'
import { plainClick } from './events.ts'

/** Statements listed at first below a speaker, and the units of each that are shown. */
const LISTED = 25
const EXCERPT_UNITS = 90

/** One speaker: a press shows these statements only, goes to the first and lists them. */
export function SpeakerRow({ sheet, group }: { readonly sheet: Sheet; readonly group: SpeakerGroup }) {
  const { actions, dispatch, state } = useApp()
  const [count, setCount] = useState(LISTED)
  const only = state.speaker === group.key
  const press = () => {
    dispatch({ do: 'filter', speaker: only ? null : group.key })
    const first = group.statements[0]
    if (!only && first) actions.select(first.statement.id, { open: false })
  }
  return (
    <li class={only ? 'speaker only' : 'speaker'}>
      <button type="button" class="speaker-name" aria-pressed={only} onClick={press}>
        <span class={group.key === UNCLEAR ? 'name unclear' : 'name'}>
          <bdi>{nameOf(group)}</bdi>
          {group.entity && group.entity.kind !== 'person' && <span class="kind"> {KIND[group.entity.kind]}</span>}
        </span>{' '}
        <span class="count">
          {group.direct}
          <span class="hidden"> direct</span>
        </span>{' '}
        <span class="count">
          {group.indirect}
          <span class="hidden"> indirect</span>
        </span>
      </button>
      {only && (
        <ol>
          {group.statements.slice(0, count).map(({ statement, number }) => (
            <li key={statement.id} class={state.selected === statement.id ? 'selected' : ''}>
              <a
                href={`#${encodeURIComponent(statement.id)}`}
                onClick={plainClick(() => actions.select(statement.id, { open: true }))}
              >
                <span class="number">{number}</span> <bdi class="excerpt">{excerpt(sheet, statement.content, statement.cue)}</bdi>
              </a>
            </li>
          ))}
        </ol>
      )}
      {only && group.statements.length > count && (
        <button type="button" class="button" onClick={() => setCount(count + LISTED)}>
          More ({group.statements.length - count} left)
        </button>
      )}
    </li>
  )
}

type Spans = Parameters<typeof extentOf>[0]

/** The beginning of the content, or of the cue where there is none, cut between words. */
function excerpt(sheet: Sheet, content: Spans, cue: Spans): string {
  const [span] = content.length > 0 ? content : cue
  const text = span ? textOf(sheet.reading.article.articleBody, span) : ''
  if (text.length <= EXCERPT_UNITS) return text
  return `${text.slice(0, EXCERPT_UNITS).replace(/\s+\S*$/, '')} …`
}
