import { useState } from 'preact/hooks'
import { ApiError, FORMATS, type Format } from '../api.ts'
import { download } from '../download.ts'
import type { Sheet } from '../state.ts'
import { ErrorNote } from './ErrorNote.tsx'

const LABEL: Record<Format, string> = {
  json: 'JSON',
  jsonl: 'JSON Lines',
  csv: 'CSV',
  jsonld: 'JSON-LD',
  annotations: 'Web Annotations',
  plover: 'PLOVER',
  graphml: 'GraphML',
  text: 'Text',
}

/** The Reading as a file, in every format. */
export function Downloads({ sheet }: { readonly sheet: Sheet }) {
  const [error, setError] = useState<ApiError | null>(null)
  const take = (format: Format) => {
    setError(null)
    download(sheet, format).catch(cause => {
      if (!(cause instanceof ApiError)) throw cause
      setError(cause)
    })
  }
  return (
    <section class="downloads" aria-labelledby="app-downloads">
      <h2 id="app-downloads">Take it along</h2>
      <div class="row">
        {FORMATS.map(format => (
          <button key={format} type="button" class="button" onClick={() => take(format)}>
            {LABEL[format]}
          </button>
        ))}
      </div>
      {error && <ErrorNote title="This was not made." error={error} />}
    </section>
  )
}
