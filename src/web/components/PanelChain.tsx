import { useApp } from '../context.ts'
import type { Sheet } from '../state.ts'
import { hearsayOf } from '../view/chain.ts'
import type { Placed } from '../view/order.ts'
import { nameOf } from '../view/speakers.ts'
import { CREDIT, KIND } from '../view/words.ts'
import { plainClick } from './events.ts'

/** On whose word: from the outlet by way of an agency and of those who pass it on to who is last named, and what is told in it. */
export function PanelChain({ sheet, placed }: { readonly sheet: Sheet; readonly placed: Placed }) {
  const { reading, speakerOf } = sheet
  const { credits, links, inner, end } = hearsayOf(placed, { reading, all: sheet.placed, speakerOf })
  return (
    <div class="chain">
      <dt>On whose word</dt>
      <dd>
        <ol>
          <li>
            <bdi>{reading.article.publisher ?? 'the outlet'}</bdi>
          </li>
          {credits.map(credit => (
            <li key={credit.span[0]}>
              <bdi>{credit.name}</bdi> <span class="kind">{CREDIT[credit.kind]}</span>
            </li>
          ))}
          {links.map(one =>
            one === placed ? (
              <li key={one.statement.id} aria-current="true">
                <Name sheet={sheet} placed={one} last />, here
              </li>
            ) : (
              <Link key={one.statement.id} sheet={sheet} placed={one} />
            ),
          )}
        </ol>
        <p class="chain-end">{end === 'root' ? 'The root, as far as this text tells.' : 'The trail ends here.'}</p>
        {inner.length > 0 && (
          <>
            <p class="chain-inner">Told in it</p>
            <ul>
              {inner.map(one => (
                <Link key={one.statement.id} sheet={sheet} placed={one} />
              ))}
            </ul>
          </>
        )}
      </dd>
    </div>
  )
}

interface Props {
  readonly sheet: Sheet
  readonly placed: Placed
}

function Link({ sheet, placed }: Props) {
  const { actions } = useApp()
  const { id } = placed.statement
  return (
    <li>
      <a href={`#${encodeURIComponent(id)}`} onClick={plainClick(() => actions.select(id))}>
        <span class="number">{placed.number}</span> <Name sheet={sheet} placed={placed} />
      </a>
    </li>
  )
}

/** The speaker; the last one with its kind where it is no person, for a trail often ends in a document or in somebody not named. */
function Name({ sheet, placed, last }: Props & { readonly last?: boolean }) {
  const group = sheet.speakerOf.get(placed.statement.id)
  const kind = last ? group?.entity?.kind : undefined
  return (
    <>
      <bdi>{nameOf(group)}</bdi>
      {kind && kind !== 'person' && <span class="kind"> {KIND[kind]}</span>}
    </>
  )
}
