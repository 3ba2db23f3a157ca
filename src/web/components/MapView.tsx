import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { textOf } from '../../record/index.ts'
import type { Sheet } from '../state.ts'
import { countryName } from '../view/countries.ts'
import type { Spot } from '../view/spots.ts'
import { Columns } from './Columns.tsx'
import { ExcerptView } from './ExcerptView.tsx'
import { Jump } from './Jump.tsx'
import { useMore } from './more.tsx'

const ROWS = 40
/** Passages listed of one place at first. */
const PASSAGES = 5

/** Where it is: a map that is loaded once it is wanted, and the same as a table. */
export function MapView({ sheet, spots }: { readonly sheet: Sheet; readonly spots: readonly Spot[] }) {
  const [shown, more] = useMore(spots, ROWS)
  return (
    <section class="map" aria-labelledby="app-map">
      <h2 id="app-map" tabIndex={-1}>
        Map
      </h2>
      {spots.length === 0 && <p class="hint">This text names no place that Hearsay found.</p>}
      {spots.length > 0 && (
        <>
          <Lazy sheet={sheet} spots={shown} />
          <table class="key">
            <caption class="hidden">The places in the order of the text</caption>
            <Columns names={['Place', 'In the text']} />
            <tbody>
              {shown.map(spot => (
                <Row key={spot.number} sheet={sheet} spot={spot} />
              ))}
            </tbody>
          </table>
          {more}
          <p class="hint">
            Each place as the gazetteer has it, taken from the words beside it. Outlines: Natural Earth; they take no side on any
            border.
          </p>
        </>
      )}
    </section>
  )
}

function Row({ sheet, spot }: { readonly sheet: Sheet; readonly spot: Spot }) {
  const { place, passages, number } = spot
  const [shown, more] = useMore(passages, PASSAGES)
  const { articleBody } = sheet.reading.article
  const texts = new Set(passages.flatMap(({ words }) => words.map(span => textOf(articleBody, span))))
  const country = place.country && countryName(place.country)
  return (
    <tr>
      <td class="number">{number}</td>
      <th scope="row">
        {[...texts].map(text => (
          <bdi key={text} class="wording">
            {text}
          </bdi>
        ))}
        <span class="facts-of">
          <bdi>{[place.name, country === place.name ? null : country].filter(Boolean).join(', ')}</bdi>
        </span>
      </th>
      <td>
        {shown.map(passage => (
          <Jump key={passage.words[0]![0]} to={passage}>
            <ExcerptView sheet={sheet} passage={passage} />
          </Jump>
        ))}
        {more}
      </td>
    </tr>
  )
}

type Drawn = FunctionComponent<{ readonly sheet: Sheet; readonly spots: readonly Spot[] }>

/** The map's code and outlines are in files of their own, so that the first page stays small. */
function Lazy(props: { readonly sheet: Sheet; readonly spots: readonly Spot[] }) {
  const [loaded, setLoaded] = useState<{ readonly Drawn: Drawn } | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let gone = false
    import('./MapDrawing.tsx').then(
      ({ MapDrawing }) => gone || setLoaded({ Drawn: MapDrawing }),
      () => gone || setFailed(true),
    )
    return () => {
      gone = true
    }
  }, [])
  if (failed) return <p class="hint">The map could not be loaded; the table below has everything that is on it.</p>
  return loaded ? <loaded.Drawn {...props} /> : <div class="map-waiting" />
}
