import { useApp } from '../../context.ts'
import type { Told } from '../../story/told.ts'
import { useMore } from '../more.tsx'
import { Extract } from './Extract.tsx'
import { OriginBadge } from './OriginBadge.tsx'

const TABLES = 12

/** Figures, dates and actors that differ; the order is that of publication, and none is preferred. */
export function DisagreementsView({ told }: { readonly told: Told }) {
  const { state } = useApp()
  const { disagreements } = told.story
  const [shown, more] = useMore(disagreements, TABLES)
  if (disagreements.length === 0) return null
  return (
    <section class="disagreements" aria-labelledby="story-disagreements">
      <h2 id="story-disagreements">Where they differ</h2>
      <p class="hint">In the order of publication; no line counts for more than another.</p>
      {shown.map(({ about, values }, index) => (
        <table key={index} class="values">
          <caption dir="auto">{about}</caption>
          <thead>
            <tr>
              <th scope="col">Value</th>
              <th scope="col">Where it stands</th>
              <th scope="col">Origins</th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ value, origins, article, span }, at) => (
              <tr key={at} class={origins.length > 0 && origins.every(id => state.away.has(id)) ? 'fallen' : undefined}>
                <th scope="row" dir="auto">
                  {value}
                </th>
                <td>
                  <Extract told={told} evidence={{ article, span }} sentence />
                </td>
                <td>
                  {origins.length === 0 && <span class="unknown">none counted</span>}
                  {origins.map(id => (
                    <OriginBadge key={id} told={told} origin={id} away={state.away.has(id)} />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {more}
    </section>
  )
}
