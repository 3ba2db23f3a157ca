import { useEffect, useState } from 'preact/hooks'
import type { Corrected } from '../../../record/index.ts'
import { ApiError, getCorrections, undoCorrection } from '../../api.ts'
import { ErrorNote } from '../ErrorNote.tsx'
import { CorrectionsLog } from './CorrectionsLog.tsx'
import { SampleNote } from './SampleNote.tsx'

/** The log of all corrections in the store. */
export function CorrectionsView() {
  const [log, setLog] = useState<readonly Corrected[] | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)

  const attempt = (work: () => Promise<unknown>) => {
    setBusy(true)
    work()
      .then(() => getCorrections(null))
      .then(setLog)
      .catch(cause => {
        if (!(cause instanceof ApiError)) throw cause
        setError(cause)
      })
      .finally(() => setBusy(false))
  }
  useEffect(() => attempt(async () => {}), [])

  return (
    <div class="story corrections">
      <SampleNote />
      <header class="story-head">
        <h1>Corrections</h1>
      </header>
      {error && <ErrorNote title="This was not done." error={error} />}
      {log?.length === 0 && (
        <p class="hint">Nobody has corrected anything yet. Each part of a story page has what can be corrected in it.</p>
      )}
      {log && <CorrectionsLog log={log} busy={busy} undo={id => attempt(() => undoCorrection(id))} />}
    </div>
  )
}
