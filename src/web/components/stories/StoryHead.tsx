import { useRef, useState } from 'preact/hooks'
import { getStories, type StoryLine } from '../../api.ts'
import type { Told } from '../../story/told.ts'
import { count, originsInWords } from '../../story/words.ts'
import { dateInWords } from '../../view/dates.ts'
import { useStoryTools } from './tools.ts'

/** The story's name, its counts, and what can be corrected about it as a whole. */
export function StoryHead({ told }: { readonly told: Told }) {
  const { story } = told
  const outlets = new Set(story.articles.map(({ publisher }) => publisher ?? '')).size
  return (
    <header class="story-head">
      <h1 dir="auto">{story.name}</h1>
      <p class="story-counts">
        {count(story.articles.length, 'article')} · {count(outlets, 'outlet')} ·{' '}
        <strong>{originsInWords(story.independentOrigins)}</strong>
      </p>
      <p class="facts">{datesOf(story)}</p>
      <div class="row">
        <Rename told={told} />
        <Merge told={told} />
      </div>
    </header>
  )
}

function datesOf({ firstPublished, lastPublished }: Told['story']): string {
  if (firstPublished === null || lastPublished === null) return 'Dates not known'
  const [first, last] = [dateInWords(firstPublished.slice(0, 10)), dateInWords(lastPublished.slice(0, 10))]
  return first === last ? first : `${first} to ${last}`
}

function Rename({ told }: { readonly told: Told }) {
  const { correct, busy } = useStoryTools()
  const field = useRef<HTMLInputElement>(null)
  const save = (event: Event) => {
    event.preventDefault()
    const name = field.current!.value.trim()
    if (name !== '') correct({ kind: 'rename', story: told.story.id, name }, 'The story has its new name.')
  }
  return (
    <details class="correct">
      <summary>Rename</summary>
      <form class="row" onSubmit={save}>
        <label>
          Name <input ref={field} type="text" maxLength={300} defaultValue={told.story.name} dir="auto" />
        </label>
        <button type="submit" class="button" disabled={busy}>
          Rename it
        </button>
      </form>
    </details>
  )
}

/** Another story that is this one: searched for by words of its articles. */
function Merge({ told }: { readonly told: Told }) {
  const { correct, busy } = useStoryTools()
  const field = useRef<HTMLInputElement>(null)
  const [found, setFound] = useState<readonly StoryLine[] | null>(null)
  const search = (event: Event) => {
    event.preventDefault()
    getStories({ words: field.current!.value, cursor: null }).then(
      ({ stories }) => setFound(stories.filter(({ id }) => id !== told.story.id).slice(0, 10)),
      () => setFound([]),
    )
  }
  return (
    <details class="correct">
      <summary>Join with another story</summary>
      <form class="row" onSubmit={search}>
        <label>
          Words of the other <input ref={field} type="search" dir="auto" />
        </label>
        <button type="submit" class="button">
          Look for it
        </button>
      </form>
      <div role="status">
        {found?.length === 0 && <p class="hint">No other story has these words.</p>}
        <ul class="plain-list">
          {found?.map(({ id, name, articles }) => (
            <li key={id} class="row">
              <span>
                <bdi class="wording-inline">{name}</bdi> <span class="kind">{count(articles, 'article')}</span>
              </span>
              <button
                type="button"
                class="button"
                disabled={busy}
                onClick={() => correct({ kind: 'merge', stories: [told.story.id, id] }, 'The two stories are one.')}
              >
                Join<span class="hidden"> with {name}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
