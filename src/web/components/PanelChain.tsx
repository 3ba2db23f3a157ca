import type { Statement } from '../../record/index.ts'
import { useApp } from '../context.ts'
import type { Sheet } from '../state.ts'
import { chainOf } from '../view/order.ts'
import { nameOf } from '../view/speakers.ts'
import { plainClick } from './events.ts'

/** On whose word: the statements that this one is told in, the outermost first, and those that are told in it. */
export function PanelChain({ sheet, statement }: { readonly sheet: Sheet; readonly statement: Statement }) {
  const statements = new Map(sheet.placed.map(one => [one.statement.id, one.statement]))
  const outer = [...chainOf(statement, statements)].reverse()
  const inner = sheet.placed.map(one => one.statement).filter(one => one.within === statement.id)
  if (outer.length + inner.length === 0) return null
  return (
    <div class="chain">
      <dt>On whose word</dt>
      <dd>
        <ol>
          <li>
            <bdi>{sheet.reading.article.publisher ?? 'the outlet'}</bdi>
          </li>
          {outer.map(one => (
            <ChainLink key={one.id} sheet={sheet} statement={one} />
          ))}
          <li aria-current="true">
            <bdi>{nameOf(sheet.speakerOf.get(statement.id))}</bdi>, here
          </li>
          {inner.map(one => (
            <ChainLink key={one.id} sheet={sheet} statement={one} inner />
          ))}
        </ol>
      </dd>
    </div>
  )
}

function ChainLink({
  sheet,
  statement,
  inner,
}: {
  readonly sheet: Sheet
  readonly statement: Statement
  readonly inner?: boolean
}) {
  const { actions } = useApp()
  return (
    <li class={inner ? 'inner' : ''}>
      <a href={`#${encodeURIComponent(statement.id)}`} onClick={plainClick(() => actions.select(statement.id))}>
        <span class="number">{sheet.byId.get(statement.id)?.number}</span> <bdi>{nameOf(sheet.speakerOf.get(statement.id))}</bdi>
      </a>
    </li>
  )
}
