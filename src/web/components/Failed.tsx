import type { ApiError } from '../api.ts'
import { useApp } from '../context.ts'
import type { Route } from '../route.ts'
import { ErrorNote } from './ErrorNote.tsx'
import { StartScreen } from './StartScreen.tsx'

/** What went wrong, and below it the start screen again with what had been given. */
export function Failed({ route, error }: { readonly route: Route; readonly error: ApiError }) {
  const { actions } = useApp()
  return (
    <>
      <ErrorNote title="This was not read." error={error}>
        <button type="button" class="button" onClick={() => void actions.follow()}>
          Try again
        </button>
      </ErrorNote>
      <StartScreen url={route.kind === 'url' ? route.url : ''} />
    </>
  )
}
