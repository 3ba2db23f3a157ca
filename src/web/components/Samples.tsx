import { useApp } from '../context.ts'
import { plainClick } from './events.ts'

/** The articles that come with Hearsay, one click each. */
export function Samples() {
  const { actions, state } = useApp()
  if (state.samples === null || state.samples.length === 0) return null
  return (
    <section class="samples" aria-labelledby="app-samples">
      <h2 id="app-samples">Or begin with a sample</h2>
      <ul>
        {state.samples.map(({ id, title, publisher }) => (
          <li key={id}>
            <a href={`/?sample=${encodeURIComponent(id)}`} onClick={plainClick(() => void actions.open({ kind: 'sample', id }))}>
              <span class="outlet">{publisher}</span>
              <span class="title">{title}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">Written for Hearsay. Mastheads, people and places are invented.</p>
    </section>
  )
}
