import { useState } from 'preact/hooks'
import type { Sheet } from '../state.ts'
import { memo } from './memo.ts'
import { SpeakerRow } from './SpeakerRow.tsx'

/** Rows shown at first, and again for each "more": a list of thousands stays usable. */
const ROWS = 40

/** Who speaks, and how often directly and indirectly. */
export const SpeakerList = memo(function SpeakerList({ sheet }: { readonly sheet: Sheet }) {
  const [count, setCount] = useState(ROWS)
  const { speakers } = sheet
  return (
    <section class="speakers" aria-labelledby="app-speakers">
      <h2 id="app-speakers" tabIndex={-1}>
        Who speaks
      </h2>
      {speakers.length === 0 && <p class="hint">Nobody that Hearsay found.</p>}
      {speakers.length > 0 && (
        <p class="columns" aria-hidden="true">
          <span>direct</span>
          <span>indirect</span>
        </p>
      )}
      <ul>
        {speakers.slice(0, count).map(group => (
          <SpeakerRow key={group.key} sheet={sheet} group={group} />
        ))}
      </ul>
      {speakers.length > count && (
        <button type="button" class="button" onClick={() => setCount(count + ROWS)}>
          More ({speakers.length - count} left)
        </button>
      )}
    </section>
  )
})
