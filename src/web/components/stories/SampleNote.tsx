import { useApp } from '../../context.ts'

/** That what is shown is invented, on every page of the samples. */
export function SampleNote() {
  const { state } = useApp()
  if (state.store?.kind !== 'samples') return null
  return (
    <p class="sample-note">
      <strong>Samples.</strong> These articles were written for Hearsay: mastheads, people and places are invented. For stories of
      your own, stop the server, run <code>hearsay add FOLDER</code>, and start it again.
    </p>
  )
}
