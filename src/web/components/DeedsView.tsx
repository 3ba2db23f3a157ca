import { type Entity, textOf } from '../../record/index.ts'
import { useApp } from '../context.ts'
import type { Sheet } from '../state.ts'
import { type Deed, networkOf } from '../view/deeds.ts'
import { nameOf } from '../view/speakers.ts'
import { MODALITY } from '../view/words.ts'
import { Columns } from './Columns.tsx'
import { DeedsDrawing } from './DeedsDrawing.tsx'
import { plainClick } from './events.ts'
import { Jump } from './Jump.tsx'
import { useMore } from './more.tsx'

const ROWS = 40

/** Who is reported to have done what to whom, and on whose word: drawn, and as a table. */
export function DeedsView({ sheet, deeds }: { readonly sheet: Sheet; readonly deeds: readonly Deed[] }) {
  const [shown, more] = useMore(deeds, ROWS)
  const network = networkOf(shown)
  return (
    <section class="deeds" aria-labelledby="app-deeds">
      <h2 id="app-deeds" tabIndex={-1}>
        Who did what to whom
      </h2>
      {deeds.length === 0 && <p class="hint">This text reports no deed that Hearsay found.</p>}
      {network.lines.length > 0 && <DeedsDrawing network={network} />}
      {deeds.length > 0 && (
        <>
          <table class="key">
            <caption class="hidden">The deeds in the order of the text</caption>
            <Columns names={['Who', 'Deed', 'To whom']} />
            {shown.map(deed => (
              <Row key={deed.event.id} sheet={sheet} deed={deed} />
            ))}
          </table>
          {more}
        </>
      )}
    </section>
  )
}

/** Two lines of the table belong to a deed: who, what and whom; below, how it stands in the text and on whose word. */
function Row({ sheet, deed }: { readonly sheet: Sheet; readonly deed: Deed }) {
  const { event, number, passage } = deed
  const trigger = event.trigger.map(span => textOf(sheet.reading.article.articleBody, span)).join(' … ')
  return (
    <tbody>
      <tr>
        <td class="number" rowSpan={2}>
          {number}
        </td>
        <td>
          <Names of={deed.actors} />
        </td>
        <th scope="row">
          <Jump to={passage} class="jump trigger">
            <bdi>{trigger}</bdi>
          </Jump>
        </th>
        <td>
          <Names of={deed.recipients} />
        </td>
      </tr>
      <tr class="standing">
        <td colSpan={3}>
          <span class={`modality modality-${event.modality}`}>{MODALITY[event.modality]}</span>,{' '}
          <Word sheet={sheet} deed={deed} />
        </td>
      </tr>
    </tbody>
  )
}

function Names({ of }: { readonly of: readonly Entity[] }) {
  if (of.length === 0) return <span class="unknown">not named</span>
  return (
    <>
      {of.map(({ id, name }) => (
        <bdi key={id} class="wording">
          {name}
        </bdi>
      ))}
    </>
  )
}

/** On whose word. A statement that the Reading does not have is said to be unclear. */
function Word({ sheet, deed }: { readonly sheet: Sheet; readonly deed: Deed }) {
  const { actions } = useApp()
  const { event, onWordOf } = deed
  const { publisher } = sheet.reading.article
  if (event.onWordOf === 'outlet') return <>on the word of {publisher ? <bdi>{publisher}</bdi> : 'the outlet'}</>
  if (!onWordOf) return <span class="unknown">on whose word is unclear</span>
  const { id } = onWordOf.statement
  return (
    <a href={`#${encodeURIComponent(id)}`} onClick={plainClick(() => actions.select(id, { open: true }))}>
      on the word of <bdi>{nameOf(sheet.speakerOf.get(id))}</bdi> <span class="number">{onWordOf.number}</span>
    </a>
  )
}
