import { useMemo } from 'preact/hooks'
import type { Disagreement } from '../../../record/index.ts'
import { useApp } from '../../context.ts'
import type { Told } from '../../story/told.ts'
import { grouped } from '../../view/grouped.ts'
import { useMore } from '../more.tsx'
import { Extract } from './Extract.tsx'
import { OriginBadge } from './OriginBadge.tsx'

const TABLES = 12
const VALUES = 12
const PLACES = 8

/** Figures, dates and actors that differ; the order is that of publication, and none is preferred. */
export function DisagreementsView({ told }: { readonly told: Told }) {
  const { disagreements } = told.story
  const [shown, more] = useMore(disagreements, TABLES)
  if (disagreements.length === 0) return null
  return (
    <section class="disagreements" aria-labelledby="story-disagreements">
      <h2 id="story-disagreements">Where they differ</h2>
      <p class="hint">In the order of publication; no line counts for more than another.</p>
      {shown.map((disagreement, index) => (
        <ValuesTable key={index} told={told} disagreement={disagreement} />
      ))}
      {more}
    </section>
  )
}

interface OneDisagreement {
  readonly told: Told
  readonly disagreement: Disagreement
}

/** The values side by side. */
function ValuesTable({ told, disagreement: { about, values } }: OneDisagreement) {
  const groups = useMemo(() => sameValues(values), [values])
  const [shown, more] = useMore(groups, VALUES)
  return (
    <>
      <table class="values">
        <caption dir="auto">{about}</caption>
        <thead>
          <tr>
            <th scope="col">Value</th>
            <th scope="col">Where it stands</th>
            <th scope="col">Origins</th>
          </tr>
        </thead>
        {shown.map((same, at) => (
          <ValueRows key={at} told={told} same={same} />
        ))}
      </table>
      {more}
    </>
  )
}

interface SameValue {
  readonly told: Told
  readonly same: Disagreement['values']
}

/** One value, with the places where it stands. */
function ValueRows({ told, same }: SameValue) {
  const { state } = useApp()
  const [shown, more] = useMore(same, PLACES)
  return (
    <tbody>
      {shown.map(({ value, origins, article, span }, row) => (
        <tr key={row} class={origins.length > 0 && origins.every(id => state.away.has(id)) ? 'fallen' : undefined}>
          {row === 0 && (
            <th scope="rowgroup" rowSpan={shown.length + (more === null ? 0 : 1)} dir="auto">
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
      {more !== null && (
        <tr>
          <td colSpan={2}>{more}</td>
        </tr>
      )}
    </tbody>
  )
}

/** The places that have the same value together, in the order of the first of each. */
function sameValues(values: Disagreement['values']): readonly Disagreement['values'][] {
  return [...grouped(values, ({ value }) => value.toLowerCase()).values()]
}
