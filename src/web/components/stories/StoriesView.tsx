import { useEffect, useRef, useState } from 'preact/hooks'
import { LIMITS } from '../../../limits.ts'
import { ApiError, getStore, getStories, type StoryLine } from '../../api.ts'
import { useApp } from '../../context.ts'
import { placeOf } from '../../route.ts'
import { count } from '../../story/words.ts'
import { ErrorNote } from '../ErrorNote.tsx'
import { plainClick } from '../events.ts'
import { SampleNote } from './SampleNote.tsx'
import { StoryLineView } from './StoryLineView.tsx'

/** How long to wait between two looks at samples that are still being read. */
const LOOK_MS = 1000

/** All stories, the latest first; or those that fit what is searched for, the best first. */
export function StoriesView({ words }: { readonly words: string }) {
  const { actions, dispatch, state } = useApp()
  const { store } = state
  const [stories, setStories] = useState<readonly StoryLine[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [look, setLook] = useState(0)
  const field = useRef<HTMLInputElement>(null)

  const told = (cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') return
    if (!(cause instanceof ApiError)) throw cause
    setError(cause)
  }

  useEffect(() => {
    const { signal, abort } = abortable()
    getStore(signal).then(info => {
      if (signal.aborted) return
      dispatch({ do: 'store', store: info })
      if (info.reading !== null) setTimeout(() => !signal.aborted && setLook(look + 1), LOOK_MS)
    }, told)
    getStories({ words, cursor: null }, signal).then(page => {
      setError(null)
      setStories(page.stories)
      setNext(page.next)
    }, told)
    return abort
  }, [words, look])

  const more = () => {
    getStories({ words, cursor: next }).then(page => {
      setStories([...(stories ?? []), ...page.stories])
      setNext(page.next)
    }, told)
  }
  const found = stories?.filter(({ by }) => by !== 'likeness')
  const alike = stories?.filter(({ by }) => by === 'likeness') ?? []
  const search = (event: Event) => {
    event.preventDefault()
    void actions.open({ kind: 'stories', words: field.current!.value.trim() })
  }

  return (
    <div class="stories">
      <SampleNote />
      {store?.reading && <Progress done={store.reading.done} of={store.reading.of} />}
      <search>
        <form class="search row" onSubmit={search}>
          <label for="app-search" class="hidden">
            Words of the articles
          </label>
          <input
            key={words}
            id="app-search"
            ref={field}
            type="search"
            dir="auto"
            defaultValue={words}
            placeholder="Search the articles"
            maxLength={LIMITS.searchUnitsMax}
          />
          <button type="submit" class="button">
            Search
          </button>
        </form>
      </search>
      <h1 class="hidden">Stories</h1>
      {error && <ErrorNote title="The stories were not shown." error={error} />}
      {stories === null && error === null && (
        <div class="waiting" role="status">
          <p>Looking for stories…</p>
          <div class="waiting-bar" />
        </div>
      )}
      {words !== '' && stories !== null && (
        <p class="search-result" role="status">
          {found?.length
            ? `${count(found.length, 'story', 'stories')}${next && alike.length === 0 ? ' and more' : ''} with`
            : 'No story has'}{' '}
          “<bdi>{words}</bdi>”.{' '}
          <a href="/" onClick={plainClick(() => void actions.open({ kind: 'stories', words: '' }))}>
            All stories
          </a>
        </p>
      )}
      {stories?.length === 0 && words === '' && !store?.reading && <Empty />}
      <ol class="story-list">
        {found?.map(story => (
          <StoryLineView key={story.id} story={story} />
        ))}
      </ol>
      {alike.length > 0 && (
        <section aria-labelledby="app-alike">
          <p id="app-alike" class="search-result">
            Written much like it:
          </p>
          <ol class="story-list">
            {alike.map(story => (
              <StoryLineView key={story.id} story={story} />
            ))}
          </ol>
        </section>
      )}
      {next !== null && (
        <button type="button" class="button" onClick={more}>
          More stories
        </button>
      )}
      {stories !== null && stories.length > 0 && (
        <p class="hint list-foot">
          <a
            href={placeOf({ kind: 'corrections' }).search}
            onClick={plainClick(() => void actions.open({ kind: 'corrections' }))}
          >
            Log of corrections
          </a>
        </p>
      )}
    </div>
  )
}

function abortable(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

function Progress({ done, of }: { readonly done: number; readonly of: number }) {
  return (
    <div class="progress">
      <label for="app-progress">
        The samples are being read: {done} of {of}
      </label>
      <progress id="app-progress" value={done} max={of} />
    </div>
  )
}

/** How to begin, where there is nothing yet. */
function Empty() {
  const { actions } = useApp()
  return (
    <div class="empty">
      <h2>No stories yet</h2>
      <p>
        Stop the server, then give Hearsay articles: files, folders, addresses, JSON Lines, WARC. Each files itself into a story.
      </p>
      <pre>
        <code>{'hearsay add FOLDER\nhearsay serve'}</code>
      </pre>
      <p>
        Or{' '}
        <a href={placeOf({ kind: 'start' }).search} onClick={plainClick(() => void actions.open({ kind: 'start' }))}>
          read a single article
        </a>{' '}
        without keeping it.
      </p>
    </div>
  )
}
