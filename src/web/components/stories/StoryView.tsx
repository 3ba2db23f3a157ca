import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Corrected } from '../../../record/index.ts'
import { ApiError, getCorrections, postCorrection, undoCorrection } from '../../api.ts'
import { useApp } from '../../context.ts'
import type { Told } from '../../story/told.ts'
import { ErrorNote } from '../ErrorNote.tsx'
import { plainClick } from '../events.ts'
import { keepTold, keptTold, loadTold } from './load.ts'
import { SampleNote } from './SampleNote.tsx'
import { StorySections } from './StorySections.tsx'
import { StoryToolsContext } from './tools.ts'

/** One story; corrected, it is told anew and shown. */
export function StoryView({ id }: { readonly id: string }) {
  const [told, setTold] = useState(() => keptTold(id))
  const [log, setLog] = useState<readonly Corrected[]>([])
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<{ readonly words: string; readonly id: number | null } | null>(null)
  const running = useRef(new AbortController())

  const load = useCallback(async () => {
    running.current.abort()
    running.current = new AbortController()
    const { signal } = running.current
    // What is shown already stays until all of it is there anew.
    const show = (part: Told) => setTold(before => (before === null || before.coming.size > 0 ? part : before))
    const [next, corrections] = await Promise.all([loadTold(id, { signal, show }), getCorrections(id)])
    if (signal.aborted) return
    keepTold(id, next)
    setTold(next)
    setLog(corrections)
  }, [id])

  const attempt = useCallback(async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') return
      if (!(cause instanceof ApiError)) throw cause
      setError(cause)
    } finally {
      setBusy(false)
    }
  }, [])

  useEffect(() => {
    void attempt(load)
    return () => running.current.abort()
  }, [load, attempt])

  useEffect(() => {
    if (told) document.title = `${told.story.name} – Hearsay`
  }, [told])

  const tools = useMemo(
    () => ({
      busy,
      correct: (correction: Corrected['correction'], words: string) =>
        void attempt(async () => {
          const corrected = await postCorrection(correction)
          await load()
          setDone({ words, id: corrected.id })
        }),
      undo: (number: number) =>
        void attempt(async () => {
          await undoCorrection(number)
          await load()
          setDone({ words: `Correction ${number} is undone.`, id: null })
        }),
    }),
    [busy, attempt, load],
  )

  return (
    <StoryToolsContext.Provider value={tools}>
      <div class="story">
        <SampleNote />
        {error && (
          <ErrorNote title={told ? 'This was not done.' : 'The story was not shown.'} error={error}>
            {told === null && <AllStories />}
          </ErrorNote>
        )}
        {told === null && error === null && (
          <div class="waiting" role="status">
            <p>The story is told…</p>
            <div class="waiting-bar" />
          </div>
        )}
        <div class={done ? 'done' : 'done hidden'} role="status">
          {done && (
            <>
              <span>{done.words}</span>
              {done.id !== null && (
                <button type="button" class="button" disabled={busy} onClick={() => tools.undo(done.id!)}>
                  Undo
                </button>
              )}
              <button type="button" class="button button-bare" onClick={() => setDone(null)}>
                Close
              </button>
            </>
          )}
        </div>
        {told && <StorySections told={told} log={log} />}
      </div>
    </StoryToolsContext.Provider>
  )
}

function AllStories() {
  const { actions } = useApp()
  return (
    <a class="button" href="/" onClick={plainClick(() => void actions.open({ kind: 'stories', words: '' }))}>
      All stories
    </a>
  )
}
