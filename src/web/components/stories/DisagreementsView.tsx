import type { Disagreement } from '../../../record/index.ts'
import { useApp } from '../../context.ts'
import type { Told } from '../../story/told.ts'
import { grouped } from '../../view/grouped.ts'
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
          {sameValues(values).map((same, at) => (
            <tbody key={at}>
              {same.map(({ value, origins, article, span }, row) => (
                <tr key={row} class={origins.length > 0 && origins.every(id => state.away.has(id)) ? 'fallen' : undefined}>
                  {row === 0 && (
                    <th scope="rowgroup" rowSpan={same.length} dir="auto">
                      {value}
                    </th>
                  )}
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
          ))}
        </table>
      ))}
      {more}
    </section>
  )
}

/** The places that have the same value together, in the order of the first of each. */
function sameValues(values: Disagreement['values']): readonly Disagreement['values'][] {
  return [...grouped(values, ({ value }) => value.toLowerCase()).values()]
}
